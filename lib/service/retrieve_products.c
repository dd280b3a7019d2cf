/* SPDX-License-Identifier: MIT */
/*
 * Lists, superlatives and counts of products. What was asked for is tried first; where nothing is
 * found the wish is loosened step by step, and the evidence says what was left out.
 */
#include <stdlib.h>
#include <string.h>

#include "assistant/compose.h"
#include "service/retrieve.h"
#include "service/sense.h"

enum { LISTED_AT_MOST = 100, NAMES_LISTED = 50, TIES_COUNTED = 10, TEXT_MAX = 4096 };

/* One reading of the wish: a filter, and how its text is taken. */
struct attempt {
	struct shop_product_filter filter;
	enum match_mode mode;
	struct search_stats stats;
	struct buf text; /* what filter.text points to, where it is not the question's own */
};

static struct shop_texts borrow(char *const *items, size_t count)
{
	return (struct shop_texts){ (const char *const *)items, count };
}

void retrieve_filter(const struct retrieval *r, struct shop_product_filter *f)
{
	const struct understanding *u = r->u;
	const struct shop_query *q = &u->query;
	shop_product_filter_init(f);
	f->text = q->text;
	f->brands = borrow(q->brands, q->brand_count);
	f->not_brands = borrow(u->not_brands.items, u->not_brands.count);
	/* Words name the category's things better than the category does. */
	if (q->text == NULL)
		f->categories = borrow(q->categories, q->category_count);
	f->attributes = borrow(q->attributes, q->attribute_count);
	f->not_attributes = borrow(u->not_attributes.items, u->not_attributes.count);
	f->not_text = u->not_text;
	f->price_min_cents = q->price_min_cents;
	f->price_max_cents = q->price_max_cents;
	f->rating_min_centi = q->min_rating_centi;
	f->in_stock = q->in_stock;
	f->sold_out = u->sold_out;
	f->things = true;
	f->sort = q->sort;
	f->reverse = q->reverse;
}

static enum shop_status measure(struct retrieval *r, struct attempt *a, struct shop_error *err)
{
	struct search s;
	enum shop_status st = search_init(&s, r->shop, &a->filter, err);
	if (!st)
		st = search_mode(&s, a->mode, err);
	if (!st)
		st = search_stats(&s, &a->stats, err);
	search_done(&s);
	return st;
}

static enum shop_status fetch(struct retrieval *r, const struct attempt *a, int64_t limit,
			      struct shop_products *list, struct shop_error *err)
{
	struct search s;
	struct shop_product_filter f = a->filter;
	f.limit = limit;
	enum shop_status st = search_init(&s, r->shop, &f, err);
	if (!st)
		st = search_mode(&s, a->mode, err);
	if (!st)
		st = search_each(&s, product_collect, list, NULL, err);
	search_done(&s);
	return st;
}

static void put_word(struct buf *b, const char *word)
{
	buf_printf(b, "%s%s", b->len > 0 ? " " : "", word);
}

/* The text without the words for which leave_out() is true; false if nothing would change, or if
 * what is wanted would be left out itself. */
static bool shorten(struct attempt *a, const char *text,
		    bool (*leave_out)(const void *ctx, size_t at, const char *word),
		    const void *ctx)
{
	struct match m;
	match_read(&m, text);
	size_t head = match_head(&m), left_out = 0;
	buf_clear(&a->text);
	for (size_t i = 0; i < m.count; i++) {
		bool out = leave_out(ctx, i, m.words[i].fold);
		if (out && i == head)
			return false;
		left_out += out;
		if (!out)
			put_word(&a->text, m.words[i].fold);
	}
	a->filter.text = buf_text(&a->text);
	return left_out > 0 && a->text.len > 0;
}

static bool is_unknown(const void *ctx, size_t at, const char *word)
{
	const struct texts *unknown = ctx;
	(void)at;
	for (size_t i = 0; i < unknown->count; i++)
		if (strcmp(unknown->items[i], word) == 0)
			return true;
	return false;
}

static bool is_at(const void *ctx, size_t at, const char *word)
{
	(void)word;
	return at == *(const size_t *)ctx;
}

/* Without the words that no product has; later steps go on from there. */
static enum shop_status try_known_words(struct retrieval *r, struct attempt *a,
					struct shop_error *err)
{
	const struct texts *unknown = &r->u->unknown;
	const char *text = r->u->query.text;
	if (text == NULL || unknown->count == 0)
		return SHOP_OK;
	if (shorten(a, text, is_unknown, unknown))
		return measure(r, a, err);
	a->filter.text = text;
	return SHOP_OK;
}

/* Colours and the like may stand in a name only: as words instead of attributes. */
static enum shop_status try_attributes_as_words(struct retrieval *r, struct attempt *a,
						struct shop_error *err)
{
	const struct shop_query *q = &r->u->query;
	if (q->attribute_count == 0)
		return SHOP_OK;
	buf_clear(&a->text);
	for (size_t i = 0; i < q->attribute_count; i++)
		put_word(&a->text, strchr(q->attributes[i], '=') + 1);
	if (q->text != NULL)
		put_word(&a->text, q->text);
	a->filter.text = buf_text(&a->text);
	a->filter.attributes = (struct shop_texts){ 0 };
	a->mode = q->text != NULL ? MATCH_THINGS : MATCH_ALL;
	enum shop_status st = measure(r, a, err);
	if (!st && a->stats.total == 0)
		retrieve_filter(r, &a->filter);
	a->mode = st || a->stats.total > 0 ? a->mode : MATCH_THINGS;
	return st;
}

/* Words of the store that end as the thing does: "smartwatch" for "watch". */
static enum shop_status compounds_of(struct retrieval *r, const char *head, struct texts *ret,
				     struct shop_error *err)
{
	enum { HEAD_MIN = 4 };
	CLEANUP(stmt_reset) struct stmt *rows = NULL;
	bool row = true;
	if (strlen(head) < HEAD_MIN)
		return SHOP_OK;
	enum shop_status st = db_query(r->shop->db, STMT_WORD_ENDING, DB_ARGS(head), &rows, err);
	while (!st && (st = stmt_step(rows, &row, err)) == SHOP_OK && row)
		if (!texts_add(ret, stmt_text(rows, 0)))
			st = out_of_memory(err);
	return st;
}

static enum shop_status try_compounds(struct retrieval *r, struct attempt *a,
				      struct shop_error *err)
{
	struct match m;
	struct texts compounds = { 0 };
	if (a->filter.text == NULL)
		return SHOP_OK;
	CLEANUP(free_charp) char *text = strdup(a->filter.text);
	if (text == NULL)
		return out_of_memory(err);
	match_read(&m, text);
	size_t head = match_head(&m);
	enum shop_status st =
		head < m.count ? compounds_of(r, m.words[head].norm, &compounds, err) : SHOP_OK;
	for (size_t i = 0; !st && i < compounds.count && a->stats.total == 0; i++) {
		buf_clear(&a->text);
		for (size_t k = 0; k < m.count; k++)
			put_word(&a->text, k == head ? compounds.items[i] : m.words[k].fold);
		a->filter.text = buf_text(&a->text);
		st = measure(r, a, err);
	}
	if (!st && a->stats.total == 0) {
		buf_clear(&a->text);
		buf_puts(&a->text, text);
		a->filter.text = buf_text(&a->text);
	}
	texts_done(&compounds);
	return st;
}

/* Without one of the words: the one that leaves most. */
static enum shop_status try_without_one(struct retrieval *r, struct attempt *a,
					struct shop_error *err)
{
	struct match m;
	size_t best = MATCH_WORDS_MAX;
	int64_t most = 0;
	if (a->filter.text == NULL)
		return SHOP_OK;
	CLEANUP(free_charp) char *text = strdup(a->filter.text);
	if (text == NULL)
		return out_of_memory(err);
	match_read(&m, text);
	enum shop_status st = SHOP_OK;
	for (size_t i = 0; !st && i < m.count && m.count > 1; i++) {
		if (!shorten(a, text, is_at, &i))
			continue;
		st = measure(r, a, err);
		if (!st && a->stats.total > most) {
			most = a->stats.total;
			best = i;
		}
	}
	a->stats.total = 0;
	if (st || best == MATCH_WORDS_MAX || !shorten(a, text, is_at, &best))
		return st;
	return measure(r, a, err);
}

static bool ends_with(const char *word, const char *ending)
{
	size_t len = strlen(word), n = strlen(ending);
	return len >= n && strcmp(word + len - n, ending) == 0;
}

/* Tells which words of the question the reading does without. */
static enum shop_status note_dropped(struct retrieval *r, const struct attempt *a,
				     struct shop_error *err)
{
	struct match asked, used;
	if (r->u->query.text == NULL || a->filter.text == NULL)
		return SHOP_OK;
	match_read(&asked, r->u->query.text);
	match_read(&used, a->filter.text);
	for (size_t i = 0; i < asked.count; i++) {
		bool kept = false;
		for (size_t j = 0; j < used.count && !kept; j++)
			kept = ends_with(used.words[j].norm, asked.words[i].norm);
		if (kept)
			continue;
		r->e->partly = true;
		if (!texts_add(&r->e->dropped, asked.words[i].fold))
			return out_of_memory(err);
	}
	return SHOP_OK;
}

/* Is it about goods for certain: by its words, or since the shop has such things? */
static bool is_sure(const struct retrieval *r)
{
	struct match m;
	if (r->u->strong || r->u->query.text == NULL)
		return r->u->strong;
	match_read(&m, r->u->query.text);
	size_t head = match_head(&m);
	for (size_t i = 0; head < m.count && i < r->things.count; i++)
		if (strcmp(r->things.items[i], m.words[head].fold) == 0)
			return true;
	return false;
}

/* The strictest reading under which anything is found; stats.total is 0 if none. */
static enum shop_status narrow(struct retrieval *r, struct attempt *a, struct shop_error *err)
{
	enum { FIRST_THAT_DROPS = 3, KIND_MIN = 3 };
	static enum shop_status (*const steps[])(struct retrieval *, struct attempt *,
						 struct shop_error *) = {
		measure, try_attributes_as_words, try_compounds, try_known_words, try_without_one,
	};
	/* A message that may be about something else must be borne out as it stands. */
	size_t count = is_sure(r) ? sizeof(steps) / sizeof(steps[0]) : 3;
	enum shop_status st = SHOP_OK;
	for (size_t i = 0; !st && i < count && a->stats.total == 0; i++) {
		st = steps[i](r, a, err);
		/* A kind of thing has several: what is left of "channel guide" by chance is none. */
		if (i >= FIRST_THAT_DROPS && a->stats.total < KIND_MIN)
			a->stats.total = 0;
	}
	return st;
}

static bool has_bounds(const struct shop_product_filter *f)
{
	return f->price_min_cents != SHOP_NONE || f->price_max_cents != SHOP_NONE;
}

/* Nothing lies within the bounds: what lies nearest outside. */
static enum shop_status look_outside(struct retrieval *r, struct attempt *a, struct shop_error *err)
{
	struct shop_product_filter bounded = a->filter;
	a->filter.price_min_cents = a->filter.price_max_cents = SHOP_NONE;
	enum shop_status st = narrow(r, a, err);
	if (st || a->stats.total == 0)
		return st;
	r->e->price_low = a->stats.price_low;
	r->e->price_high = a->stats.price_high;
	r->e->instead_outside = true;
	bool above = bounded.price_max_cents != SHOP_NONE &&
		     a->stats.price_high > bounded.price_max_cents;
	a->filter.sort = SHOP_SORT_PRICE;
	a->filter.reverse = !above;
	if (above)
		a->filter.price_min_cents = bounded.price_max_cents;
	st = fetch(r, a, 1, &r->e->instead, err);
	a->stats = (struct search_stats){ .price_low = SHOP_NONE, .price_high = SHOP_NONE };
	return st;
}

/* Nothing of it is in stock: what is sold out. */
static enum shop_status look_sold_out(struct retrieval *r, struct attempt *a,
				      struct shop_error *err)
{
	a->filter.in_stock = false;
	enum shop_status st = narrow(r, a, err);
	if (!st && a->stats.total > 0) {
		st = fetch(r, a, 3, &r->e->instead, err);
		r->e->in_stock = 0;
	}
	a->stats = (struct search_stats){ .price_low = SHOP_NONE, .price_high = SHOP_NONE };
	return st;
}

/* How many of the next ones are equal to the first in what they were sorted by. */
static int64_t count_ties(const struct shop_products *list, enum shop_sort sort)
{
	int64_t n = 0;
	for (size_t i = 1; i < list->count; i++) {
		const struct shop_product *a = &list->items[0], *b = &list->items[i];
		bool equal = sort == SHOP_SORT_PRICE    ? a->price_cents == b->price_cents
			     : sort == SHOP_SORT_RATING ? a->rating_centi == b->rating_centi &&
								  a->reviews == b->reviews
			     : sort == SHOP_SORT_STOCK  ? a->stock == b->stock
			     : sort == SHOP_SORT_NEWEST ? a->created_at == b->created_at
							: false;
		if (!equal)
			break;
		n++;
	}
	return n;
}

/* The first in the order asked for; where it is sold out, also the first that can be bought. */
static enum shop_status fetch_first(struct retrieval *r, struct attempt *a, struct shop_error *err)
{
	int64_t limit = r->u->query.limit != SHOP_NONE ? r->u->query.limit : 1;
	limit = limit < LISTED_AT_MOST ? limit : LISTED_AT_MOST;
	struct shop_products more = { 0 };
	a->filter.offset = r->u->offset;
	enum shop_status st = fetch(r, a, limit + TIES_COUNTED, &more, err);
	r->e->tied = st ? 0 : count_ties(&more, a->filter.sort);
	while (more.count > (size_t)limit)
		shop_product_done(&more.items[--more.count]);
	r->e->products = more;
	if (st || more.count == 0 || more.items[0].stock > 0 || a->filter.sold_out)
		return st;
	a->filter.in_stock = true;
	a->filter.offset = 0;
	return fetch(r, a, 1, &r->e->instead, err);
}

/* What can be bought stands before what is sold out. */
static enum shop_status fetch_list(struct retrieval *r, struct attempt *a, struct shop_error *err)
{
	int64_t limit = r->u->query.limit;
	if (limit == SHOP_NONE)
		limit = r->u->all ? LISTED_AT_MOST : REPLY_LISTED;
	limit = limit < LISTED_AT_MOST ? limit : LISTED_AT_MOST;
	struct shop_products *list = &r->e->products;
	bool in_stock = a->filter.in_stock, sold_out = a->filter.sold_out;
	enum shop_status st = SHOP_OK;
	if (!sold_out) {
		a->filter.in_stock = true;
		st = fetch(r, a, limit, list, err);
	}
	if (!st && !in_stock && (int64_t)list->count < limit) {
		a->filter.in_stock = false;
		a->filter.sold_out = true;
		st = fetch(r, a, limit - (int64_t)list->count, list, err);
	}
	a->filter.in_stock = in_stock;
	a->filter.sold_out = sold_out;
	return st;
}

static void note_stats(struct evidence *e, const struct search_stats *stats)
{
	e->total = stats->total;
	e->in_stock = stats->in_stock;
	e->things = stats->things;
	e->price_low = stats->price_low;
	e->price_high = stats->price_high;
}

static enum shop_status add_value(void *ctx, const char *value, struct shop_error *err)
{
	return texts_add(ctx, value) ? SHOP_OK : out_of_memory(err);
}

/* The part of a category path that tells departments apart: the first, or with only one first the
 * second. */
static bool departments(const struct texts *paths, size_t skip, struct texts *ret)
{
	bool ok = true;
	for (size_t i = 0; ok && i < paths->count; i++) {
		const char *from = paths->items[i];
		for (size_t n = 0; n < skip && from != NULL; n++) {
			from = strchr(from, '/');
			from = from != NULL ? from + 1 : NULL;
		}
		if (from == NULL)
			continue;
		char *name = strndup(from, strcspn(from, "/"));
		ok = name != NULL && texts_add(ret, name);
		free(name);
	}
	return ok;
}

static enum shop_status list_names(struct retrieval *r, struct attempt *a, struct shop_error *err)
{
	struct search s;
	struct texts found = { 0 };
	enum shop_status st = search_init(&s, r->shop, &a->filter, err);
	if (!st)
		st = search_mode(&s, a->mode, err);
	if (!st)
		st = search_values(
			&s, r->u->list_brands ? STMT_PRODUCT_BRANDS : STMT_PRODUCT_CATEGORIES, NULL,
			r->u->list_brands ? NAMES_LISTED : 100 * NAMES_LISTED, add_value, &found,
			err);
	search_done(&s);
	if (st || r->u->list_brands) {
		r->e->values = found;
		return st;
	}
	bool ok = departments(&found, 0, &r->e->values);
	if (ok && r->e->values.count == 1) {
		struct texts below = { 0 };
		ok = departments(&found, 1, &below);
		if (below.count > 0) {
			texts_done(&r->e->values);
			r->e->values = below;
		}
	}
	texts_done(&found);
	return ok ? SHOP_OK : out_of_memory(err);
}

static enum shop_status look_elsewhere(struct retrieval *r, struct attempt *a,
				       struct shop_error *err)
{
	enum shop_status st = SHOP_OK;
	if (has_bounds(&a->filter))
		st = look_outside(r, a, err);
	if (!st && r->e->instead.count == 0 && a->filter.in_stock)
		st = look_sold_out(r, a, err);
	return st;
}

enum shop_status retrieve_products(struct retrieval *r, struct shop_error *err)
{
	struct attempt a = { .mode = MATCH_THINGS };
	buf_init(&a.text, TEXT_MAX);
	retrieve_filter(r, &a.filter);
	enum shop_status st = narrow(r, &a, err);
	note_stats(r->e, &a.stats);
	if (!st && a.stats.total > 0)
		st = note_dropped(r, &a, err);
	if (!st && a.stats.total == 0 && is_sure(r))
		st = look_elsewhere(r, &a, err);
	else if (!st && a.stats.total == 0)
		r->u->query.intent = SHOP_INTENT_UNSUPPORTED;
	else if (!st && (r->u->list_brands || r->u->list_categories))
		st = list_names(r, &a, err);
	else if (!st)
		st = r->u->superlative ? fetch_first(r, &a, err) : fetch_list(r, &a, err);
	buf_done(&a.text);
	return st;
}
