/* SPDX-License-Identifier: MIT */
/* Making a store: settings, its first admin and, if wanted, a file of records, in one transaction
 * on a file that nobody sees before it is complete. */
#include "service/account.h"
#include "service/import.h"
#include "store/customer.h"
#include "store/policy.h"

static const struct {
	const char *key, *value;
} first_settings[] = {
	{ "currency", "USD" },
	{ "tax_basis_points", "0" },
	{ "shipping_cents", "0" },
	{ "payment_methods", "card,paypal,bank_transfer,cash_on_delivery" },
};

static enum shop_status put_settings(struct db *db, struct shop_error *err)
{
	enum shop_status st = SHOP_OK;
	bool changed;
	for (size_t i = 0; !st && i < sizeof(first_settings) / sizeof(first_settings[0]); i++)
		st = setting_put(db, first_settings[i].key, first_settings[i].value, &changed, err);
	return st;
}

static enum shop_status put_admin(struct db *db, const struct shop_init *in, const char *hash,
				  int64_t now, struct shop_error *err)
{
	int64_t id;
	struct customer_new admin = {
		.email = in->email,
		.name = in->name,
		.password_hash = hash,
		.role = SHOP_ROLE_ADMIN,
		.created_at = now,
	};
	return customer_insert(db, &admin, &id, err);
}

/* All that a new store has, within the transaction that made it. */
static enum shop_status fill(struct shop *shop, const struct shop_init *in, const char *hash,
			     struct shop_error *err)
{
	enum shop_status st = put_settings(shop->db, err);
	return st ? st : put_admin(shop->db, in, hash, shop_now(shop), err);
}

static enum shop_status make(struct shop *shop, const char *path, const struct shop_init *in,
			     struct import *demo, struct shop_error *err)
{
	char hash[AUTH_HASH_SIZE];
	const struct shop_registration admin = { in->email, in->name, in->password };
	enum shop_status st = account_prepare(&admin, hash, err);
	CLEANUP(db_closep) struct db *db = NULL;
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	if (!st)
		st = db_create(path, &db, &txn, err);
	if (st)
		return st;
	shop->db = db;
	db_bulk(db);
	st = fill(shop, in, hash, err);
	if (!st && demo != NULL)
		st = import_run(demo, &txn, err);
	if (!st)
		st = txn_commit(&txn, err);
	return st ? st : db_publish(&db, err);
}

enum shop_status shop_init(const struct shop_init *in, struct shop_error *err)
{
	const char *path = NULL;
	enum shop_status st = shop_path_from_uri(in->uri, &path, err);
	if (st)
		return st;
	struct shop shop;
	shop_handle_init(&shop, /* db= */ NULL, /* path= */ NULL);
	shop.now = in->now;
	if (in->demo == NULL)
		return make(&shop, path, in, NULL, err);
	const struct shop_import load = { .path = in->demo, .batch = SHOP_NONE };
	CLEANUP(import_done) struct import demo;
	/* Before anything is made: the file may not be there. */
	st = import_open(&demo, &shop, &load, err);
	return st ? st : make(&shop, path, in, &demo, err);
}
