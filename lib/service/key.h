/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * The key that signs a store's tokens: the file STORE.key beside the store, with mode 0600, that
 * holds 256 random bits as 64 hexadecimal digits and a newline. It is not in the store, so that a
 * copy or a backup of the store cannot be used to make tokens. If it is lost, everybody logs in
 * again, and nothing else is.
 */

#include <limits.h>

#include "auth/auth.h"

/* The path of the store's key file, with the ending after it. IO: it is too long. */
enum shop_status key_path(const char *store_path, const char *ending, char out[PATH_MAX],
			  struct shop_error *err);

/* NOT_FOUND: no such file; IO: it cannot be read, its group or others may use it, or it is not of
 * the form above. The caller wipes the key. */
enum shop_status key_read(const char *store_path, unsigned char key[AUTH_KEY_SIZE],
			  struct shop_error *err);

/* key_read(), after making the file where there is none. Of processes that do so at the same time,
 * one makes the key and all get it. */
enum shop_status key_ensure(const char *store_path, const struct auth_ops *auth,
			    unsigned char key[AUTH_KEY_SIZE], struct shop_error *err);
