/* SPDX-License-Identifier: MIT */
/* Names of products that no evidence has: capitals in a row, or beside the name of a product. */
#include <stdlib.h>
#include <string.h>

#include "assistant/compose.h"
#include "assistant/verify_sheet.h"
#include "base/text.h"

static void put_spaced(struct buf *b, const char *text)
{
	enum { TEXT_BYTES = 8192 };
	if (text == NULL)
		return;
	put_clean(b, text, TEXT_BYTES);
	buf_putc(b, ' ');
}

static bool make_vocabulary(struct subject *subject)
{
	enum { VOCABULARY_BYTES = 65536 };
	struct buf b;
	buf_init(&b, VOCABULARY_BYTES);
	put_spaced(&b, subject->name);
	const struct shop_product *p = subject->product;
	if (p != NULL) {
		put_spaced(&b, p->sku);
		put_spaced(&b, p->brand);
		put_spaced(&b, p->category);
	}
	const struct shop_attributes *list = subject->attributes;
	for (size_t i = 0; list != NULL && i < list->count; i++)
		put_spaced(&b, list->items[i].value);
	size_t names = b.len;
	for (size_t i = 0; list != NULL && i < list->count; i++) {
		put_attribute_name(&b, list->items[i].name);
		buf_putc(&b, ' ');
	}
	put_spaced(&b, p != NULL ? p->description : NULL);
	subject->vocabulary = split_text(buf_text(&b), &subject->vocabulary_count);
	for (size_t i = 0; subject->vocabulary != NULL && i < subject->vocabulary_count; i++)
		subject->vocabulary_names += subject->vocabulary[i].end <= names;
	buf_done(&b);
	return subject->vocabulary != NULL;
}

struct run {
	size_t first, count; /* words of the reply */
};

bool subject_vocabulary(struct sheet *s, size_t subject)
{
	struct subject *it = &s->subjects[subject];
	s->failed |= it->vocabulary == NULL && !make_vocabulary(it);
	return it->vocabulary != NULL;
}

static bool subject_covers(struct sheet *s, size_t subject, struct run run)
{
	struct subject *it = &s->subjects[subject];
	if (!subject_vocabulary(s, subject))
		return false;
	for (size_t i = 0; i < run.count; i++)
		if (!words_have(it->vocabulary, it->vocabulary_count, s->words[run.first + i].norm))
			return false;
	return true;
}

static bool text_covers(struct sheet *s, const char *text, struct run run)
{
	size_t count;
	if (text == NULL || text[0] == '\0')
		return false;
	struct word *words = split_text(text, &count);
	bool all = words != NULL;
	s->failed |= words == NULL;
	for (size_t i = 0; i < run.count && all; i++)
		all = words_have(words, count, s->words[run.first + i].norm);
	free(words);
	return all;
}

static bool evidence_covers(struct sheet *s, struct run run)
{
	const struct evidence *e = s->e;
	const char *text;
	for (size_t i = 0; i < s->subject_count; i++)
		if (subject_covers(s, i, run))
			return true;
	for (size_t i = 0; i < e->values.count; i++)
		if (text_covers(s, e->values.items[i], run))
			return true;
	for (size_t i = 0; i < e->topics.count; i++)
		if (text_covers(s, e->topics.items[i], run))
			return true;
	for (size_t i = 0; i < e->reviews.count; i++)
		if (text_covers(s, e->reviews.items[i].author, run))
			return true;
	for (size_t i = 0; (text = question_text(s, i)) != NULL; i++)
		if (text_covers(s, text, run))
			return true;
	return text_covers(s, e->policy, run);
}

bool is_known_token(struct sheet *s, struct span span)
{
	for (size_t i = 0; i < s->word_count; i++)
		if (s->words[i].start <= span.start && s->words[i].end >= span.end)
			return evidence_covers(s, (struct run){ i, 1 });
	return false;
}

static bool is_masked(const struct sheet *s, size_t word)
{
	return sheet_masked(s, (struct span){ s->words[word].start, s->words[word].end });
}

/* A capital, or a number that may belong to a name. */
static bool is_name_like(const struct sheet *s, size_t word)
{
	char c = s->reply[s->words[word].start];
	return !is_masked(s, word) && ((c >= 'A' && c <= 'Z') || text_is_digit(c));
}

static bool is_capital(const struct sheet *s, size_t word)
{
	char c = s->reply[s->words[word].start];
	return c >= 'A' && c <= 'Z';
}

/* Only a blank, a hyphen or "&" between the word and the next one. */
static bool touches_next(const struct sheet *s, size_t word)
{
	if (word + 1 >= s->word_count)
		return false;
	size_t from = s->words[word].end, to = s->words[word + 1].start;
	for (size_t i = from; i < to; i++)
		if (strchr(" -&", s->reply[i]) == NULL)
			return false;
	return to - from <= 3;
}

/* "USD 5": the code of a currency, or as good as one. */
static bool is_code(const struct sheet *s, size_t word)
{
	const struct word *w = &s->words[word];
	if (w->end - w->start != 3 || word + 1 >= s->word_count)
		return false;
	for (size_t i = w->start; i < w->end; i++)
		if (s->reply[i] < 'A' || s->reply[i] > 'Z')
			return false;
	return text_is_digit(s->reply[s->words[word + 1].start]);
}

/* Ordinary English, months and weekdays. */
static bool is_ordinary(const struct sheet *s, size_t word)
{
	return s->words[word].fold[1] == '\0' || is_code(s, word) ||
	       is_english(s, s->words[word].fold);
}

static const struct mention *mention_at(const struct sheet *s, size_t word)
{
	for (size_t i = 0; i < s->mention_count; i++)
		if (s->mentions[i].span.start <= s->words[word].start &&
		    s->mentions[i].span.end >= s->words[word].end)
			return &s->mentions[i];
	return NULL;
}

/* The mention that the run touches, if any. */
static const struct mention *neighbour(const struct sheet *s, struct run run)
{
	const struct mention *m = NULL;
	if (run.first > 0 && touches_next(s, run.first - 1))
		m = mention_at(s, run.first - 1);
	size_t last = run.first + run.count - 1;
	if (m == NULL && touches_next(s, last))
		m = mention_at(s, last + 1);
	return m;
}

static bool mention_covers(struct sheet *s, const struct mention *m, struct run run)
{
	for (size_t i = 0; i < m->count; i++)
		if (subject_covers(s, m->subjects[i], run))
			return true;
	return false;
}

/* Ordinary words and numbers at the edges belong to the sentence, not to a name. */
static struct run trim(const struct sheet *s, struct run run)
{
	while (run.count > 0 && (is_ordinary(s, run.first) || !is_capital(s, run.first))) {
		run.first++;
		run.count--;
	}
	while (run.count > 0 && is_ordinary(s, run.first + run.count - 1) &&
	       is_capital(s, run.first + run.count - 1))
		run.count--;
	return run;
}

static bool has_capital(const struct sheet *s, struct run run)
{
	for (size_t i = 0; i < run.count; i++)
		if (is_capital(s, run.first + i) && !is_ordinary(s, run.first + i))
			return true;
	return false;
}

static bool is_heading(const struct sheet *s, struct run run)
{
	size_t at = s->words[run.first + run.count - 1].end;
	while (s->reply[at] == '*' || s->reply[at] == '_')
		at++;
	return s->reply[at] == ':' && begins_line(s, s->words[run.first].start);
}

static void check_run(struct sheet *s, struct run run)
{
	bool begins = begins_sentence(s, s->words[run.first].start);
	const struct mention *m = neighbour(s, run);
	struct run core = trim(s, run);
	if (core.count == 0 || is_heading(s, core))
		return;
	bool first = begins && core.first == run.first;
	if (m != NULL && !(first && core.count == 1)) {
		if (mention_covers(s, m, core))
			return;
	} else if (core.count < 2 || evidence_covers(s, core)) {
		return;
	} else if (first) {
		/* the first word may have its capital from the sentence */
		struct run rest = { core.first + 1, core.count - 1 };
		if (!has_capital(s, rest) || evidence_covers(s, rest))
			return;
	}
	size_t last = core.first + core.count - 1;
	sheet_claim(s, (struct span){ s->words[core.first].start, s->words[last].end }, "product",
		    "",
		    /* ok= */ false);
}

/* A number right behind a name is part of it. */
static void check_number(struct sheet *s, struct run run)
{
	if (run.first == 0 || !touches_next(s, run.first - 1))
		return;
	const struct mention *m = mention_at(s, run.first - 1);
	struct run first = { run.first, 1 };
	size_t next = run.first + 1;
	/* "the watch 5 of 5", "the watch 7 left" */
	if (next < s->word_count && word_in("of out stars star in left x", s->words[next].fold))
		return;
	if (m == NULL || mention_covers(s, m, first))
		return;
	sheet_claim(s, (struct span){ m->span.start, s->words[run.first].end }, "product", "",
		    /* ok= */ false);
}

void find_strangers(struct sheet *s)
{
	enum { ENOUGH = 64 };
	size_t before = s->out->count;
	for (size_t i = 0; i < s->word_count && !s->failed && s->out->count < before + ENOUGH;) {
		struct run run = { i, 0 };
		while (i < s->word_count && is_name_like(s, i)) {
			run.count++;
			i++;
			if (!touches_next(s, i - 1))
				break;
		}
		if (run.count > 0 && has_capital(s, run))
			check_run(s, run);
		else if (run.count > 0)
			check_number(s, run);
		i += run.count == 0;
	}
}
