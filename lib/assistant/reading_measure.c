/* SPDX-License-Identifier: MIT */
/* Sizes in a message: "24 inch", "at least 16 GB", "size 42". What they are sizes of, the store
 * tells. */
#include <stdio.h>
#include <string.h>

#include "assistant/measure.h"
#include "assistant/reading.h"
#include "base/text.h"

/* The last word of the span that begins with a digit; word_count if there is none. */
static size_t number_word(const struct reading *r, struct span span)
{
	size_t found = r->in->word_count;
	for (size_t i = 0; i < r->in->word_count; i++) {
		const struct word *w = &r->in->words[i];
		if (w->start >= span.start && w->start < span.end &&
		    text_is_digit(r->in->text[w->start]))
			found = i;
	}
	return found;
}

/* The unit of the number at the word, as it is written: behind it, glued to it or an inch's sign.
 * Returns the last word that it is in; word_count if there is none. */
static size_t unit_of(const struct reading *r, size_t word, char *out, size_t size)
{
	const struct understand_input *in = r->in;
	const struct word *w = &in->words[word];
	const char *tail = w->fold + strspn(w->fold, "0123456789.,-");
	/* "5G" is a name. */
	if (strcmp(tail, "g") == 0 && in->text[w->end - 1] == 'G')
		return in->word_count;
	if (measure_is_unit(tail)) {
		snprintf(out, size, "%.*s", (int)strlen(tail), in->text + w->end - strlen(tail));
		return word;
	}
	if (tail[0] != '\0')
		return in->word_count;
	if (w->end < in->len && in->text[w->end] == '"') {
		snprintf(out, size, "inch");
		return word;
	}
	if (word + 1 < in->word_count && w->after == ' ' && r->use[word + 1] != USE_CUE &&
	    in->words[word + 1].after != '/' && measure_is_unit(in->words[word + 1].fold)) {
		const struct word *u = &in->words[word + 1];
		snprintf(out, size, "%.*s", (int)(u->end - u->start), in->text + u->start);
		return word + 1;
	}
	return in->word_count;
}

static bool says_size(const struct reading *r, struct span span)
{
	for (size_t i = 0; i < r->in->word_count; i++) {
		const struct word *w = &r->in->words[i];
		bool near = w->end <= span.end &&
			    (w->start >= span.start || (i + 1 < r->in->word_count &&
							r->in->words[i + 1].start == span.start));
		if (near && strcmp(w->norm, "size") == 0)
			return true;
	}
	return false;
}

static void put_number(char *out, size_t size, int64_t milli, const char *unit)
{
	const char *space = unit[0] != '\0' ? " " : "";
	int fraction = (int)(milli % 1000), digits = 3;
	for (; fraction != 0 && fraction % 10 == 0; digits--)
		fraction /= 10;
	if (fraction == 0)
		snprintf(out, size, "%lld%s%s", (long long)(milli / 1000), space, unit);
	else
		snprintf(out, size, "%lld.%0*d%s%s", (long long)(milli / 1000), digits, fraction,
			 space, unit);
}

static void add(struct reading *r, const char *sign, int64_t milli, const char *unit)
{
	struct understanding *u = r->out;
	if (u->measure_count == UNDERSTAND_MEASURES)
		return;
	struct measure_wish *m = &u->measures[u->measure_count++];
	snprintf(m->sign, sizeof(m->sign), "%s", sign);
	put_number(m->value, sizeof(m->value), milli, unit);
	m->size = unit[0] == '\0';
}

bool reading_measure(struct reading *r, const struct amount_range *a)
{
	char unit[MEASURE_UNIT_SIZE] = "";
	size_t n = r->in->word_count, word = number_word(r, a->span);
	if (word == n)
		return false;
	size_t last = unit_of(r, word, unit, sizeof(unit));
	if (last == n && !says_size(r, a->span))
		return false;
	if (a->has_min && a->has_max && a->min_milli == a->max_milli) {
		add(r, "~", a->min_milli, unit);
	} else {
		if (a->has_min)
			add(r, a->min_exclusive ? ">" : ">=", a->min_milli, unit);
		if (a->has_max)
			add(r, a->max_exclusive ? "<" : "<=", a->max_milli, unit);
	}
	reading_take(r, a->span, USE_MEASURE);
	if (last < n)
		r->use[last] = USE_MEASURE;
	for (size_t i = 0; i < n; i++)
		if (unit[0] == '\0' && strcmp(r->in->words[i].norm, "size") == 0)
			r->use[i] = USE_MEASURE;
	return true;
}
