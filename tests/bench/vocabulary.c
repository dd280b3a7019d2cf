/* SPDX-License-Identifier: MIT */
/* Words of two syllables. Whole numbers only: floating point differs between machines. */
#include "vocabulary.h"

#include <stdio.h>
#include <stdlib.h>

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static const char *const onsets[] = { "b",  "d",  "f",  "g",  "h",  "k",  "l",  "m",
				      "n",  "p",  "r",  "s",  "t",  "v",  "br", "dr",
				      "fl", "gr", "pl", "sk", "st", "tr", "w" };
static const char *const middles[] = { "b",  "d",  "g",  "l",  "m",  "n",  "r",  "t",
				       "v",  "lk", "ld", "lm", "nd", "nk", "rd", "rk",
				       "rm", "rn", "st", "sk", "mb", "nt", "lt" };
static const char *const vowels[] = { "a", "e", "i", "o", "u" };
static const char *const codas[] = { "n", "r", "l", "k", "m", "t", "d", "p", "nd", "th", "rt" };

uint64_t chance_next(struct chance *c)
{
	/* splitmix64 */
	uint64_t z = c->state += 0x9E3779B97F4A7C15;
	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
	return z ^ (z >> 31);
}

size_t chance_below(struct chance *c, size_t n)
{
	return (size_t)(chance_next(c) % n);
}

bool chance_percent(struct chance *c, unsigned percent)
{
	return chance_below(c, 100) < percent;
}

static void invent(size_t number, char out[VOCABULARY_WORD_SIZE])
{
	const size_t all =
		COUNT(onsets) * COUNT(vowels) * COUNT(middles) * COUNT(vowels) * COUNT(codas);
	/* Neighbours shall not look alike. The step is a prime, no factor of the number of words,
	 * so that each comes up once. */
	size_t n = number * 48271 % all;
	const char *coda = codas[n % COUNT(codas)];
	n /= COUNT(codas);
	const char *second = vowels[n % COUNT(vowels)];
	n /= COUNT(vowels);
	const char *middle = middles[n % COUNT(middles)];
	n /= COUNT(middles);
	const char *first = vowels[n % COUNT(vowels)];
	n /= COUNT(vowels);
	snprintf(out, VOCABULARY_WORD_SIZE, "%.2s%.1s%.2s%.1s%.2s", onsets[n], first, middle,
		 second, coda);
}

static void *need(void *memory)
{
	if (memory == NULL) {
		fputs("out of memory\n", stderr);
		exit(1);
	}
	return memory;
}

void vocabulary_init(struct vocabulary *v, size_t first, size_t count)
{
	const uint64_t weight = UINT64_C(1000000000000);
	uint64_t sum = 0;
	v->count = count;
	v->words = need(calloc(count, sizeof(*v->words)));
	v->up_to = need(calloc(count, sizeof(*v->up_to)));
	for (size_t rank = 0; rank < count; rank++) {
		invent(first + rank, v->words[rank]);
		sum += weight * 10 / (10 * rank + 37);
		v->up_to[rank] = sum;
	}
}

void vocabulary_done(struct vocabulary *v)
{
	free(v->words);
	free(v->up_to);
	*v = (struct vocabulary){ 0 };
}

void vocabulary_set(struct vocabulary *v, size_t rank, const char *word)
{
	snprintf(v->words[rank], VOCABULARY_WORD_SIZE, "%s", word);
}

size_t vocabulary_draw(const struct vocabulary *v, struct chance *c)
{
	uint64_t at = chance_next(c) % v->up_to[v->count - 1];
	size_t low = 0, high = v->count - 1;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (at < v->up_to[middle])
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}
