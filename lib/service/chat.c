/* SPDX-License-Identifier: MIT */
/* A question in, a checked answer out: understand, retrieve, compose, verify, save. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "assistant/compose.h"
#include "base/clock.h"
#include "base/text.h"
#include "service/ask.h"
#include "service/conversation.h"
#include "store/conversation.h"

/* A context is a hint, not a record: what would not fit is left out. */
enum { DAY_SECONDS = 86400, CONTEXT_TEXT_MAX = 512, CONTEXT_NAMES_MAX = 8 };
enum { CONTENT_OF_A_NAME = 2 };

static void ask_done(struct ask *a)
{
	context_done(&a->context);
	sense_done(&a->sense);
	free(a->token_text);
	understanding_done(&a->u);
	evidence_done(&a->e);
	free(a->composed);
	free(a->reply);
	free(a->model);
	free(a->sent);
	verdict_done(&a->verdict);
}

void shop_answer_done(struct shop_answer *a)
{
	free(a->message);
	free(a->reply);
	free(a->model);
	shop_query_done(&a->query);
	shop_products_done(&a->products);
	shop_orders_done(&a->orders);
	for (size_t i = 0; i < a->claim_count; i++) {
		free(a->claims[i].text);
		free(a->claims[i].source);
	}
	free(a->claims);
	*a = (struct shop_answer){ 0 };
}

/* Which conversation it is, and what was said in it before. */
static enum shop_status read_context(struct ask *a, struct shop_error *err)
{
	CLEANUP(free_charp) char *text = NULL;
	enum shop_status st = conversation_which(a->shop, a->in->conversation, a->in->fresh,
						 &a->conversation, err);
	if (!st && a->conversation != 0)
		st = message_context(a->shop->db, a->conversation, &text, err);
	if (!st && text != NULL && !context_read(text, &a->context))
		st = out_of_memory(err);
	return st;
}

/* The message between its blanks, without the punctuation around it: how a SKU stands in it. */
static enum shop_status read_tokens(struct ask *a, struct shop_error *err)
{
	size_t count = 0;
	a->token_text = strdup(a->sense.text);
	if (a->token_text == NULL)
		return out_of_memory(err);
	for (char *p = a->token_text; *p != '\0' && count < ASK_TOKENS;) {
		p += strspn(p, " \"'(#");
		size_t n = strcspn(p, " ");
		char *next = p + n + (p[n] != '\0' ? 1 : 0);
		while (n > 0 && strchr("\"').,;:!?", p[n - 1]) != NULL)
			n--;
		if (n > 0) {
			p[n] = '\0';
			a->tokens[count++] = p;
		}
		p = next;
	}
	a->token_list = (struct shop_texts){ a->tokens, count };
	return SHOP_OK;
}

static bool is_about_products(enum shop_intent intent)
{
	return intent <= SHOP_INTENT_RECOMMEND;
}

static void understand_message(struct ask *a)
{
	const struct understand_input in = {
		.text = a->sense.text,
		.len = strlen(a->sense.text),
		.words = a->sense.words,
		.word_count = a->sense.word_count,
		.unknown = a->sense.unknown,
		.things = a->sense.things,
		.hits = a->sense.hits,
		.hit_count = a->sense.hit_count,
		.context = &a->context,
		.today = (int32_t)a->e.today,
		.currency = a->e.currency,
	};
	understand(&in, &a->u);
	/* What only seems to be about products, and only once a word of many was mended, is not; and
	 * nothing is said of other people's orders, not even that there are any. */
	bool guessed = !a->u.strong && a->sense.correction_count > 0 &&
		       a->sense.content > CONTENT_OF_A_NAME;
	if ((guessed && is_about_products(a->u.query.intent)) || a->u.others)
		a->u.query.intent = SHOP_INTENT_UNSUPPORTED;
}

static void evidence_begin(struct ask *a)
{
	int64_t local = shop_now(a->shop) + a->shop->utc_offset;
	a->e = (struct evidence){
		.currency = shop_currency(a->shop),
		.utc_offset = a->shop->utc_offset,
		.today = (int32_t)(local / DAY_SECONDS - (local % DAY_SECONDS < 0 ? 1 : 0)),
		.in_stock = SHOP_NONE,
		.things = SHOP_NONE,
		.of = SHOP_NONE,
		.price_low = SHOP_NONE,
		.price_high = SHOP_NONE,
	};
	memcpy(a->e.corrections, a->sense.corrections, sizeof(a->e.corrections));
	a->e.correction_count = a->sense.correction_count;
}

/* What the answer turned out to be about, for the equivalent command. */
static void write_command(struct ask *a)
{
	int64_t ids[CONTEXT_ROWS];
	size_t count = 0;
	bool orders = a->e.orders.count > 0;
	size_t all = orders ? a->e.orders.count : a->e.products.count;
	for (; count < all && count < CONTEXT_ROWS; count++)
		ids[count] = orders ? a->e.orders.items[count].id : a->e.products.items[count].id;
	understand_command(&a->u, a->e.currency, ids, count);
}

void chat_note(const struct shop_chat *in, struct shop_error *err)
{
	char line[sizeof(err->text) + 64];
	snprintf(line, sizeof(line), "answering without a model: %s", err->text);
	if (in->watch != NULL && in->watch->note != NULL)
		in->watch->note(in->watch->ctx, line);
	*err = (struct shop_error){ 0 };
}

/* The builtin engine's answer. */
static enum shop_status say_composed(struct ask *a, struct shop_error *err)
{
	const struct shop_chat_watch *w = a->in->watch;
	a->reply = TAKE(a->composed);
	a->engine = "builtin";
	if (!verify(a->reply, &a->u, &a->e, &a->verdict))
		return out_of_memory(err);
	if (w != NULL && w->text != NULL)
		w->text(w->ctx, a->reply, strlen(a->reply));
	return SHOP_OK;
}

/* Only what the reply speaks of. */
static void leave_mentioned(struct ask *a)
{
	for (size_t i = a->about_products; i < a->e.products.count; i++)
		shop_product_done(&a->e.products.items[i]);
	for (size_t i = a->about_orders; i < a->e.orders.count; i++)
		shop_order_done(&a->e.orders.items[i]);
	if (a->about_products < a->e.products.count)
		a->e.products.count = a->about_products;
	if (a->about_orders < a->e.orders.count)
		a->e.orders.count = a->about_orders;
}

/* How many there are of what the answer is about: of "the cheapest" there is one. */
static int64_t total_of(const struct ask *a)
{
	enum shop_intent intent = a->u.query.intent;
	if (intent >= SHOP_INTENT_ORDER_LIST && intent <= SHOP_INTENT_ORDER_COUNT)
		return a->e.order_total;
	bool some = a->u.superlative && intent != SHOP_INTENT_PRODUCT_COUNT;
	return some ? (int64_t)a->e.products.count : a->e.total;
}

static enum shop_status answer(struct ask *a, struct shop_error *err)
{
	struct retrieval r = { .shop = a->shop, .tokens = &a->token_list, .u = &a->u, .e = &a->e };
	const char *things[UNDERSTAND_WORDS];
	enum shop_status st = sense_init(&a->sense, a->shop, a->in->message, err);
	if (!st)
		st = read_tokens(a, err);
	if (st)
		return st;
	evidence_begin(a);
	understand_message(a);
	for (size_t i = 0; i < a->sense.word_count; i++)
		if (a->sense.things[i])
			things[r.things.count++] = a->sense.words[i].fold;
	r.things.items = things;
	st = retrieve(&r, err);
	if (st)
		return st;
	write_command(a);
	a->composed = compose(&a->u, &a->e);
	if (a->composed == NULL || a->u.failed)
		return out_of_memory(err);
	a->total = total_of(a);
	bool asks = a->in->engine != SHOP_ENGINE_BUILTIN && !a->in->explain;
	st = asks ? ask_model(a, err) : SHOP_OK;
	bool alone = st == SHOP_E_MODEL && a->in->engine == SHOP_ENGINE_AUTO;
	if (alone)
		chat_note(a->in, err);
	if (!asks || alone)
		st = say_composed(a, err);
	leave_mentioned(a);
	return st;
}

static bool copy_texts(char *const *items, size_t count, struct texts *ret)
{
	bool ok = true;
	for (size_t i = 0; ok && i < count && i < CONTEXT_NAMES_MAX; i++)
		ok = strlen(items[i]) > CONTEXT_TEXT_MAX || texts_add(ret, items[i]);
	return ok;
}

/* The orders that were shown, and of which days they are. */
static void context_orders(struct chat_context *c, const struct ask *a)
{
	const struct shop_query *q = &a->u.query;
	if (q->intent < SHOP_INTENT_ORDER_LIST || q->intent > SHOP_INTENT_ORDER_ACTION)
		return;
	c->since = q->since;
	c->until = q->until;
	c->goods = q->text != NULL || q->brand_count > 0;
	if (a->e.orders.count > 0)
		c->order_count = 0;
	for (size_t i = 0; i < a->e.orders.count && i < CONTEXT_ROWS; i++)
		c->orders[c->order_count++] = a->e.orders.items[i].id;
}

/* What the next message may refer to. Where this one was about something else, what was said of
 * products before still stands. */
static enum shop_status next_context(struct ask *a, char **ret, struct shop_error *err)
{
	const struct shop_query *q = &a->u.query;
	struct chat_context c;
	bool ok = true;
	context_init(&c);
	bool shown = a->u.ref_count > 0 && q->text == NULL && q->brand_count == 0 &&
		     q->category_count == 0 && q->attribute_count == 0;
	if (is_about_products(q->intent) && !shown) {
		if (q->text != NULL && strlen(q->text) <= CONTEXT_TEXT_MAX)
			ok = (c.text = strdup(q->text)) != NULL;
		ok = ok && copy_texts(q->brands, q->brand_count, &c.brands);
		ok = ok && copy_texts(q->categories, q->category_count, &c.categories);
		ok = ok && copy_texts(q->attributes, q->attribute_count, &c.attributes);
		c.price_min_cents = q->price_min_cents;
		c.price_max_cents = q->price_max_cents;
		c.min_rating_centi = q->min_rating_centi;
		c.in_stock = q->in_stock;
		c.sort = q->sort;
		c.reverse = q->reverse;
	} else {
		c = a->context;
		a->context = (struct chat_context){ 0 };
	}
	c.intent = q->intent;
	c.spent = a->u.spent;
	if (a->e.products.count > 0)
		c.product_count = 0;
	for (size_t i = 0; i < a->e.products.count && i < CONTEXT_ROWS; i++) {
		c.products[i] = a->e.products.items[i].id;
		c.prices[i] = a->e.products.items[i].price_cents;
		c.product_count = i + 1;
	}
	context_orders(&c, a);
	*ret = ok ? context_write(&c) : NULL;
	context_done(&c);
	return *ret != NULL ? SHOP_OK : out_of_memory(err);
}

/* Question and answer are saved together or not at all. */
static enum shop_status save(struct ask *a, int64_t now, struct shop_error *err)
{
	CLEANUP(free_charp) char *context = NULL;
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	enum shop_status st = next_context(a, &context, err);
	struct exchange x = { .conversation = a->conversation,
			      .message = a->in->message,
			      .reply = a->reply,
			      .engine = a->engine,
			      .model = a->model,
			      .context = context,
			      .sent = a->sent,
			      .created_at = now };
	if (!st)
		st = db_begin(a->shop->db, /* write= */ true, &txn, err);
	if (!st)
		st = conversation_add(a->shop, &x, err);
	a->conversation = x.conversation;
	return st ? st : txn_commit(&txn, err);
}

static enum shop_status hand_over(struct ask *a, int64_t now, struct shop_answer *ret,
				  struct shop_error *err)
{
	char *message = strdup(a->in->message);
	if (message == NULL)
		return out_of_memory(err);
	*ret = (struct shop_answer){
		.conversation = a->conversation,
		.message = message,
		.reply = TAKE(a->reply),
		.engine = a->engine,
		.model = TAKE(a->model),
		.query = a->u.query,
		.products = a->e.products,
		.orders = a->e.orders,
		.total = a->total,
		.claims = a->verdict.claims,
		.claim_count = a->verdict.count,
		.grounded = a->verdict.grounded,
		.created_at = now,
	};
	a->u.query = (struct shop_query){ 0 };
	a->e.products = (struct shop_products){ 0 };
	a->e.orders = (struct shop_orders){ 0 };
	a->verdict.claims = NULL;
	a->verdict.count = 0;
	return SHOP_OK;
}

enum shop_status shop_chat_ask(struct shop *shop, const struct shop_chat *in,
			       struct shop_answer *ret, struct shop_error *err)
{
	struct shop_error unseen;
	if (err == NULL)
		err = &unseen; /* why no model answers is told all the same */
	enum shop_status st = actor_need_login(shop, err);
	if (!st)
		st = conversation_check_text("message", in->message, SHOP_MESSAGE_MAX, err);
	if (st)
		return st;
	struct ask a = {
		.shop = shop, .in = in, .about_products = SIZE_MAX, .about_orders = SIZE_MAX
	};
	int64_t now = shop_now(shop);
	context_init(&a.context);
	st = read_context(&a, err);
	if (!st)
		st = answer(&a, err);
	/* what a model had said by then is an answer like any other */
	bool stopped = st == SHOP_E_CANCELLED && a.reply != NULL;
	const struct shop_error why = *err;
	if (stopped)
		st = SHOP_OK;
	if (!st && !in->explain)
		st = save(&a, now, err);
	if (!st)
		st = hand_over(&a, now, ret, err);
	ask_done(&a);
	if (!st && stopped) {
		*err = why;
		st = SHOP_E_CANCELLED;
	}
	return st;
}
