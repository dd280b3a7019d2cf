/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * Understanding in tests: a small vocabulary as a store might have it, and what was understood as
 * one line of words: the intent, "certain" if it is strong, then everything that is set.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "assistant/calendar.h"
#include "assistant/understand.h"
#include "base/buf.h"

struct vocabulary_row {
	const char *norm;
	enum vocab_kind kind;
	const char *name;
};

static const struct vocabulary_row vocabulary[] = {
	{ "samsung", VOCAB_BRAND, "Samsung" },
	{ "kestrel", VOCAB_BRAND, "Kestrel" },
	{ "smartwatch", VOCAB_CATEGORY, "Electronics/Wearables/Smartwatches" },
	{ "laptop", VOCAB_CATEGORY, "Electronics/Laptops" },
	{ "headphone", VOCAB_CATEGORY, "Electronics/Headphones" },
	{ "book", VOCAB_CATEGORY, "Books" },
	{ "shirt", VOCAB_CATEGORY, "Clothing/Shirts" },
	{ "red", VOCAB_ATTRIBUTE, "color" },
	{ "black", VOCAB_ATTRIBUTE, "color" },
	{ "cotton", VOCAB_ATTRIBUTE, "material" },
	{ "polyester", VOCAB_ATTRIBUTE, "material" },
	{ "m", VOCAB_ATTRIBUTE, "size" },
};

/* Further words that products have; those of the second list say what a product is. */
static const char *const described[] = { "waterproof", "gaming", "wireless", "poetry", "pulse" };
static const char *const called[] = { "lamp", "phone", "strap", "mug", "jacket", "lens" };

/* One question, read once. */
struct reader {
	struct word words[UNDERSTAND_WORDS];
	bool unknown[UNDERSTAND_WORDS], things[UNDERSTAND_WORDS];
	struct vocab_hit hits[UNDERSTAND_WORDS];
	struct understand_input in;
};

static bool is_in(const char *norm, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i], norm) == 0)
			return true;
	return false;
}

static void look_up(struct reader *r, size_t at)
{
	const char *norm = r->words[at].norm;
	bool known = false;
	for (size_t i = 0; i < sizeof(vocabulary) / sizeof(vocabulary[0]); i++) {
		const struct vocabulary_row *v = &vocabulary[i];
		if (strcmp(v->norm, norm) != 0)
			continue;
		known = true;
		r->things[at] |= v->kind == VOCAB_CATEGORY;
		r->hits[r->in.hit_count++] = (struct vocab_hit){ at, 1, v->kind, (char *)v->name };
	}
	r->things[at] |= is_in(norm, called, sizeof(called) / sizeof(called[0]));
	known |= r->things[at] || is_in(norm, described, sizeof(described) / sizeof(described[0]));
	enum cue cue;
	bool phrase = lexicon_find(r->words, r->in.word_count, at, &cue) > 0;
	r->unknown[at] = !known && !phrase && !lexicon_knows(r->words[at].fold);
}

/* Sunday, 2026-11-22. The context may be NULL. The result is to be freed. */
static void understand_text(const char *text, const struct chat_context *context,
			    struct understanding *ret)
{
	static const struct chat_context none = { .price_min_cents = SHOP_NONE,
						  .price_max_cents = SHOP_NONE,
						  .min_rating_centi = SHOP_NONE,
						  .order_id = SHOP_NONE,
						  .intent = SHOP_INTENT_UNSUPPORTED };
	struct reader r = { .in = { .text = text, .len = strlen(text), .currency = "USD" } };
	r.in.word_count = words_split(text, r.in.len, r.words, UNDERSTAND_WORDS);
	for (size_t i = 0; i < r.in.word_count; i++)
		look_up(&r, i);
	r.in.words = r.words;
	r.in.unknown = r.unknown;
	r.in.things = r.things;
	r.in.hits = r.hits;
	r.in.context = context != NULL ? context : &none;
	r.in.today = day_from_civil(2026, 11, 22);
	understand(&r.in, ret);
	assert_false(ret->failed);
}

static void put_list(struct buf *b, const char *name, char *const *items, size_t count)
{
	for (size_t i = 0; i < count; i++)
		buf_printf(b, " %s=%s", name, items[i]);
}

static void put_value(struct buf *b, const char *name, int64_t value)
{
	if (value != SHOP_NONE)
		buf_printf(b, " %s=%lld", name, (long long)value);
}

static void put_date(struct buf *b, const char *name, int64_t day)
{
	struct civil c = civil_from_day((int32_t)(day != SHOP_NONE ? day : 0));
	if (day != SHOP_NONE)
		buf_printf(b, " %s=%d-%02d-%02d", name, (int)c.year, c.month, c.day);
}

static void put_flags(struct buf *b, const struct understanding *u)
{
	const struct {
		bool set;
		const char *name;
	} flags[] = {
		{ u->query.in_stock, "in_stock" },
		{ u->sold_out, "sold_out" },
		{ u->superlative, "superlative" },
		{ u->in_order, "in_order" },
		{ u->all, "all" },
		{ u->asks, "asks" },
		{ u->follow, "follow" },
		{ u->list_brands, "brands" },
		{ u->list_categories, "categories" },
		{ u->foreign_currency, "foreign" },
		{ u->spent, "spent" },
		{ u->last, "last" },
		{ u->first, "first" },
		{ u->others, "others" },
	};
	for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++)
		if (flags[i].set)
			buf_printf(b, " %s", flags[i].name);
}

static void put_query(struct buf *b, const struct shop_query *q)
{
	if (q->text != NULL)
		buf_printf(b, " text=%s", q->text);
	put_list(b, "brand", q->brands, q->brand_count);
	put_list(b, "attribute", q->attributes, q->attribute_count);
	put_value(b, "min", q->price_min_cents);
	put_value(b, "max", q->price_max_cents);
	put_value(b, "rating", q->min_rating_centi);
	put_value(b, "max_rating", q->max_rating_centi);
	if (q->sort != SHOP_SORT_RELEVANCE)
		buf_printf(b, " sort=%s", shop_sort_word(q->sort, q->reverse));
	put_value(b, "limit", q->limit);
	put_value(b, "order", q->order_id);
	put_date(b, "since", q->since);
	put_date(b, "until", q->until);
}

static void put_relation(struct buf *b, const struct understanding *u)
{
	static const char *const thans[] = { "", "cheaper", "dearer", "better", "newer" };
	if (u->than != THAN_NONE)
		buf_printf(b, " %s_than=%s", thans[u->than], u->than_name);
	if (u->feature != NULL)
		buf_printf(b, " feature=%s", u->feature);
	for (size_t i = 0; i < UNDERSTAND_PARTS; i++)
		if (u->part_orders[i].set)
			buf_printf(
				b, " end%zu=%s", i,
				shop_sort_word(u->part_orders[i].sort, u->part_orders[i].reverse));
}

/* Categories are left out: they follow from the text. */
static void describe(const struct understanding *u, struct buf *b)
{
	static const char *const facts[] = { "",      "price",     "stock",  "rating",
					     "about", "attribute", "feature" };
	static const char *const actions[] = { "buy", "cancel", "pay" };
	static const char *const accounts[] = { "password", "email",  "name",
						"address",  "login",  "logout",
						"register", "delete", "who" };
	static const char *const courtesies[] = { "hello", "thanks", "bye", "help" };
	buf_printf(b, "%s%s", shop_intent_word(u->query.intent), u->strong ? " certain" : "");
	put_query(b, &u->query);
	put_flags(b, u);
	if (u->fact != FACT_NONE)
		buf_printf(b, " fact=%s",
			   u->fact == FACT_ATTRIBUTE ? u->attribute : facts[u->fact]);
	if (u->name != NULL)
		buf_printf(b, " name=%s", u->name);
	put_list(b, "part", u->parts.items, u->parts.count);
	put_list(b, "not_brand", u->not_brands.items, u->not_brands.count);
	put_list(b, "not_attribute", u->not_attributes.items, u->not_attributes.count);
	put_list(b, "not", u->not_texts.items, u->not_texts.count);
	for (size_t i = 0; i < u->measure_count; i++)
		buf_printf(b, " measure=%s%s", u->measures[i].sign, u->measures[i].value);
	put_relation(b, u);
	put_list(b, "unknown", u->unknown.items, u->unknown.count);
	for (size_t i = 0; i < u->ref_count; i++)
		put_value(b, "ref", u->refs[i]);
	if (u->offset != 0)
		put_value(b, "offset", u->offset);
	if (u->quantity != 1)
		put_value(b, "quantity", u->quantity);
	if (u->statuses != 0)
		put_value(b, "statuses", u->statuses);
	if (u->query.intent == SHOP_INTENT_ORDER_ACTION)
		buf_printf(b, " action=%s", actions[u->action]);
	if (u->topic != NULL)
		buf_printf(b, " topic=%s", u->topic);
	if (u->query.intent == SHOP_INTENT_ACCOUNT)
		buf_printf(b, " %s", accounts[u->account - CUE_ACCOUNT_PASSWORD]);
	if (u->query.intent == SHOP_INTENT_GREETING)
		buf_printf(b, " %s", courtesies[u->courtesy - CUE_HELLO]);
}

struct question {
	const char *text, *understood;
};

static void check(const struct question *rows, size_t count, const struct chat_context *context)
{
	for (size_t i = 0; i < count; i++) {
		struct understanding u;
		struct buf b;
		buf_init(&b, 4096);
		understand_text(rows[i].text, context, &u);
		describe(&u, &b);
		if (strcmp(buf_text(&b), rows[i].understood) != 0)
			fail_msg("'%s': '%s' instead of '%s'", rows[i].text, buf_text(&b),
				 rows[i].understood);
		buf_done(&b);
		understanding_done(&u);
	}
}

#define CHECK(rows)                check(rows, sizeof(rows) / sizeof((rows)[0]), NULL)
#define CHECK_AFTER(context, rows) check(rows, sizeof(rows) / sizeof((rows)[0]), context)
