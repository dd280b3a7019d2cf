/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * Is a product the thing that some words name, or an accessory for it? A strap for a smartwatch is
 * found by "smartwatch", and is not one. Judged from English alone: what heads a category's name,
 * an attribute that says the type, or the product's name. Pure.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/words.h"

enum { THING_WORDS_MAX = 12, THING_HEADS_MAX = 6 };

struct thing {
	char heads[THING_HEADS_MAX][2 * WORD_SIZE]; /* normal forms of what is asked for */
	size_t count;                               /* 0: the words name no thing */
};

/* What the words ask for: "leather strap for smartwatch" asks for a strap. synonym (may be NULL)
 * gives other words for the same thing, n = 0, 1, ... until NULL. */
void thing_from_words(const struct word *words, size_t count,
		      const char *(*synonym)(const char *norm, size_t n), struct thing *ret);

struct thing_product {
	const char *name, *category, *attributes; /* attributes: "type: Notebook; colour: ..." */
};
/* True if the product is such a thing, as far as its words tell: thing_heads() has it. */
bool thing_is(const struct thing *t, const struct thing_product *p);

/* Behind each word of thing_heads(): keeps a stemmer from making a game of a gaming laptop. */
#define THING_MARK "0"

/*
 * The other way round: every word that thing_is() takes this product for, as an index keeps them:
 * normal forms with THING_MARK, separated by spaces; two words that head a name together also as
 * one ("smart watch": "watch0 smartwatch0"). What goes with something else is also an "accessory".
 * Appends to out.
 */
void thing_heads(const struct thing_product *p, struct buf *out);
