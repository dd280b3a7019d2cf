/* SPDX-License-Identifier: MIT */
/* The steps by which a wish is loosened until something is found. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "service/retrieve_attempt.h"
#include "service/sense.h"

static enum shop_status measure(struct retrieval *r, struct attempt *a, struct shop_error *err)
{
	struct search s;
	enum shop_status st = search_init(&s, r->shop, &a->filter, a->mode, err);
	if (!st)
		st = search_stats(&s, &a->stats, err);
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
	bool out[MATCH_WORDS_MAX];
	size_t left = 0;
	match_read(&m, text);
	for (size_t i = 0; i < m.count; i++) {
		out[i] = leave_out(ctx, i, m.words[i].fold);
		if (out[i] && match_is_head(&m, i))
			return false;
		left += !out[i];
	}
	if (left == 0 || left == m.count)
		return false;
	buf_clear(&a->text);
	match_text(&m, out, &a->text);
	a->filter.text = buf_text(&a->text);
	return true;
}

static bool is_unknown(const void *ctx, size_t at, const char *word)
{
	(void)at;
	return texts_have(ctx, word);
}

/* What is left out together: a word, or a number with its unit. */
struct stretch {
	size_t from, to;
};

static bool is_at(const void *ctx, size_t at, const char *word)
{
	const struct stretch *s = ctx;
	(void)word;
	return at >= s->from && at < s->to;
}

/* Without the words that no product has; later steps go on from there. */
static enum shop_status try_known_words(struct retrieval *r, struct attempt *a,
					struct shop_error *err)
{
	const struct texts *unknown = &r->u->unknown;
	const char *text = r->u->query.text;
	if (text == NULL || unknown->count == 0)
		return SHOP_OK;
	return shorten(a, text, is_unknown, unknown) ? measure(r, a, err) : SHOP_OK;
}

/* "black|navy" and "shirt": "black shirt or navy shirt". */
static void put_described(struct buf *b, const char *values, const char *text)
{
	while (*values != '\0') {
		size_t len = strcspn(values, "|");
		buf_printf(b, "%s%.*s%s%s", b->len > 0 ? " or " : "", (int)len, values,
			   text != NULL ? " " : "", text != NULL ? text : "");
		values += len + (values[len] == '|' ? 1 : 0);
	}
}

/* May the attributes be looked for as words: is nothing compared, and no two have alternatives? */
static bool can_be_words(const struct shop_query *q)
{
	size_t alternatives = 0;
	for (size_t i = 0; i < q->attribute_count; i++) {
		const char *value = strchr(q->attributes[i], '=') + 1;
		if (strchr("<>~", *value) != NULL)
			return false;
		alternatives += strchr(value, '|') != NULL;
	}
	return q->attribute_count > 0 && alternatives <= 1;
}

/* Colours and the like may stand in a name only: as words instead of attributes. */
static enum shop_status try_attributes_as_words(struct retrieval *r, struct attempt *a,
						struct shop_error *err)
{
	const struct shop_query *q = &r->u->query;
	const char *alternatives = NULL;
	if (!can_be_words(q))
		return SHOP_OK;
	struct buf all;
	buf_init(&all, ATTEMPT_TEXT_MAX);
	buf_clear(&a->text);
	for (size_t i = 0; i < q->attribute_count; i++) {
		const char *value = strchr(q->attributes[i], '=') + 1;
		if (strchr(value, '|') != NULL)
			alternatives = value;
		else
			put_word(&all, value);
	}
	if (q->text != NULL)
		put_word(&all, q->text);
	if (alternatives != NULL)
		put_described(&a->text, alternatives, all.len > 0 ? buf_text(&all) : NULL);
	else
		buf_puts(&a->text, buf_text(&all));
	buf_done(&all);
	a->filter.text = buf_text(&a->text);
	a->filter.attributes = (struct shop_texts){ 0 };
	a->mode = q->text != NULL ? MATCH_THINGS : MATCH_ALL;
	enum shop_status st = measure(r, a, err);
	if (!st && a->stats.total == 0)
		retrieve_filter(r, &a->filter);
	a->mode = st || a->stats.total > 0 ? a->mode : MATCH_THINGS;
	return st;
}

/* No product is such a thing, but some have an attribute with just that value: "fruits" among the
 * tags of an apple. */
static enum shop_status try_text_as_attribute(struct retrieval *r, struct attempt *a,
					      struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *rows = NULL;
	struct shop_query *q = &r->u->query;
	char norm[512];
	bool row = true;
	char *text = NULL;
	if (q->text == NULL || q->attribute_count > 0 || !retrieve_is_sure(r))
		return SHOP_OK;
	words_normal(q->text, norm, sizeof(norm));
	enum shop_status st = db_query(r->shop->db, STMT_VOCABULARY_FIND,
				       DB_ARGS((const char *)norm, (int64_t)1), &rows, err);
	if (!st)
		st = stmt_step(rows, &row, err);
	if (st || !row || stmt_text(rows, 0)[0] != 'a')
		return st;
	if (asprintf(&text, "%s=%s", stmt_text(rows, 1), norm) < 0)
		return out_of_memory(err);
	const char *const one[] = { text };
	struct shop_texts before = a->filter.attributes;
	a->filter.attributes = (struct shop_texts){ one, 1 };
	a->filter.text = NULL;
	st = measure(r, a, err);
	if (!st && a->stats.total > 0) {
		st = texts_add_to(&q->attributes, &q->attribute_count, text) ? SHOP_OK
									     : out_of_memory(err);
		free(q->text);
		q->text = NULL;
		retrieve_filter(r, &a->filter);
	} else {
		a->filter.attributes = before;
		a->filter.text = q->text;
	}
	free(text);
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
		snprintf(m.words[head].fold, sizeof(m.words[head].fold), "%s", compounds.items[i]);
		match_text(&m, NULL, &a->text);
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
	struct stretch best = { 0, 0 };
	struct search_stats most = { .price_low = SHOP_NONE, .price_high = SHOP_NONE };
	if (a->filter.text == NULL)
		return SHOP_OK;
	CLEANUP(free_charp) char *text = strdup(a->filter.text);
	if (text == NULL)
		return out_of_memory(err);
	match_read(&m, text);
	enum shop_status st = SHOP_OK;
	for (size_t i = 0; !st && i < m.count && m.count > 1; i++) {
		struct stretch out = { i, i + (match_is_measure(&m, i) ? 2 : 1) };
		i = out.to - 1;
		if (!shorten(a, text, is_at, &out))
			continue;
		st = measure(r, a, err);
		if (!st && a->stats.total > most.total) {
			most = a->stats;
			best = out;
		}
	}
	if (most.total > 0)
		shorten(a, text, is_at, &best);
	a->stats = most;
	return st;
}

bool retrieve_is_sure(const struct retrieval *r)
{
	struct match m;
	if (r->u->strong || r->u->query.text == NULL)
		return r->u->strong;
	match_read(&m, r->u->query.text);
	size_t head = match_head(&m);
	return head < m.count && retrieve_is_thing(r, m.words[head].fold);
}

/* Is it a comparison ("memory=>=16 GB")? Its value without the sign, else NULL. */
static const char *compared(const char *attribute)
{
	const char *value = strchr(attribute, '=') + 1;
	size_t sign = strspn(value, "<>=~");
	return sign > 0 ? value + sign : NULL;
}

/* Has any product of the kind such an attribute at all? */
static enum shop_status tells_size(struct retrieval *r, struct attempt *a, const char *attribute,
				   bool *ret, struct shop_error *err)
{
	char *any = NULL;
	size_t name = strcspn(attribute, "=");
	const char *value = compared(attribute);
	if (asprintf(&any, "%.*s>=0%s", (int)name, attribute,
		     value + strspn(value, "0123456789.")) < 0)
		return out_of_memory(err);
	struct attempt other = { .filter = a->filter, .mode = a->mode };
	const char *const one[] = { any };
	other.filter.attributes = (struct shop_texts){ one, 1 };
	other.filter.price_min_cents = other.filter.price_max_cents = SHOP_NONE;
	other.filter.in_stock = other.filter.sold_out = false;
	enum shop_status st = measure(r, &other, err);
	*ret = other.stats.total > 0;
	free(any);
	return st;
}

static enum shop_status move_size(struct retrieval *r, size_t at, struct shop_error *err)
{
	struct shop_query *q = &r->u->query;
	const char *sign = strchr(q->attributes[at], '=') + 1;
	enum shop_status st = retrieve_untold(r, sign, compared(q->attributes[at]), err);
	free(q->attributes[at]);
	memmove(&q->attributes[at], &q->attributes[at + 1],
		(--q->attribute_count - at) * sizeof(*q->attributes));
	return st;
}

/* Sizes that cannot be told of this kind of thing, though other things have them. */
static enum shop_status try_without_sizes(struct retrieval *r, struct attempt *a,
					  struct shop_error *err)
{
	struct shop_query *q = &r->u->query;
	bool moved = false;
	enum shop_status st = SHOP_OK;
	for (size_t i = 0; !st && i < q->attribute_count;) {
		bool tells = true;
		if (compared(q->attributes[i]) != NULL)
			st = tells_size(r, a, q->attributes[i], &tells, err);
		if (!st && !tells)
			st = move_size(r, i, err);
		moved |= !tells;
		i += tells;
	}
	if (st || !moved)
		return st;
	bool in_stock = a->filter.in_stock, sold_out = a->filter.sold_out;
	retrieve_filter(r, &a->filter);
	a->filter.in_stock = in_stock;
	a->filter.sold_out = sold_out;
	return measure(r, a, err);
}

typedef enum shop_status (*step_fn)(struct retrieval *, struct attempt *, struct shop_error *);

static enum shop_status try_steps(struct retrieval *r, struct attempt *a, const step_fn *steps,
				  size_t count, struct shop_error *err)
{
	enum shop_status st = SHOP_OK;
	for (size_t i = 0; !st && i < count && a->stats.total == 0; i++)
		st = steps[i](r, a, err);
	return st;
}

enum shop_status retrieve_narrow(struct retrieval *r, struct attempt *a, struct shop_error *err)
{
	enum { KIND_MIN = 3 };
	static const step_fn strict[] = { measure, try_without_sizes, try_attributes_as_words,
					  try_text_as_attribute, try_compounds };
	static const step_fn loose[] = { try_known_words, try_without_one };
	const size_t count = sizeof(strict) / sizeof(strict[0]);
	enum shop_status st = try_steps(r, a, strict, count, err);
	/* A message that may be about something else must be borne out as it stands. */
	if (st || a->stats.total > 0 || !retrieve_is_sure(r))
		return st;
	if (a->filter.in_stock) {
		a->filter.in_stock = false;
		st = try_steps(r, a, strict, count, err);
		a->gone = !st && a->stats.total > 0;
		a->filter.in_stock = !a->gone;
	}
	for (size_t i = 0; !st && i < sizeof(loose) / sizeof(loose[0]) && a->stats.total == 0;
	     i++) {
		st = loose[i](r, a, err);
		/* A kind of thing has several: what is left of "channel guide" by chance is none. */
		if (a->stats.total < KIND_MIN)
			a->stats.total = 0;
	}
	if (a->stats.total == 0)
		a->filter.text = r->u->query.text;
	return st;
}
