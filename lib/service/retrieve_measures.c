/* SPDX-License-Identifier: MIT */
/*
 * Which attributes of this store tell the sizes that are asked for: those with values in the same
 * unit, and of these the one that the question names ("16 GB RAM").
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "assistant/measure.h"
#include "service/match.h"
#include "service/retrieve.h"

enum { NAMES_MAX = 8, NAME_SIZE = 64, TEXT_SIZE = 4096 };

struct found {
	char name[NAME_SIZE];
	bool same_unit; /* some value is written in the unit of the question */
	bool named;     /* a word of the question is in the name */
	bool plain;     /* the name is the unit: "pages" */
};

struct names {
	struct found items[NAMES_MAX];
	size_t count;
};

/* Other words for what attributes are called by. */
static bool means(const char *word, const char *part)
{
	static const char *const same[][2] = {
		{ "ram", "memory" },           { "memory", "ram" },      { "disk", "storage" },
		{ "ssd", "storage" },          { "hdd", "storage" },     { "drive", "storage" },
		{ "storage", "ssd" },          { "display", "screen" },  { "screen", "display" },
		{ "resistant", "resistance" }, { "colour", "color" },    { "heavy", "weight" },
		{ "long", "length" },          { "wide", "width" },      { "tall", "height" },
		{ "high", "height" },          { "thick", "thickness" }, { "deep", "depth" },
	};
	if (strcmp(word, part) == 0)
		return true;
	for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++)
		if (strcmp(same[i][0], word) == 0 && strcmp(same[i][1], part) == 0)
			return true;
	return false;
}

/* Is the word in the attribute's name ("battery" in "battery_life")? */
static bool name_has(const char *name, const char *norm)
{
	struct word words[8];
	char plain[NAME_SIZE];
	snprintf(plain, sizeof(plain), "%s", name);
	for (char *p = plain; *p != '\0'; p++)
		*p = *p == '_' ? ' ' : *p;
	size_t count = words_split(plain, strlen(plain), words, 8);
	for (size_t i = 0; i < count; i++)
		if (means(norm, words[i].norm))
			return true;
	return false;
}

/* One attribute while its values pass by. */
struct candidate {
	char name[NAME_SIZE];
	size_t values, comparable;
	bool same_unit, plain;
};

/* An attribute tells such sizes if most of what it says in numbers is one. */
static void candidate_end(const struct candidate *c, struct names *list)
{
	if (c->comparable == 0 || 2 * c->comparable < c->values || list->count == NAMES_MAX ||
	    strpbrk(c->name, "|=<>") != NULL)
		return;
	struct found *f = &list->items[list->count++];
	*f = (struct found){ .same_unit = c->same_unit, .plain = c->plain };
	snprintf(f->name, sizeof(f->name), "%s", c->name);
}

/* Is the value written with the unit of the wish, "61 cm" for "24 inch" being comparable only? */
static bool has_unit(const char *value, const char *wish)
{
	char unit[MEASURE_UNIT_SIZE], norm[512];
	const char *space = strchr(wish, ' ');
	snprintf(unit, sizeof(unit), "%s", space != NULL ? space + 1 : "");
	struct word words[1];
	if (words_split(unit, strlen(unit), words, 1) == 0)
		return true;
	words_normal(value, norm, sizeof(norm));
	const char *at = strstr(norm, words[0].norm);
	return at != NULL || (strcmp(words[0].norm, "inch") == 0 && strchr(value, '"') != NULL);
}

static enum shop_status find_names(struct retrieval *r, const struct measure_wish *m,
				   struct names *list, struct shop_error *err)
{
	enum { MEASURES_MAX = 8, VALUE_MAX = 32 };
	CLEANUP(stmt_reset) struct stmt *rows = NULL;
	struct measure wish;
	bool row = true;
	if (measure_read(m->value, &wish, 1) == 0)
		return SHOP_OK;
	struct candidate c = { .values = 0 };
	enum shop_status st =
		db_query(r->shop->db, STMT_ATTRIBUTE_MEASURES, DB_NO_ARGS, &rows, err);
	while (!st && (st = stmt_step(rows, &row, err)) == SHOP_OK && row) {
		struct measure values[MEASURES_MAX];
		const char *name = stmt_text(rows, 0), *value = stmt_text(rows, 1);
		if (strlen(name) >= NAME_SIZE || (m->size && !name_has(name, "size")))
			continue;
		if (strcmp(c.name, name) != 0) {
			candidate_end(&c, list);
			c = (struct candidate){ .values = 0 };
			snprintf(c.name, sizeof(c.name), "%s", name);
			c.plain = wish.unit[0] != '\0' && name_has(name, wish.unit);
		}
		c.values++;
		/* What is long is no value of a size, though it may speak of some. */
		bool size = strlen(value) <= VALUE_MAX, comparable = false;
		size_t count = size ? measure_read(value, values, MEASURES_MAX) : 0;
		for (size_t i = 0; i < count; i++)
			comparable |= strcmp(values[i].unit, c.plain ? "" : wish.unit) == 0;
		c.comparable += comparable;
		c.same_unit |= comparable && (c.plain || has_unit(value, m->value));
	}
	candidate_end(&c, list);
	return st;
}

/* Keeps those that `keep` says, unless that would be none. */
static void choose(struct names *list, bool (*keep)(const struct found *f))
{
	size_t kept = 0;
	for (size_t i = 0; i < list->count; i++)
		kept += keep(&list->items[i]);
	if (kept == 0)
		return;
	kept = 0;
	for (size_t i = 0; i < list->count; i++)
		if (keep(&list->items[i]))
			list->items[kept++] = list->items[i];
	list->count = kept;
}

static bool is_same_unit(const struct found *f)
{
	return f->same_unit;
}

static bool is_plain(const struct found *f)
{
	return f->plain;
}

static bool is_named(const struct found *f)
{
	return f->named;
}

/* What a size may be said to be of, whether or not an attribute is called so. */
static bool is_label(const char *norm)
{
	static const char *const labels[] = { "ram",     "memory",  "storage",  "disk", "screen",
					      "display", "battery", "capacity", NULL };
	return word_is_one_of(norm, labels);
}

/* The question's text without the words that name the attribute, but never without its thing. */
static enum shop_status take_label(struct retrieval *r, struct names *list, struct shop_error *err)
{
	struct match m;
	bool labels[MATCH_WORDS_MAX], said = false, named = false;
	if (r->u->query.text == NULL)
		return SHOP_OK;
	match_read(&m, r->u->query.text);
	for (size_t i = 0; i < m.count; i++) {
		bool head = match_is_head(&m, i);
		labels[i] = !head && is_label(m.words[i].norm);
		for (size_t k = 0; k < list->count && !head; k++)
			if (name_has(list->items[k].name, m.words[i].norm))
				labels[i] = named = list->items[k].named = true;
		said |= labels[i];
	}
	choose(list, is_named);
	/* What the size is of was said, and nothing here is called so. */
	if (said && !named)
		list->count = 0;
	return retrieve_leave_out(r, &m, labels, err);
}

static enum shop_status add_attribute(struct retrieval *r, const struct names *list,
				      const struct measure_wish *m, struct shop_error *err)
{
	char text[TEXT_SIZE];
	size_t len = 0;
	struct shop_query *q = &r->u->query;
	for (size_t i = 0; i < list->count; i++)
		len += (size_t)snprintf(text + len, sizeof(text) - len, "%s%s", i > 0 ? "|" : "",
					list->items[i].name);
	/* "pages" has numbers without a unit. */
	int number = (int)strcspn(m->value, list->items[0].plain ? " " : "");
	snprintf(text + len, sizeof(text) - len, "=%s%.*s", m->sign, number, m->value);
	return texts_add_to(&q->attributes, &q->attribute_count, text) ? SHOP_OK
								       : out_of_memory(err);
}

enum shop_status retrieve_untold(struct retrieval *r, const char *sign, const char *value,
				 struct shop_error *err)
{
	struct shop_query *q = &r->u->query;
	char *text = NULL;
	if (sign[0] == '~') {
		if (asprintf(&text, "%s%s%s", value, q->text != NULL ? " " : "",
			     q->text != NULL ? q->text : "") < 0)
			return out_of_memory(err);
		free(q->text);
		q->text = text;
		return SHOP_OK;
	}
	r->e->partly = true;
	const char *word = sign[0] == '>'   ? (sign[1] == '=' ? "at least" : "more than")
			   : sign[1] == '=' ? "at most"
					    : "less than";
	if (asprintf(&text, "%s %s", word, value) < 0)
		return out_of_memory(err);
	bool ok = texts_add(&r->e->dropped, text);
	free(text);
	return ok ? SHOP_OK : out_of_memory(err);
}

enum shop_status retrieve_measures(struct retrieval *r, struct shop_error *err)
{
	struct understanding *u = r->u;
	enum shop_status st = SHOP_OK;
	for (size_t i = 0; !st && i < u->measure_count; i++) {
		struct names list = { .count = 0 };
		st = find_names(r, &u->measures[i], &list, err);
		choose(&list, is_same_unit);
		choose(&list, is_plain);
		if (!st)
			st = take_label(r, &list, err);
		if (!st)
			st = list.count > 0 ? add_attribute(r, &list, &u->measures[i], err)
					    : retrieve_untold(r, u->measures[i].sign,
							      u->measures[i].value, err);
	}
	u->measure_count = 0;
	return st;
}
