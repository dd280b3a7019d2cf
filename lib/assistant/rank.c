/* SPDX-License-Identifier: MIT */
/* Scores one found product against the words that were searched. */
#include "assistant/rank.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"

enum { FIELD_WORDS_MAX = 512 };

struct field {
	struct word words[FIELD_WORDS_MAX];
	size_t count;
};

static bool cut_ending(char *w, const char *ending)
{
	size_t len = strlen(w), n = strlen(ending);
	if (len <= n + 3 || strcmp(w + len - n, ending) != 0)
		return false;
	w[len - n] = '\0';
	len -= n;
	/* "running" -> "run", but "selling" -> "sell". */
	if (w[len - 1] == w[len - 2] && strchr("lsz", w[len - 1]) == NULL)
		w[len - 1] = '\0';
	return true;
}

/* A light stemmer over singular forms: endings that the index, which stems by Porter, ignores. */
static void stem(char *w)
{
	if (!cut_ending(w, "ing"))
		cut_ending(w, "ed");
	size_t len = strlen(w);
	if (len > 3 && w[len - 1] == 'e')
		w[len - 1] = '\0';
}

void rank_query_init(struct rank_query *q, const struct word *words, size_t count)
{
	q->count = count < RANK_WORDS_MAX ? count : RANK_WORDS_MAX;
	for (size_t i = 0; i < q->count; i++) {
		memcpy(q->stems[i], words[i].norm, WORD_SIZE);
		stem(q->stems[i]);
	}
}

static void field_read(struct field *f, const char *text)
{
	f->count = text != NULL ? words_split(text, strlen(text), f->words, FIELD_WORDS_MAX) : 0;
	for (size_t i = 0; i < f->count; i++)
		stem(f->words[i].norm);
}

static size_t occurrences(const struct field *f, const char *stem_)
{
	size_t n = 0;
	for (size_t i = 0; i < f->count; i++)
		n += strcmp(f->words[i].norm, stem_) == 0 ? 1 : 0;
	return n;
}

static double saturation(size_t occurrences_, size_t length, double pivot)
{
	const double k1 = 1.2, b = 0.75;
	double tf = (double)occurrences_;
	return tf * (k1 + 1) / (tf + k1 * (1 - b + b * (double)length / pivot));
}

/* Does the last query word head this text: ends it, or stands before a pause, a number or a
 * preposition? What follows "for" only says what the thing goes with. */
static bool is_head(const struct rank_query *q, const struct field *f)
{
	/* As stem() leaves them. */
	static const char *const cuts[] = { "for", "replac", "compatibl", "fit", NULL };
	static const char *const prepositions[] = {
		"for",       "with", "w",  "without", "to",     "from",   "in",
		"on",        "of",   "by", "and",     "or",     "replac", "support",
		"compatibl", "per",  "at", "incl",    "includ", NULL,
	};
	if (q->count == 0)
		return false;
	const char *last = q->stems[q->count - 1];
	for (size_t i = 0; i < f->count; i++) {
		if (i > 0 && word_is_one_of(f->words[i].norm, cuts))
			return false;
		if (strcmp(f->words[i].norm, last) != 0)
			continue;
		if (i + 1 == f->count || strchr(",;:()[]|/+-", f->words[i].after) != NULL)
			return true;
		const char *next = f->words[i + 1].norm;
		if (strpbrk(next, "0123456789") != NULL || word_is_one_of(next, prepositions))
			return true;
	}
	return false;
}

static bool has_phrase(const struct rank_query *q, const struct field *f)
{
	for (size_t i = 0; i + q->count <= f->count; i++) {
		size_t n = 0;
		while (n < q->count && strcmp(f->words[i + n].norm, q->stems[n]) == 0)
			n++;
		if (n == q->count)
			return true;
	}
	return false;
}

double rank_score(const struct rank_query *q, const struct rank_product *p, size_t *ret_matched)
{
	struct field name, description, attributes, category, brand;
	field_read(&name, p->name);
	field_read(&description, p->description);
	field_read(&attributes, p->attributes);
	field_read(&category, p->category);
	field_read(&brand, p->brand);
	const double name_weight = 2, attribute_weight = 1, tie = 0.2, bonus = 0.2;
	double sum = 0;
	size_t matched = 0;
	for (size_t i = 0; i < q->count; i++) {
		const char *w = q->stems[i];
		double x[3] = {
			name_weight * saturation(occurrences(&name, w), name.count, 10),
			name_weight *
				saturation(occurrences(&description, w), description.count, 10),
			attribute_weight *
				saturation(occurrences(&attributes, w), attributes.count, 40),
		};
		double best = x[0] > x[1] ? x[0] : x[1];
		best = x[2] > best ? x[2] : best;
		sum += best + tie * (x[0] + x[1] + x[2] - best);
		bool else_where = occurrences(&category, w) > 0 || occurrences(&brand, w) > 0;
		matched += best > 0 || else_where ? 1 : 0;
	}
	double score = q->count > 0 ? sum / ((double)q->count * name_weight) : 0;
	bool head = is_head(q, &name) || is_head(q, &description) || is_head(q, &category);
	bool phrase = q->count > 1 && (has_phrase(q, &name) || has_phrase(q, &description));
	*ret_matched = matched;
	return score + (head ? bonus : 0) + (phrase ? bonus : 0);
}
