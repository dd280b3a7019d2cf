/* SPDX-License-Identifier: MIT */
/* The handle: an open store, and what "now" means on it. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "service/model.h"
#include "store/policy.h"

void shop_handle_init(struct shop *shop, struct db *db, char *path)
{
	*shop = (struct shop){ .db = db, .path = path, .now = SHOP_NONE };
	shop->actor.customer = SHOP_NONE;
	shop->actor.scope = SHOP_SCOPE_READ;
}

enum shop_status shop_path_from_uri(const char *uri, const char **ret, struct shop_error *err)
{
	static const char sqlite[] = "sqlite:";
	const char *scheme = strstr(uri, "://");
	const char *path =
		strncmp(uri, sqlite, sizeof(sqlite) - 1) == 0 ? uri + sizeof(sqlite) - 1 : uri;
	if (path[0] == '\0')
		return shop_error_set(err, SHOP_E_INVALID, "the store's name is empty");
	/* A path may hold "://" too, but hardly before its first slash. */
	if (path == uri && scheme != NULL && memchr(uri, '/', (size_t)(scheme - uri)) == NULL) {
		shop_error_set(err, SHOP_E_INVALID, "no storage engine for '%s'", uri);
		shop_error_hint(err, "name a store by its path, or as sqlite:PATH");
		return SHOP_E_INVALID;
	}
	*ret = path;
	return SHOP_OK;
}

enum shop_status shop_open(const char *uri, enum shop_access access, struct shop **ret,
			   struct shop_error *err)
{
	const char *path = NULL;
	enum shop_status st = shop_path_from_uri(uri, &path, err);
	if (st)
		return st;
	CLEANUP(db_closep) struct db *db = NULL;
	st = db_open(path, access == SHOP_WRITE, &db, err);
	if (st)
		return st;
	struct shop *shop = malloc(sizeof(*shop));
	char *copy = strdup(path);
	if (shop == NULL || copy == NULL) {
		free(shop);
		free(copy);
		return out_of_memory(err);
	}
	shop_handle_init(shop, TAKE(db), copy);
	*ret = shop;
	return SHOP_OK;
}

void shop_close(struct shop *shop)
{
	if (shop == NULL)
		return;
	model_drop(shop);
	db_close(shop->db);
	free(shop->path);
	free(shop);
}

void shop_closep(struct shop **shop)
{
	shop_close(*shop);
	*shop = NULL;
}

void shop_set_now(struct shop *shop, int64_t now, int32_t utc_offset)
{
	shop->now = now;
	shop->utc_offset = utc_offset;
}

int64_t shop_now(const struct shop *shop)
{
	return shop->now != SHOP_NONE ? shop->now : clock_now();
}

void shop_on_progress(struct shop *shop, bool (*cancelled)(void *ctx), void *ctx)
{
	db_on_progress(shop->db, cancelled, ctx);
}

void shop_on_copied(struct shop *shop, void (*copied)(void *ctx, int64_t done, int64_t all),
		    void *ctx)
{
	db_on_copied(shop->db, copied, ctx);
}

const char *shop_currency(struct shop *shop)
{
	CLEANUP(free_charp) char *code = NULL;
	if (shop->currency[0] != '\0')
		return shop->currency;
	if (setting_get(shop->db, "currency", &code, NULL) == SHOP_OK && code != NULL &&
	    strlen(code) < SHOP_CURRENCY_SIZE)
		memcpy(shop->currency, code, strlen(code) + 1);
	else
		memcpy(shop->currency, "USD", SHOP_CURRENCY_SIZE);
	return shop->currency;
}
