/* SPDX-License-Identifier: MIT */
/* Answers about the customer's own orders. */
#include "assistant/compose.h"

#include <inttypes.h>
#include <string.h>

enum { LINES_SHOWN = 6, TRACKED_SHOWN = 5 };

static const char *currency_of(const struct evidence *e, const struct shop_order *o)
{
	return o->currency != NULL && o->currency[0] != '\0' ? o->currency : e->currency;
}

static int64_t count_of(const struct evidence *e)
{
	int64_t given = (int64_t)e->orders.count;
	return e->order_total > given ? e->order_total : given;
}

/* "unpaid", "shipped or delivered": the states that were asked for. */
static void put_states(struct buf *b, unsigned statuses)
{
	const unsigned pending = 1u << SHOP_ORDER_PENDING;
	const unsigned open = pending | 1u << SHOP_ORDER_PAID | 1u << SHOP_ORDER_SHIPPED;
	const char *join = "";
	if (statuses == pending || statuses == open) {
		buf_puts(b, statuses == pending ? "unpaid " : "open ");
		return;
	}
	for (int s = SHOP_ORDER_PENDING; s <= SHOP_ORDER_CANCELLED; s++) {
		if ((statuses & (1u << s)) == 0)
			continue;
		buf_printf(b, "%s%s", join, shop_order_status_word((enum shop_order_status)s));
		join = " or ";
	}
	if (statuses != 0)
		buf_putc(b, ' ');
}

/* What the orders should have in them, as a text. */
static const char *wanted_word(const struct shop_query *q)
{
	if (q->text != NULL)
		return q->text;
	if (q->brand_count > 0)
		return q->brands[0];
	if (q->category_count > 0) {
		const char *leaf = strrchr(q->categories[0], '/');
		return leaf != NULL ? leaf + 1 : q->categories[0];
	}
	if (q->attribute_count > 0) {
		const char *value = strchr(q->attributes[0], '=');
		return value != NULL ? value + 1 : q->attributes[0];
	}
	return NULL;
}

/* "2 open orders with 'book' from Monday 16 to Sunday 22 November 2026" */
static void put_orders(struct buf *b, const struct understanding *u, int64_t n)
{
	const char *word = wanted_word(&u->query);
	buf_puts(b, n == 1 ? "one " : n == 0 ? "no " : "");
	if (n > 1)
		buf_printf(b, "%" PRId64 " ", n);
	put_states(b, u->statuses);
	buf_puts(b, n == 1 ? "order" : "orders");
	if (word != NULL) {
		buf_puts(b, " with ");
		put_quoted(b, word);
	}
	if (u->query.since != SHOP_NONE || u->query.until != SHOP_NONE)
		buf_putc(b, ' ');
	put_days(b, u->query.since, u->query.until);
}

static void put_lines(struct buf *b, const struct shop_order *o)
{
	for (size_t i = 0; i < o->line_count && i < LINES_SHOWN; i++) {
		const struct shop_order_line *l = &o->lines[i];
		const struct shop_product p = { .name = l->name, .sku = l->sku };
		bool last = i + 1 == o->line_count;
		buf_puts(b, i == 0 ? "" : last ? " and " : ", ");
		buf_printf(b, "%" PRId64 " \xC3\x97 ", l->quantity);
		put_name(b, &p);
	}
	if (o->line_count > LINES_SHOWN)
		buf_printf(b, " and %zu more", o->line_count - LINES_SHOWN);
}

/* "#1234 (shipped), ordered on 12 November 2026: 1 × NAME — $139.58 in all" */
static void put_order_row(struct buf *b, const struct evidence *e, const struct shop_order *o)
{
	buf_printf(b, "#%" PRId64 " (%s), ordered on ", o->id, shop_order_status_word(o->status));
	put_day(b, local_day(o->created_at, e->utc_offset));
	if (o->line_count > 0) {
		buf_puts(b, ": ");
		put_lines(b, o);
	}
	buf_puts(b, " \xE2\x80\x94 ");
	put_price(b, o->total_cents, currency_of(e, o));
	buf_puts(b, " in all");
}

void put_order_rows(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	bool all = u->query.limit != SHOP_NONE && u->query.limit > REPLY_LISTED;
	size_t most = all || u->all ? REPLY_LISTED_MOST : REPLY_LISTED, i = 0;
	for (; i < e->orders.count && i < most; i++) {
		buf_putc(b, '\n');
		put_order_row(b, e, &e->orders.items[i]);
	}
	int64_t more = count_of(e) - (int64_t)i;
	if (more > 0 && u->query.limit == SHOP_NONE)
		buf_printf(b, "\nand %" PRId64 " more", more);
}

void put_missed_words(struct buf *b, const struct understanding *u)
{
	const char *word = wanted_word(&u->query);
	buf_puts(b, u->asks ? "No, none of your orders " : "None of your orders ");
	if (word != NULL) {
		buf_puts(b, "has ");
		put_quoted(b, word);
		buf_puts(b, " in it");
	} else {
		buf_puts(b, "is like that");
	}
}

static void put_missed(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	put_missed_words(b, u);
	buf_puts(b, e->orders.count > 0 ? "; this is your latest one:" : ".");
}

static void put_no_orders(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	if (u->query.order_id != SHOP_NONE) {
		buf_printf(b, "I found no order #%" PRId64 " of yours.", u->query.order_id);
		return;
	}
	buf_puts(b, u->asks ? "No, you have " : "You have ");
	if (e->order_count == 0) {
		buf_puts(b, "no orders yet.");
		return;
	}
	put_orders(b, u, 0);
	buf_putc(b, '.');
}

static void compose_order_list(struct buf *b, const struct understanding *u,
			       const struct evidence *e)
{
	if (e->words_missed) {
		put_missed(b, u, e);
		put_order_rows(b, u, e);
		return;
	}
	bool one = e->orders.count == 1 && (u->last || u->first);
	if (one && !u->asks) {
		buf_puts(b, u->first ? "Your first order" : "Your latest order");
		const char *word = wanted_word(&u->query);
		if (word != NULL) {
			buf_puts(b, " with ");
			put_quoted(b, word);
		}
		buf_puts(b, " is ");
		put_order_row(b, e, &e->orders.items[0]);
		buf_putc(b, '.');
		return;
	}
	buf_puts(b, u->asks ? "Yes, you have " : "You have ");
	put_orders(b, u, count_of(e));
	buf_putc(b, ':');
	put_order_rows(b, u, e);
}

static void put_state(struct buf *b, const struct shop_order *o)
{
	static const char *const states[] = {
		[SHOP_ORDER_PENDING] = "has not been paid yet",
		[SHOP_ORDER_PAID] = "has been paid and has not been shipped yet",
		[SHOP_ORDER_SHIPPED] = "has been shipped and has not been delivered yet",
		[SHOP_ORDER_DELIVERED] = "has been delivered",
		[SHOP_ORDER_CANCELLED] = "was cancelled",
	};
	buf_printf(b, "Order #%" PRId64 " %s.", o->id, states[o->status]);
}

/* "It was ordered on ..., paid on ... and shipped on ...." */
static void put_timeline(struct buf *b, const struct evidence *e, const struct shop_order *o)
{
	const struct {
		const char *word;
		int64_t at;
	} events[] = {
		{ "ordered", o->created_at },     { "paid", o->paid_at },
		{ "shipped", o->shipped_at },     { "delivered", o->delivered_at },
		{ "cancelled", o->cancelled_at },
	};
	size_t count = 0, put = 0, n = sizeof(events) / sizeof(events[0]);
	for (size_t i = 0; i < n; i++)
		count += events[i].at != SHOP_NONE;
	buf_puts(b, "It was ");
	for (size_t i = 0; i < n; i++) {
		if (events[i].at == SHOP_NONE)
			continue;
		put++;
		buf_puts(b, put == 1 ? "" : put == count ? " and " : ", ");
		buf_printf(b, "%s on ", events[i].word);
		put_day(b, local_day(events[i].at, e->utc_offset));
	}
	buf_putc(b, '.');
}

static void put_tracked(struct buf *b, const struct evidence *e, const struct shop_order *o)
{
	put_state(b, o);
	buf_putc(b, ' ');
	put_timeline(b, e, o);
	if (o->line_count > 0) {
		buf_printf(b, " Order #%" PRId64 " contains ", o->id);
		put_lines(b, o);
		buf_puts(b, " \xE2\x80\x94 ");
	} else {
		buf_puts(b, " It comes to ");
	}
	put_price(b, o->total_cents, currency_of(e, o));
	buf_puts(b, " in all.");
}

static void compose_track(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	if (e->words_missed) {
		put_missed(b, u, e);
		buf_putc(b, '\n');
	}
	for (size_t i = 0; i < e->orders.count && i < TRACKED_SHOWN; i++) {
		buf_puts(b, i > 0 ? "\n" : "");
		put_tracked(b, e, &e->orders.items[i]);
	}
}

/* How many of the orders the sum is made of; SHOP_NONE if not all of them are given. */
static int64_t paid_orders(const struct evidence *e)
{
	int64_t count = 0;
	for (size_t i = 0; i < e->orders.count; i++)
		count += e->orders.items[i].paid_at != SHOP_NONE &&
			 e->orders.items[i].cancelled_at == SHOP_NONE;
	return e->order_total > (int64_t)e->orders.count ? SHOP_NONE : count;
}

static void compose_spent(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	const char *word = wanted_word(&u->query);
	int64_t paid = paid_orders(e);
	buf_puts(b, "You spent ");
	put_price(b, e->spent_cents, e->currency);
	if (word != NULL) {
		buf_puts(b, " on ");
		put_quoted(b, word);
	}
	if (u->query.since != SHOP_NONE || u->query.until != SHOP_NONE)
		buf_putc(b, ' ');
	put_days(b, u->query.since, u->query.until);
	if (paid > 0) {
		buf_puts(b, ", in ");
		put_count(b, paid, "order", "orders");
	}
	buf_puts(b, word != NULL ? ". That is the price of these goods"
				 : ". That is items, tax and shipping");
	buf_puts(b, "; orders that are not paid or were cancelled are left out.");
}

static void compose_order_count(struct buf *b, const struct understanding *u,
				const struct evidence *e)
{
	if (e->words_missed) {
		struct evidence none = { .order_count = e->order_count };
		put_missed(b, u, &none);
	} else if (u->spent) {
		compose_spent(b, u, e);
	} else {
		buf_puts(b, "You have ");
		put_orders(b, u, count_of(e));
		buf_putc(b, '.');
	}
}

void compose_orders(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	bool counted = u->query.intent == SHOP_INTENT_ORDER_COUNT;
	if (e->orders.count == 0 && !e->words_missed && (!counted || count_of(e) == 0))
		put_no_orders(b, u, e);
	else if (counted)
		compose_order_count(b, u, e);
	else if (u->query.intent == SHOP_INTENT_ORDER_TRACK)
		compose_track(b, u, e);
	else
		compose_order_list(b, u, e);
}
