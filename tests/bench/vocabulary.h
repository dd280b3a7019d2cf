/* SPDX-License-Identifier: MIT */
#pragma once

/* Invented words, some of them far more frequent than others, and chances that are the same in
 * every run and on every machine. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What the benchmark looks for; the generator sees to it that it is there. */
#define WORD_RARE      "quandrix" /* in the names of five products, whatever the size */
#define WORD_COMMON    "tolverin" /* a material: some 7 % of the products */
#define WORD_ADJECTIVE "brimlow"  /* with the next: one product of a thousand, and five */
#define WORD_NOUN      "kettlar"  /* what 3 % of the products are */

enum { VOCABULARY_WORD_SIZE = 12 };

struct chance {
	uint64_t state;
};

uint64_t chance_next(struct chance *c);
/* 0 to n - 1. */
size_t chance_below(struct chance *c, size_t n);
bool chance_percent(struct chance *c, unsigned percent);

/* Words by rank: the chance of each falls as its rank rises, as in a language (Zipf, Mandelbrot).
 */
struct vocabulary {
	size_t count;
	char (*words)[VOCABULARY_WORD_SIZE];
	uint64_t *up_to; /* the weights of a word and of all before it */
};

/* `first` is where the words begin among all that can be invented: vocabularies that do not overlap
 * have no word in common. Ends the program if there is no memory. */
void vocabulary_init(struct vocabulary *v, size_t first, size_t count);
void vocabulary_done(struct vocabulary *v);
/* Gives the word of a rank (from 0) another spelling. */
void vocabulary_set(struct vocabulary *v, size_t rank, const char *word);
/* The rank of a word, by chance. */
size_t vocabulary_draw(const struct vocabulary *v, struct chance *c);
