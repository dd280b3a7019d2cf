/* SPDX-License-Identifier: MIT */
/* Goes through a reply sentence by sentence and holds it to the evidence. */
#include "assistant/verify.h"

#include <stdlib.h>
#include <string.h>

#include "assistant/verify_sheet.h"
#include "base/cleanup.h"
#include "base/text.h"

void verdict_done(struct verdict *v)
{
	for (size_t i = 0; i < v->count; i++) {
		free(v->claims[i].text);
		free(v->claims[i].source);
	}
	free(v->claims);
	*v = (struct verdict){ 0 };
}

/* A point that ends no sentence: "no. 5", "e.g. this". */
static bool is_abbreviation(const struct sheet *s, size_t point)
{
	static const char *const words[] = { "no",  "nr",  "vs", "approx", "incl",
					     "e.g", "i.e", "g",  "e" };
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		size_t len = strlen(words[i]);
		if (point < len || (point > len && text_is_alpha(s->text[point - len - 1])))
			continue;
		size_t n = 0;
		while (n < len && text_lower(s->text[point - len + n]) == words[i][n])
			n++;
		if (n == len)
			return true;
	}
	return false;
}

static bool ends_sentence(const struct sheet *s, size_t at)
{
	char c = s->text[at], next = s->text[at + 1];
	if (c == '\n' || c == ';')
		return true;
	if (c != '.' && c != '!' && c != '?')
		return false;
	bool gap = next == '\0' || text_is_space(next) || strchr("\"'*)", next) != NULL;
	return gap && !(c == '.' && is_abbreviation(s, at));
}

/* A number, point and blank at the beginning of a line only number it. */
static size_t skip_marker(struct sheet *s, size_t at)
{
	size_t i = at;
	while (i < s->len && strchr(" \t*-", s->text[i]) != NULL)
		i++;
	size_t digits = i;
	while (i < s->len && text_is_digit(s->text[i]))
		i++;
	bool marker = i > digits && i - digits <= 3 && (s->text[i] == '.' || s->text[i] == ')') &&
		      text_is_space(s->text[i + 1]);
	if (!marker)
		return at;
	sheet_mask(s, (struct span){ digits, i });
	return i + 1;
}

/* What has no end in sight is cut, so that the work on a sentence stays bounded. */
static struct span next_sentence(struct sheet *s, size_t from)
{
	enum { SENTENCE_BYTES = 1024 };
	bool line = from == 0 || s->text[from - 1] == '\n';
	struct span span = { from, line ? skip_marker(s, from) : from };
	while (span.end < s->len && !ends_sentence(s, span.end)) {
		if (span.end - from > SENTENCE_BYTES && text_is_space(s->text[span.end]))
			break;
		span.end++;
	}
	if (span.end < s->len)
		span.end++;
	return span;
}

/* Only commas, "and" and the like between two mentions. */
static bool are_joined(const struct sheet *s, size_t from, size_t to)
{
	char text[16];
	size_t n = 0;
	for (size_t i = from; i < to; i++)
		if (strchr(" ,*\"&", s->reply[i]) == NULL) {
			if (n + 1 >= sizeof(text))
				return false;
			text[n++] = text_lower(s->reply[i]);
		}
	text[n] = '\0';
	return n == 0 || word_in("and or nor both the andthe", text);
}

static struct about group_around(const struct sheet *s, size_t last, bool order)
{
	struct about about = { &s->mentions[last], 1, true, false };
	while (about.first > s->mentions) {
		const struct mention *before = about.first - 1;
		if (before->order != order || before->span.start < s->sentence.start ||
		    !are_joined(s, before->span.end, about.first->span.start))
			break;
		about.first = before;
		about.count++;
	}
	return about;
}

static struct about about_at(const struct sheet *s, size_t at, bool order)
{
	struct about about = { 0 };
	size_t before = s->mention_count, after = s->mention_count;
	for (size_t i = 0; i < s->mention_count; i++) {
		const struct mention *m = &s->mentions[i];
		if (m->order != order || m->span.start >= s->sentence.end)
			continue;
		if (m->span.start < at)
			before = i;
		else if (after == s->mention_count)
			after = i;
	}
	bool here =
		before < s->mention_count && s->mentions[before].span.start >= s->sentence.start;
	if (here)
		return group_around(s, before, order);
	if (after < s->mention_count)
		about = (struct about){ &s->mentions[after], 1, false, false };
	else if (before < s->mention_count)
		about = (struct about){ &s->mentions[before], 1, false, true };
	return about;
}

struct about about_product(const struct sheet *s, size_t at)
{
	return about_at(s, at, /* order= */ false);
}

struct about about_order(const struct sheet *s, size_t at)
{
	return about_at(s, at, /* order= */ true);
}

static void check_sentences(struct sheet *s)
{
	for (size_t at = 0; at < s->len && !s->failed; at = s->sentence.end) {
		s->sentence = next_sentence(s, at);
		find_ids(s);
		check_attributes(s);
		check_dates(s);
		check_numbers(s);
		check_words(s);
		check_ranks(s);
		if (s->composed != NULL && s->sentence.start >= s->from)
			check_traces(s);
	}
}

size_t verify_sentence(const char *text, size_t len)
{
	struct sheet s = { .reply = text, .len = len };
	CLEANUP(free_charp) char *copy = strndup(text, len);
	if (copy == NULL)
		return 0;
	s.text = copy;
	s.len = strlen(copy);
	struct span span = next_sentence(&s, 0);
	/* what ends it may be the point of a number, as long as nothing follows */
	return span.end < s.len || (s.len > 0 && copy[s.len - 1] == '\n') ? span.end : 0;
}

static bool verify_all(const struct verify_input *in, struct verdict *ret)
{
	struct sheet s;
	*ret = (struct verdict){ 0 };
	s.failed = !sheet_init(&s, in->reply, in->u, in->e, ret);
	s.from = in->from;
	s.composed = in->composed;
	void (*const steps[])(struct sheet *) = {
		find_subjects,   find_names, find_policy,    find_known_names,
		find_quotations, find_links, find_strangers, check_sentences,
	};
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]) && !s.failed; i++)
		steps[i](&s);
	bool failed = s.failed;
	sheet_done(&s);
	ret->grounded = !failed;
	for (size_t i = 0; i < ret->count; i++)
		ret->grounded &= ret->claims[i].ok;
	if (failed)
		verdict_done(ret);
	return !failed;
}

bool verify(const char *reply, const struct understanding *u, const struct evidence *e,
	    struct verdict *ret)
{
	const struct verify_input in = { .reply = reply, .u = u, .e = e };
	return verify_all(&in, ret);
}

bool verify_model(const struct verify_input *in, struct verdict *ret)
{
	return verify_all(in, ret);
}
