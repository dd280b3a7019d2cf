/* SPDX-License-Identifier: MIT */
/* What was looked for, as a phrase: "red cotton shirts from Acme under $50.00". */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "assistant/compose.h"
#include "assistant/noun.h"
#include "assistant/number.h"
#include "base/text.h"

enum { NOUN_PHRASE_BYTES = 60 };

static bool has(const struct texts *t, const char *word, size_t len)
{
	for (size_t i = 0; i < t->count; i++)
		if (strlen(t->items[i]) == len && strncmp(t->items[i], word, len) == 0)
			return true;
	return false;
}

/* A word that nothing was found with is not said of what was found. */
static bool is_dropped(const struct understanding *u, const struct evidence *e, const char *word,
		       size_t len)
{
	return e->partly && (has(&e->dropped, word, len) || has(&u->unknown, word, len));
}

static void put_kept_words(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	const char *text = u->query.text;
	for (const char *p = text; p != NULL && *p != '\0';) {
		size_t len = strcspn(p, " ");
		if (len > 0 && !is_dropped(u, e, p, len))
			buf_printf(b, "%s%.*s", b->len > 0 ? " " : "", (int)len, p);
		p += len + (p[len] == ' ' ? 1 : 0);
	}
}

/* Words that read as an English noun phrase; anything else is quoted instead. */
static bool is_noun_phrase(const char *text)
{
	size_t len = strlen(text);
	struct number n;
	for (size_t i = 0; i < len; i++)
		if (!(text[i] >= 'a' && text[i] <= 'z') && text[i] != ' ' && text[i] != '-')
			return false;
	return len > 0 && len <= NOUN_PHRASE_BYTES && !number_find(text, len, 0, &n);
}

static bool put_noun(struct buf *b, const char *text, unsigned how)
{
	char noun[NOUN_SIZE];
	const char *last = strrchr(text, ' ');
	last = last != NULL ? last + 1 : text;
	snprintf(noun, sizeof(noun), "%s", last);
	if ((how & WANTED_ONE) != 0)
		noun_singular(noun);
	else
		noun_plural(noun);
	buf_printf(b, "%.*s%s", (int)(last - text), text, noun);
	return noun_is_pair(noun) || (how & WANTED_ONE) == 0;
}

/* The last part of a category's path in lower case. */
static void put_category(struct buf *b, const char *path)
{
	const char *leaf = strrchr(path, '/');
	leaf = leaf != NULL ? leaf + 1 : path;
	for (const char *p = leaf; *p != '\0'; p++)
		buf_putc(b, text_lower(*p));
}

static bool put_thing(struct buf *b, const struct understanding *u, const struct evidence *e,
		      unsigned how)
{
	struct buf name;
	bool plural = (how & WANTED_ONE) == 0;
	const struct shop_query *q = &u->query;
	buf_init(&name, REPLY_MAX);
	put_kept_words(&name, u, e);
	bool vague = e->partly && e->dropped.count == 0 && u->unknown.count == 0;
	bool text = name.len > 0 && !vague;
	if (name.len == 0 && q->text == NULL && q->category_count == 1)
		put_category(&name, q->categories[0]);
	if (name.len > 0 && !vague && is_noun_phrase(buf_text(&name))) {
		plural = put_noun(b, buf_text(&name), how);
	} else {
		buf_puts(b, plural ? "products" : "product");
		if (text) {
			buf_puts(b, " for ");
			put_quoted(b, buf_text(&name));
		} else if (q->text == NULL && q->category_count > 0) {
			buf_puts(b, " in ");
			put_list(b, &(struct texts){ q->categories, q->category_count }, " or ");
		}
	}
	b->failed |= name.failed;
	buf_done(&name);
	return plural;
}

/* Colours, materials and values of no named attribute stand before the noun. */
static bool is_adjective(const char *attribute)
{
	char norm[WORD_SIZE];
	const char *value = strchr(attribute, '=');
	if (value == NULL || strlen(value + 1) >= sizeof(norm))
		return false;
	snprintf(norm, sizeof(norm), "%s", value + 1);
	struct number n;
	if (number_find(norm, strlen(norm), 0, &n))
		return false;
	return value == attribute || lexicon_is_colour(norm) || lexicon_is_material(norm);
}

static const char *value_of(const char *attribute)
{
	const char *value = strchr(attribute, '=');
	return value != NULL ? value + 1 : attribute;
}

static bool shown_attribute(const struct understanding *u, const struct evidence *e, size_t i)
{
	const char *value = value_of(u->query.attributes[i]);
	return !is_dropped(u, e, value, strlen(value));
}

static void put_adjectives(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	for (size_t i = 0; i < u->query.attribute_count; i++) {
		const char *attribute = u->query.attributes[i];
		if (!is_adjective(attribute) || !shown_attribute(u, e, i))
			continue;
		put_clean(b, value_of(attribute), NOUN_PHRASE_BYTES);
		buf_putc(b, ' ');
	}
}

static void put_other_attributes(struct buf *b, const struct understanding *u,
				 const struct evidence *e)
{
	const char *join = " with ";
	for (size_t i = 0; i < u->query.attribute_count; i++) {
		const char *attribute = u->query.attributes[i];
		if (is_adjective(attribute) || !shown_attribute(u, e, i))
			continue;
		buf_puts(b, join);
		put_quoted(b, value_of(attribute));
		join = " and ";
	}
}

static void put_denied(struct buf *b, const struct understanding *u)
{
	if (u->not_brands.count > 0) {
		buf_puts(b, " not from ");
		put_list(b, &u->not_brands, " or ");
	}
	for (size_t i = 0; i < u->not_attributes.count; i++) {
		buf_puts(b, i == 0 ? " without " : " or ");
		put_quoted(b, value_of(u->not_attributes.items[i]));
	}
	if (u->not_text != NULL) {
		buf_puts(b, u->not_attributes.count > 0 ? " or " : " without ");
		put_quoted(b, u->not_text);
	}
}

/* A bound that was not meant inclusively was moved by one minor unit: 4999 was "under 50", 4989 was
 * "cheaper than 49.90". */
static bool is_round(int64_t cents)
{
	return cents % 10 == 0;
}

struct said_bound said_max(int64_t max)
{
	bool under = max < INT64_MAX && !is_round(max) && is_round(max + 1);
	return (struct said_bound){ under ? max + 1 : max, under };
}

struct said_bound said_min(int64_t min)
{
	bool over = min > 0 && !is_round(min) && is_round(min - 1);
	return (struct said_bound){ over ? min - 1 : min, over };
}

static void put_price_max(struct buf *b, int64_t max, const char *currency)
{
	struct said_bound said = said_max(max);
	buf_puts(b, said.exclusive ? " under " : " up to ");
	put_price(b, said.cents, currency);
}

static void put_price_min(struct buf *b, int64_t min, const char *currency)
{
	struct said_bound said = said_min(min);
	buf_puts(b, said.exclusive ? " over " : " from ");
	put_price(b, said.cents, currency);
	buf_puts(b, said.exclusive ? "" : " up");
}

static void put_price_bounds(struct buf *b, const struct shop_query *q, const char *currency)
{
	int64_t min = q->price_min_cents, max = q->price_max_cents;
	if (min != SHOP_NONE && max != SHOP_NONE && !said_min(min).exclusive &&
	    !said_max(max).exclusive) {
		buf_puts(b, " between ");
		put_price(b, min, currency);
		buf_puts(b, " and ");
		put_price(b, max, currency);
		return;
	}
	if (min != SHOP_NONE)
		put_price_min(b, min, currency);
	if (min != SHOP_NONE && max != SHOP_NONE)
		buf_puts(b, " and");
	if (max != SHOP_NONE)
		put_price_max(b, max, currency);
}

void put_bounds(struct buf *b, const struct understanding *u, const char *currency)
{
	put_price_bounds(b, &u->query, currency);
	if (u->query.min_rating_centi != SHOP_NONE) {
		buf_puts(b, " rated at least ");
		put_rating(b, u->query.min_rating_centi);
	}
}

bool put_wanted(struct buf *b, const struct understanding *u, const struct evidence *e,
		unsigned how)
{
	const struct shop_query *q = &u->query;
	put_adjectives(b, u, e);
	bool plural = put_thing(b, u, e, how);
	if (q->brand_count > 0) {
		buf_puts(b, " from ");
		put_list(b, &(struct texts){ q->brands, q->brand_count }, " or ");
	}
	put_other_attributes(b, u, e);
	put_denied(b, u);
	if ((how & WANTED_NO_PRICE) == 0)
		put_bounds(b, u, e->currency);
	if (q->in_stock && (how & WANTED_NO_STOCK) == 0)
		buf_puts(b, " in stock");
	return plural;
}
