/* SPDX-License-Identifier: MIT */
/* Settings and policies: rows to texts and back. */
#include "store/policy.h"

#include <stdlib.h>
#include <string.h>

#include "base/cleanup.h"

static enum shop_status no_memory(struct shop_error *err)
{
	return shop_error_set(err, SHOP_E_NOMEM, "out of memory");
}

enum shop_status setting_get(struct db *db, const char *key, char **ret, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false;
	enum shop_status st = db_query(db, STMT_SETTING_GET, DB_ARGS(key), &s, err);
	if (!st)
		st = stmt_step(s, &row, err);
	if (st)
		return st;
	char *value = row ? strdup(stmt_text(s, 0)) : NULL;
	if (row && value == NULL)
		return no_memory(err);
	*ret = value;
	return SHOP_OK;
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

void policies_done(struct policies *p)
{
	for (size_t i = 0; i < p->count; i++) {
		free(p->items[i].topic);
		free(p->items[i].text);
	}
	free(p->items);
	*p = (struct policies){ 0 };
}

static bool policies_add(struct policies *list, struct stmt *s)
{
	struct policy *more = reallocarray(list->items, list->count + 1, sizeof(*more));
	if (more == NULL)
		return false;
	list->items = more;
	struct policy *p = &more[list->count++];
	*p = (struct policy){
		.topic = strdup(stmt_text(s, 0)),
		.text = strdup(stmt_text(s, 1)),
		.updated_at = stmt_int(s, 2),
	};
	return p->topic != NULL && p->text != NULL;
}

enum shop_status policy_list(struct db *db, struct policies *ret, struct shop_error *err)
{
	CLEANUP(policies_done) struct policies list = { 0 };
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false;
	enum shop_status st = db_query(db, STMT_POLICY_LIST, DB_NO_ARGS, &s, err);
	while (!st && !(st = stmt_step(s, &row, err)) && row)
		if (!policies_add(&list, s))
			return no_memory(err);
	if (!st) {
		*ret = list;
		list = (struct policies){ 0 };
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
