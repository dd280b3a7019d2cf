/* SPDX-License-Identifier: MIT */
#pragma once

/* What an admin decides for the whole shop: settings that the program counts with, and policies
 * that its customers are told. */

#include <stddef.h>
#include <stdint.h>

#include "shop/error.h"
#include "shop/store.h"

struct shop_setting {
	char *key;
	char *value;       /* NULL: not set */
	const char *about; /* one line on what it is for; static; NULL: not one of ours */
};
struct shop_settings {
	struct shop_setting *items;
	size_t count;
};
SHOP_API void shop_settings_done(struct shop_settings *list);

/* The settings that the program knows, set or not, and then all others that are set, by name. */
SHOP_API enum shop_status shop_setting_list(struct shop *shop, struct shop_settings *ret,
					    struct shop_error *err);

/* The keys that the program knows, one after the other; NULL behind the last. Static. */
SHOP_API const char *shop_setting_key(size_t n);

/*
 * Sets one; "" takes an optional one back. INVALID: no such key (one that stands in the store
 * already, by an import, is known), or not a value for it; CONFLICT: another currency, where there
 * are products with prices.
 */
SHOP_API enum shop_status shop_setting_set(struct shop *shop, const char *key, const char *value,
					   struct shop_error *err);

struct shop_policy {
	char *topic, *text;
	int64_t updated_at;
};
struct shop_policies {
	struct shop_policy *items;
	size_t count;
};
SHOP_API void shop_policies_done(struct shop_policies *list);

/* By topic, A to Z. */
SHOP_API enum shop_status shop_policy_list(struct shop *shop, struct shop_policies *ret,
					   struct shop_error *err);
/* INVALID: not a topic, or not a text. */
SHOP_API enum shop_status shop_policy_set(struct shop *shop, const char *topic, const char *text,
					  struct shop_error *err);
/* NOT_FOUND. */
SHOP_API enum shop_status shop_policy_delete(struct shop *shop, const char *topic,
					     struct shop_error *err);
