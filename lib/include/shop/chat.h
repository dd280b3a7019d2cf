/* SPDX-License-Identifier: MIT */
#pragma once

/* The assistant: a question in, an answer whose every fact comes from the store out. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shop/error.h"
#include "shop/order.h"
#include "shop/product.h"
#include "shop/store.h"

enum shop_intent {
	SHOP_INTENT_PRODUCT_SEARCH,
	SHOP_INTENT_PRODUCT_FACT,
	SHOP_INTENT_PRODUCT_COMPARE,
	SHOP_INTENT_PRODUCT_COUNT,
	SHOP_INTENT_RECOMMEND,
	SHOP_INTENT_ORDER_LIST,
	SHOP_INTENT_ORDER_TRACK,
	SHOP_INTENT_ORDER_COUNT,
	SHOP_INTENT_ORDER_ACTION,
	SHOP_INTENT_ACCOUNT,
	SHOP_INTENT_SHOP_INFO,
	SHOP_INTENT_GREETING,
	SHOP_INTENT_UNSUPPORTED,
};
/* "product_search" ...; static. */
SHOP_API const char *shop_intent_word(enum shop_intent intent);

/* How a message was understood. Texts belong to the query. */
struct shop_query {
	enum shop_intent intent;
	char *text; /* the words that name what is looked for; NULL: none */
	char **brands, **categories, **attributes; /* attributes: NAME=VALUE */
	size_t brand_count, category_count, attribute_count;
	int64_t price_min_cents, price_max_cents;   /* or SHOP_NONE */
	int64_t min_rating_centi, max_rating_centi; /* or SHOP_NONE */
	bool in_stock;                              /* only what is in stock was asked for */
	enum shop_sort sort;
	bool reverse;
	int64_t limit, order_id; /* or SHOP_NONE */
	int64_t since, until;    /* days since 1970-01-01, inclusive; or SHOP_NONE */
	char *command;           /* what to type for the same; NULL: none */
};
SHOP_API void shop_query_done(struct shop_query *q);

/* A fact in the reply, and the row that bears it out. */
struct shop_claim {
	char *text;
	/* price, stock, rating, count, product, order, date, status, percent, link, or statement
	 * for words of a model that nothing bears out; static */
	const char *kind;
	char *source; /* "product:42"; NULL: nothing bears it out */
	bool ok;
};

struct shop_answer {
	int64_t conversation;
	char *message, *reply;
	const char *engine; /* "builtin", "ollama"; static */
	char *model;        /* NULL: none was asked */
	struct shop_query query;
	struct shop_products products; /* what the reply is about, best first */
	struct shop_orders orders;
	int64_t total; /* how many there are of them */
	struct shop_claim *claims;
	size_t claim_count;
	bool grounded; /* every claim is borne out; not where the reply took a model's place */
	int64_t created_at;
};
SHOP_API void shop_answer_done(struct shop_answer *a);

enum { SHOP_MESSAGE_MAX = 8192 }; /* bytes of a message */

/* Who phrases the answer. */
enum shop_engine {
	SHOP_ENGINE_BUILTIN,
	SHOP_ENGINE_OLLAMA, /* a model: MODEL where it cannot be had */
	SHOP_ENGINE_AUTO,   /* a model where one answers, else builtin */
};

/* The model server. */
struct shop_model {
	const char *server; /* as in OLLAMA_HOST; NULL: the usual address */
	const char *key;    /* bearer token, sent over https only; NULL: none */
	const char *name;   /* NULL: the usual model */
};

/* What happens while an answer is made; any member may be NULL. */
struct shop_chat_watch {
	/* A piece of the reply that may be shown: clean text, as it arrives. */
	void (*text)(void *ctx, const char *piece, size_t len);
	/* The last len bytes of what text() gave turned out not to be borne out by the store: they
	 * are taken back, and what text() gives next stands in their place. */
	void (*retract)(void *ctx, size_t len);
	/* One line to be told apart from the reply: "answering without a model: ...". */
	void (*note)(void *ctx, const char *line);
	/* Asked now and then; true stops with CANCELLED. */
	bool (*cancelled)(void *ctx);
	void *ctx;
};

struct shop_chat {
	const char *message;
	bool fresh;           /* begin a new conversation */
	bool explain;         /* understand only: nothing is asked of a model, nothing is saved */
	int64_t conversation; /* go on with this one; SHOP_NONE: the login's current one */
	enum shop_engine engine;
	struct shop_model model;
	const struct shop_chat_watch *watch; /* may be NULL */
};

/*
 * Answers the acting customer, and saves question and answer. NOT_LOGGED_IN; INVALID: an empty or
 * too long message; NOT_FOUND: no such conversation of this customer; MODEL. CANCELLED while a model
 * was speaking: *ret holds what it had said by then, which was saved as the answer, and is freed as
 * usual.
 */
SHOP_API enum shop_status shop_chat_ask(struct shop *shop, const struct shop_chat *in,
					struct shop_answer *ret, struct shop_error *err);

/*
 * Would the model be asked there? It is only looked for: no store is needed, and nothing is loaded.
 * cancelled: as above, may be NULL. MODEL: the server does not answer or has no such model; the text
 * and the hint say what is wrong. INVALID: no address. CANCELLED.
 */
SHOP_API enum shop_status shop_model_check(const struct shop_model *model,
					   bool (*cancelled)(void *ctx), void *ctx,
					   struct shop_error *err);

/* Has the model made ready in the background, for a conversation that is about to begin. */
SHOP_API void shop_chat_prepare(struct shop *shop, const struct shop_model *model);
