/* SPDX-License-Identifier: MIT */
#pragma once

/* What a person typed, as the text index is asked for it. Whatever the text, the result is a valid
 * expression: every word stands in quotes. */

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/words.h"

enum { MATCH_WORDS_MAX = 16 };

struct match {
	struct word words[MATCH_WORDS_MAX]; /* without those that mean nothing by themselves */
	bool begins[MATCH_WORDS_MAX];       /* an alternative begins here: behind an "or" */
	size_t count;
	const char *text; /* what the words were read from; borrowed */
};

void match_read(struct match *m, const char *text);

enum match_mode {
	MATCH_THINGS, /* all words, and the last of them says what the product is */
	MATCH_ALL,    /* all words */
	MATCH_ANY,    /* any of them */
};

/* Appends the words but those left out (NULL: none are), with an "or" before each alternative: a
 * text that is read as they were. */
void match_text(const struct match *m, const bool *left_out, struct buf *out);

/* Where the word stands that says what is wanted: the last without digits ("notebook 15"); count
 * if there is none. Of alternatives, of the last. */
size_t match_head(const struct match *m);
/* The same of the alternative that the word is in: is it the word? */
bool match_is_head(const struct match *m, size_t word);

/* Is the word a number with its unit behind it? They stand side by side. */
bool match_is_measure(const struct match *m, size_t word);

/* The expression, with other spellings. False without memory or words. */
bool match_write(const struct match *m, enum match_mode mode, struct buf *out);

/* What has all words of `text` together in its name, category or attributes. A single word stands
 * for its other spellings too, unless they stand in `wanted` (may be NULL), which is looked for:
 * earphones are headphones, but who wants headphones and no earphones tells them apart. False
 * without memory or words. */
bool match_write_denied(const char *text, const char *wanted, struct buf *out);
/* What has all the words there, in any place and spelling. */
bool match_write_has(const char *text, struct buf *out);
/* What is such a thing. */
bool match_write_things(const char *text, struct buf *out);
