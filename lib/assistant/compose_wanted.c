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
	char noun[NOUN_SIZE], first[NOUN_PHRASE_BYTES + 1];
	const char *either = strstr(text, " or ");
	if (either != NULL) {
		snprintf(first, sizeof(first), "%.*s", (int)(either - text), text);
		put_noun(b, first, how);
		buf_puts(b, " or ");
		return put_noun(b, either + strlen(" or "), how);
	}
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
	if (value == NULL || strcspn(value + 1, "|") >= sizeof(norm) ||
	    strpbrk(value + 1, "<>~") == value + 1)
		return false;
	snprintf(norm, sizeof(norm), "%.*s", (int)strcspn(value + 1, "|"), value + 1);
	struct number n;
	if (number_find(norm, strlen(norm), 0, &n))
		return false;
	return value == attribute || lexicon_is_colour(norm) || lexicon_is_material(norm);
}

/* "black or navy" of "black|navy", quoted or not. */
static void put_alternatives(struct buf *b, const char *values, bool quoted)
{
	while (*values != '\0') {
		char one[NOUN_PHRASE_BYTES + 1];
		size_t len = strcspn(values, "|");
		snprintf(one, sizeof(one), "%.*s", (int)len, values);
		values += len + (values[len] == '|' ? 1 : 0);
		if (quoted)
			put_quoted(b, one);
		else
			put_clean(b, one, NOUN_PHRASE_BYTES);
		buf_puts(b, *values != '\0' ? " or " : "");
	}
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
		put_alternatives(b, value_of(attribute), /* quoted= */ false);
		buf_putc(b, ' ');
	}
}

/* "organic" of "organic=yes"; false if it is no such thing. */
static bool put_flag(struct buf *b, const char *attribute)
{
	char name[NOUN_PHRASE_BYTES + 1];
	size_t len = strcspn(attribute, "=");
	if (len == 0 || len >= sizeof(name) || strcmp(value_of(attribute), "yes") != 0)
		return false;
	snprintf(name, sizeof(name), "%.*s", (int)len, attribute);
	put_attribute_name(b, name);
	return true;
}

/* "memory or storage of at least 16 GB". */
static bool put_compared(struct buf *b, const char *attribute)
{
	static const char *const relations[][2] = { { ">=", "at least " },
						    { "<=", "at most " },
						    { ">", "more than " },
						    { "<", "less than " },
						    { "~", "" } };
	const char *value = value_of(attribute);
	for (size_t i = 0; i < sizeof(relations) / sizeof(relations[0]); i++) {
		size_t len = strlen(relations[i][0]);
		if (strncmp(value, relations[i][0], len) != 0)
			continue;
		/* "less than 200 pages" */
		const char *number = value + len;
		if (number[strspn(number, "0123456789.")] == '\0' &&
		    memchr(attribute, '|', (size_t)(value - attribute)) == NULL) {
			char one[NOUN_PHRASE_BYTES + 1];
			snprintf(one, sizeof(one), "%.*s", (int)(value - attribute - 1), attribute);
			buf_printf(b, "%s%s ", relations[i][1], number);
			put_attribute_name(b, one);
			return true;
		}
		for (const char *p = attribute; p < value;) {
			char name[NOUN_PHRASE_BYTES + 1];
			size_t n = strcspn(p, "|=");
			snprintf(name, sizeof(name), "%.*s", (int)n, p);
			buf_puts(b, p > attribute ? " or " : "");
			put_attribute_name(b, name);
			p += n + 1;
		}
		buf_printf(b, " of %s", relations[i][1]);
		put_clean(b, value + len, NOUN_PHRASE_BYTES);
		return true;
	}
	return false;
}

/* "size=m" */
static bool is_size(const char *attribute)
{
	const char *value = value_of(attribute);
	return strncmp(attribute, "size=", strlen("size=")) == 0 && lexicon_size(value) != NULL &&
	       strlen(value) <= 4;
}

static void put_other_attributes(struct buf *b, const struct understanding *u,
				 const struct evidence *e)
{
	const char *join = " with ";
	for (size_t i = 0; i < u->query.attribute_count; i++) {
		const char *attribute = u->query.attributes[i];
		if (is_adjective(attribute) || !shown_attribute(u, e, i))
			continue;
		if (is_size(attribute)) {
			buf_puts(b, " in size ");
			for (const char *p = value_of(attribute); *p != '\0'; p++)
				buf_putc(b, text_is_alpha(*p) ? (char)(*p & ~0x20) : *p);
			continue;
		}
		buf_puts(b, join);
		join = " and ";
		if (!put_compared(b, attribute) && !put_flag(b, attribute))
			put_alternatives(b, value_of(attribute), /* quoted= */ true);
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
		if (!put_flag(b, u->not_attributes.items[i]))
			put_quoted(b, value_of(u->not_attributes.items[i]));
	}
	for (size_t i = 0; i < u->not_texts.count; i++) {
		buf_puts(b, i + u->not_attributes.count > 0 ? " or " : " without ");
		put_quoted(b, u->not_texts.items[i]);
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

static void put_price_bounds(struct buf *b, const struct understanding *u, const char *currency)
{
	const struct shop_query *q = &u->query;
	int64_t min = q->price_min_cents, max = q->price_max_cents;
	if (u->than == THAN_CHEAPER && min == SHOP_NONE && max != SHOP_NONE) {
		buf_puts(b, " under ");
		put_price(b, max + 1, currency);
		return;
	}
	if (u->than == THAN_DEARER && max == SHOP_NONE && min > 0) {
		buf_puts(b, " over ");
		put_price(b, min - 1, currency);
		return;
	}
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

/* 451 was "over 4.5", 299 "under 3". */
static void put_rating_bounds(struct buf *b, const struct shop_query *q)
{
	int64_t min = q->min_rating_centi, max = q->max_rating_centi;
	if (min != SHOP_NONE) {
		bool over = min % 10 == 1;
		buf_puts(b, over ? " rated over " : " rated at least ");
		put_rating(b, over ? min - 1 : min);
	}
	if (max != SHOP_NONE) {
		bool under = max % 10 == 9;
		buf_puts(b, min != SHOP_NONE ? " and rated " : " rated ");
		buf_puts(b, under ? "under " : "at most ");
		put_rating(b, under ? max + 1 : max);
	}
}

void put_bounds(struct buf *b, const struct understanding *u, const char *currency)
{
	put_price_bounds(b, u, currency);
	put_rating_bounds(b, &u->query);
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
