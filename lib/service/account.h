/* SPDX-License-Identifier: MIT */
#pragma once

/* Checks of what a customer gives, for every use case that takes it. */

#include "auth/auth.h"
#include "db/db.h"
#include "shop/account.h"

enum { EMAIL_BYTES_MAX = 254, NAME_CHARACTERS_MAX = 100 };

/* An e-mail address as far as a store needs to know: one @, something on both sides of it, no
 * spaces and no control characters, at most EMAIL_BYTES_MAX (RFC 5321, 4.5.3.1.3, less its
 * brackets). INVALID. */
enum shop_status account_check_email(const char *email, struct shop_error *err);
/* 1 to NAME_CHARACTERS_MAX characters of UTF-8, not all of them spaces, no control characters.
 * INVALID. */
enum shop_status account_check_name(const char *name, struct shop_error *err);
/* Those of the two that are not NULL. */
enum shop_status account_check_given(const char *name, const char *email, struct shop_error *err);

/* SHOP_PASSWORD_MIN to SHOP_PASSWORD_MAX bytes. INVALID. */
enum shop_status account_check_password(const char *password, struct shop_error *err);

/* May this account stop being an admin's? A store without an admin could not be managed by anybody.
 * CONFLICT: it is the only one. */
enum shop_status account_keep_admin(struct db *db, const struct shop_customer *c,
				    struct shop_error *err);

/* Checks a new password and hashes it, which takes some 60 ms: to be done before the write
 * transaction that stores it. INVALID, NOMEM. */
enum shop_status account_hash(const char *password, char hash[AUTH_HASH_SIZE],
			      struct shop_error *err);

/*
 * Checks what a new customer gives and hashes the password, which takes some 60 ms: to be done
 * before the write transaction in which customer_insert() stores it. INVALID, NOMEM.
 */
enum shop_status account_prepare(const struct shop_registration *in, char hash[AUTH_HASH_SIZE],
				 struct shop_error *err);
