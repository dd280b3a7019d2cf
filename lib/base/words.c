/* SPDX-License-Identifier: MIT */
/* Splitting text into comparable words, without locale and without a dictionary of things. */
#include "base/words.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

/* Base letters of U+00C0..U+017F; '*' stands for the few that are written with two. */
static const char latin_base[] = "aaaaaa*ceeeeiiii"
				 "dnooooo.ouuuuy**"
				 "aaaaaa*ceeeeiiii"
				 "dnooooo.ouuuuy*y"
				 "aaaaaaccccccccdd"
				 "ddeeeeeeeeeegggg"
				 "gggghhhhiiiiiiii"
				 "ii**jjkkklllllll"
				 "lllnnnnnnnnnoooo"
				 "oo**rrrrrrssssss"
				 "ssttttttuuuuuuuu"
				 "uuuuwwyyyzzzzzzs";

static const char *fold_pair(uint32_t c)
{
	switch (c) {
	case 0xC6:
	case 0xE6:
		return "ae";
	case 0xDF:
		return "ss";
	case 0xDE:
	case 0xFE:
		return "th";
	case 0x132:
	case 0x133:
		return "ij";
	default:
		return "oe";
	}
}

/* Lower case without accents: writes up to 4 bytes, returns how many. */
static size_t fold_char(uint32_t c, char out[4])
{
	if (c < 0x80) {
		out[0] = text_lower((char)c);
		return 1;
	}
	if (c >= 0xC0 && c < 0x180 && c != 0xD7 && c != 0xF7) {
		out[0] = latin_base[c - 0xC0];
		if (out[0] != '*')
			return 1;
		memcpy(out, fold_pair(c), 2);
		return 2;
	}
	if ((c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F))
		c += 32;
	else if (c >= 0x400 && c <= 0x40F)
		c += 80;
	return text_encode(c, out);
}

static bool is_combining(uint32_t c)
{
	return c >= 0x300 && c <= 0x36F;
}

size_t words_fold(const char *text, size_t len, char *out)
{
	size_t n = 0, used;
	for (size_t i = 0; i < len; i += used) {
		uint32_t c = text_decode(text + i, len - i, &used);
		if (!is_combining(c))
			n += fold_char(c, out + n);
	}
	out[n] = '\0';
	return n;
}

/* Letters and digits of all scripts, judged by block: punctuation, symbols and emoji separate. */
static bool is_word_char(uint32_t c)
{
	if (c < 0x80)
		return text_is_alpha((char)c) || text_is_digit((char)c);
	if (c < 0xC0)
		return c == 0xAA || c == 0xB5 || c == 0xBA;
	return c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x2BFF) &&
	       !(c >= 0x3000 && c <= 0x303F) && !(c >= 0xFF00 && c <= 0xFF0F) &&
	       !(c >= 0xE000 && c <= 0xF8FF) && c < 0x1F000 && c != TEXT_REPLACEMENT &&
	       !text_is_control(c);
}

static bool is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC;
}

/* Plurals that no rule makes singular, and words that only look like plurals. */
static bool singular_irregular(char *word)
{
	static const char *const pairs[][2] = {
		{ "knives", "knife" },    { "shelves", "shelf" },   { "scarves", "scarf" },
		{ "halves", "half" },     { "wolves", "wolf" },     { "leaves", "leaf" },
		{ "loaves", "loaf" },     { "lens", "lens" },       { "lenses", "lens" },
		{ "mice", "mouse" },      { "feet", "foot" },       { "teeth", "tooth" },
		{ "mens", "men" },        { "womens", "women" },    { "childrens", "children" },
		{ "news", "news" },       { "series", "series" },   { "buses", "bus" },
		{ "tvs", "tv" },          { "pcs", "pc" },          { "cds", "cd" },
		{ "dvds", "dvd" },        { "potatoes", "potato" }, { "tomatoes", "tomato" },
		{ "canvases", "canvas" }, { "canvas", "canvas" },   { "species", "species" },
	};
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		if (word[0] == pairs[i][0][0] && strcmp(word, pairs[i][0]) == 0) {
			snprintf(word, WORD_SIZE, "%s", pairs[i][1]);
			return true;
		}
	}
	return false;
}

static bool ends(const char *word, size_t len, const char *with)
{
	size_t n = strlen(with);
	return len > n && memcmp(word + len - n, with, n) == 0;
}

void word_singular(char *word)
{
	size_t len = strlen(word);
	if (len < 3 || singular_irregular(word))
		return;
	/* "movie" and "battery" must meet their plurals, which do not tell -ie from -y. */
	if (len > 4 && ends(word, len, "ies")) {
		memcpy(word + len - 3, "y", 2);
	} else if (len > 4 && ends(word, len, "ie")) {
		memcpy(word + len - 2, "y", 2);
	} else if (len > 4 &&
		   (ends(word, len, "ches") || ends(word, len, "shes") || ends(word, len, "sses") ||
		    ends(word, len, "xes") || ends(word, len, "zzes"))) {
		word[len - 2] = '\0';
	} else if (len > 4 && ends(word, len, "che")) {
		word[len - 1] = '\0';
	} else if (len > 3 && word[len - 1] == 's' && !ends(word, len, "ss") &&
		   !ends(word, len, "us") && !ends(word, len, "is")) {
		word[len - 1] = '\0';
	}
}

/* Reads one word from *at on; false if none is left. */
static bool word_read(const char *text, size_t len, size_t *at, struct word *ret)
{
	size_t i = *at, used = 1;
	for (; i < len; i += used) {
		uint32_t c = text_decode(text + i, len - i, &used);
		/* An accent with no letter before it is no word. */
		if (is_word_char(c) && !is_combining(c))
			break;
	}
	if (i >= len) {
		*at = i;
		return false;
	}
	*ret = (struct word){ .start = i };
	size_t n = 0;
	while (i < len) {
		uint32_t c = text_decode(text + i, len - i, &used);
		size_t next;
		bool inner = is_apostrophe(c) && i + used < len &&
			     is_word_char(text_decode(text + i + used, len - i - used, &next));
		if (!is_word_char(c) && !inner)
			break;
		/* "what's" and "men's" lose their ending, "don't" only its apostrophe. */
		size_t after = i + used + 1;
		bool genitive = inner && text_lower(text[i + used]) == 's' &&
				(after >= len ||
				 !is_word_char(text_decode(text + after, len - after, &next)));
		i += genitive ? used + 1 : used;
		if (inner || is_combining(c))
			continue;
		char out[4];
		size_t width = fold_char(c, out);
		if (n + width < WORD_SIZE) {
			memcpy(ret->fold + n, out, width);
			n += width;
		}
	}
	ret->fold[n] = '\0';
	ret->end = i;
	*at = i;
	return true;
}

/* The first character after a word that separates, before the next word; a hyphen that joins two
 * words does not. */
static char char_after(const char *text, size_t len, size_t at)
{
	char first = ' ';
	size_t start = at, used;
	for (; at < len; at += used) {
		uint32_t c = text_decode(text + at, len - at, &used);
		if (is_word_char(c))
			return first;
		if (c == 0x2013 || c == 0x2014)
			return '-';
		bool tight =
			c == '-' && at == start && at + 1 < len && !text_is_space(text[at + 1]);
		if (c >= 0x80 || text_is_space((char)c) || tight)
			continue;
		if (strchr(",;:()[]|/+-", (int)c) != NULL)
			return (char)c;
		first = first == ' ' ? (char)c : first;
	}
	return first == ' ' ? '\0' : first;
}

/* "t-shirt", "e-book", "x-ray", and "t shirt", "e book" without the hyphen. */
static bool joins_next(const struct word *w, const struct word *next, const char *text)
{
	if (w->fold[0] == '\0' || w->fold[1] != '\0' || !text_is_alpha(w->fold[0]) ||
	    !text_is_alpha(next->fold[0]) || next->fold[1] == '\0')
		return false;
	if (next->start == w->end + 1 && text[w->end] == '-')
		return true;
	return (w->fold[0] == 't' || w->fold[0] == 'e') && next->start == w->end + 1 &&
	       w->after == ' ';
}

size_t words_split(const char *text, size_t len, struct word *words, size_t max)
{
	size_t count = 0, at = 0;
	struct word next;
	while (count < max && word_read(text, len, &at, &next)) {
		next.after = char_after(text, len, next.end);
		struct word *last = count > 0 ? &words[count - 1] : NULL;
		if (last != NULL && joins_next(last, &next, text)) {
			char joined[2 * WORD_SIZE];
			snprintf(joined, sizeof(joined), "%s%s", last->fold, next.fold);
			snprintf(last->fold, WORD_SIZE, "%.*s", WORD_SIZE - 1, joined);
			last->end = next.end;
			last->after = next.after;
		} else {
			next.ordinal = count;
			words[count++] = next;
		}
	}
	for (size_t i = 0; i < count; i++) {
		memcpy(words[i].norm, words[i].fold, WORD_SIZE);
		word_singular(words[i].norm);
	}
	return count;
}

char *words_join(const struct word *words, size_t count, char *out, size_t size)
{
	size_t n = 0;
	out[0] = '\0';
	for (size_t i = 0; i < count; i++) {
		size_t len = strlen(words[i].norm);
		if (n + len + 2 > size)
			break;
		if (n > 0)
			out[n++] = ' ';
		memcpy(out + n, words[i].norm, len + 1);
		n += len;
	}
	return out;
}

size_t words_normal(const char *text, char *out, size_t size)
{
	struct word words[64];
	size_t count = words_split(text, strlen(text), words, sizeof(words) / sizeof(words[0]));
	words_join(words, count, out, size);
	return count;
}

bool words_have(const struct word *words, size_t count, const char *norm)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(words[i].norm, norm) == 0)
			return true;
	return false;
}

bool word_is_one_of(const char *word, const char *const *list)
{
	for (; *list != NULL; list++)
		if (word[0] == (*list)[0] && strcmp(word, *list) == 0)
			return true;
	return false;
}

static size_t min3(size_t a, size_t b, size_t c)
{
	size_t m = a < b ? a : b;
	return m < c ? m : c;
}

size_t word_distance(const char *a, const char *b, size_t limit)
{
	size_t la = strlen(a), lb = strlen(b);
	if (la >= WORD_SIZE || lb >= WORD_SIZE || (la > lb ? la - lb : lb - la) > limit)
		return limit + 1;
	size_t rows[3][WORD_SIZE];
	size_t *before = rows[0], *above = rows[1], *row = rows[2];
	for (size_t j = 0; j <= lb; j++)
		above[j] = j;
	for (size_t i = 1; i <= la; i++) {
		row[0] = i;
		size_t best = i;
		for (size_t j = 1; j <= lb; j++) {
			size_t cost = a[i - 1] == b[j - 1] ? 0 : 1;
			row[j] = min3(above[j] + 1, row[j - 1] + 1, above[j - 1] + cost);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
			    before[j - 2] + 1 < row[j])
				row[j] = before[j - 2] + 1;
			best = row[j] < best ? row[j] : best;
		}
		if (best > limit)
			return limit + 1;
		size_t *spare = before;
		before = above;
		above = row;
		row = spare;
	}
	return above[lb] <= limit ? above[lb] : limit + 1;
}
