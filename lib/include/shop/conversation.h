/* SPDX-License-Identifier: MIT */
#pragma once

/* What was said to the assistant, and what it answered: reading it, adding to it, deleting it. A
 * conversation is its customer's alone: to others it does not exist. */

#include <stdbool.h>
#include <stdint.h>

#include "shop/error.h"
#include "shop/store.h"

/* Texts are borrowed for the call that hands it over. */
struct shop_message {
	int64_t id, conversation;
	const char *role; /* user, assistant */
	const char *text;
	const char *engine, *model; /* of an answer; NULL: none */
	int64_t created_at;
};

/* Which messages of the acting customer. */
struct shop_history_filter {
	int64_t conversation; /* SHOP_NONE: all */
	int64_t since, until; /* of created_at, inclusive; SHOP_NONE: open */
	const char *search;   /* words, each of which is part of the text, whatever the case and the
			       * accents; NULL: any text */
	int64_t limit;        /* only the newest so many; SHOP_NONE: all */
};

/*
 * Hands over messages one by one, oldest first, in constant memory. each() may end it by a status
 * of its own, and must not call the library. NOT_FOUND: no such conversation of this customer;
 * INVALID: there are no words to search for.
 */
SHOP_API enum shop_status shop_history_each(
	struct shop *shop, const struct shop_history_filter *filter,
	enum shop_status (*each)(void *ctx, const struct shop_message *m, struct shop_error *err),
	void *ctx, struct shop_error *err);

/* The question is borrowed for the call that hands it over. */
struct shop_conversation {
	int64_t id, created_at;
	int64_t last_at;      /* of the newest message; of its beginning if there is none */
	int64_t messages;     /* how many */
	const char *question; /* the first one; NULL: none */
	bool current;         /* the one that the acting login is in */
};

/* Hands over the acting customer's conversations one by one, the one with the newest message first;
 * limit SHOP_NONE: all. As shop_history_each(). */
SHOP_API enum shop_status
shop_conversation_each(struct shop *shop, int64_t limit,
		       enum shop_status (*each)(void *ctx, const struct shop_conversation *c,
						struct shop_error *err),
		       void *ctx, struct shop_error *err);

enum { SHOP_REPLY_MAX = 65536 }; /* bytes of a reply that is saved */

/* An exchange with an assistant elsewhere. */
struct shop_exchange {
	const char *message, *reply;
	bool fresh;           /* begin a new conversation */
	int64_t conversation; /* add it to this one; SHOP_NONE: the login's current one */
};

/*
 * Adds an exchange to a conversation of the acting customer, which is the login's current one from
 * then on. Its engine is "external". What it was about is not known: a later "the second one" does
 * not refer to it, nor to what was said before. INVALID: a text that is empty or too long;
 * NOT_FOUND; DENIED: the token may only read.
 */
SHOP_API enum shop_status shop_chat_save(struct shop *shop, const struct shop_exchange *in,
					 int64_t *ret_conversation, int64_t *ret_created_at,
					 struct shop_error *err);

/* The acting login's next message begins a new conversation. *ret_conversation: the one that it was
 * in; SHOP_NONE: none. DENIED: the token may only read. */
SHOP_API enum shop_status shop_chat_reset(struct shop *shop, int64_t *ret_conversation,
					  struct shop_error *err);

/* Deletes all conversations of the acting customer, and tells how many they and their messages
 * were. DENIED: the token may only read. */
SHOP_API enum shop_status shop_history_delete(struct shop *shop, int64_t *ret_conversations,
					      int64_t *ret_messages, struct shop_error *err);
