/* SPDX-License-Identifier: MIT */
#pragma once

/* What the files of the module put into its table; the contracts stand in auth.h. */

#include "auth/auth.h"

enum shop_status password_hash(const char *password, char out[AUTH_HASH_SIZE],
			       struct shop_error *err);
bool password_matches(const char *hash, const char *password);

enum shop_status token_check(const unsigned char key[AUTH_KEY_SIZE], const char *token, int64_t now,
			     struct auth_claims *ret, struct shop_error *err);

/* Readies libsodium; asking again costs nothing. FAILED. */
enum shop_status sodium_ready(struct shop_error *err);
