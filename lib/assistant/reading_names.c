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
	return false;
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

/* Is the word under a "not", "without", "anything but"? The denial reaches over small words and
 * over "or". */
static bool is_negated(const struct reading *r, size_t word)
{
	while (word > 0) {
		word--;
		if (r->cue[word] == CUE_NOT)
			return true;
		if (r->use[word] != USE_NEGATED && r->cue[word] != CUE_STOP &&
		    !(r->cue[word] == CUE_AND && strcmp(r->in->words[word].fold, "or") == 0) &&
		    r->cue[word] != CUE_PREPOSITION)
			return false;
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

static bool list_add(char ***items, size_t *count, const char *text)
{
	struct texts t = { *items, *count };
	bool ok = texts_add(&t, text);
	*items = t.items;
	*count = t.count;
	return ok;
}

static void take_brand(struct reading *r, const struct vocab_hit *h)
{
	struct understanding *u = r->out;
	bool no = is_negated(r, h->first);
	bool ok = no ? texts_add(&u->not_brands, h->name)
		     : list_add(&u->query.brands, &u->query.brand_count, h->name);
	u->failed |= !ok;
	mark(r, h, no ? USE_NEGATED : USE_BRAND);
}

/* A value stands under one attribute's name where all hits agree on it, else under any. */
static void take_attribute(struct reading *r, const struct vocab_hit *h, const char *value)
{
	const char *name = h->name;
	for (size_t i = 0; i < r->in->hit_count; i++) {
		const struct vocab_hit *o = &r->in->hits[i];
		if (o->first == h->first && o->count == h->count && o->kind == VOCAB_ATTRIBUTE &&
		    strcmp(o->name, h->name) != 0)
			name = "";
	}
	char text[512];
	snprintf(text, sizeof(text), "%.200s=%.300s", name, value);
	struct understanding *u = r->out;
	bool no = is_negated(r, h->first);
	bool ok = no ? texts_add(&u->not_attributes, text)
		     : list_add(&u->query.attributes, &u->query.attribute_count, text);
	u->failed |= !ok;
	mark(r, h, no ? USE_NEGATED : USE_ATTRIBUTE);
}

/* Which single words are a wish for an attribute: colours, materials, and values of what shoppers
 * tell things apart by. Other words of values ("gaming") stay words to look for, which finds them
 * in names too. */
static bool describes(const struct reading *r, const struct vocab_hit *h)
{
	const struct word *w = &r->in->words[h->first];
	if (h->count > 1)
		return true;
	if (w->norm[1] == '\0')
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
	} else if (h->kind == VOCAB_CATEGORY && !is_negated(r, h->first)) {
		struct shop_query *q = &r->out->query;
		if (q->category_count < 8)
			r->out->failed |= !list_add(&q->categories, &q->category_count, h->name);
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

/* "not red shirts" are shirts: behind a denied value, a thing that nothing before has named. */
static bool is_thing_behind(const struct reading *r, size_t word)
{
	bool thing =
		reading_has_category(r, word) || (r->in->things != NULL && r->in->things[word]);
	if (!thing || word == 0 || r->use[word - 1] != USE_NEGATED)
		return false;
	bool value = false;
	for (size_t i = 0; i < r->in->hit_count; i++)
		value |= r->in->hits[i].first + r->in->hits[i].count == word &&
			 r->in->hits[i].kind != VOCAB_CATEGORY;
	for (size_t i = 0; i < word; i++)
		value &= !reading_content(r, i);
	return value;
}

void reading_names(struct reading *r)
{
	for (size_t count = 4; count > 0; count--)
		for (size_t i = 0; i < r->in->hit_count; i++)
			if (r->in->hits[i].count == count)
				take_hit(r, &r->in->hits[i]);
	take_sizes(r);
	for (size_t i = 0; i < r->in->word_count; i++)
		if (r->use[i] == USE_OPEN && is_negated(r, i) && !is_thing_behind(r, i))
			r->use[i] = USE_NEGATED;
}

/* "in a red color", "size 42": the word only says what kind of value stands beside it. */
static bool is_label(const struct reading *r, size_t word)
{
	static const char *const labels[] = { "color", "colour", "colored", "coloured", "sized" };
	const char *fold = r->in->words[word].fold;
	bool label = false;
	for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
		label |= strcmp(labels[i], fold) == 0;
	bool before =
		word > 0 && (reading_content(r, word - 1) || r->use[word - 1] == USE_ATTRIBUTE);
	const struct word *next = word + 1 < r->in->word_count ? &r->in->words[word + 1] : NULL;
	if (strcmp(fold, "size") == 0)
		return next != NULL && (strpbrk(next->fold, "0123456789") != NULL ||
					lexicon_size(next->fold) != NULL);
	return label && (before || reading_content(r, word + 1) ||
			 (next != NULL && r->use[word + 1] == USE_ATTRIBUTE));
}

/* Appends the content words of from .. to. */
static void put_words(struct buf *b, const struct reading *r, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		if (!reading_content(r, i) || is_label(r, i))
			continue;
		if (b->len > 0)
			buf_putc(b, ' ');
		buf_puts(b, r->in->words[i].fold);
	}
}

bool reading_breaks(const struct reading *r, size_t i)
{
	const char *fold = r->in->words[i].fold;
	bool predicate = r->has[CUE_WHICH] && r->out->fact == FACT_NONE &&
			 (strcmp(fold, "are") == 0 || strcmp(fold, "is") == 0);
	return predicate || reading_at(r, i, CUE_PREPOSITION);
}

/*
 * What stands behind a preposition describes what stands before it: "laptop for gaming" is a
 * gaming laptop, "books of poetry" are poetry books. So the text is put in the order of a compound,
 * with the thing last. Negated words go to not_text.
 */
void reading_text(struct reading *r)
{
	size_t n = r->in->word_count, head = 0, end;
	while (head < n && !reading_content(r, head))
		head++;
	end = head;
	while (end < n && !reading_breaks(r, end))
		end++;
	struct buf text, not_text;
	buf_init(&text, UNDERSTAND_WORDS * WORD_SIZE);
	buf_init(&not_text, UNDERSTAND_WORDS * WORD_SIZE);
	put_words(&text, r, end, n);
	put_words(&text, r, head, end);
	for (size_t i = 0; i < n; i++) {
		if (r->use[i] != USE_NEGATED || has_hit(r, i, 1, VOCAB_BRAND))
			continue;
		if (has_hit(r, i, 1, VOCAB_ATTRIBUTE) && r->out->not_attributes.count > 0)
			continue;
		if (not_text.len > 0)
			buf_putc(&not_text, ' ');
		buf_puts(&not_text, r->in->words[i].fold);
	}
	for (size_t i = 0; i < n; i++)
		if (reading_content(r, i) && r->in->unknown[i] && !is_label(r, i))
			r->out->failed |= !texts_add(&r->out->unknown, r->in->words[i].fold);
	r->out->failed |= text.failed || not_text.failed;
	if (text.len > 0)
		r->out->query.text = buf_take(&text);
	if (not_text.len > 0)
		r->out->not_text = buf_take(&not_text);
	buf_done(&text);
	buf_done(&not_text);
}
