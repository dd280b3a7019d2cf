/* SPDX-License-Identifier: MIT */
/* Settings and policies through the public door: for admins. */
#include "service/setting.h"

#include <stdlib.h>
#include <string.h>

#include "exchange/record.h"
#include "store/policy.h"

void shop_settings_done(struct shop_settings *list)
{
	for (size_t i = 0; i < list->count; i++) {
		free(list->items[i].key);
		free(list->items[i].value);
	}
	free(list->items);
	*list = (struct shop_settings){ 0 };
}

const char *shop_setting_key(size_t n)
{
	return record_setting_key(n);
}

static struct shop_setting *settings_find(const struct shop_settings *list, const char *key)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->items[i].key, key) == 0)
			return &list->items[i];
	return NULL;
}

static struct shop_setting *settings_add(struct shop_settings *list, const char *key)
{
	struct shop_setting *items = reallocarray(list->items, list->count + 1, sizeof(*items));
	if (items == NULL)
		return NULL;
	list->items = items;
	struct shop_setting *s = &items[list->count++];
	*s = (struct shop_setting){ .key = strdup(key), .about = record_setting_about(key) };
	return s->key != NULL ? s : NULL;
}

static bool settings_put(struct shop_settings *list, const char *key, const char *value)
{
	struct shop_setting *s = settings_find(list, key);
	if (s == NULL)
		s = settings_add(list, key);
	if (s == NULL)
		return false;
	s->value = strdup(value);
	return s->value != NULL;
}

enum shop_status shop_setting_list(struct shop *shop, struct shop_settings *ret,
				   struct shop_error *err)
{
	CLEANUP(shop_settings_done) struct shop_settings list = { 0 };
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false;
	enum shop_status st = actor_need_admin(shop, err);
	if (st)
		return st;
	for (size_t i = 0; record_setting_key(i) != NULL; i++)
		if (settings_add(&list, record_setting_key(i)) == NULL)
			return out_of_memory(err);
	st = db_query(shop->db, STMT_SETTING_LIST, DB_NO_ARGS, &s, err);
	while (!st && !(st = stmt_step(s, &row, err)) && row)
		if (!settings_put(&list, stmt_text(s, 0), stmt_text(s, 1)))
			return out_of_memory(err);
	if (st)
		return st;
	*ret = list;
	list = (struct shop_settings){ 0 };
	return SHOP_OK;
}

enum shop_status setting_check_change(struct shop *shop, const char *key, const char *old,
				      const char *value, struct shop_error *err)
{
	int64_t products = 0;
	if (strcmp(key, "currency") != 0 || old == NULL || strcmp(old, value) == 0)
		return SHOP_OK;
	enum shop_status st = db_run_int(shop->db, STMT_PRODUCT_ANY, DB_NO_ARGS, &products, err);
	if (st || products == 0)
		return st;
	st = shop_error_set(err, SHOP_E_CONFLICT, "the prices of the products are in %s", old);
	shop_error_hint(err, "they would be other prices in %s: use a store of its own", value);
	return st;
}

/* Without these the shop could not count. */
static bool is_needed(const char *key)
{
	static const char *const needed[] = { "currency", "tax_basis_points", "shipping_cents",
					      "payment_methods" };
	for (size_t i = 0; i < sizeof(needed) / sizeof(needed[0]); i++)
		if (strcmp(key, needed[i]) == 0)
			return true;
	return false;
}

static enum shop_status unknown_key(const char *key, struct shop_error *err)
{
	const char *nearest = record_setting_nearest(key);
	shop_error_set(err, SHOP_E_INVALID, "there is no setting '%s'", key);
	if (nearest != NULL)
		shop_error_hint(err, "did you mean '%s'?", nearest);
	else
		shop_error_hint(err, "'shop admin settings list' shows what there is");
	return SHOP_E_INVALID;
}

static enum shop_status check_setting(struct shop *shop, const char *key, const char *value,
				      struct shop_error *err)
{
	CLEANUP(free_charp) char *old = NULL;
	const struct record record = { .type = RECORD_SETTING,
				       .as.setting = { .key = key, .value = value } };
	enum shop_status st = setting_get(shop->db, key, &old, err);
	if (st)
		return st;
	if (old == NULL && record_setting_about(key) == NULL)
		return unknown_key(key, err);
	if (value[0] == '\0' && !is_needed(key))
		return SHOP_OK;
	st = record_check(&record, err);
	return st ? st : setting_check_change(shop, key, old, value, err);
}

enum shop_status shop_setting_set(struct shop *shop, const char *key, const char *value,
				  struct shop_error *err)
{
	bool changed;
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	enum shop_status st = actor_need_admin_write(shop, err);
	if (!st)
		st = db_begin(shop->db, /* write= */ true, &txn, err);
	if (!st)
		st = check_setting(shop, key, value, err);
	if (st)
		return st;
	if (value[0] == '\0')
		st = db_run(shop->db, STMT_SETTING_DELETE, DB_ARGS(key), NULL, err);
	else
		st = setting_put(shop->db, key, value, &changed, err);
	shop->currency[0] = '\0';
	return st ? st : txn_commit(&txn, err);
}

enum shop_status shop_policy_list(struct shop *shop, struct shop_policies *ret,
				  struct shop_error *err)
{
	enum shop_status st = actor_need_admin(shop, err);
	return st ? st : policy_list(shop->db, ret, err);
}

enum shop_status shop_policy_set(struct shop *shop, const char *topic, const char *text,
				 struct shop_error *err)
{
	bool changed;
	const struct record record = { .type = RECORD_POLICY,
				       .as.policy = { .topic = topic, .text = text } };
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	enum shop_status st = actor_need_admin_write(shop, err);
	if (!st)
		st = record_check(&record, err);
	if (!st)
		st = db_begin(shop->db, /* write= */ true, &txn, err);
	if (!st)
		st = policy_put(shop->db, topic, text, shop_now(shop), &changed, err);
	return st ? st : txn_commit(&txn, err);
}

enum shop_status shop_policy_delete(struct shop *shop, const char *topic, struct shop_error *err)
{
	int64_t changes = 0;
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	enum shop_status st = actor_need_admin_write(shop, err);
	if (!st)
		st = db_begin(shop->db, /* write= */ true, &txn, err);
	if (!st)
		st = db_run(shop->db, STMT_POLICY_DELETE, DB_ARGS(topic), &changes, err);
	if (!st && changes == 0) {
		shop_error_set(err, SHOP_E_NOT_FOUND, "there is no policy on '%s'", topic);
		shop_error_hint(err, "'shop admin policy list' shows what there is");
		return SHOP_E_NOT_FOUND;
	}
	return st ? st : txn_commit(&txn, err);
}
