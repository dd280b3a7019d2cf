/* SPDX-License-Identifier: MIT */
/*
 * The smallest pieces of a message that the parsers of numbers, amounts and dates share.
 *
 * A message is bytes, hopefully UTF-8. Letters are ASCII without regard to case; every other
 * character outside ASCII counts as part of a word, except blanks, punctuation, currency signs and
 * pictures, which stand between words. Invalid bytes count as parts of words. Functions named after
 * something to match return the offset behind it, or 0 when it is not there.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct input {
	const char *text;
	size_t len;
};

/* A row of a table: a phrase in lower case, and what it means. */
struct lex_entry {
	const char *phrase;
	int value;
};

struct lex_hit {
	size_t start;
	int value;
};

#define LEX_COUNT(table) (sizeof(table) / sizeof((table)[0]))

char lex_lower(char c);
bool lex_is_digit(const struct input *in, size_t at);
bool lex_is_letter(const struct input *in, size_t at);

/*
 * The character at `at`, reduced to ASCII: ' ' for every blank, '-' for every dash, '\'' and '"'
 * for typographic quotes, '?' for other signs outside ASCII, 'x' for what belongs to a word there.
 * Stores how many bytes it takes. '\0' at the end.
 */
char lex_char(const struct input *in, size_t at, size_t *ret_size);
char lex_peek(const struct input *in, size_t at);
/* The same for the character that ends before `at`; '\0' at the beginning. */
char lex_before(const struct input *in, size_t at);

size_t lex_skip(const struct input *in, size_t at);      /* past blanks */
size_t lex_back(const struct input *in, size_t at);      /* back over blanks */
size_t lex_skip_dash(const struct input *in, size_t at); /* past blanks and at most one dash */
size_t lex_word(const struct input *in, size_t at);      /* past a run of letters; `at` if none */
bool lex_starts(const struct input *in, size_t at);      /* no letter or digit before it */
bool lex_ends(const struct input *in, size_t at);        /* no letter or digit follows */
/* The next offset behind `at` at which something may start; `in->len` at the end. */
size_t lex_next(const struct input *in, size_t at);

/*
 * Matches a phrase: a space in it stands for blanks or a dash, an apostrophe for any kind of it. A
 * phrase that ends in a letter must be followed by none.
 */
size_t lex_phrase(const struct input *in, size_t at, const char *phrase);
/*
 * Most phrases of a table do not start at a place: the first byte tells, without a call. A
 * typographic sign may stand for an ASCII one, never for a letter.
 */
static inline char lex_first(const struct input *in, size_t at)
{
	char c = at < in->len ? in->text[at] : '\0';
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static inline bool lex_may_begin(char first, const char *phrase)
{
	return first == *phrase ||
	       ((unsigned char)first >= 0x80 && !(*phrase >= 'a' && *phrase <= 'z'));
}

/* The longest phrase of a table; stores its value. */
size_t lex_find(const struct input *in, size_t at, const struct lex_entry *table, size_t count,
		int *ret);
/* Whether the word before `at` is one of the table; stores where it starts and its value. */
bool lex_find_before(const struct input *in, size_t at, const struct lex_entry *table, size_t count,
		     struct lex_hit *ret);
