/* SPDX-License-Identifier: MIT */
/* What each number of a sentence claims, by the words and signs around it. */
#include <string.h>

#include "assistant/compose.h"
#include "assistant/verify_sheet.h"
#include "base/text.h"

static size_t skip_blanks(const struct sheet *s, size_t at)
{
	while (at < s->sentence.end && (s->text[at] == ' ' || s->text[at] == '*'))
		at++;
	return at;
}

static bool says(const struct sheet *s, size_t at, const char *text)
{
	return strncmp(s->text + at, text, strlen(text)) == 0;
}

/* Behind "/5", "out of 5", "of 5", "stars": the end of it; 0 if none of them is there. */
static size_t rating_end(const struct sheet *s, size_t at)
{
	static const char *const scales[] = { "/5",   "/ 5",         "out of 5",
					      "of 5", "out of five", "of five" };
	static const char *const stars[] = { "stars", "star", "-star", "\xE2\x98\x85",
					     "\xE2\xAD\x90" };
	size_t from = skip_blanks(s, at);
	for (size_t i = 0; i < sizeof(scales) / sizeof(scales[0]); i++) {
		size_t end = from + strlen(scales[i]);
		if (!says(s, from, scales[i]) || text_is_digit(s->text[end]))
			continue;
		if (s->text[end] == '.' && s->text[end + 1] == '0')
			end += 2;
		size_t star = skip_blanks(s, end);
		return says(s, star, "stars") ? star + strlen("stars") : end;
	}
	for (size_t i = 0; i < sizeof(stars) / sizeof(stars[0]); i++)
		if (says(s, from, stars[i]))
			return from + strlen(stars[i]);
	return 0;
}

static bool is_rated(const struct sheet *s, const struct numeral *n)
{
	if (word_before(s, n->span.start, "rated rating ratings rate rates score scores scored", 3))
		return !word_after(s, n->span.end, "times time", 1);
	size_t at = n->span.start;
	while (at > s->sentence.start && s->text[at - 1] == ' ')
		at--;
	return at >= 3 && (memcmp(s->text + at - 3, "\xE2\x98\x85", 3) == 0 ||
			   memcmp(s->text + at - 3, "\xE2\xAD\x90", 3) == 0);
}

/* "7 in stock", "7 of them are left": nothing but small words and names up to the cue. */
static bool is_stock(const struct sheet *s, const struct numeral *n)
{
	enum { REACH = 7 };
	char word[CUE_SIZE];
	size_t at = n->span.end;
	for (size_t i = 0; i < REACH; i++) {
		struct span span = next_word(s, at, word);
		if (span.start >= span.end || span.start - at > 3)
			break;
		if (word_in("stock left remaining available units unit pieces piece copies items",
			    word))
			return true;
		bool small =
			word_in("of the them these those in are is still currently only more now "
				"have has it",
				word) ||
			strspn(word, "x") == strlen(word);
		if (!small)
			break;
		at = span.end;
	}
	/* "Stock: 7", "a stock of 7" */
	return word_before(s, n->span.start, "stock", 1) ||
	       (word_before(s, n->span.start, "of is", 1) &&
		word_before(s, n->span.start, "stock", 2));
}

static bool is_review_count(const struct sheet *s, const struct numeral *n)
{
	/* "4.5 with 12 reviews" */
	if (n->milli % 1000 != 0)
		return false;
	if (word_after(s, n->span.end, "review reviews reviewers ratings", 3) ||
	    word_after(s, n->span.end, "customers buyers users people", 2))
		return true;
	return word_before(s, n->span.start, "reviews", 1);
}

static bool is_order_count(const struct sheet *s, const struct numeral *n)
{
	enum { REACH = 5 };
	return word_after(s, n->span.end, "order orders purchases", REACH);
}

/* "3 out of 4": whatever is rated here is so out of 5. */
static bool has_other_scale(const struct sheet *s, const struct numeral *n)
{
	size_t at = skip_blanks(s, n->span.end);
	if (says(s, at, "out of "))
		at += strlen("out of ");
	else if (says(s, at, "/"))
		at++;
	else
		return false;
	return text_is_digit(s->text[skip_blanks(s, at)]) && rating_end(s, n->span.end) == 0;
}

static size_t percent_end(const struct sheet *s, const struct numeral *n)
{
	size_t at = skip_blanks(s, n->span.end);
	if (s->text[at] == '%')
		return at + 1;
	return says(s, at, "percent") ? at + strlen("percent") : 0;
}

static void check_plain(struct sheet *s, const struct numeral *n)
{
	bool one = n->words && n->milli == 1000;
	if (is_stock(s, n))
		check_stock(s, n);
	else if (is_review_count(s, n))
		check_reviews(s, n);
	else if (is_order_count(s, n))
		check_order_count(s, n);
	else if (!one)
		check_figure(s, n);
}

static void read_figures(struct sheet *s, struct figures *f)
{
	size_t end = s->sentence.end, rated;
	f->count = 0;
	for (size_t at = s->sentence.start; f->count < FIGURES_MAX;) {
		struct numeral *n = &f->items[f->count];
		if (!numeral_find(s->text, at, end, s->e->currency, n))
			return;
		at = n->currency[0] != '\0' && n->money.end > n->span.end ? n->money.end
									  : n->span.end;
		f->count += !n->ordinal;
		/* the 5 of "4.5 out of 5" is no number of its own */
		rated = n->currency[0] == '\0' ? rating_end(s, n->span.end) : 0;
		at = rated > at ? rated : at;
	}
}

static void check_number(struct sheet *s, const struct figures *f, size_t i)
{
	const struct numeral *n = &f->items[i];
	size_t percent = percent_end(s, n), rated = rating_end(s, n->span.end);
	struct span span = n->span;
	if (n->currency[0] != '\0') {
		check_price(s, f, i);
	} else if (percent > 0) {
		span.end = percent;
		check_percent(s, n, span);
	} else if (rated > 0) {
		span.end = rated;
		check_rating(s, n, span);
	} else if (has_other_scale(s, n)) {
		sheet_claim(s, span, "rating", "", /* ok= */ false);
	} else if (is_rated(s, n) && !is_review_count(s, n)) {
		check_rating(s, n, span);
	} else {
		check_plain(s, n);
	}
}

void check_numbers(struct sheet *s)
{
	struct figures f;
	read_figures(s, &f);
	for (size_t i = 0; i < f.count && !s->failed; i++)
		check_number(s, &f, i);
	/* More numbers than anybody reads: none of the rest is looked up, so none is believed. */
	if (f.count == FIGURES_MAX)
		sheet_claim(s, s->sentence, "count", "", /* ok= */ false);
}

/* Does the sentence have the text? Takes it out, too. */
static bool sentence_mask(struct sheet *s, const char *text, bool mask)
{
	const char *end = s->reply + s->sentence.end, *p = s->reply + s->sentence.start;
	size_t len = strlen(text);
	bool found = false;
	while (len > 0 && (p = memmem(p, (size_t)(end - p), text, len)) != NULL) {
		struct span span = { (size_t)(p - s->reply), (size_t)(p - s->reply) + len };
		p += len;
		if (!free_edge(s, span))
			continue;
		found = true;
		if (mask)
			sheet_mask(s, span);
	}
	return found;
}

/* Takes an attribute's value out where its name stands in the same sentence. */
static void mask_value(struct sheet *s, const char *name, const char *value)
{
	struct buf b, n;
	enum { TEXT_BYTES = 4096 };
	if (value == NULL || strlen(value) < 2)
		return;
	buf_init(&b, TEXT_BYTES);
	buf_init(&n, TEXT_BYTES);
	put_value(&b, value);
	put_attribute_name(&n, name);
	/* a number alone could be anything: only right behind its name is it the value */
	bool bare = !has_letter(value);
	if (bare && n.len > 0) {
		buf_putc(&n, ' ');
		buf_puts(&n, buf_text(&b));
		sentence_mask(s, buf_text(&n), /* mask= */ true);
	}
	bool named = !bare && n.len > 0 && sentence_mask(s, buf_text(&n), /* mask= */ false);
	if (named && sentence_mask(s, buf_text(&b), /* mask= */ true) && has_digit(buf_text(&n)))
		sentence_mask(s, buf_text(&n), /* mask= */ true);
	s->failed |= b.failed || n.failed;
	buf_done(&b);
	buf_done(&n);
}

static void mask_values(struct sheet *s, const struct mention *m)
{
	for (size_t i = 0; i < m->count; i++) {
		const struct subject *subject = &s->subjects[m->subjects[i]];
		if (subject->product != NULL)
			mask_value(s, "brand", subject->product->brand);
		for (size_t j = 0; subject->attributes != NULL && j < subject->attributes->count;
		     j++)
			mask_value(s, subject->attributes->items[j].name,
				   subject->attributes->items[j].value);
	}
}

void check_attributes(struct sheet *s)
{
	bool named = false;
	const struct mention *spoken = NULL;
	for (size_t i = 0; i < s->mention_count; i++) {
		const struct mention *m = &s->mentions[i];
		if (m->order || m->span.start >= s->sentence.end)
			continue;
		if (m->span.start >= s->sentence.start) {
			mask_values(s, m);
			named = true;
		} else {
			spoken = m;
		}
	}
	if (!named && spoken != NULL)
		mask_values(s, spoken);
}
