/* SPDX-License-Identifier: MIT */
#pragma once

/* What the use cases share: the handle, and the rules of who may do what. */

#include "base/cleanup.h"
#include "base/memory.h"
#include "db/db.h"
#include "shop.h"

struct shop {
	struct db *db;
	char *path;                        /* of the store's file */
	char currency[SHOP_CURRENCY_SIZE]; /* read when first asked for; "" until then */
	int64_t now;                       /* SHOP_NONE: the clock's */
	int32_t utc_offset;                /* local time zone, seconds east */
	struct {
		int64_t customer; /* SHOP_NONE: nobody has logged in */
		enum shop_role role;
		enum shop_scope scope;
		char token_id[64]; /* "": no token */
		bool login;        /* of a login, not of a token that one made */
		int64_t expires_at;
	} actor;
	struct model_peer *model; /* that was asked last; NULL: none */
};

/* Refusals: NOT_LOGGED_IN with the hint to log in; DENIED for a read-only token that would write,
 * and for a customer where an admin is needed. Each asks the store what the login is worth now:
 * LOGIN_EXPIRED, and nobody acts any more, if it has expired or was revoked since. */
enum shop_status actor_need_login(struct shop *shop, struct shop_error *err);
enum shop_status actor_need_write(struct shop *shop, struct shop_error *err);
enum shop_status actor_need_admin(struct shop *shop, struct shop_error *err);
/* An admin who may write. */
enum shop_status actor_need_admin_write(struct shop *shop, struct shop_error *err);
/* LOGIN_EXPIRED, for a customer whose row is not there any more. */
enum shop_status actor_gone(struct shop_error *err);

/* Nobody acts from here on. */
void actor_clear(struct shop *shop);

/* A handle on an open store: nobody acts, the clock tells the time. path becomes the handle's. */
void shop_handle_init(struct shop *shop, struct db *db, char *path);

/* The file that a store's name stands for; it belongs to uri. INVALID. */
enum shop_status shop_path_from_uri(const char *uri, const char **ret, struct shop_error *err);

/* Opens what a lazily loaded module of ours (NAME.so beside the library) offers under `symbol`. */
const void *module_symbol(const char *name, const char *symbol, struct shop_error *err);
