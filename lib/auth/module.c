/* SPDX-License-Identifier: MIT */
/* The module's table, and what it makes of random bytes. */
#include <sodium.h>

#include "auth/parts.h"

enum shop_status sodium_ready(struct shop_error *err)
{
	if (sodium_init() < 0)
		return shop_error_set(err, SHOP_E_FAILED, "cannot ready the cryptographic library");
	return SHOP_OK;
}

static enum shop_status key_make(unsigned char key[AUTH_KEY_SIZE], struct shop_error *err)
{
	enum shop_status st = sodium_ready(err);
	if (st)
		return st;
	randombytes_buf(key, AUTH_KEY_SIZE);
	return SHOP_OK;
}

static enum shop_status id_make(struct auth_claims *claims, struct shop_error *err)
{
	enum shop_status st = sodium_ready(err);
	if (st)
		return st;
	unsigned char bytes[(AUTH_ID_SIZE - 1) / 2];
	randombytes_buf(bytes, sizeof(bytes));
	sodium_bin2hex(claims->id, sizeof(claims->id), bytes, sizeof(bytes));
	return SHOP_OK;
}

SHOP_API extern const struct auth_ops auth_module;
const struct auth_ops auth_module = {
	.password_hash = password_hash,
	.password_matches = password_matches,
	.key_make = key_make,
	.id_make = id_make,
	.token_check = token_check,
};
