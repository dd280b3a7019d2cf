/* SPDX-License-Identifier: MIT */
/* Turns of a conversation: rows to values. */
#include "store/turns.h"

#include <stdlib.h>
#include <string.h>

#include "base/cleanup.h"
#include "base/memory.h"

void turns_done(struct turns *t)
{
	for (size_t i = 0; i < t->count; i++) {
		free(t->items[i].question);
		free(t->items[i].reply);
	}
	free(t->items);
	*t = (struct turns){ 0 };
}

static bool add(struct turns *t, char **question, bool sent, const char *reply)
{
	struct turn_text *items = realloc(t->items, (t->count + 1) * sizeof(*items));
	if (items == NULL)
		return false;
	t->items = items;
	char *copy = strdup(reply);
	if (copy == NULL)
		return false;
	t->items[t->count++] = (struct turn_text){ TAKE(*question), copy, sent };
	return true;
}

enum shop_status turns_read(struct db *db, int64_t conversation, struct turns *ret,
			    struct shop_error *err)
{
	enum { STEP = 100 }; /* messages */
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	CLEANUP(free_charp) char *question = NULL;
	int64_t count = 0;
	bool row = true, ok = true, sent = false;
	enum shop_status st = db_run_int(db, STMT_TURN_COUNT, DB_ARGS(conversation), &count, err);
	int64_t skip = count < 2 * STEP ? 0 : (count / STEP - 1) * STEP;
	if (!st)
		st = db_query(db, STMT_TURN_LIST, DB_ARGS(conversation, skip), &s, err);
	while (!st && ok && !(st = stmt_step(s, &row, err)) && row) {
		if (strcmp(stmt_text(s, 0), "user") == 0) {
			free(question);
			sent = !stmt_is_null(s, 2);
			question = strdup(stmt_text(s, sent ? 2 : 1));
			ok = question != NULL;
		} else if (question != NULL) {
			ok = add(ret, &question, sent, stmt_text(s, 1));
		}
	}
	if (!st && !ok)
		st = out_of_memory(err);
	return st;
}

enum shop_status turn_sent(struct db *db, int64_t message, const char *text, struct shop_error *err)
{
	return db_run(db, STMT_TURN_SENT_INSERT, DB_ARGS(message, text), NULL, err);
}
