/* SPDX-License-Identifier: MIT */
/* Reads conversations back, row by row. */
#include "store/history.h"

#include "base/cleanup.h"

enum shop_status history_begin(struct db *db, int64_t customer,
			       const struct shop_history_filter *filter, bool newest_first,
			       const struct history_from *from, struct stmt **ret,
			       struct shop_error *err)
{
	struct db_arg at = from != NULL ? db_arg_int(from->created_at) : db_arg_null();
	struct db_arg id = from != NULL ? db_arg_int(from->id) : db_arg_null();
	return db_query(db, newest_first ? STMT_HISTORY_NEWEST_FIRST : STMT_HISTORY_OLDEST_FIRST,
			DB_ARGS(customer, db_arg_unless(filter->conversation, SHOP_NONE),
				db_arg_unless(filter->since, SHOP_NONE),
				db_arg_unless(filter->until, SHOP_NONE), at, id),
			ret, err);
}

enum shop_status history_next(struct stmt *s, struct shop_message *ret, bool *ret_row,
			      struct shop_error *err)
{
	enum shop_status st = stmt_step(s, ret_row, err);
	if (!st && *ret_row)
		*ret = (struct shop_message){
			.id = stmt_int(s, 0),
			.conversation = stmt_int(s, 1),
			.role = stmt_text(s, 2),
			.text = stmt_text(s, 3),
			.engine = stmt_text_or_null(s, 4),
			.model = stmt_text_or_null(s, 5),
			.created_at = stmt_int(s, 6),
		};
	return st;
}

enum shop_status
conversation_each(struct db *db, int64_t customer, const char *token_id, int64_t limit,
		  enum shop_status (*each)(void *ctx, const struct shop_conversation *c,
					   struct shop_error *err),
		  void *ctx, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = true;
	enum shop_status st =
		db_query(db, STMT_CONVERSATION_LIST,
			 DB_ARGS(customer, token_id, db_arg_unless(limit, SHOP_NONE)), &s, err);
	while (!st && row) {
		st = stmt_step(s, &row, err);
		if (st || !row)
			break;
		const struct shop_conversation c = {
			.id = stmt_int(s, 0),
			.created_at = stmt_int(s, 1),
			.last_at = stmt_int(s, 2),
			.messages = stmt_int(s, 3),
			.question = stmt_text_or_null(s, 4),
			.current = stmt_int(s, 5) != 0,
		};
		st = each(ctx, &c, err);
	}
	return st;
}

enum shop_status history_delete(struct db *db, int64_t customer, int64_t *ret_conversations,
				int64_t *ret_messages, struct shop_error *err)
{
	enum shop_status st = db_run(db, STMT_HISTORY_DELETE, DB_ARGS(customer), ret_messages, err);
	return st ? st
		  : db_run(db, STMT_CONVERSATION_DELETE, DB_ARGS(customer), ret_conversations, err);
}
