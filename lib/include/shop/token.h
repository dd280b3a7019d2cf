/* SPDX-License-Identifier: MIT */
#pragma once

/* Tokens: what stands for a password where none can be typed, such as in a cron job. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shop/account.h"

enum { SHOP_TOKEN_ID_SIZE = 33, SHOP_TOKEN_ID_MIN = 8 };

enum shop_token_state { SHOP_TOKEN_ACTIVE, SHOP_TOKEN_EXPIRED, SHOP_TOKEN_REVOKED };
/* "active", "expired", "revoked"; static. */
SHOP_API const char *shop_token_state_word(enum shop_token_state state);
/* "full", "read", and back; static. */
SHOP_API const char *shop_scope_word(enum shop_scope scope);
SHOP_API bool shop_scope_find(const char *word, enum shop_scope *ret);

struct shop_token {
	char id[SHOP_TOKEN_ID_SIZE];
	char *name;
	bool login;   /* made by logging in */
	bool current; /* the one that acts */
	enum shop_scope scope;
	int64_t issued_at, expires_at;
	enum shop_token_state state;
};
SHOP_API void shop_token_done(struct shop_token *token);

struct shop_tokens {
	struct shop_token *items;
	size_t count;
};
SHOP_API void shop_tokens_done(struct shop_tokens *list);

#define SHOP_TOKEN_LIFETIME_MAX (INT64_C(366) * 24 * 60 * 60)

struct shop_token_wish {
	const char *name;
	enum shop_scope scope;
	int64_t lifetime; /* seconds, up to SHOP_TOKEN_LIFETIME_MAX */
};
/*
 * Makes a token of the acting customer. *ret_text is the token itself, the caller's to free: it is
 * not kept anywhere. What a token makes ends no later than it does itself; only a login may make
 * what outlives it. INVALID: the name (1 to 100 characters, not "login") or the lifetime; EXISTS:
 * an active token has this name.
 */
SHOP_API enum shop_status shop_token_create(struct shop *shop, const struct shop_token_wish *in,
					    char **ret_text, struct shop_token *ret,
					    struct shop_error *err);

/* The acting customer's logins and tokens, oldest first; freed with shop_tokens_done(). */
SHOP_API enum shop_status shop_token_list(struct shop *shop, struct shop_tokens *ret,
					  struct shop_error *err);

/*
 * Ends a token of the acting customer, named by its name, by its id, or by the beginning of its id
 * (SHOP_TOKEN_ID_MIN characters or more). NOT_FOUND also for somebody else's; CONFLICT: it has
 * ended already, or several are meant.
 */
SHOP_API enum shop_status shop_token_revoke(struct shop *shop, const char *name,
					    struct shop_token *ret, struct shop_error *err);
