/* SPDX-License-Identifier: MIT */
/* Second look: brands, categories and attribute values that the store knows; the rest names the
 * thing. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "assistant/reading.h"
#include "base/buf.h"

static bool overlaps_taken(const struct reading *r, const struct vocab_hit *h)
{
	for (size_t i = h->first; i < h->first + h->count; i++)
		if (r->use[i] != USE_OPEN)
			return true;
	/* What is denied together with more words is no name by itself. */
	return r->denied[h->first] != 0 && !reading_is_denied(r, h->first, h->count);
}

static bool has_hit(const struct reading *r, size_t first, size_t count, enum vocab_kind kind)
{
	for (size_t i = 0; i < r->in->hit_count; i++) {
		const struct vocab_hit *h = &r->in->hits[i];
		if (h->first == first && h->count == count && h->kind == kind)
			return true;
	}
	return false;
}

/* Is the word in the name of a category? */
bool reading_has_category(const struct reading *r, size_t word)
{
	for (size_t i = 0; i < r->in->hit_count; i++) {
		const struct vocab_hit *h = &r->in->hits[i];
		if (h->kind == VOCAB_CATEGORY && word >= h->first && word < h->first + h->count)
			return true;
	}
	return false;
}

/* The normal form of a hit's words. */
static void hit_words(const struct reading *r, const struct vocab_hit *h, char *out, size_t size)
{
	size_t len = 0;
	out[0] = '\0';
	for (size_t i = h->first; i < h->first + h->count && len < size; i++)
		len += (size_t)snprintf(out + len, size - len, "%s%s", i > h->first ? " " : "",
					r->in->words[i].fold);
}

static void mark(struct reading *r, const struct vocab_hit *h, enum word_use use)
{
	for (size_t i = h->first; i < h->first + h->count; i++)
		r->use[i] = use;
}

static void take_brand(struct reading *r, const struct vocab_hit *h)
{
	struct understanding *u = r->out;
	bool no = r->denied[h->first] != 0;
	bool ok = no ? texts_add(&u->not_brands, h->name)
		     : texts_add_to(&u->query.brands, &u->query.brand_count, h->name);
	u->failed |= !ok;
	mark(r, h, no ? USE_NEGATED : USE_BRAND);
}

/* The names of all attributes that have the value, with '|' between them; of a colour only those
 * that tell colours, and the like. */
static void value_names(const struct reading *r, const struct vocab_hit *h, char *out, size_t size)
{
	size_t len = 0;
	const char *norm = r->in->words[h->first].norm;
	const char *part = h->count > 1                ? ""
			   : lexicon_is_colour(norm)   ? "colo"
			   : lexicon_is_material(norm) ? "material"
						       : "";
	out[0] = '\0';
	for (int strict = 1; strict >= 0 && len == 0; strict--)
		for (size_t i = 0; i < r->in->hit_count; i++) {
			const struct vocab_hit *o = &r->in->hits[i];
			bool same = o->first == h->first && o->count == h->count &&
				    o->kind == VOCAB_ATTRIBUTE && strpbrk(o->name, "|=<>") == NULL;
			if (!same || (strict && strstr(o->name, part) == NULL) ||
			    len + strlen(o->name) + 2 > size)
				continue;
			len += (size_t)snprintf(out + len, size - len, "%s%s", len > 0 ? "|" : "",
						o->name);
		}
}

static void take_attribute(struct reading *r, const struct vocab_hit *h, const char *value)
{
	char names[400], text[800];
	struct understanding *u = r->out;
	bool no = r->denied[h->first] != 0;
	value_names(r, h, names, sizeof(names));
	snprintf(text, sizeof(text), "%s=%.300s", names, value);
	bool ok = true;
	for (const char *p = names; no && ok; p += strcspn(p, "|") + 1) {
		snprintf(text, sizeof(text), "%.*s=%.300s", (int)strcspn(p, "|"), p, value);
		ok = texts_add(&u->not_attributes, text);
		if (p[strcspn(p, "|")] == '\0')
			break;
	}
	if (!no) {
		ok = texts_add_to(&u->query.attributes, &u->query.attribute_count, text);
		for (size_t i = h->first; i < h->first + h->count; i++)
			r->attribute_of[i] = u->query.attribute_count - 1;
	}
	u->failed |= !ok;
	mark(r, h, no ? USE_NEGATED : USE_ATTRIBUTE);
}

/* "8 GB of memory": the word says what the size is of. */
static bool is_label_of_measure(const struct reading *r, size_t word)
{
	size_t at = word;
	while (at > 0 && r->use[at - 1] == USE_CUE &&
	       (r->cue[at - 1] == CUE_PREPOSITION || r->cue[at - 1] == CUE_STOP))
		at--;
	bool colour = lexicon_is_colour(r->in->words[word].norm) ||
		      lexicon_is_material(r->in->words[word].norm);
	return !colour && ((at > 0 && r->use[at - 1] == USE_MEASURE) ||
			   (word + 1 < r->in->word_count && r->use[word + 1] == USE_MEASURE));
}

/* Is there a thing behind the word, which it then describes? */
static bool behind_is_thing(const struct reading *r, size_t word)
{
	size_t next = word + 1;
	return next < r->in->word_count && r->use[next] == USE_OPEN && r->in->things != NULL &&
	       r->in->things[next];
}

/* Which single words are a wish for an attribute: colours, materials, and values of what shoppers
 * tell things apart by. Other words of values ("gaming") stay words to look for, which finds them
 * in names too. */
static bool describes(const struct reading *r, const struct vocab_hit *h)
{
	const struct word *w = &r->in->words[h->first];
	size_t last = h->first + h->count - 1;
	/* "usb cable" is wanted, though it may also come with something. */
	if (h->count > 1)
		return r->in->things == NULL || !r->in->things[last] || behind_is_thing(r, last);
	if (w->norm[1] == '\0' || is_label_of_measure(r, h->first))
		return false;
	return lexicon_is_colour(w->norm) || lexicon_is_material(w->norm) ||
	       lexicon_is_facet(h->name);
}

static void take_hit(struct reading *r, const struct vocab_hit *h)
{
	char value[UNDERSTAND_WORDS * 4];
	bool category = has_hit(r, h->first, h->count, VOCAB_CATEGORY);
	if (overlaps_taken(r, h))
		return;
	if (h->kind == VOCAB_BRAND && !category && !lexicon_is_colour(r->in->words[h->first].norm))
		take_brand(r, h);
	else if (h->kind == VOCAB_ATTRIBUTE && !category && describes(r, h)) {
		hit_words(r, h, value, sizeof(value));
		take_attribute(r, h, value);
	} else if (h->kind == VOCAB_CATEGORY && r->denied[h->first] == 0) {
		struct shop_query *q = &r->out->query;
		if (q->category_count < 8)
			r->out->failed |=
				!texts_add_to(&q->categories, &q->category_count, h->name);
	}
}

/* "size M", "in medium": the letter is a size only where something says so. */
static void take_sizes(struct reading *r)
{
	const struct understand_input *in = r->in;
	for (size_t i = 0; i < in->word_count; i++) {
		const char *size = lexicon_size(in->words[i].fold);
		if (size == NULL || r->use[i] != USE_OPEN)
			continue;
		bool letter = strlen(in->words[i].fold) < 3;
		bool said = i > 0 && strcmp(in->words[i - 1].norm, "size") == 0;
		bool capital =
			in->text[in->words[i].start] >= 'A' && in->text[in->words[i].start] <= 'Z';
		if (letter && !said && !capital)
			continue;
		for (size_t j = 0; j < in->hit_count; j++) {
			const struct vocab_hit *h = &in->hits[j];
			if (h->first != i || h->kind != VOCAB_ATTRIBUTE || h->count != 1 ||
			    strstr(h->name, "size") == NULL)
				continue;
			take_attribute(r, h, size);
			if (said && r->use[i - 1] == USE_OPEN)
				r->use[i - 1] = USE_CUE;
			break;
		}
	}
}

/* Is the name one of those that '|' separates? */
static bool is_listed(const char *list, size_t len, const char *name, size_t name_len)
{
	for (size_t at = 0, n; at < len; at += n + 1) {
		const char *bar = memchr(list + at, '|', len - at);
		n = bar != NULL ? (size_t)(bar - list) - at : len - at;
		if (n == name_len && memcmp(list + at, name, n) == 0)
			return true;
	}
	return false;
}

/* Those of a and then those of b that a has not, with '|' between them. False: no memory. */
static bool join_names(char **to, const char *a, size_t a_len, const char *b, size_t b_len)
{
	struct buf out;
	buf_init(&out, 8 * UNDERSTAND_WORDS * WORD_SIZE);
	buf_printf(&out, "%.*s", (int)a_len, a);
	for (size_t at = 0, n; at < b_len; at += n + 1) {
		const char *bar = memchr(b + at, '|', b_len - at);
		n = bar != NULL ? (size_t)(bar - b) - at : b_len - at;
		if (!is_listed(a, a_len, b + at, n))
			buf_printf(&out, "|%.*s", (int)n, b + at);
	}
	*to = out.failed ? NULL : buf_take(&out);
	buf_done(&out);
	return *to != NULL;
}

/* The second of two attributes becomes an alternative of the first. */
static void merge_attributes(struct reading *r, size_t into, size_t from)
{
	struct shop_query *q = &r->out->query;
	char *a = q->attributes[into], *b = q->attributes[from], *names = NULL, *values = NULL,
	     *text = NULL;
	size_t a_len = strcspn(a, "="), b_len = strcspn(b, "=");
	bool ok = join_names(&names, a, a_len, b, b_len) &&
		  join_names(&values, a + a_len + 1, strlen(a + a_len + 1), b + b_len + 1,
			     strlen(b + b_len + 1)) &&
		  asprintf(&text, "%s=%s", names, values) >= 0;
	free(names);
	free(values);
	if (!ok) {
		r->out->failed = true;
		return;
	}
	free(a);
	free(b);
	q->attributes[into] = text;
	memmove(&q->attributes[from], &q->attributes[from + 1],
		(--q->attribute_count - from) * sizeof(*q->attributes));
	for (size_t i = 0; i < r->in->word_count; i++) {
		if (r->attribute_of[i] == from)
			r->attribute_of[i] = into;
		else if (r->attribute_of[i] > from)
			r->attribute_of[i]--;
	}
}

/* "black or navy", "black, navy or white": one of them will do. */
static void join_alternatives(struct reading *r)
{
	size_t before = 0;
	bool either = false, list = false;
	for (size_t i = r->in->word_count; i-- > 0;) {
		if (r->use[i] == USE_ATTRIBUTE && r->denied[i] == 0) {
			bool comma = list && r->in->words[i].after == ',';
			if ((either || comma) && r->attribute_of[i] != r->attribute_of[before]) {
				size_t a = r->attribute_of[i], b = r->attribute_of[before];
				list = true;
				merge_attributes(r, a < b ? a : b, a < b ? b : a);
			}
			before = i;
			either = false;
		} else if (reading_is_or(r, i)) {
			either = before > i;
		} else if (r->cue[i] != CUE_STOP) {
			either = list = false;
		}
	}
}

void reading_names(struct reading *r)
{
	reading_denials(r);
	for (size_t count = 4; count > 0; count--)
		for (size_t i = 0; i < r->in->hit_count; i++)
			if (r->in->hits[i].count == count)
				take_hit(r, &r->in->hits[i]);
	take_sizes(r);
	join_alternatives(r);
	reading_denied_texts(r);
}
