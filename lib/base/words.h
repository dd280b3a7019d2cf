/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * Words as the shop compares them: lower case, without accents, plural made singular, compounds
 * that are written in several ways brought to one form ("T-shirts", "t shirt" -> "tshirt").
 * Used on both sides, for what the store holds and for what a customer types, so that they meet.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { WORD_SIZE = 48 };

struct word {
	char norm[WORD_SIZE]; /* as compared; longer words are cut */
	char fold[WORD_SIZE]; /* lower case without accents, number kept: "shirts" */
	size_t start, end;    /* bytes of the text it was read from, end exclusive */
	size_t ordinal; /* its place in the text: two words of one text may be joined to one */
	char after; /* what separates it from the next word: one of ,;:()[]|/+- if there is one (a
		     * hyphen only with spaces around it), else the first other character; ' ' if
		     * only spaces do; '\0' at the end */
};

/* Splits text into at most max words; returns how many. Invalid UTF-8 separates. */
size_t words_split(const char *text, size_t len, struct word *words, size_t max);

/* Writes the normal forms joined by single spaces into out[size]; cut at a word. Returns out. */
char *words_join(const struct word *words, size_t count, char *out, size_t size);

/* words_split and words_join in one: the normal form of a name. Returns the number of words. */
size_t words_normal(const char *text, char *out, size_t size);

/* All of a text in lower case without accents; what separates words stays. out has 4 * len + 1
 * bytes. Returns the length. */
size_t words_fold(const char *text, size_t len, char *out);

/* Does one of the words have that normal form? */
bool words_have(const struct word *words, size_t count, const char *norm);

/* Is the word in the list, which NULL ends? */
bool word_is_one_of(const char *word, const char *const *list);

/* Makes a folded English word singular, in place: "batteries" -> "battery". */
void word_singular(char *word);

/* Damerau-Levenshtein distance (optimal string alignment: a swap of neighbours counts one), or
 * limit + 1 as soon as it must be larger. */
size_t word_distance(const char *a, const char *b, size_t limit);
