/* SPDX-License-Identifier: MIT */
/* Settings and policies: rows to texts and back. */
#include "store/policy.h"

#include <stdlib.h>

#include "base/cleanup.h"
#include "base/memory.h"

enum shop_status setting_get(struct db *db, const char *key, char **ret, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	enum shop_status st = db_first(db, STMT_SETTING_GET, DB_ARGS(key), &s, err);
	bool ok = true;
	if (st)
		return st;
	*ret = s != NULL ? stmt_copy(s, 0, &ok) : NULL;
	return ok ? SHOP_OK : out_of_memory(err);
}

enum shop_status setting_put(struct db *db, const char *key, const char *value, bool *ret_changed,
			     struct shop_error *err)
{
	int64_t changes = 0;
	enum shop_status st = db_run(db, STMT_SETTING_PUT, DB_ARGS(key, value), &changes, err);
	if (!st)
		*ret_changed = changes != 0;
	return st;
}

void shop_policies_done(struct shop_policies *p)
{
	for (size_t i = 0; i < p->count; i++) {
		free(p->items[i].topic);
		free(p->items[i].text);
	}
	free(p->items);
	*p = (struct shop_policies){ 0 };
}

static bool policies_add(struct shop_policies *list, struct stmt *s)
{
	bool ok = true;
	struct shop_policy *items = array_room(list->items, list->count, sizeof(*items));
	if (items == NULL)
		return false;
	list->items = items;
	items[list->count++] = (struct shop_policy){
		.topic = stmt_copy(s, 0, &ok),
		.text = stmt_copy(s, 1, &ok),
		.updated_at = stmt_int(s, 2),
	};
	return ok;
}

enum shop_status policy_list(struct db *db, struct shop_policies *ret, struct shop_error *err)
{
	CLEANUP(shop_policies_done) struct shop_policies list = { 0 };
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false;
	enum shop_status st = db_query(db, STMT_POLICY_LIST, DB_NO_ARGS, &s, err);
	while (!st && !(st = stmt_step(s, &row, err)) && row)
		if (!policies_add(&list, s))
			return out_of_memory(err);
	if (!st) {
		*ret = list;
		list = (struct shop_policies){ 0 };
	}
	return st;
}

enum shop_status policy_known(struct db *db, const char *topic, bool *ret, struct shop_error *err)
{
	int64_t known = 0;
	enum shop_status st = db_run_int(db, STMT_POLICY_KNOWN, DB_ARGS(topic), &known, err);
	if (!st)
		*ret = known != 0;
	return st;
}

enum shop_status policy_put(struct db *db, const char *topic, const char *text, int64_t now,
			    bool *ret_changed, struct shop_error *err)
{
	int64_t changes = 0;
	enum shop_status st = db_run(db, STMT_POLICY_PUT, DB_ARGS(topic, text, now), &changes, err);
	if (!st)
		*ret_changed = changes != 0;
	return st;
}
