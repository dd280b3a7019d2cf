/* SPDX-License-Identifier: MIT */
/* Builds expressions for the full-text index from words, and from nothing else. */
#include "service/match.h"

#include <stdio.h>
#include <string.h>

#include "assistant/lexicon.h"
#include "assistant/thing.h"

static bool is_filler(const char *fold)
{
	static const char *const words[] = { "a",  "an", "the", "and", "or", "for", "of", "with",
					     "in", "on", "to",  "by",  "at", "my",  "me", NULL };
	for (size_t i = 0; words[i] != NULL; i++)
		if (strcmp(fold, words[i]) == 0)
			return true;
	return false;
}

void match_read(struct match *m, const char *text)
{
	struct word words[2 * MATCH_WORDS_MAX];
	size_t count = words_split(text, strlen(text), words, 2 * MATCH_WORDS_MAX);
	m->text = text;
	m->count = 0;
	for (size_t i = 0; i < count && m->count < MATCH_WORDS_MAX; i++)
		if (!is_filler(words[i].fold))
			m->words[m->count++] = words[i];
	/* "The Of" may be a title: then its words are all there is. */
	for (size_t i = 0; m->count == 0 && i < count && i < MATCH_WORDS_MAX; i++)
		m->words[i] = words[i];
	if (m->count == 0)
		m->count = count < MATCH_WORDS_MAX ? count : MATCH_WORDS_MAX;
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

size_t match_head(const struct match *m)
{
	size_t at = m->count;
	while (at > 0 && has_digit(&m->words[at - 1]))
		at--;
	return at > 0 ? at - 1 : m->count;
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

struct conjunction {
	size_t pair; /* this word and the next are written as one; count: none are */
	size_t head; /* this word says what it is; count: none does */
};

/* All words. */
static void put_all(const struct match *m, struct conjunction c, struct buf *out)
{
	for (size_t i = 0; i < m->count; i++) {
		bool pair = i == c.pair;
		bool head = i + (pair ? 1 : 0) == c.head;
		if (i > 0)
			buf_puts(out, " AND ");
		if (pair) {
			put_pair(&m->words[i], &m->words[i + 1], head, out);
			i++;
		} else if (head) {
			put_head(&m->words[i], out);
		} else {
			put_word(m, &m->words[i], out);
		}
	}
}

static void put_conjunctions(const struct match *m, size_t head, struct buf *out)
{
	enum { JOINED_WORDS_MAX = 4 };
	buf_putc(out, '(');
	put_all(m, (struct conjunction){ m->count, head }, out);
	buf_putc(out, ')');
	for (size_t i = 0; i + 1 < m->count && m->count <= JOINED_WORDS_MAX; i++) {
		if (has_digit(&m->words[i]) || has_digit(&m->words[i + 1]))
			continue;
		buf_puts(out, " OR (");
		put_all(m, (struct conjunction){ i, head }, out);
		buf_putc(out, ')');
	}
}

static void put_any(const struct match *m, struct buf *out)
{
	for (size_t i = 0; i < m->count; i++) {
		buf_puts(out, i > 0 ? " OR " : "");
		put_word(m, &m->words[i], out);
	}
}

static void put_not(const char *text, struct buf *out)
{
	struct match m;
	match_read(&m, text);
	if (m.count == 0)
		return;
	buf_puts(out, " NOT ({name category attributes} : (");
	put_any(&m, out);
	buf_puts(out, "))");
}

bool match_write(const struct match *m, enum match_mode mode, const char *not_text, struct buf *out)
{
	buf_clear(out);
	if (m->count == 0)
		return false;
	buf_putc(out, '(');
	if (mode == MATCH_ANY)
		put_any(m, out);
	else
		put_conjunctions(m, mode == MATCH_THINGS ? match_head(m) : m->count, out);
	buf_putc(out, ')');
	if (not_text != NULL)
		put_not(not_text, out);
	return !out->failed;
}
