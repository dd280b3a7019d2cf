/* SPDX-License-Identifier: MIT */
/* Facts about products that are called by their names, and comparisons of them. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "service/retrieve.h"
#include "store/product.h"

enum { NAMED_MAX = 20, VALUES_MAX = 30, REVIEWS_SHOWN = 5, CLASS_FROM = 4, NAME_WORDS = 64 };

/* A product of the list whose SKU stands in the message as it is. */
static enum shop_status find_sku(struct retrieval *r, struct shop_products *list,
				 struct shop_error *err)
{
	enum shop_status st = SHOP_OK;
	for (size_t i = 0; !st && i < r->tokens->count; i++) {
		int64_t id = 0;
		const char *token = r->tokens->items[i];
		/* Words are no SKUs, even where a catalogue has one that is a word. */
		if (strpbrk(token, "0123456789") == NULL)
			continue;
		st = product_id_by_sku(r->shop->db, token, &id, err);
		if (!st && id != 0)
			st = retrieve_by_ids(r, &id, 1, list, err);
	}
	return st;
}

/* The word itself, or a compound of it: "smartwatch" for "watch". */
static bool is_called(const char *word, const char *asked)
{
	enum { COMPOUND_MIN = 4 };
	size_t len = strlen(word), n = strlen(asked);
	return strcmp(word, asked) == 0 ||
	       (n >= COMPOUND_MIN && len > n && strcmp(word + len - n, asked) == 0);
}

/* How well a name is met: how many of the asked words it has, and how many it has besides. */
struct fit {
	size_t met, besides;
};

static struct fit fit_of(const struct match *asked, const char *name)
{
	struct word words[NAME_WORDS];
	size_t count = words_split(name, strlen(name), words, NAME_WORDS);
	struct fit fit = { 0, count };
	for (size_t i = 0; i < asked->count; i++) {
		for (size_t j = 0; j < count; j++) {
			if (!is_called(words[j].norm, asked->words[i].norm))
				continue;
			fit.met++;
			fit.besides--;
			words[j].norm[0] = '\0';
			break;
		}
	}
	return fit;
}

static bool fits_better(struct fit a, struct fit b)
{
	return a.met != b.met ? a.met > b.met : a.besides < b.besides;
}

/* Stable: what the search put first stays first among equals. */
static void sort_by_fit(const struct match *asked, struct shop_products *list)
{
	for (size_t i = 1; i < list->count; i++) {
		struct shop_product p = list->items[i];
		struct fit fit = fit_of(asked, p.name);
		size_t j = i;
		while (j > 0 && fits_better(fit, fit_of(asked, list->items[j - 1].name))) {
			list->items[j] = list->items[j - 1];
			j--;
		}
		list->items[j] = p;
	}
}

static enum shop_status search_named(struct retrieval *r, const char *name, enum match_mode mode,
				     struct shop_products *list, struct shop_error *err)
{
	struct search s;
	struct shop_product_filter f;
	shop_product_filter_init(&f);
	f.text = name;
	f.things = true; /* nothing is filled up with what has only some of the words */
	f.limit = NAMED_MAX;
	enum shop_status st = search_init(&s, r->shop, &f, mode, err);
	if (!st)
		st = search_each(&s, product_collect, list, NULL, err);
	search_done(&s);
	return st;
}

static bool same_group(const struct shop_product *a, const struct shop_product *b)
{
	return a->group != NULL && b->group != NULL && strcmp(a->group, b->group) == 0;
}

static void cut(struct shop_products *list, size_t max)
{
	while (list->count > max)
		shop_product_done(&list->items[--list->count]);
}

static bool has_word(const char *text, const char *norm)
{
	struct word words[256];
	size_t count = text != NULL ? words_split(text, strlen(text), words, 256) : 0;
	for (size_t i = 0; i < count; i++)
		if (is_called(words[i].norm, norm))
			return true;
	return false;
}

/* Numbers may be mistaken; a word that stands nowhere on the product names something else. */
static bool is_meant(const struct match *asked, const struct shop_product *p)
{
	for (size_t i = 0; i < asked->count; i++) {
		const char *norm = asked->words[i].norm;
		if (strpbrk(norm, "0123456789") == NULL && !has_word(p->name, norm) &&
		    !has_word(p->brand, norm) && !has_word(p->category, norm) &&
		    !has_word(p->description, norm))
			return false;
	}
	return 3 * fit_of(asked, p->name).met >= 2 * asked->count;
}

/* Of what has only some of the words, only what has most of them in its name is meant. */
static void cut_poor(const struct match *asked, struct shop_products *list)
{
	size_t n = 0;
	while (n < list->count && is_meant(asked, &list->items[n]))
		n++;
	cut(list, n);
}

/* What has none of the words in its name is not called so, though its description may have them. */
static void cut_unnamed(const struct match *asked, struct shop_products *list)
{
	size_t kept = 0;
	for (size_t i = 0; i < list->count; i++) {
		struct shop_product p = list->items[i];
		if (fit_of(asked, p.name).met > 0)
			list->items[kept++] = p;
		else
			shop_product_done(&p);
	}
	list->count = kept;
}

static size_t best_met(const struct match *asked, const struct shop_products *list)
{
	return list->count > 0 ? fit_of(asked, list->items[0].name).met : 0;
}

/* Those with all the words, and some of them in their names. */
static enum shop_status search_wholly(struct retrieval *r, const struct match *asked,
				      struct shop_products *list, struct shop_error *err)
{
	enum shop_status st = search_named(r, asked->text, MATCH_ALL, list, err);
	cut_unnamed(asked, list);
	sort_by_fit(asked, list);
	return st;
}

/* Where no name has all the words: those that have most of them, if that is better. */
static enum shop_status search_partly(struct retrieval *r, const struct match *asked,
				      struct shop_products *list, struct shop_error *err)
{
	enum { BESIDES_FEW = 2 };
	struct shop_products more = { 0 };
	if (asked->count < 2 || (best_met(asked, list) == asked->count &&
				 fit_of(asked, list->items[0].name).besides <= BESIDES_FEW))
		return SHOP_OK;
	enum shop_status st = search_named(r, asked->text, MATCH_ANY, &more, err);
	sort_by_fit(asked, &more);
	cut_poor(asked, &more);
	if (!st && (best_met(asked, &more) > best_met(asked, list) ||
		    (list->count > 0 && more.count > 0 &&
		     best_met(asked, &more) == best_met(asked, list) &&
		     fits_better(fit_of(asked, more.items[0].name),
				 fit_of(asked, list->items[0].name))))) {
		struct shop_products spare = *list;
		*list = more;
		more = spare;
	}
	shop_products_done(&more);
	return st;
}

enum shop_status retrieve_named(struct retrieval *r, const char *name, size_t max,
				struct shop_products *list, struct shop_error *err)
{
	struct match asked;
	match_read(&asked, name);
	enum shop_status st = search_wholly(r, &asked, list, err);
	if (!st)
		st = search_partly(r, &asked, list, err);
	cut(list, max);
	return st;
}

static enum shop_status add_value(void *ctx, const char *value, struct shop_error *err)
{
	return texts_add(ctx, value) ? SHOP_OK : out_of_memory(err);
}

static bool same_name(const char *asked, const char *name)
{
	static const char *const same[][2] = {
		{ "colour", "color" },   { "writer", "author" },
		{ "year", "published" }, { "year", "publication year" },
		{ "year", "released" },  { "origin", "country of origin" },
		{ "origin", "country" }, { "care", "care instruction" },
		{ "care", "washing" },   { "care", "cleaning" }
	};
	char norm[256];
	words_normal(name, norm, sizeof(norm));
	if (strcmp(asked, norm) == 0)
		return true;
	for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++)
		for (size_t k = 0; k < 2; k++)
			if (strcmp(asked, same[i][k]) == 0 && strcmp(norm, same[i][1 - k]) == 0)
				return true;
	/* "product_colour" is the colour. */
	size_t a = strlen(asked), n = strlen(norm);
	return n > a + 1 && norm[n - a - 1] == ' ' && strcmp(norm + n - a, asked) == 0;
}

/* What the products found have for the attribute that was asked for. */
static enum shop_status values_of_found(struct retrieval *r, struct shop_error *err)
{
	struct evidence *e = r->e;
	enum shop_status st = SHOP_OK;
	for (size_t i = 0; !st && i < e->products.count && e->values.count < VALUES_MAX; i++) {
		struct shop_attributes list = { 0 };
		/* Others by the same name say nothing of the first. */
		if (i > 0 && !same_group(&e->products.items[0], &e->products.items[i]))
			continue;
		st = shop_product_attributes(r->shop, e->products.items[i].id, &list, err);
		for (size_t k = 0; !st && k < list.count; k++)
			if (same_name(r->u->attribute, list.items[k].name))
				st = add_value(&e->values, list.items[k].value, err);
		shop_attributes_done(&list);
	}
	return st;
}

/* The attributes of that name, as a JSON list of their ids. */
static enum shop_status attribute_ids(struct retrieval *r, struct buf *ids, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *rows = NULL;
	bool row = true;
	enum shop_status st = db_query(r->shop->db, STMT_ATTRIBUTE_IDS, DB_NO_ARGS, &rows, err);
	buf_putc(ids, '[');
	while (!st && (st = stmt_step(rows, &row, err)) == SHOP_OK && row)
		if (same_name(r->u->attribute, stmt_text(rows, 1)))
			buf_printf(ids, "%s%lld", ids->len > 1 ? "," : "",
				   (long long)stmt_int(rows, 0));
	buf_putc(ids, ']');
	return st || !ids->failed ? st : out_of_memory(err);
}

/* The kind of thing that a name stands for: how many different ones there are. */
static enum shop_status count_kind(struct search *s, int64_t *ret, struct shop_error *err)
{
	struct search_stats stats = { 0 };
	enum shop_status st = search_stats(s, &stats, err);
	*ret = stats.things;
	return st;
}

static enum shop_status values_of_kind(struct retrieval *r, struct search *s,
				       struct shop_error *err)
{
	struct buf ids;
	buf_init(&ids, 65536);
	enum shop_status st = attribute_ids(r, &ids, err);
	if (!st)
		st = search_values(s, STMT_PRODUCT_VALUES, buf_text(&ids), VALUES_MAX, add_value,
				   &r->e->values, err);
	buf_done(&ids);
	return st;
}

/* "How much are laptops?", "what colours do shirts come in?": about a kind, unless a product has
 * just that name. */
static enum shop_status facts_of_kind(struct retrieval *r, bool *ret_done, struct shop_error *err)
{
	struct search s;
	struct shop_product_filter f;
	int64_t things = 0;
	enum shop_status st = retrieve_measures(r, err);
	if (st)
		return st;
	retrieve_filter(r, &f);
	st = search_init(&s, r->shop, &f, MATCH_THINGS, err);
	if (!st && r->u->query.text != NULL)
		st = count_kind(&s, &things, err);
	*ret_done = things >= CLASS_FROM;
	if (!st && *ret_done && r->u->fact == FACT_ATTRIBUTE)
		st = values_of_kind(r, &s, err);
	search_done(&s);
	return !st && *ret_done ? retrieve_products(r, err) : st;
}

/* The whole group, where the question is what something comes in. */
static enum shop_status add_variants(struct retrieval *r, struct shop_error *err)
{
	struct shop_products *list = &r->e->products;
	struct shop_products variants = { 0 };
	if (list->count != 1)
		return SHOP_OK;
	enum shop_status st = shop_product_variants(r->shop, &list->items[0], &variants, err);
	for (size_t i = 0; !st && i < variants.count && list->count < NAMED_MAX; i++)
		st = product_collect(list, &variants.items[i], err);
	shop_products_done(&variants);
	return st;
}

/* Is the first of them called just that? */
static bool is_exact(const struct match *asked, const struct shop_products *list)
{
	if (list->count == 0)
		return false;
	struct fit fit = fit_of(asked, list->items[0].name);
	return fit.met == asked->count && fit.besides == 0;
}

/* One product is meant: others by a longer name would only confuse. */
static void cut_worse(const struct match *asked, struct shop_products *list)
{
	size_t n = 1;
	while (n < list->count &&
	       !fits_better(fit_of(asked, list->items[0].name), fit_of(asked, list->items[n].name)))
		n++;
	cut(list, n);
}

static enum shop_status facts_of_named(struct retrieval *r, struct shop_error *err)
{
	struct shop_products *list = &r->e->products, named = { 0 };
	struct match asked;
	bool done = false;
	match_read(&asked, r->u->name);
	enum shop_status st = find_sku(r, list, err);
	if (!st && list->count == 0) {
		st = search_wholly(r, &asked, &named, err);
		if (!st && !is_exact(&asked, &named))
			st = facts_of_kind(r, &done, err);
		if (!st && !done)
			st = search_partly(r, &asked, &named, err);
		if (st || done) {
			shop_products_done(&named);
			return st;
		}
		cut_worse(&asked, &named);
		*list = named;
	}
	r->e->total = (int64_t)list->count;
	return st;
}

/* "is the Pulse S2 waterproof": the longest beginning that a product is called. */
static enum shop_status split_feature(struct retrieval *r, struct shop_error *err)
{
	struct match m;
	struct shop_products *list = &r->e->products;
	enum shop_status st = SHOP_OK;
	match_read(&m, r->u->name);
	for (size_t count = m.count; !st && count-- > 1 && list->count == 0;) {
		struct buf name, rest;
		buf_init(&name, 2 * NAME_WORDS * WORD_SIZE);
		buf_init(&rest, 2 * NAME_WORDS * WORD_SIZE);
		for (size_t i = 0; i < m.count; i++) {
			struct buf *to = i < count ? &name : &rest;
			buf_printf(to, "%s%s", to->len > 0 ? " " : "", m.words[i].fold);
		}
		struct match asked;
		match_read(&asked, buf_text(&name));
		st = search_named(r, buf_text(&name), MATCH_ALL, list, err);
		sort_by_fit(&asked, list);
		bool called = list->count > 0 &&
			      fit_of(&asked, list->items[0].name).met == asked.count &&
			      (count > 1 || list->count == 1);
		cut(list, called ? 1 : 0);
		if (called) {
			free(r->u->name);
			free(r->u->feature);
			r->u->name = buf_take(&name);
			r->u->feature = buf_take(&rest);
		}
		bool failed = name.failed || rest.failed;
		buf_done(&name);
		buf_done(&rest);
		if (!st && failed)
			st = out_of_memory(err);
	}
	return st;
}

/* The product that may have something, and its variants, of which one may have it. */
static enum shop_status find_with_feature(struct retrieval *r, struct shop_error *err)
{
	enum shop_status st = r->u->feature == NULL
				      ? split_feature(r, err)
				      : retrieve_named(r, r->u->name, 1, &r->e->products, err);
	r->e->total = (int64_t)r->e->products.count;
	return st || r->e->products.count == 0 ? st : add_variants(r, err);
}

/* "laptops waterproof", from "are laptops waterproof": the thing stands last. */
static bool put_thing_last(struct retrieval *r)
{
	struct match m;
	match_read(&m, r->u->query.text);
	size_t thing = m.count;
	while (thing > 0 && !retrieve_is_thing(r, m.words[thing - 1].fold))
		thing--;
	if (thing == 0)
		return true;
	struct buf b;
	buf_init(&b, 2 * NAME_WORDS * WORD_SIZE);
	for (size_t i = thing; i < thing + m.count; i++)
		buf_printf(&b, "%s%s", b.len > 0 ? " " : "", m.words[i % m.count].fold);
	free(r->u->query.text);
	r->u->query.text = buf_take(&b);
	buf_done(&b);
	return r->u->query.text != NULL;
}

/* No product is called so: then things are looked for that are so. */
static enum shop_status search_instead(struct retrieval *r, struct shop_error *err)
{
	struct understanding *u = r->u;
	u->query.intent =
		u->counts_attribute ? SHOP_INTENT_PRODUCT_COUNT : SHOP_INTENT_PRODUCT_SEARCH;
	u->fact = FACT_NONE;
	if (u->feature_is && u->query.text != NULL && !put_thing_last(r))
		return out_of_memory(err);
	return retrieve_products(r, err);
}

/* "what color is water" asks nothing about a book that has the word in its name: a single word
 * must be most of the name. */
static bool is_meant_for_certain(const struct retrieval *r)
{
	enum { BESIDES_MAX = 2 };
	const struct understanding *u = r->u;
	struct match asked;
	if (u->follow || u->name == NULL || r->e->products.count == 0 ||
	    (u->fact != FACT_ATTRIBUTE && u->fact != FACT_FEATURE))
		return true;
	match_read(&asked, u->name);
	struct fit fit = fit_of(&asked, r->e->products.items[0].name);
	return asked.count > 1 || fit.met == 0 || fit.besides <= BESIDES_MAX;
}

enum shop_status retrieve_facts(struct retrieval *r, struct shop_error *err)
{
	struct understanding *u = r->u;
	enum shop_status st = SHOP_OK;
	if (u->list_brands)
		return retrieve_products(r, err);
	if (u->fact == FACT_FEATURE && u->ref_count == 0) {
		st = find_with_feature(r, err);
		if (st || r->e->products.count == 0)
			return st ? st : search_instead(r, err);
	} else if (u->ref_count > 0) {
		st = retrieve_by_ids(r, u->refs, u->ref_count, &r->e->products, err);
		r->e->total = (int64_t)r->e->products.count;
	} else if (u->name != NULL) {
		st = facts_of_named(r, err);
	}
	if (!st && !is_meant_for_certain(r)) {
		shop_products_done(&r->e->products);
		u->strong = false;
	}
	if (!st && u->counts_attribute && r->e->products.count == 0)
		return search_instead(r, err);
	if (!st && u->fact == FACT_ATTRIBUTE && r->e->values.count == 0) {
		size_t before = r->e->products.count;
		st = add_variants(r, err);
		if (!st)
			st = values_of_found(r, err);
		cut(&r->e->products, before);
	}
	if (!st && u->fact == FACT_RATING && r->e->products.count > 0)
		st = shop_product_reviews(r->shop, r->e->products.items[0].id, REVIEWS_SHOWN,
					  &r->e->reviews, err);
	if (!st)
		st = retrieve_details(r, err);
	if (!st && r->e->products.count == 0 && !u->strong && !u->follow)
		u->query.intent = SHOP_INTENT_UNSUPPORTED;
	return st;
}
