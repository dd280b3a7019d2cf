/* SPDX-License-Identifier: MIT */
/* Characters, words and phrases of a message; it knows nothing of what they mean. */
#include "assistant/lex.h"

#include <string.h>

/* Longer runs of letters are no word of any table here. */
enum { LEX_WORD_MAX = 24 };

char lex_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool lex_is_digit(const struct input *in, size_t at)
{
	return at < in->len && in->text[at] >= '0' && in->text[at] <= '9';
}

static bool is_word_char(char c)
{
	char l = lex_lower(c);
	return (l >= 'a' && l <= 'z') || (c >= '0' && c <= '9');
}

bool lex_is_letter(const struct input *in, size_t at)
{
	size_t size;
	char c = lex_lower(lex_char(in, at, &size));
	return c >= 'a' && c <= 'z';
}

/* General punctuation, U+2000 to U+203F: the third byte of E2 80 xx. */
static char general_punctuation(unsigned char c)
{
	if (c <= 0x8A || c == 0xAF)
		return ' ';
	if (c >= 0x90 && c <= 0x95)
		return '-';
	if (c == 0x98 || c == 0x99 || c == 0x9B || c == 0xB2)
		return '\'';
	if (c == 0x9C || c == 0x9D || c == 0x9F || c == 0xB3)
		return '"';
	return '?';
}

static char three_bytes(const unsigned char *s)
{
	if (s[0] == 0xE2 && s[1] == 0x80)
		return general_punctuation(s[2]);
	if (s[0] == 0xE2 && s[1] == 0x88 && s[2] == 0x92)
		return '-'; /* U+2212, the minus sign */
	if (s[0] == 0xE3 && s[1] == 0x80)
		return s[2] == 0x80 ? ' ' : '?';
	/* U+2040 to U+2BFF are punctuation, currency signs, arrows, mathematics and pictures. */
	return s[0] == 0xE2 && s[1] < 0xB0 ? '?' : 'x';
}

static char ascii_char(unsigned char c)
{
	return c <= ' ' || c == 0x7F ? ' ' : (char)c;
}

char lex_char(const struct input *in, size_t at, size_t *ret_size)
{
	const unsigned char *s = (const unsigned char *)in->text + at;
	size_t left = at < in->len ? in->len - at : 0;
	*ret_size = left ? 1 : 0;
	if (!left)
		return '\0';
	if (s[0] < 0x80)
		return ascii_char(s[0]);
	if (s[0] == 0xC2 && left > 1 && s[1] >= 0x80 && s[1] <= 0xBF) {
		*ret_size = 2;
		return s[1] == 0xA0 ? ' ' : '?';
	}
	if (s[0] >= 0xE0 && s[0] <= 0xEF && left > 2 && (s[1] & 0xC0) == 0x80 &&
	    (s[2] & 0xC0) == 0x80) {
		*ret_size = 3;
		return three_bytes(s);
	}
	if (s[0] == 0xF0 && left > 3 && s[1] == 0x9F && (s[2] & 0xC0) == 0x80 &&
	    (s[3] & 0xC0) == 0x80) {
		*ret_size = 4;
		return '?'; /* U+1F000 to U+1FFFF: pictures */
	}
	return 'x';
}

char lex_peek(const struct input *in, size_t at)
{
	size_t size;
	return lex_char(in, at, &size);
}

/* Where the character that ends before `at` starts, and what it is. */
static char char_before(const struct input *in, size_t at, size_t *ret_start)
{
	for (size_t back = 1; back <= 4 && back <= at; back++) {
		size_t size;
		char c = lex_char(in, at - back, &size);
		if (size == back && (back > 1 || (unsigned char)in->text[at - 1] < 0x80)) {
			*ret_start = at - back;
			return c;
		}
	}
	*ret_start = at ? at - 1 : 0;
	return at ? 'x' : '\0';
}

char lex_before(const struct input *in, size_t at)
{
	size_t start;
	return char_before(in, at, &start);
}

size_t lex_skip(const struct input *in, size_t at)
{
	size_t size;
	while (lex_char(in, at, &size) == ' ')
		at += size;
	return at;
}

size_t lex_back(const struct input *in, size_t at)
{
	size_t start;
	while (char_before(in, at, &start) == ' ')
		at = start;
	return at;
}

size_t lex_skip_dash(const struct input *in, size_t at)
{
	size_t size;
	at = lex_skip(in, at);
	if (lex_char(in, at, &size) == '-')
		at = lex_skip(in, at + size);
	return at;
}

size_t lex_word(const struct input *in, size_t at)
{
	while (at < in->len && lex_lower(in->text[at]) >= 'a' && lex_lower(in->text[at]) <= 'z')
		at++;
	return at;
}

bool lex_starts(const struct input *in, size_t at)
{
	return !is_word_char(lex_before(in, at));
}

bool lex_ends(const struct input *in, size_t at)
{
	return !is_word_char(lex_peek(in, at));
}

size_t lex_next(const struct input *in, size_t at)
{
	size_t size;
	if (is_word_char(lex_char(in, at, &size))) {
		while (is_word_char(lex_char(in, at, &size)))
			at += size;
	} else {
		at += size;
	}
	return lex_skip(in, at);
}

size_t lex_phrase(const struct input *in, size_t at, const char *phrase)
{
	for (const char *p = phrase; *p; p++) {
		size_t size;
		char c = lex_char(in, at, &size);
		if (*p == ' ') {
			size_t next = lex_skip_dash(in, at);
			if (next == at)
				return 0;
			at = next;
		} else if ((unsigned char)*p >= 0x80) {
			if (at >= in->len || in->text[at] != *p)
				return 0;
			at++;
		} else if (size && lex_lower(c) == *p) {
			at += size;
		} else {
			return 0;
		}
		/* What lex_char made of a foreign letter is not the letter of the phrase. */
		if (*p == 'x' && (unsigned char)in->text[at - 1] >= 0x80)
			return 0;
	}
	char last = phrase[strlen(phrase) - 1];
	return last >= 'a' && last <= 'z' && lex_is_letter(in, at) ? 0 : at;
}

size_t lex_find(const struct input *in, size_t at, const struct lex_entry *table, size_t count,
		int *ret)
{
	size_t best = 0;
	char first = lex_first(in, at);
	for (size_t i = 0; i < count; i++) {
		if (!lex_may_begin(first, table[i].phrase))
			continue;
		size_t end = lex_phrase(in, at, table[i].phrase);
		if (end <= best)
			continue;
		best = end;
		*ret = table[i].value;
	}
	return best;
}

bool lex_find_before(const struct input *in, size_t at, const struct lex_entry *table, size_t count,
		     struct lex_hit *ret)
{
	size_t end = lex_back(in, at);
	size_t start = end;
	while (end - start <= LEX_WORD_MAX && start > 0) {
		size_t before;
		char c = char_before(in, start, &before);
		if (!is_word_char(c) && c != '\'')
			break;
		start = before;
	}
	for (size_t i = 0; i < count && start < end; i++) {
		if (lex_phrase(in, start, table[i].phrase) != end)
			continue;
		*ret = (struct lex_hit){ start, table[i].value };
		return true;
	}
	return false;
}
