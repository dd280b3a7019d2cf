/* SPDX-License-Identifier: MIT */
/*
 * What must not be: the words behind "not", "without", "anything but", up to where something else
 * is said. What "or", "nor", "and" and commas list is denied one by one; the words of each belong
 * together, so that who wants no silicone strap may still get a strap.
 */
#include <string.h>

#include "assistant/reading.h"
#include "base/buf.h"

static bool is_join(const struct reading *r, size_t word)
{
	return r->cue[word] == CUE_AND && r->use[word] == USE_CUE;
}

/* Small words that may stand right behind a denial: "not from", "not in the". */
static bool is_small(const struct reading *r, size_t word)
{
	return r->use[word] == USE_CUE &&
	       (r->cue[word] == CUE_STOP || r->cue[word] == CUE_PREPOSITION ||
		r->cue[word] == CUE_ANYTHING);
}

/* Does a list go on behind the comma at the word: "not red, blue or green"? */
static bool lists_on(const struct reading *r, size_t word)
{
	for (size_t i = word + 1; i < r->in->word_count; i++) {
		if (is_join(r, i))
			return reading_content(r, i + 1) || is_small(r, i + 1);
		if (!reading_content(r, i) && r->cue[i] != CUE_STOP)
			return false;
	}
	return false;
}

/* Puts the words from `at` on into groups; returns where that ends. */
static size_t take_groups(struct reading *r, size_t at)
{
	size_t n = r->in->word_count;
	while (at < n && is_small(r, at))
		at++;
	if (!reading_content(r, at))
		return at;
	r->denials++;
	for (; at < n; at++) {
		if (is_join(r, at) || (at > 0 && r->in->words[at - 1].after == ',' &&
				       r->denied[at - 1] != 0 && lists_on(r, at))) {
			size_t next = is_join(r, at) ? at + 1 : at;
			while (next < n && is_small(r, next))
				next++;
			if (!reading_content(r, next))
				return at;
			r->denials++;
			at = next;
		} else if (at > 0 && r->in->words[at - 1].after == ',') {
			return at;
		}
		if (reading_content(r, at))
			r->denied[at] = r->denials;
		else if (r->use[at] != USE_CUE || r->cue[at] != CUE_STOP)
			return at;
	}
	return at;
}

/* Is there a hit for these words that only describes: a brand or a value? */
static bool describes(const struct reading *r, size_t first, size_t end)
{
	for (size_t i = 0; i < r->in->hit_count; i++) {
		const struct vocab_hit *h = &r->in->hits[i];
		if (h->first == first && h->first + h->count == end && h->kind != VOCAB_CATEGORY)
			return true;
	}
	return end == first + 1 && (lexicon_is_colour(r->in->words[first].norm) ||
				    lexicon_is_material(r->in->words[first].norm));
}

/* "not red shirts" are shirts: behind a denied value, a thing that nothing before has named. */
static void release_thing(struct reading *r, unsigned group)
{
	size_t first = 0, end = r->in->word_count;
	while (r->denied[first] != group)
		first++;
	while (r->denied[end - 1] != group)
		end--;
	size_t last = end - 1;
	bool thing =
		reading_has_category(r, last) || (r->in->things != NULL && r->in->things[last]);
	for (size_t i = 0; i < first; i++)
		thing &= !reading_content(r, i) || r->denied[i] != 0;
	/* "non-leather watch straps": what describes is as short as can be */
	for (size_t to = first + 1; thing && to <= last; to++) {
		if (!describes(r, first, to))
			continue;
		for (size_t i = to; i <= last; i++)
			if (r->denied[i] == group)
				r->denied[i] = 0;
		return;
	}
}

void reading_denials(struct reading *r)
{
	for (size_t i = 0; i < r->in->word_count;) {
		if (r->cue[i] != CUE_NOT || r->use[i] != USE_CUE) {
			i++;
			continue;
		}
		while (i < r->in->word_count && r->cue[i] == CUE_NOT)
			i++;
		i = take_groups(r, i);
	}
	for (unsigned group = 1; group <= r->denials; group++)
		release_thing(r, group);
}

bool reading_is_denied(const struct reading *r, size_t first, size_t count)
{
	unsigned group = r->denied[first];
	bool whole = group != 0;
	for (size_t i = 0; i < r->in->word_count; i++)
		if (r->denied[i] == group)
			whole &= i >= first && i < first + count;
	return whole;
}

static bool is_known(const struct reading *r, unsigned group)
{
	for (size_t i = 0; i < r->in->word_count; i++)
		if (r->denied[i] == group && r->in->unknown[i] &&
		    strpbrk(r->in->words[i].fold, "0123456789") == NULL)
			return false;
	return true;
}

/* What is denied by name has been taken; the rest are words. A word that no product has excludes
 * none. */
void reading_denied_texts(struct reading *r)
{
	for (unsigned group = 1; group <= r->denials; group++) {
		struct buf text;
		buf_init(&text, UNDERSTAND_WORDS * WORD_SIZE);
		for (size_t i = 0; i < r->in->word_count; i++) {
			if (r->denied[i] != group || r->use[i] != USE_OPEN)
				continue;
			buf_printf(&text, "%s%s", text.len > 0 ? " " : "", r->in->words[i].fold);
			r->use[i] = USE_NEGATED;
		}
		if (text.len > 0 && is_known(r, group))
			r->out->failed |= !texts_add(&r->out->not_texts, buf_text(&text));
		r->out->failed |= text.failed;
		buf_done(&text);
	}
}
