/* SPDX-License-Identifier: MIT */
#pragma once

/* Conversations as they are read and deleted. Functions that write expect a write transaction. */

#include "db/db.h"
#include "shop/conversation.h"

/* Where reading begins: this message and what comes after it. */
struct history_from {
	int64_t created_at, id;
};

/* Steps through the customer's messages that the filter lets pass (its search and its limit do not
 * count here), newest first or oldest first from a message on. from may be NULL. */
enum shop_status history_begin(struct db *db, int64_t customer,
			       const struct shop_history_filter *filter, bool newest_first,
			       const struct history_from *from, struct stmt **ret,
			       struct shop_error *err);
/* The next one, borrowed until the step after; *ret_row is false at the end. */
enum shop_status history_next(struct stmt *s, struct shop_message *ret, bool *ret_row,
			      struct shop_error *err);

/* As shop_conversation_each(). */
enum shop_status
conversation_each(struct db *db, int64_t customer, const char *token_id, int64_t limit,
		  enum shop_status (*each)(void *ctx, const struct shop_conversation *c,
					   struct shop_error *err),
		  void *ctx, struct shop_error *err);

enum shop_status history_delete(struct db *db, int64_t customer, int64_t *ret_conversations,
				int64_t *ret_messages, struct shop_error *err);
