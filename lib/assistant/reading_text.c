/* SPDX-License-Identifier: MIT */
/* What is left when names, sizes and phrases are taken: the words that say what thing is looked
 * for, in the order of a compound. */
#include <string.h>

#include "assistant/reading.h"
#include "base/buf.h"

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

static bool is_named(const struct reading *r, size_t word)
{
	return reading_content(r, word) && !is_label(r, word);
}

/* Appends the content words of from .. to. */
static void put_words(struct buf *b, const struct reading *r, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (is_named(r, i))
			buf_printf(b, "%s%s", b->len > 0 ? " " : "", r->in->words[i].fold);
}

bool reading_breaks(const struct reading *r, size_t i)
{
	const char *fold = r->in->words[i].fold;
	bool predicate = r->has[CUE_WHICH] && r->out->fact == FACT_NONE &&
			 (strcmp(fold, "are") == 0 || strcmp(fold, "is") == 0);
	return predicate || reading_at(r, i, CUE_PREPOSITION);
}

bool reading_is_or(const struct reading *r, size_t word)
{
	return r->cue[word] == CUE_AND && strcmp(r->in->words[word].fold, "or") == 0;
}

static bool is_thing(const struct reading *r, size_t word)
{
	return reading_has_category(r, word) || (r->in->things != NULL && r->in->things[word]);
}

/* One of the things that will do: the words from .. to, and the one that says what it is. */
struct alternative {
	size_t from, to, head; /* head: to if it names no thing */
};

/*
 * What stands behind a preposition describes what stands before it: "laptop for gaming" is a
 * gaming laptop, "books of poetry" are poetry books. So the text is put in the order of a compound,
 * with the thing last. borrowed: the thing of another alternative, "wired" of "wired or wireless
 * headphones"; NULL: none.
 */
static void put_compound(struct buf *b, const struct reading *r, const struct alternative *a,
			 const char *borrowed)
{
	size_t head = a->from, end;
	while (head < a->to && !is_named(r, head))
		head++;
	end = head;
	while (end < a->to && !reading_breaks(r, end))
		end++;
	put_words(b, r, end, a->to);
	put_words(b, r, head, end);
	if (borrowed != NULL)
		buf_printf(b, "%s%s", b->len > 0 ? " " : "", borrowed);
}

/* The last word of from .. to that is a thing, before anything that only describes it. */
static size_t head_of(const struct reading *r, size_t from, size_t to)
{
	size_t head = to;
	bool begun = false;
	for (size_t i = from; i < to; i++) {
		if (begun && reading_breaks(r, i))
			break;
		begun |= is_named(r, i);
		if (is_named(r, i) && is_thing(r, i))
			head = i;
	}
	return head;
}

/* "shirts and socks" are two things, of which one is as good as the other; "salt and pepper mill"
 * is one. */
static bool lists_things(const struct reading *r, size_t word)
{
	size_t next = word + 1;
	if (r->cue[word] != CUE_AND || strcmp(r->in->words[word].fold, "and") != 0 || word == 0)
		return false;
	while (next < r->in->word_count && r->cue[next] == CUE_STOP)
		next++;
	for (size_t i = 0; i < word; i++)
		if (reading_at(r, i, CUE_PREPOSITION))
			return false;
	return reading_content(r, word - 1) && is_thing(r, word - 1) && reading_content(r, next) &&
	       is_thing(r, next);
}

/* Splits at "or" where words stand on both sides. */
static size_t alternatives_of(const struct reading *r, struct alternative *list, size_t max)
{
	size_t count = 0, from = 0, n = r->in->word_count;
	for (size_t i = 0; i <= n; i++) {
		bool last = i == n || count + 1 == max;
		if (!last && !reading_is_or(r, i) && !lists_things(r, i))
			continue;
		size_t to = last ? n : i;
		bool named = false;
		for (size_t k = from; k < to; k++)
			named |= is_named(r, k);
		if (named)
			list[count++] = (struct alternative){ from, to, head_of(r, from, to) };
		else if (count > 0)
			list[count - 1].to = to;
		from = named || count > 0 ? i + 1 : from;
		if (last)
			break;
	}
	return count;
}

static const char *borrowed_by(const struct reading *r, const struct alternative *list,
			       size_t count, size_t at)
{
	if (list[at].head < list[at].to)
		return NULL;
	for (size_t i = at + 1; i < count; i++)
		if (list[i].head < list[i].to)
			return r->in->words[list[i].head].fold;
	for (size_t i = at; i-- > 0;)
		if (list[i].head < list[i].to)
			return r->in->words[list[i].head].fold;
	return NULL;
}

/* Has no product any of its words? */
static bool is_unknown(const struct reading *r, const struct alternative *a)
{
	for (size_t i = a->from; i < a->to; i++)
		if (is_named(r, i) && !r->in->unknown[i])
			return false;
	return true;
}

static bool has_known(const struct reading *r, const struct alternative *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!is_unknown(r, &list[i]))
			return true;
	return false;
}

void reading_text(struct reading *r)
{
	enum { ALTERNATIVES_MAX = 4 };
	struct alternative list[ALTERNATIVES_MAX];
	size_t count = alternatives_of(r, list, ALTERNATIVES_MAX);
	struct buf text, one;
	buf_init(&text, UNDERSTAND_WORDS * WORD_SIZE);
	buf_init(&one, UNDERSTAND_WORDS * WORD_SIZE);
	for (size_t i = 0; i < count; i++) {
		if (is_unknown(r, &list[i]) && has_known(r, list, count))
			continue;
		buf_clear(&one);
		put_compound(&one, r, &list[i], borrowed_by(r, list, count, i));
		buf_printf(&text, "%s%s", text.len > 0 ? " or " : "", buf_text(&one));
	}
	for (size_t i = 0; i < r->in->word_count; i++)
		if (is_named(r, i) && r->in->unknown[i])
			r->out->failed |= !texts_add(&r->out->unknown, r->in->words[i].fold);
	r->out->failed |= text.failed || one.failed;
	if (text.len > 0)
		r->out->query.text = buf_take(&text);
	buf_done(&text);
	buf_done(&one);
}
