/* SPDX-License-Identifier: MIT */
/* Finds what was probably meant by a word that nothing is called. */
#include "core/suggest.h"

#include <stdio.h>
#include <string.h>

enum { SUGGEST_MAX = 32 };

/* Damerau-Levenshtein distance (optimal string alignment). */
size_t suggest_distance(const char *a, const char *b)
{
	size_t d[SUGGEST_MAX + 1][SUGGEST_MAX + 1];
	size_t la = strlen(a), lb = strlen(b);
	if (la > SUGGEST_MAX || lb > SUGGEST_MAX)
		return SUGGEST_MAX;
	for (size_t i = 0; i <= la; i++)
		d[i][0] = i;
	for (size_t j = 0; j <= lb; j++)
		d[0][j] = j;
	for (size_t i = 1; i <= la; i++) {
		for (size_t j = 1; j <= lb; j++) {
			size_t best = d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
			best = d[i - 1][j] + 1 < best ? d[i - 1][j] + 1 : best;
			best = d[i][j - 1] + 1 < best ? d[i][j - 1] + 1 : best;
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
			    d[i - 2][j - 2] + 1 < best)
				best = d[i - 2][j - 2] + 1;
			d[i][j] = best;
		}
	}
	return d[la][lb];
}

bool suggest_near(const char *word, const char *name)
{
	size_t len = strlen(name), distance = suggest_distance(word, name);
	/* A third of the letters may be wrong; a beginning of at least two letters also counts. */
	return distance <= (len + 2) / 3 ||
	       (strlen(word) >= 2 && strncmp(word, name, strlen(word)) == 0);
}

bool suggest_word(const char *word, const char *values, char out[SUGGEST_SIZE])
{
	size_t best_distance = SIZE_MAX;
	for (const char *p = values; *p != '\0';) {
		char name[SUGGEST_SIZE];
		size_t n = strcspn(p, "|");
		snprintf(name, sizeof(name), "%.*s", (int)n, p);
		size_t distance = suggest_distance(word, name);
		if (suggest_near(word, name) && distance < best_distance) {
			best_distance = distance;
			memcpy(out, name, sizeof(name));
		}
		p += n + (p[n] == '|' ? 1 : 0);
	}
	return best_distance != SIZE_MAX;
}

const char *suggest_option(const char *word, const struct opt *a, const struct opt *b)
{
	char name[SUGGEST_MAX + 1];
	word += strspn(word, "-");
	snprintf(name, sizeof(name), "%.*s", (int)strcspn(word, "="), word);
	const struct opt *tables[] = { a, b };
	const char *best = NULL;
	size_t best_distance = SIZE_MAX;
	for (size_t t = 0; t < 2; t++) {
		for (const struct opt *o = tables[t]; o != NULL && o->kind != OPT_KIND_END; o++) {
			if (opt_is_operand(o) || !suggest_near(name, o->name))
				continue;
			size_t distance = suggest_distance(name, o->name);
			if (distance < best_distance) {
				best_distance = distance;
				best = o->name;
			}
		}
	}
	return best;
}
