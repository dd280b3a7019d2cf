/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * Passwords and tokens: the module auth.so, which alone knows libsodium. It is reached through the
 * one table below.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shop/error.h"

enum { AUTH_KEY_SIZE = 32, AUTH_HASH_SIZE = 128, AUTH_ID_SIZE = 33, AUTH_TOKEN_MAX = 4096 };

/* Hashes also come with an import: one that names a higher cost than this is not worked at. */
enum { AUTH_HASH_KIB_MAX = 1024 * 1024, AUTH_HASH_PASSES_MAX = 16 };

/* What a token says. */
struct auth_claims {
	char id[AUTH_ID_SIZE]; /* jti: 128 random bits in hexadecimal */
	int64_t customer;      /* sub */
	int64_t issued_at, expires_at;
};

struct auth_ops {
	/* argon2id with a random salt, as a text for the store. NOMEM. */
	enum shop_status (*password_hash)(const char *password, char out[AUTH_HASH_SIZE],
					  struct shop_error *err);
	/* hash == NULL takes the same time as a real comparison and is never equal. */
	bool (*password_matches)(const char *hash, const char *password);

	/* 256 random bits. */
	enum shop_status (*key_make)(unsigned char key[AUTH_KEY_SIZE], struct shop_error *err);
	/* A new random id into claims->id. */
	enum shop_status (*id_make)(struct auth_claims *claims, struct shop_error *err);

	/* Checks form (strict base64url), algorithm (HS256 and no other), signature and claims.
	 * NOT_LOGGED_IN: not ours or not well-formed; LOGIN_EXPIRED: ours, but exp has passed. */
	enum shop_status (*token_check)(const unsigned char key[AUTH_KEY_SIZE], const char *token,
					int64_t now, struct auth_claims *ret,
					struct shop_error *err);
};

/* The module's only symbol: `const struct auth_ops auth_module`. */
#define AUTH_MODULE "auth"
#define AUTH_SYMBOL "auth_module"

/* Who issues our tokens (iss). */
#define AUTH_ISSUER "shop"

/* What makes tokens is a module of its own, issue.so: it alone knows libjwt. */
struct auth_issue_ops {
	/* A JWT, HS256, of the claims; *ret is the caller's to free. */
	enum shop_status (*token_issue)(const unsigned char key[AUTH_KEY_SIZE],
					const struct auth_claims *claims, char **ret,
					struct shop_error *err);
};
#define AUTH_ISSUE_MODULE "issue"
#define AUTH_ISSUE_SYMBOL "auth_issue_module"
