/* SPDX-License-Identifier: MIT */
/* The work sheet of verify(): what has been dealt with, claims and their sources, words around a
 * place. */
#include "assistant/verify_sheet.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "assistant/compose.h"
#include "base/map.h"
#include "base/text.h"

enum { ENGLISH_WORDS = 512 };

bool sheet_init(struct sheet *s, const char *reply, const struct understanding *u,
		const struct evidence *e, struct verdict *out)
{
	size_t len = strlen(reply);
	*s = (struct sheet){ .reply = reply, .len = len, .u = u, .e = e, .out = out };
	s->text = malloc(len + 1);
	s->words = split_text(reply, &s->word_count);
	s->english = map_new(ENGLISH_WORDS);
	if (s->text == NULL || s->words == NULL || s->english == NULL)
		return false;
	memcpy(s->text, reply, len + 1);
	return true;
}

void sheet_done(struct sheet *s)
{
	for (size_t i = 0; i < s->subject_count; i++) {
		free(s->subjects[i].name);
		free(s->subjects[i].words);
		free(s->subjects[i].common);
		free(s->subjects[i].vocabulary);
	}
	map_free(s->english);
	free(s->subjects);
	free(s->mentions);
	free(s->words);
	free(s->text);
}

struct word *split_text(const char *text, size_t *ret_count)
{
	size_t len = strlen(text);
	struct word *words = calloc(len / 2 + 1, sizeof(*words));
	*ret_count = words != NULL ? words_split(text, len, words, len / 2 + 1) : 0;
	return words;
}

bool is_english(const struct sheet *s, const char *fold)
{
	int64_t known;
	if (map_get(s->english, fold, &known))
		return known != 0;
	known = lexicon_knows(fold);
	map_put(s->english, fold, known);
	return known != 0;
}

bool has_letter(const char *text)
{
	for (const char *p = text; *p != '\0'; p++)
		if (text_is_alpha(*p) || (unsigned char)*p >= 0x80)
			return true;
	return false;
}

bool has_digit(const char *text)
{
	return strpbrk(text, "0123456789") != NULL;
}

bool free_edge(const struct sheet *s, struct span span)
{
	char before = span.start > 0 ? s->reply[span.start - 1] : ' ';
	char after = s->reply[span.end];
	return !text_is_alpha(before) && !text_is_digit(before) && !text_is_alpha(after) &&
	       !text_is_digit(after);
}

bool begins_line(const struct sheet *s, size_t at)
{
	while (at > 0 && s->reply[at - 1] != '\n') {
		if (strchr(" .)*-\"'0123456789", s->reply[at - 1]) == NULL)
			return false;
		at--;
	}
	return true;
}

bool begins_sentence(const struct sheet *s, size_t at)
{
	while (at > 0 && strchr(" *\"'(_#", s->reply[at - 1]) != NULL)
		at--;
	return at == 0 || strchr(".!?:;\n", s->reply[at - 1]) != NULL || begins_line(s, at);
}

void sheet_mask(struct sheet *s, struct span span)
{
	memset(s->text + span.start, 'x', span.end - span.start);
}

bool sheet_masked(const struct sheet *s, struct span span)
{
	return memcmp(s->text + span.start, s->reply + span.start, span.end - span.start) != 0;
}

void source_product(char out[SOURCE_SIZE], int64_t id)
{
	snprintf(out, SOURCE_SIZE, "product:%" PRId64, id);
}

void source_order(char out[SOURCE_SIZE], int64_t id)
{
	snprintf(out, SOURCE_SIZE, "order:%" PRId64, id);
}

void source_policy(char out[SOURCE_SIZE], const struct evidence *e)
{
	struct buf b;
	enum { TOPIC_BYTES = 80 };
	buf_init(&b, SOURCE_SIZE);
	put_clean(&b, e->topic != NULL ? e->topic : "", TOPIC_BYTES);
	snprintf(out, SOURCE_SIZE, "policy:%.80s", buf_text(&b));
	buf_done(&b);
}

void source_subject(char out[SOURCE_SIZE], const struct subject *subject)
{
	if (subject->kind == SUBJECT_PRODUCT)
		source_product(out, subject->product->id);
	else
		source_order(out, subject->order->id);
}

void source_text(char out[SOURCE_SIZE], const char *text)
{
	snprintf(out, SOURCE_SIZE, "%s", text);
}

static bool claim_room(struct sheet *s)
{
	struct verdict *v = s->out;
	if (v->count < s->claim_size)
		return true;
	size_t size = s->claim_size == 0 ? 16 : 2 * s->claim_size;
	struct shop_claim *claims = realloc(v->claims, size * sizeof(*claims));
	if (claims == NULL)
		return false;
	v->claims = claims;
	s->claim_size = size;
	return true;
}

void sheet_claim(struct sheet *s, struct span span, const char *kind, const char *source, bool ok)
{
	enum { TEXT_BYTES = 240 };
	struct buf b;
	if (span.start < s->from)
		return;
	buf_init(&b, 2 * TEXT_BYTES);
	char *raw = strndup(s->reply + span.start, span.end - span.start);
	if (raw != NULL)
		put_clean(&b, raw, TEXT_BYTES);
	struct shop_claim claim = { .text = buf_take(&b), .kind = kind, .ok = ok };
	claim.source = source[0] != '\0' ? strdup(source) : NULL;
	bool room = raw != NULL && claim.text != NULL &&
		    (source[0] == '\0' || claim.source != NULL) && claim_room(s);
	free(raw);
	if (!room) {
		free(claim.text);
		free(claim.source);
		s->failed = true;
		return;
	}
	s->out->claims[s->out->count++] = claim;
}

static const char *text_of(const struct texts *t, size_t *n)
{
	if (*n < t->count)
		return t->items[*n];
	*n -= t->count;
	return NULL;
}

const char *question_text(const struct sheet *s, size_t n)
{
	const struct understanding *u = s->u;
	if (u == NULL)
		return NULL;
	const struct shop_query *q = &u->query;
	const struct texts lists[] = {
		{ q->brands, q->brand_count },
		{ q->categories, q->category_count },
		{ q->attributes, q->attribute_count },
		u->not_brands,
		u->not_attributes,
		u->not_texts,
		u->parts,
		u->unknown,
		s->e->dropped,
	};
	const char *const single[] = { q->text, u->name, u->found_text, u->topic, u->attribute };
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
		const char *text = text_of(&lists[i], &n);
		if (text != NULL)
			return text;
	}
	const size_t singles = sizeof(single) / sizeof(single[0]);
	if (n < singles)
		return single[n] != NULL ? single[n] : "";
	n -= singles;
	if (n < 2 * EVIDENCE_CORRECTIONS) {
		const struct correction *c = &s->e->corrections[n / 2];
		return n / 2 >= s->e->correction_count ? "" : n % 2 == 0 ? c->from : c->to;
	}
	return NULL;
}

bool word_in(const char *words, const char *word)
{
	size_t len = strlen(word);
	for (const char *p = strstr(words, word); len > 0 && p != NULL; p = strstr(p + 1, word))
		if ((p == words || p[-1] == ' ') && (p[len] == ' ' || p[len] == '\0'))
			return true;
	return false;
}

static bool is_word_byte(char c)
{
	return text_is_alpha(c) || text_is_digit(c) || (unsigned char)c >= 0x80 || c == '\'';
}

/*
 * Does the byte belong to a word? Typographic punctuation (U+2000 to U+2BFF: dashes, quotes, dots,
 * stars) does not, but for an apostrophe between letters.
 */
static bool in_word(const struct sheet *s, size_t at)
{
	const unsigned char *t = (const unsigned char *)s->text;
	size_t lead = at;
	if (t[at] < 0x80)
		return is_word_byte(s->text[at]);
	while (lead > s->sentence.start && at - lead < 2 && (t[lead] & 0xC0) == 0x80)
		lead--;
	if (t[lead] != 0xE2 || t[lead + 1] > 0xAF)
		return true;
	bool apostrophe = t[lead + 1] == 0x80 && t[lead + 2] == 0x99;
	return apostrophe && lead > s->sentence.start && text_is_alpha(s->text[lead - 1]) &&
	       text_is_alpha(s->text[lead + 3]);
}

static void copy_word(const struct sheet *s, struct span span, char out[CUE_SIZE])
{
	size_t n = 0;
	for (size_t i = span.start; i < span.end && n + 1 < CUE_SIZE; i++)
		if (s->text[i] == '\xE2')
			i += 2;
		else if (s->text[i] != '\'')
			out[n++] = text_lower(s->text[i]);
	out[n] = '\0';
}

struct span next_word(const struct sheet *s, size_t at, char out[CUE_SIZE])
{
	size_t end = s->sentence.end;
	while (at < end && !in_word(s, at))
		at++;
	struct span span = { at, at };
	while (span.end < end && in_word(s, span.end))
		span.end++;
	copy_word(s, span, out);
	return span;
}

struct span last_word(const struct sheet *s, size_t at, char out[CUE_SIZE])
{
	size_t start = s->sentence.start;
	/* from inside a word, the one before it is meant */
	while (at > start && at < s->sentence.end && in_word(s, at) && in_word(s, at - 1))
		at--;
	while (at > start && !in_word(s, at - 1))
		at--;
	struct span span = { at, at };
	while (span.start > start && in_word(s, span.start - 1))
		span.start--;
	copy_word(s, span, out);
	return span;
}

/* Is there punctuation that ends a clause between the two places? */
static bool is_broken(const struct sheet *s, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (strchr(",;:()[]|!?\"", s->text[i]) != NULL ||
		    (s->text[i] == '.' && (i + 1 >= s->len || text_is_space(s->text[i + 1]))))
			return true;
	for (size_t i = from; i + 2 < to; i++)
		if (memcmp(s->text + i, "\xE2\x80\x94", 3) == 0)
			return true;
	return false;
}

bool word_after(const struct sheet *s, size_t at, const char *words, size_t reach)
{
	char word[CUE_SIZE];
	for (size_t i = 0; i < reach; i++) {
		struct span span = next_word(s, at, word);
		if (span.start >= span.end || is_broken(s, at, span.start))
			return false;
		if (word_in(words, word))
			return true;
		at = span.end;
	}
	return false;
}

bool word_before(const struct sheet *s, size_t at, const char *words, size_t reach)
{
	char word[CUE_SIZE];
	for (size_t i = 0; i < reach; i++) {
		struct span span = last_word(s, at, word);
		/* "Stock: 7" */
		size_t to = i == 0 && at > 1 && s->text[at - 2] == ':' ? span.end : at;
		if (span.start >= span.end || is_broken(s, span.end, to))
			return false;
		if (word_in(words, word))
			return true;
		at = span.start;
	}
	return false;
}

bool sentence_has(const struct sheet *s, const char *words)
{
	char word[CUE_SIZE];
	struct span span;
	for (size_t at = s->sentence.start; at < s->sentence.end; at = span.end) {
		span = next_word(s, at, word);
		if (span.start >= span.end)
			return false;
		if (word_in(words, word))
			return true;
	}
	return false;
}
