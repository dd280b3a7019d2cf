/* SPDX-License-Identifier: MIT */
/* A comparison: a line for each product, what tells them apart, and which is cheaper and better
 * rated. */
#include <string.h>

#include "assistant/compose.h"

enum { DIFFERENCES_SHOWN = 4 };

static size_t detailed(const struct evidence *e)
{
	return e->products.count < EVIDENCE_DETAILS ? e->products.count : EVIDENCE_DETAILS;
}

static const char *value_in(const struct shop_attributes *list, const char *name)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->items[i].name, name) == 0)
			return list->items[i].value;
	return NULL;
}

/* Do all of the products have it, and not all the same? */
static bool tells_apart(const struct evidence *e, const char *name)
{
	const char *first = value_in(&e->attributes[0], name);
	bool differs = false;
	for (size_t i = 0; i < detailed(e); i++) {
		const char *value = value_in(&e->attributes[i], name);
		if (first == NULL || value == NULL || value[0] == '\0')
			return false;
		differs |= strcmp(first, value) != 0;
	}
	return differs;
}

static void put_differences(struct buf *b, const struct evidence *e, size_t product)
{
	const struct shop_attributes *list = &e->attributes[0];
	size_t shown = 0;
	if (product >= detailed(e))
		return;
	for (size_t i = 0; i < list->count && shown < DIFFERENCES_SHOWN; i++) {
		const char *name = list->items[i].name;
		if (!tells_apart(e, name))
			continue;
		buf_puts(b, shown++ == 0 ? "; " : ", ");
		put_attribute_name(b, name);
		buf_putc(b, ' ');
		put_value(b, value_in(&e->attributes[product], name));
	}
}

/* How many are at the low (or high) end, and the first of them. */
static size_t at_end(const struct evidence *e, bool by_rating, size_t *ret_first)
{
	size_t count = 0;
	int64_t best = 0;
	for (size_t i = 0; i < e->products.count; i++) {
		const struct shop_product *p = &e->products.items[i];
		int64_t value = by_rating ? -p->rating_centi : p->price_cents;
		if (i == 0 || value < best) {
			best = value;
			*ret_first = i;
			count = 0;
		}
		count += value == best;
	}
	return count;
}

static void put_winner(struct buf *b, const struct evidence *e, bool by_rating)
{
	size_t first = 0, count = at_end(e, by_rating, &first);
	bool two = e->products.count == 2;
	buf_putc(b, '\n');
	if (count == e->products.count) {
		buf_puts(b, by_rating ? "They are rated the same." : "They cost the same.");
		return;
	}
	if (count > 1) {
		buf_printf(b, "%zu of them are %s.", count,
			   by_rating ? "equally well rated" : "equally cheap");
		return;
	}
	put_name(b, &e->products.items[first]);
	if (by_rating)
		buf_puts(b, two ? " is better rated." : " is the best rated.");
	else
		buf_puts(b, two ? " is cheaper." : " is the cheapest.");
}

static bool all_rated(const struct evidence *e)
{
	for (size_t i = 0; i < e->products.count; i++)
		if (e->products.items[i].reviews <= 0)
			return false;
	return true;
}

static const char *end_of(const struct part_order *order)
{
	switch (order->sort) {
	case SHOP_SORT_PRICE:
		return order->reverse ? "most expensive" : "cheapest";
	case SHOP_SORT_RATING:
		return order->reverse ? "lowest rated" : "best rated";
	default:
		return order->reverse ? "oldest" : "newest";
	}
}

/* "The cheapest laptop is NAME, at ...", and the same of the other end. */
static void put_ends(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	for (size_t i = 0; i < 2; i++) {
		const struct shop_product *p = &e->products.items[i];
		buf_printf(b, "%sThe %s ", i > 0 ? "\n" : "", end_of(&u->part_orders[i]));
		bool plural = put_wanted(b, u, e, WANTED_ONE);
		buf_puts(b, plural ? " are " : " is ");
		put_name(b, p);
		buf_puts(b, ", at ");
		put_offer(b, e, p);
		buf_putc(b, '.');
	}
}

void compose_comparison(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	if (u->both_ends && e->products.count == 2) {
		put_ends(b, u, e);
		return;
	}
	if (e->dropped.count > 0) {
		buf_puts(b, "I found no product called ");
		put_quoted_list(b, &e->dropped, " or ");
		buf_puts(b, ".");
	}
	if (e->products.count < 2) {
		if (e->products.count == 0 && e->dropped.count == 0)
			buf_puts(b, u->parts.count > 0
					    ? "I found none of these products."
					    : "Tell me which products to compare, by name.");
		if (e->products.count == 1) {
			buf_puts(b, e->dropped.count > 0 ? "\nThere is only " : "I found only ");
			put_row(b, e, &e->products.items[0]);
			buf_putc(b, '.');
		}
		return;
	}
	for (size_t i = 0; i < e->products.count && i < REPLY_LISTED; i++) {
		buf_puts(b, i > 0 || b->len > 0 ? "\n" : "");
		put_row(b, e, &e->products.items[i]);
		put_differences(b, e, i);
	}
	put_winner(b, e, /* by_rating= */ false);
	if (all_rated(e))
		put_winner(b, e, /* by_rating= */ true);
}
