/* SPDX-License-Identifier: MIT */
/* Conversations and messages: rows to values and back. */
#include "store/conversation.h"

#include "base/cleanup.h"
#include "base/memory.h"

enum shop_status conversation_current(struct db *db, const char *token_id, int64_t *ret,
				      struct shop_error *err)
{
	return db_find_int(db, STMT_CONVERSATION_CURRENT, DB_ARGS(token_id), ret, err);
}

enum shop_status conversation_new(struct db *db, int64_t customer, int64_t now, int64_t *ret_id,
				  struct shop_error *err)
{
	return db_run_int(db, STMT_CONVERSATION_INSERT, DB_ARGS(customer, now), ret_id, err);
}

enum shop_status conversation_select(struct db *db, const char *token_id, int64_t conversation,
				     struct shop_error *err)
{
	return db_run(db, STMT_CONVERSATION_SELECT,
		      DB_ARGS(token_id, db_arg_unless(conversation, 0)), NULL, err);
}

enum shop_status conversation_owned(struct db *db, int64_t conversation, int64_t customer,
				    bool *ret, struct shop_error *err)
{
	int64_t owned = 0;
	enum shop_status st = db_run_int(db, STMT_CONVERSATION_OWNED,
					 DB_ARGS(conversation, customer), &owned, err);
	if (!st)
		*ret = owned != 0;
	return st;
}

enum shop_status message_insert(struct db *db, const struct message_new *m, int64_t *ret_id,
				struct shop_error *err)
{
	return db_run_int(db, STMT_MESSAGE_INSERT,
			  DB_ARGS(m->conversation, m->role, m->text, m->engine, m->model,
				  m->context, m->created_at),
			  ret_id, err);
}

enum shop_status message_context(struct db *db, int64_t conversation, char **ret,
				 struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	enum shop_status st = db_first(db, STMT_MESSAGE_CONTEXT, DB_ARGS(conversation), &s, err);
	bool ok = true;
	if (st)
		return st;
	*ret = s != NULL ? stmt_copy(s, 0, &ok) : NULL;
	return ok ? SHOP_OK : out_of_memory(err);
}

enum shop_status message_import_begin(struct db *db, struct shop_error *err)
{
	enum shop_status st = db_run(db, STMT_MESSAGE_IMPORT_TABLE, DB_NO_ARGS, NULL, err);
	return st ? st : db_run(db, STMT_MESSAGE_IMPORT_CLEAR, DB_NO_ARGS, NULL, err);
}

/* The conversation that a number stands for, begun where there is none. */
static enum shop_status number_resolve(struct db *db, int64_t customer, const struct message_new *m,
				       int64_t *ret, struct shop_error *err)
{
	enum shop_status st = db_find_int(db, STMT_MESSAGE_IMPORT_FIND,
					  DB_ARGS(customer, m->conversation), ret, err);
	if (st || *ret != 0)
		return st;
	st = db_find_int(db, STMT_MESSAGE_IMPORT_MATCH,
			 DB_ARGS(customer, m->role, m->text, m->created_at), ret, err);
	if (!st && *ret == 0)
		st = db_run_int(db, STMT_CONVERSATION_IMPORT,
				DB_ARGS(customer, m->created_at, m->conversation), ret, err);
	if (!st)
		st = db_run(db, STMT_MESSAGE_IMPORT_ADD, DB_ARGS(customer, m->conversation, *ret),
			    NULL, err);
	return st;
}

enum shop_status message_import(struct db *db, int64_t customer, const struct message_new *m,
				enum change *ret_change, struct shop_error *err)
{
	struct message_new message = *m;
	int64_t id = 0;
	enum shop_status st = number_resolve(db, customer, m, &message.conversation, err);
	if (!st)
		st = db_find_int(db, STMT_MESSAGE_IMPORT_NEXT,
				 DB_ARGS(message.conversation, m->role, m->text, m->created_at),
				 &id, err);
	*ret_change = id != 0 ? CHANGE_UNCHANGED : CHANGE_CREATED;
	if (!st && id == 0)
		st = message_insert(db, &message, &id, err);
	return st ? st
		  : db_run(db, STMT_MESSAGE_IMPORT_PASS, DB_ARGS(message.conversation, id), NULL,
			   err);
}
