/* SPDX-License-Identifier: MIT */
/* Builds expressions for the full-text index from words, and from nothing else. */
#include "service/match.h"

#include <stdio.h>
#include <string.h>

#include "assistant/lexicon.h"
#include "assistant/measure.h"
#include "assistant/thing.h"

static bool is_filler(const char *fold)
{
	static const char *const words[] = { "a",  "an", "the", "and", "for", "of", "with", "in",
					     "on", "to", "by",  "at",  "my",  "me", NULL };
	return word_is_one_of(fold, words);
}

void match_read(struct match *m, const char *text)
{
	struct word words[2 * MATCH_WORDS_MAX];
	size_t count = words_split(text, strlen(text), words, 2 * MATCH_WORDS_MAX);
	bool either = false;
	*m = (struct match){ .text = text };
	for (size_t i = 0; i < count && m->count < MATCH_WORDS_MAX; i++) {
		if (strcmp(words[i].fold, "or") == 0) {
			either = m->count > 0;
			continue;
		}
		if (is_filler(words[i].fold))
			continue;
		m->begins[m->count] = either;
		either = false;
		m->words[m->count++] = words[i];
	}
	/* "The Of" may be a title: then its words are all there is. */
	for (size_t i = 0; m->count == 0 && i < count && i < MATCH_WORDS_MAX; i++)
		m->words[i] = words[i];
	if (m->count == 0)
		m->count = count < MATCH_WORDS_MAX ? count : MATCH_WORDS_MAX;
}

void match_text(const struct match *m, const bool *left_out, struct buf *out)
{
	bool either = false;
	for (size_t i = 0; i < m->count; i++) {
		either |= m->begins[i];
		if (left_out != NULL && left_out[i])
			continue;
		buf_printf(out, "%s%s",
			   out->len == 0 ? ""
			   : either      ? " or "
					 : " ",
			   m->words[i].fold);
		either = false;
	}
}

static void put_quoted(struct buf *out, const char *word)
{
	buf_putc(out, '"');
	for (const char *p = word; *p != '\0'; p++) {
		if (*p == '"')
			buf_putc(out, '"');
		buf_putc(out, *p);
	}
	buf_putc(out, '"');
}

/* A word joined from two ("t-shirt") is looked for in both spellings. */
static void put_word(const struct match *m, const struct word *w, struct buf *out)
{
	char parts[2 * WORD_SIZE];
	size_t n = 0;
	for (size_t i = w->start; i < w->end && n + 1 < sizeof(parts); i++)
		parts[n++] = m->text[i] == '-' ? ' ' : m->text[i];
	parts[n] = '\0';
	bool joined = strchr(parts, ' ') != NULL;
	const char *other = lexicon_synonym(w->norm, 0);
	if (!joined && other == NULL) {
		put_quoted(out, w->fold);
		return;
	}
	buf_putc(out, '(');
	put_quoted(out, w->fold);
	if (joined) {
		buf_puts(out, " OR ");
		put_quoted(out, parts);
	}
	for (size_t k = 0; (other = lexicon_synonym(w->norm, k)) != NULL; k++) {
		buf_puts(out, " OR ");
		put_quoted(out, other);
	}
	buf_putc(out, ')');
}

static bool has_digit(const struct word *w)
{
	return strpbrk(w->fold, "0123456789") != NULL;
}

/* Of the words from .. to; to if there is none. */
static size_t head_of(const struct match *m, size_t from, size_t to)
{
	size_t at = to;
	while (at > from && has_digit(&m->words[at - 1]))
		at--;
	return at > from ? at - 1 : to;
}

/* Where the alternative ends that begins at the word. */
static size_t alternative_end(const struct match *m, size_t from)
{
	size_t end = from + 1;
	while (end < m->count && !m->begins[end])
		end++;
	return end;
}

bool match_is_head(const struct match *m, size_t word)
{
	size_t from = word;
	while (from > 0 && !m->begins[from])
		from--;
	return head_of(m, from, alternative_end(m, from)) == word;
}

size_t match_head(const struct match *m)
{
	size_t from = m->count;
	while (from > 0 && (from == m->count || !m->begins[from]))
		from--;
	return head_of(m, from, m->count);
}

/* Two words as one, without the spaces in them. */
static void put_joined(struct buf *out, const char *a, const char *b, const char *mark)
{
	buf_putc(out, '"');
	for (const char *p = a; *p != '\0'; p++)
		if (*p != ' ')
			buf_putc(out, *p);
	buf_puts(out, b);
	buf_puts(out, mark);
	buf_putc(out, '"');
}

static void put_one_of(struct buf *out, const char *words)
{
	buf_putc(out, '(');
	for (size_t n; *words != '\0'; words += n + (words[n] == ' ' ? 1 : 0)) {
		n = strcspn(words, " ");
		buf_printf(out, "%s\"%.*s\"", out->data[out->len - 1] == '(' ? "" : " OR ", (int)n,
			   words);
	}
	buf_putc(out, ')');
}

/* The word and its other names, among what products are. */
static void put_head(const struct word *w, struct buf *out)
{
	const char *other;
	buf_puts(out, "({things} : ");
	put_joined(out, w->norm, "", THING_MARK);
	for (size_t k = 0; (other = lexicon_synonym(w->norm, k)) != NULL; k++) {
		const char *needs = lexicon_synonym_needs(w->norm, other);
		buf_puts(out, needs != NULL ? " OR ({things} : " : " OR {things} : ");
		put_joined(out, other, "", THING_MARK);
		if (needs != NULL) {
			buf_puts(out, " AND ");
			put_one_of(out, needs);
			buf_putc(out, ')');
		}
	}
	buf_putc(out, ')');
}

/* "head phones" is also "headphones", and "tee shirt" a "t-shirt". */
static void put_pair(const struct word *a, const struct word *b, bool head, struct buf *out)
{
	char phrase[2 * WORD_SIZE];
	const char *other;
	snprintf(phrase, sizeof(phrase), "%s %s", a->norm, b->norm);
	buf_puts(out, head ? "{things} : (" : "(");
	put_joined(out, head ? a->norm : a->fold, head ? b->norm : b->fold, head ? THING_MARK : "");
	for (size_t k = 0; (other = lexicon_synonym(phrase, k)) != NULL; k++) {
		buf_puts(out, " OR ");
		put_joined(out, other, "", head ? THING_MARK : "");
	}
	buf_putc(out, ')');
}

/* "24 inch" is also written "24inch", and is not just any 24. */
static void put_measure(const struct word *number, const struct word *unit, struct buf *out)
{
	char phrase[2 * WORD_SIZE];
	snprintf(phrase, sizeof(phrase), "%s %s", number->fold, unit->norm);
	buf_putc(out, '(');
	put_quoted(out, phrase);
	buf_puts(out, " OR ");
	put_joined(out, number->fold, unit->norm, "");
	buf_putc(out, ')');
}

static bool is_measure(const struct match *m, size_t at, size_t to)
{
	const char *fold = m->words[at].fold;
	return at + 1 < to && fold[strspn(fold, "0123456789")] == '\0' &&
	       measure_is_unit(m->words[at + 1].fold);
}

bool match_is_measure(const struct match *m, size_t word)
{
	return is_measure(m, word, alternative_end(m, word));
}

struct conjunction {
	size_t from, to;
	size_t pair; /* this word and the next are written as one; to: none are */
	size_t head; /* this word says what it is; to: none does */
};

/* All words. */
static void put_all(const struct match *m, struct conjunction c, struct buf *out)
{
	for (size_t i = c.from; i < c.to; i++) {
		bool pair = i == c.pair, measure = !pair && is_measure(m, i, c.to);
		bool head = i + (pair ? 1 : 0) == c.head;
		if (i > c.from)
			buf_puts(out, " AND ");
		if (pair) {
			put_pair(&m->words[i], &m->words[i + 1], head, out);
		} else if (measure && i + 1 != c.head) {
			put_measure(&m->words[i], &m->words[i + 1], out);
		} else if (head) {
			put_head(&m->words[i], out);
		} else {
			put_word(m, &m->words[i], out);
		}
		i += pair || (measure && i + 1 != c.head);
	}
}

/* The words from .. to. */
static void put_conjunctions(const struct match *m, struct conjunction c, struct buf *out)
{
	enum { JOINED_WORDS_MAX = 4 };
	buf_putc(out, '(');
	put_all(m, c, out);
	buf_putc(out, ')');
	for (size_t i = c.from; i + 1 < c.to && c.to - c.from <= JOINED_WORDS_MAX; i++) {
		if (has_digit(&m->words[i]) || has_digit(&m->words[i + 1]))
			continue;
		buf_puts(out, " OR (");
		c.pair = i;
		put_all(m, c, out);
		buf_putc(out, ')');
	}
}

static void put_alternatives(const struct match *m, bool things, struct buf *out)
{
	for (size_t from = 0, to; from < m->count; from = to) {
		to = alternative_end(m, from);
		struct conjunction c = { from, to, to, things ? head_of(m, from, to) : to };
		buf_puts(out, from > 0 ? " OR " : "");
		put_conjunctions(m, c, out);
	}
}

static void put_any(const struct match *m, struct buf *out)
{
	for (size_t i = 0; i < m->count; i++) {
		buf_puts(out, i > 0 ? " OR " : "");
		put_word(m, &m->words[i], out);
	}
}

bool match_write(const struct match *m, enum match_mode mode, struct buf *out)
{
	buf_clear(out);
	if (m->count == 0)
		return false;
	if (mode == MATCH_ANY)
		put_any(m, out);
	else
		put_alternatives(m, mode == MATCH_THINGS, out);
	return !out->failed;
}

/* Is a word of `wanted` another name for this one? */
static bool is_wanted(const struct word *w, const char *wanted)
{
	struct match m;
	const char *other;
	if (wanted == NULL)
		return false;
	match_read(&m, wanted);
	for (size_t k = 0; (other = lexicon_synonym(w->norm, k)) != NULL; k++)
		for (size_t i = 0; i < m.count; i++)
			if (strcmp(m.words[i].norm, other) == 0)
				return true;
	return false;
}

/* Side by side in any order, but a model's number behind its name. */
static void put_together(const struct match *m, struct buf *out)
{
	enum { LETTERS_OF_A_MODEL = 2 };
	bool model = false;
	for (size_t i = 0; i < m->count; i++)
		model |= has_digit(&m->words[i]) || strlen(m->words[i].fold) <= LETTERS_OF_A_MODEL;
	buf_puts(out, model ? "\"" : "NEAR(");
	for (size_t i = 0; i < m->count; i++) {
		buf_puts(out, i > 0 ? " " : "");
		if (model)
			buf_puts(out, m->words[i].fold);
		else
			put_quoted(out, m->words[i].fold);
	}
	buf_puts(out, model ? "\"" : ", 3)");
}

/* Begins what is looked for in the texts that say what a product is. */
static bool texts_begin(struct match *m, const char *text, struct buf *out)
{
	match_read(m, text);
	buf_clear(out);
	return m->count > 0 && buf_puts(out, "{name category attributes} : (");
}

static bool texts_end(struct buf *out)
{
	buf_putc(out, ')');
	return !out->failed;
}

bool match_write_denied(const char *text, const char *wanted, struct buf *out)
{
	struct match m;
	if (!texts_begin(&m, text, out))
		return false;
	if (m.count > 1)
		put_together(&m, out);
	else if (is_wanted(&m.words[0], wanted))
		put_quoted(out, m.words[0].fold);
	else
		put_word(&m, &m.words[0], out);
	return texts_end(out);
}

bool match_write_things(const char *text, struct buf *out)
{
	struct match m;
	match_read(&m, text);
	return match_write(&m, MATCH_THINGS, out);
}

bool match_write_has(const char *text, struct buf *out)
{
	struct match m;
	if (!texts_begin(&m, text, out))
		return false;
	put_alternatives(&m, /* things= */ false, out);
	return texts_end(out);
}
