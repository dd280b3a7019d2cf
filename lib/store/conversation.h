/* SPDX-License-Identifier: MIT */
#pragma once

/* Conversations and their messages. Functions that write expect a write transaction. */

#include <stdbool.h>
#include <stdint.h>

#include "db/db.h"
#include "store/change.h"

/* The conversation a login is in; 0: none. */
enum shop_status conversation_current(struct db *db, const char *token_id, int64_t *ret,
				      struct shop_error *err);
enum shop_status conversation_new(struct db *db, int64_t customer, int64_t now, int64_t *ret_id,
				  struct shop_error *err);
/* The conversation that a login is in from now on; 0: none. */
enum shop_status conversation_select(struct db *db, const char *token_id, int64_t conversation,
				     struct shop_error *err);
/* Is it this customer's? */
enum shop_status conversation_owned(struct db *db, int64_t conversation, int64_t customer,
				    bool *ret, struct shop_error *err);

struct message_new {
	int64_t conversation;
	const char *role, *text;              /* role: user or assistant */
	const char *engine, *model, *context; /* or NULL */
	int64_t created_at;
};
enum shop_status message_insert(struct db *db, const struct message_new *m, int64_t *ret_id,
				struct shop_error *err);
/* The context of the conversation's newest message of the assistant; *ret is NULL if there is none,
 * and the caller's to free. */
enum shop_status message_context(struct db *db, int64_t conversation, char **ret,
				 struct shop_error *err);

/*
 * Messages from outside carry a number for each conversation of a customer, which need not be one
 * of this store. The first message under a number decides: if a conversation of the customer has
 * that very message, and no other number stands for it, that is the one; else a new one is begun,
 * under that number if it is free. The messages of a conversation come in its order, and each is
 * looked for behind the one before it. So a second import finds what the first has made, and a
 * message that was said twice is there twice. The pairs are kept for the length of an import.
 */
enum shop_status message_import_begin(struct db *db, struct shop_error *err);
/* m->conversation is the record's number. Unchanged: the conversation has that message. */
enum shop_status message_import(struct db *db, int64_t customer, const struct message_new *m,
				enum change *ret_change, struct shop_error *err);
