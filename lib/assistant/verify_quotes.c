/* SPDX-License-Identifier: MIT */
/* What a reply repeats word by word: the shop's rules, quotations, names of the store, addresses.
 */
#include <stdlib.h>
#include <string.h>

#include "assistant/compose.h"
#include "assistant/verify_sheet.h"
#include "base/text.h"

/* The numbers of a stretch that the shop's rules bear out as they stand. */
static void claim_policy(struct sheet *s, struct span span)
{
	char source[SOURCE_SIZE];
	struct numeral n;
	source_policy(source, s->e);
	for (size_t at = span.start; numeral_find(s->reply, at, span.end, s->e->currency, &n);
	     at = n.span.end) {
		size_t sign = n.span.end + (s->reply[n.span.end] == ' ' ? 1 : 0);
		if (n.currency[0] != '\0')
			sheet_claim(s, n.money, "price", source, /* ok= */ true);
		else if (sign < span.end && s->reply[sign] == '%')
			sheet_claim(s, (struct span){ n.span.start, sign + 1 }, "percent", source,
				    /* ok= */ true);
	}
}

/* Behind a word: a blank, or punctuation and a blank. "shop.example.org" goes on behind a point. */
static bool ends_word(const char *p)
{
	while (*p != '\0' && strchr(".,;:!?\"')*", *p) != NULL)
		p++;
	return *p == '\0' || text_is_space(*p);
}

/* How far the reply goes on as the policy does, to the end of a word in both. */
static size_t common_length(const char *reply, const char *policy)
{
	size_t n = 0, word = 0;
	for (;; n++) {
		if (ends_word(reply + n) && ends_word(policy + n))
			word = n;
		if (reply[n] == '\0' || reply[n] != policy[n])
			return word;
	}
}

void find_policy(struct sheet *s)
{
	enum { LEAST = 24, POLICY_BYTES = 16384 };
	struct buf b;
	if (s->e->policy == NULL)
		return;
	buf_init(&b, 2 * POLICY_BYTES);
	put_clean(&b, s->e->policy, POLICY_BYTES);
	const char *policy = buf_text(&b);
	for (size_t at = 0; at + LEAST <= s->len;) {
		bool starts = at == 0 || text_is_space(s->reply[at - 1]);
		const char *found = starts ? memmem(policy, b.len, s->reply + at, LEAST) : NULL;
		bool whole = found != NULL && (found == policy || text_is_space(found[-1]));
		size_t n = whole ? common_length(s->reply + at, found) : 0;
		if (n >= LEAST) {
			struct span span = { at, at + n };
			claim_policy(s, span);
			sheet_mask(s, span);
		}
		at += n >= LEAST ? n : 1;
	}
	s->failed |= b.failed;
	buf_done(&b);
}

/* Takes every occurrence of a name out. */
static void mask_name(struct sheet *s, const char *name, bool only_lines)
{
	enum { NAME_BYTES = 4096, SHORTEST = 2 };
	struct buf b;
	if (name == NULL || name[0] == '\0')
		return;
	buf_init(&b, 2 * NAME_BYTES);
	put_clean(&b, name, NAME_BYTES);
	const char *text = buf_text(&b), *p = s->reply;
	while (b.len >= SHORTEST && has_letter(text) && (p = strstr(p, text)) != NULL) {
		struct span span = { (size_t)(p - s->reply), (size_t)(p - s->reply) + b.len };
		p += b.len;
		if (free_edge(s, span) && (!only_lines || begins_line(s, span.start)))
			sheet_mask(s, span);
	}
	buf_done(&b);
}

/* Names with digits or signs in them could be taken for claims. */
static void mask_odd_name(struct sheet *s, const char *name)
{
	if (name != NULL && (has_digit(name) || strpbrk(name, "$%#@") != NULL))
		mask_name(s, name, /* only_lines= */ false);
}

void find_known_names(struct sheet *s)
{
	const struct evidence *e = s->e;
	for (size_t i = 0; i < e->values.count; i++)
		mask_odd_name(s, e->values.items[i]);
	for (size_t i = 0; i < e->topics.count; i++)
		mask_odd_name(s, e->topics.items[i]);
	mask_odd_name(s, e->topic);
	for (size_t i = 0; i < e->reviews.count; i++)
		mask_name(s, e->reviews.items[i].author, /* only_lines= */ true);
	if (s->u == NULL)
		return;
	const struct shop_query *q = &s->u->query;
	for (size_t i = 0; i < q->brand_count; i++)
		mask_odd_name(s, q->brands[i]);
	for (size_t i = 0; i < q->category_count; i++)
		mask_odd_name(s, q->categories[i]);
	for (size_t i = 0; i < s->u->not_brands.count; i++)
		mask_odd_name(s, s->u->not_brands.items[i]);
	mask_name(s, query_command(s->u), /* only_lines= */ false);
}

/* The words of the reply inside a span. */
static size_t words_inside(const struct sheet *s, struct span span, size_t *ret_first)
{
	size_t first = 0, count = 0;
	while (first < s->word_count && s->words[first].start < span.start)
		first++;
	while (first + count < s->word_count && s->words[first + count].end <= span.end)
		count++;
	*ret_first = first;
	return count;
}

struct piece {
	size_t first, count; /* words of the reply */
	bool cut;            /* ends in "…", perhaps inside a word */
};

static bool same_word(const struct sheet *s, const struct piece *p, size_t i,
		      const struct word *word)
{
	const char *fold = s->words[p->first + i].fold;
	if (p->cut && i + 1 == p->count)
		return strncmp(fold, word->fold, strlen(fold)) == 0;
	return strcmp(fold, word->fold) == 0;
}

/* Do the words stand in the text, one behind the other; all of it if `whole`? */
static bool piece_in(struct sheet *s, const struct piece *p, const char *text, bool whole)
{
	size_t count;
	if (text == NULL || text[0] == '\0')
		return false;
	struct word *words = split_text(text, &count);
	bool found = false;
	s->failed |= words == NULL;
	for (size_t at = 0; at + p->count <= count && !found; at++) {
		size_t n = 0;
		while (n < p->count && same_word(s, p, n, &words[at + n]))
			n++;
		found = n == p->count && (!whole || count == n || (p->cut && at == 0));
	}
	free(words);
	return found;
}

static bool in_question(struct sheet *s, const struct piece *p)
{
	const char *text;
	for (size_t i = 0; (text = question_text(s, i)) != NULL; i++)
		if (piece_in(s, p, text, /* whole= */ false))
			return true;
	return false;
}

/* A few words torn out of a description could say anything. */
static bool in_product_texts(struct sheet *s, const struct piece *p)
{
	enum { WORDS_LEAST = 4 };
	bool whole = p->count < WORDS_LEAST;
	for (size_t i = 0; i < s->subject_count; i++) {
		const struct subject *subject = &s->subjects[i];
		if (subject->name != NULL && piece_in(s, p, subject->name, /* whole= */ false))
			return true;
		if (subject->kind != SUBJECT_PRODUCT)
			continue;
		const struct shop_product *product = subject->product;
		if (piece_in(s, p, product->description, whole) ||
		    piece_in(s, p, product->brand, /* whole= */ true) ||
		    piece_in(s, p, product->category, /* whole= */ false))
			return true;
		for (size_t j = 0; subject->attributes != NULL && j < subject->attributes->count;
		     j++)
			if (piece_in(s, p, subject->attributes->items[j].value, /* whole= */ true))
				return true;
	}
	for (size_t i = 0; i < s->e->reviews.count; i++)
		if (piece_in(s, p, s->e->reviews.items[i].comment, whole))
			return true;
	return false;
}

static bool in_names(struct sheet *s, const struct piece *p)
{
	const struct texts *lists[] = { &s->e->values, &s->e->topics };
	for (size_t i = 0; i < 2; i++)
		for (size_t j = 0; j < lists[i]->count; j++)
			if (piece_in(s, p, lists[i]->items[j], /* whole= */ true))
				return true;
	return piece_in(s, p, s->e->policy, /* whole= */ false) ||
	       piece_in(s, p, s->e->topic, /* whole= */ true);
}

/* Emphasis ("a 'smart' choice") names nothing. */
static bool is_emphasis(const struct sheet *s, const struct piece *p)
{
	char c = s->reply[s->words[p->first].start];
	return p->count == 1 && c >= 'a' && c <= 'z' && !has_digit(s->words[p->first].fold);
}

static void check_quotation(struct sheet *s, struct span span)
{
	size_t first, count = words_inside(s, span, &first);
	bool known = true;
	for (size_t i = 0; i < count && known; i++)
		known = sheet_masked(
			s, (struct span){ s->words[first + i].start, s->words[first + i].end });
	if (known)
		return;
	struct piece p = { first, count, false };
	p.cut = span.end >= 3 && memcmp(s->reply + span.end - 3, "\xE2\x80\xA6", 3) == 0;
	if (in_question(s, &p) || in_product_texts(s, &p) || in_names(s, &p))
		sheet_mask(s, span);
	else if (!is_emphasis(s, &p))
		sheet_claim(s, span, "product", "", /* ok= */ false);
}

static const char *const quotes[][2] = {
	{ "\"", "\"" },
	{ "\xE2\x80\x9C", "\xE2\x80\x9D" },
	{ "\xE2\x80\x98", "\xE2\x80\x99" },
	{ "\xC2\xAB", "\xC2\xBB" },
	{ "'", "'" },
	{ "`", "`" },
};

static bool opens(const struct sheet *s, size_t at, size_t kind)
{
	size_t len = strlen(quotes[kind][0]);
	if (strncmp(s->text + at, quotes[kind][0], len) != 0 || text_is_space(s->text[at + len]))
		return false;
	return at == 0 || (!text_is_alpha(s->text[at - 1]) && !text_is_digit(s->text[at - 1]));
}

/* Where the quotation ends that begins at `from`; 0 if it does not on its line. */
static size_t closes(const struct sheet *s, size_t from, size_t kind)
{
	size_t len = strlen(quotes[kind][1]);
	for (size_t i = from; i < s->len && s->text[i] != '\n'; i++) {
		char after =
			s->text[i] == '\0' ? '\0' : s->text[i + len <= s->len ? i + len : s->len];
		if (i > from && strncmp(s->text + i, quotes[kind][1], len) == 0 &&
		    !text_is_alpha(after) && !text_is_digit(after))
			return i;
	}
	return 0;
}

void find_quotations(struct sheet *s)
{
	for (size_t at = 0; at < s->len && !s->failed; at++) {
		for (size_t kind = 0; kind < sizeof(quotes) / sizeof(quotes[0]); kind++) {
			size_t from = at + strlen(quotes[kind][0]);
			size_t end = opens(s, at, kind) ? closes(s, from, kind) : 0;
			if (end == 0)
				continue;
			check_quotation(s, (struct span){ from, end });
			at = end;
			break;
		}
	}
}

static bool is_known_link(const struct sheet *s, const char *link, char source[SOURCE_SIZE])
{
	source_policy(source, s->e);
	if (s->e->policy != NULL && strstr(s->e->policy, link) != NULL)
		return true;
	for (size_t i = 0; i < s->subject_count; i++) {
		const struct shop_product *p = s->subjects[i].product;
		bool page = p != NULL && p->url != NULL && strcmp(p->url, link) == 0;
		bool picture = p != NULL && p->image != NULL && strcmp(p->image, link) == 0;
		if (page || picture) {
			source_product(source, p->id);
			return true;
		}
	}
	source_text(source, "");
	return false;
}

static bool is_link(const char *token)
{
	const char *sign = strchr(token, '@');
	bool mail = sign != NULL && sign > token && strchr(sign, '.') != NULL;
	return mail || strstr(token, "://") != NULL || strncmp(token, "www.", 4) == 0;
}

void find_links(struct sheet *s)
{
	for (size_t at = 0; at < s->len;) {
		size_t end = at;
		while (end < s->len && !text_is_space(s->text[end]))
			end++;
		struct span span = { at, end };
		while (span.end > span.start &&
		       strchr(".,;:!?)>]}\"'*`", s->text[span.end - 1]) != NULL)
			span.end--;
		while (span.start < span.end && strchr("([<{\"'*`", s->text[span.start]) != NULL)
			span.start++;
		char *token = strndup(s->text + span.start, span.end - span.start);
		s->failed |= token == NULL;
		if (token != NULL && is_link(token)) {
			char source[SOURCE_SIZE];
			bool ok = is_known_link(s, token, source);
			sheet_claim(s, span, "link", source, ok);
			sheet_mask(s, span);
		}
		free(token);
		at = end + 1;
	}
}
