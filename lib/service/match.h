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
	size_t count;
	const char *text; /* what the words were read from; borrowed */
};

void match_read(struct match *m, const char *text);

enum match_mode {
	MATCH_THINGS, /* all words, and the last of them says what the product is */
	MATCH_ALL,    /* all words */
	MATCH_ANY,    /* any of them */
};

/* Where the word stands that says what is wanted: the last without digits ("notebook 15"); count
 * if there is none. */
size_t match_head(const struct match *m);

/* The expression, with other spellings; not_text (may be NULL) are words that must not stand in a
 * product's name, category or attributes. False without memory or words. */
bool match_write(const struct match *m, enum match_mode mode, const char *not_text,
		 struct buf *out);
