/* SPDX-License-Identifier: MIT */
/* Which products and ordered things a reply names, in full or shortened. */
#include <stdlib.h>
#include <string.h>

#include "assistant/compose.h"
#include "assistant/verify_sheet.h"
#include "base/text.h"

static void add_subject(struct sheet *s, struct subject subject, const struct shop_product *named)
{
	struct buf b;
	buf_init(&b, REPLY_MAX);
	if (named != NULL) {
		put_name(&b, named);
		subject.name = buf_take(&b);
		subject.words =
			subject.name != NULL ? split_text(subject.name, &subject.word_count) : NULL;
		subject.common = calloc(subject.word_count + 1, sizeof(*subject.common));
		s->failed |= subject.words == NULL || subject.common == NULL;
	}
	s->subjects[s->subject_count++] = subject;
}

static void add_products(struct sheet *s, const struct shop_products *list, bool detailed)
{
	for (size_t i = 0; i < list->count; i++) {
		struct subject subject = { .kind = SUBJECT_PRODUCT, .product = &list->items[i] };
		if (detailed && i < EVIDENCE_DETAILS)
			subject.attributes = &s->e->attributes[i];
		add_subject(s, subject, subject.product);
	}
}

/* A word that only names the kind of thing tells no product from another. */
static bool is_common(const struct sheet *s, const char *norm)
{
	size_t with = 0, products = 0;
	for (size_t i = 0; i < s->subject_count; i++) {
		const struct subject *subject = &s->subjects[i];
		bool has = false;
		if (subject->kind != SUBJECT_PRODUCT)
			continue;
		for (size_t j = 0; j < subject->word_count && !has; j++)
			has = strcmp(subject->words[j].norm, norm) == 0;
		products++;
		with += has;
	}
	return (products > 2 && with > products / 2) || is_english(s, norm);
}

/* Most words are never asked about. */
static bool is_common_word(const struct sheet *s, const struct subject *subject, size_t word)
{
	enum word_common *common = &subject->common[word];
	if (*common == COMMON_UNKNOWN)
		*common = is_common(s, subject->words[word].norm) ? COMMON_YES : COMMON_NO;
	return *common == COMMON_YES;
}

void find_subjects(struct sheet *s)
{
	const struct evidence *e = s->e;
	size_t count = e->products.count + e->instead.count + e->than.count + e->orders.count;
	for (size_t i = 0; i < e->orders.count; i++)
		count += e->orders.items[i].line_count;
	s->subjects = calloc(count + 1, sizeof(*s->subjects));
	if (s->subjects == NULL) {
		s->failed = true;
		return;
	}
	add_products(s, &e->products, /* detailed= */ true);
	add_products(s, &e->instead, /* detailed= */ false);
	add_products(s, &e->than, /* detailed= */ false);
	for (size_t i = 0; i < e->orders.count; i++) {
		struct subject order = { .kind = SUBJECT_ORDER, .order = &e->orders.items[i] };
		add_subject(s, order, NULL);
		for (size_t j = 0; j < order.order->line_count; j++) {
			struct subject line = order;
			line.kind = SUBJECT_LINE;
			line.line = &order.order->lines[j];
			const struct shop_product named = { .name = line.line->name,
							    .sku = line.line->sku };
			add_subject(s, line, &named);
		}
	}
}

static bool mention_room(struct sheet *s)
{
	if (s->mention_count < s->mention_size)
		return true;
	size_t size = s->mention_size == 0 ? 32 : 2 * s->mention_size;
	struct mention *mentions = realloc(s->mentions, size * sizeof(*mentions));
	if (mentions == NULL) {
		s->failed = true;
		return false;
	}
	s->mentions = mentions;
	s->mention_size = size;
	return true;
}

void add_mention(struct sheet *s, const struct mention *m)
{
	size_t at = s->mention_count;
	if (!mention_room(s))
		return;
	while (at > 0 && s->mentions[at - 1].span.start > m->span.start) {
		s->mentions[at] = s->mentions[at - 1];
		at--;
	}
	s->mentions[at] = *m;
	s->mention_count++;
	sheet_mask(s, m->span);
}

static bool is_capital(const struct sheet *s, size_t word)
{
	char c = s->reply[s->words[word].start];
	return (c >= 'A' && c <= 'Z') || text_is_digit(c);
}

/* "Shirt, 5 of" is not the "Shirt 5": what separates words in the reply must do so in the name. */
static bool is_parted(const struct sheet *s, const struct word *said, const struct word *named)
{
	char c = said->after;
	if (memchr(s->reply + said->end, '\n', said[1].start - said->end) != NULL)
		return true;
	return c != '\0' && c != named->after && strchr(",;:()[]|-", c) != NULL;
}

/* How many words of a name, from its word `from` on, stand at a word of the reply. */
static size_t run_length(const struct sheet *s, const struct subject *subject, size_t word,
			 size_t from)
{
	size_t n = 0;
	while (word + n < s->word_count && from + n < subject->word_count &&
	       strcmp(s->words[word + n].norm, subject->words[from + n].norm) == 0) {
		if (n > 0 && is_parted(s, &s->words[word + n - 1], &subject->words[from + n - 1]))
			break;
		n++;
	}
	return n;
}

/*
 * A part of a name stands for it if it could hardly be anything else: several words with capitals,
 * or one that the thing is called by.
 */
static bool is_short_name(const struct sheet *s, const struct subject *subject, size_t word,
			  size_t from, size_t n)
{
	size_t capitals = 0, own = 0;
	bool letter = false;
	for (size_t i = 0; i < n; i++) {
		capitals += is_capital(s, word + i);
		own += !is_common_word(s, subject, from + i);
		letter |= text_is_alpha(s->reply[s->words[word + i].start]);
	}
	bool begins = from == 0;
	bool first = begins_sentence(s, s->words[word].start);
	if (!letter || own == 0)
		return false;
	if (n == 1)
		return begins && capitals == 1 && !first && strlen(s->words[word].fold) > 2;
	return (capitals == n && begins) || (n >= 3 && begins) ||
	       (n + 1 >= subject->word_count && n > 2);
}

/* Do the words of the subject's name stand in the question? */
static bool is_asked(const struct sheet *s, const char *norm)
{
	const char *text = s->u != NULL ? s->u->query.text : NULL;
	return text != NULL && word_in(text, norm);
}

/* "Spoon" is a spoon, "a spoon" any of them; "calla smartwatch" can hardly be anything else. */
static bool is_whole_name(const struct sheet *s, const struct subject *subject, size_t word)
{
	char c = subject->name[subject->words[0].start];
	bool own = false;
	if (subject->word_count > 2 || c < 'A' || c > 'Z' || c == s->reply[s->words[word].start])
		return true;
	for (size_t i = 0; i < subject->word_count; i++)
		own |= !is_common_word(s, subject, i) && !is_asked(s, subject->words[i].fold);
	return subject->word_count == 2 && own;
}

/* "1984", "???", "13 November 2026": what could as well be said of something else. */
static bool is_odd(const struct sheet *s, struct subject *subject)
{
	bool own = false;
	if (subject->odd != COMMON_UNKNOWN)
		return subject->odd == COMMON_YES;
	for (size_t i = 0; i < subject->word_count && !own; i++)
		own = has_letter(subject->words[i].fold) && !is_english(s, subject->words[i].fold);
	subject->odd = own ? COMMON_NO : COMMON_YES;
	return !own;
}

struct match {
	size_t length;
	bool whole;
};

static void keep(struct mention *m, struct match *best, struct match found, size_t subject)
{
	if (found.length < best->length ||
	    (found.length == best->length && best->whole && !found.whole))
		return;
	if (found.length > best->length || (found.whole && !best->whole)) {
		m->count = 0;
		*best = found;
	}
	if (m->count < MENTION_SUBJECTS)
		m->subjects[m->count++] = subject;
}

/* A mention does not begin or end inside a decimal number. */
static bool cuts_number(const struct sheet *s, struct span span)
{
	const char *r = s->reply;
	bool before = span.start > 1 && strchr(".,", r[span.start - 1]) != NULL &&
		      text_is_digit(r[span.start - 2]) && text_is_digit(r[span.start]);
	bool after = r[span.end] != '\0' && strchr(".,", r[span.end]) != NULL &&
		     text_is_digit(r[span.end + 1]) && text_is_digit(r[span.end - 1]);
	return before || after;
}

static bool is_said(const struct sheet *s, struct subject *subject, size_t word, size_t from,
		    size_t n)
{
	bool whole = n == subject->word_count;
	return (whole ? is_whole_name(s, subject, word)
		      : is_short_name(s, subject, word, from, n)) &&
	       !is_odd(s, subject);
}

/* The longest name, or part of one, at a word. Returns its number of words. */
static size_t match_at(const struct sheet *s, size_t word, struct mention *m)
{
	struct match best = { 0, false };
	m->count = 0;
	for (size_t i = 0; i < s->subject_count; i++) {
		struct subject *subject = &s->subjects[i];
		for (size_t from = 0; from < subject->word_count; from++) {
			size_t n = run_length(s, subject, word, from);
			struct match found = { n, n > 0 && n == subject->word_count };
			if (n > 0 && n >= best.length && is_said(s, subject, word, from, n))
				keep(m, &best, found, i);
		}
	}
	if (best.length == 0)
		return 0;
	m->span = (struct span){ s->words[word].start, s->words[word + best.length - 1].end };
	m->order = false;
	return cuts_number(s, m->span) ? 0 : best.length;
}

static void claim_name(struct sheet *s, const struct mention *m)
{
	char source[SOURCE_SIZE];
	source_subject(source, &s->subjects[m->subjects[0]]);
	sheet_claim(s, m->span, "product", source, /* ok= */ true);
}

static struct mention *mention_of(struct sheet *s, struct span span)
{
	for (size_t i = 0; i < s->mention_count; i++)
		if (s->mentions[i].span.start == span.start && s->mentions[i].span.end == span.end)
			return &s->mentions[i];
	return NULL;
}

static bool ends_with(const char *text, const char *at, const char *ending)
{
	size_t len = strlen(ending);
	return (size_t)(at - text) >= len && memcmp(at - len, ending, len) == 0;
}

/* Where a sentence names something: "is NAME", "2 × NAME", "NAME costs". */
static bool is_place_of_name(const struct sheet *s, struct span span)
{
	static const char *const before[] = { "is ",   "are ", "\xC3\x97 ", "of ", "than ",
					      "only ", "and ", "\"",        "*",   "\xE2\x80\x9C" };
	static const char *const after[] = { " \xE2\x80\x94 ", ", at ", " costs ", ": ",
					     " is ",           " has " };
	if (begins_line(s, span.start))
		return true;
	for (size_t i = 0; i < sizeof(before) / sizeof(before[0]); i++)
		if (ends_with(s->reply, s->reply + span.start, before[i]))
			return true;
	for (size_t i = 0; i < sizeof(after) / sizeof(after[0]); i++)
		if (strncmp(s->reply + span.end, after[i], strlen(after[i])) == 0)
			return true;
	return false;
}

/* Names that are no words, such as "1984" or "???", count only where a name is expected. */
static void find_odd_name(struct sheet *s, size_t subject)
{
	const char *name = s->subjects[subject].name;
	size_t len = strlen(name);
	const char *p = s->reply;
	while (len > 0 && (p = strstr(p, name)) != NULL) {
		struct span span = { (size_t)(p - s->reply), (size_t)(p - s->reply) + len };
		struct mention m = { .span = span, .subjects = { subject }, .count = 1 };
		struct mention *same = mention_of(s, span);
		p += len;
		if (same != NULL && same->count < MENTION_SUBJECTS)
			same->subjects[same->count++] = subject;
		else if (!sheet_masked(s, span) && free_edge(s, span) &&
			 is_place_of_name(s, span)) {
			add_mention(s, &m);
			claim_name(s, &m);
		}
	}
}

void find_names(struct sheet *s)
{
	for (size_t i = 0; i < s->word_count && !s->failed;) {
		struct mention m;
		size_t n = match_at(s, i, &m);
		if (n > 0) {
			add_mention(s, &m);
			claim_name(s, &m);
		}
		i += n > 0 ? n : 1;
	}
	for (size_t i = 0; i < s->subject_count && !s->failed; i++)
		if (s->subjects[i].name != NULL &&
		    (s->subjects[i].odd == COMMON_YES || !has_letter(s->subjects[i].name)))
			find_odd_name(s, i);
}
