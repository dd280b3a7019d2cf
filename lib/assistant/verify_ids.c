/* SPDX-License-Identifier: MIT */
/* Numbers of orders and products in a reply. */
#include <string.h>

#include "assistant/verify_sheet.h"
#include "base/text.h"

static bool is_joined(const struct sheet *s, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (strchr(" :.#*", s->text[i]) == NULL)
			return false;
	return true;
}

enum id_kind { ID_NONE, ID_ANY, ID_ORDER, ID_PRODUCT };

/* "order 12", "orders number 12", "product id: 12": what the words before a number make of it. */
static enum id_kind kind_by_words(const struct sheet *s, size_t at)
{
	enum { WORDS_BETWEEN = 3 };
	char word[CUE_SIZE];
	for (size_t i = 0; i < WORDS_BETWEEN; i++) {
		struct span span = last_word(s, at, word);
		if (span.start >= span.end || !is_joined(s, span.end, at))
			return ID_NONE;
		if (word_in("order orders purchase", word)) {
			/* "to order 2 of them" */
			return word_before(s, span.start, "to can could may would please you ill",
					   1)
				       ? ID_NONE
				       : ID_ORDER;
		}
		if (word_in("product products item", word))
			return ID_PRODUCT;
		if (!word_in("number no nr id ids with the and", word))
			return ID_NONE;
		at = span.start;
	}
	return ID_NONE;
}

static bool is_negative(const struct sheet *s)
{
	return sentence_has(s, "no not none nothing never cannot cant couldnt dont doesnt didnt "
			       "isnt unable without");
}

static bool find_order_id(struct sheet *s, int64_t id, struct mention *m)
{
	for (size_t i = 0; i < s->subject_count; i++) {
		const struct subject *subject = &s->subjects[i];
		if (subject->kind != SUBJECT_ORDER || subject->order->id != id)
			continue;
		m->subjects[m->count++] = i;
		return true;
	}
	return false;
}

static bool find_product_id(const struct sheet *s, int64_t id)
{
	for (size_t i = 0; i < s->subject_count; i++)
		if (s->subjects[i].kind == SUBJECT_PRODUCT && s->subjects[i].product->id == id)
			return true;
	return false;
}

static void take_id(struct sheet *s, struct span span, int64_t id, enum id_kind kind)
{
	char source[SOURCE_SIZE] = "";
	struct mention m = { .span = span, .order = true };
	if (kind != ID_PRODUCT && find_order_id(s, id, &m)) {
		source_order(source, id);
		sheet_claim(s, span, "order", source, /* ok= */ true);
	} else if (kind != ID_ORDER && find_product_id(s, id)) {
		source_product(source, id);
		sheet_claim(s, span, "product", source, /* ok= */ true);
		sheet_mask(s, span);
		return;
	} else {
		/* an order that is not there may be named to say so */
		bool asked = s->u != NULL && s->u->query.order_id == id && is_negative(s);
		if (asked)
			source_text(source, "question");
		sheet_claim(s, span, kind == ID_PRODUCT ? "product" : "order", source, asked);
	}
	add_mention(s, &m);
}

static int64_t read_id(const char *text, struct span span)
{
	int64_t id = 0;
	for (size_t i = span.start; i < span.end; i++)
		if (__builtin_mul_overflow(id, 10, &id) ||
		    __builtin_add_overflow(id, text[i] - '0', &id))
			return -1;
	return id;
}

void find_ids(struct sheet *s)
{
	for (size_t at = s->sentence.start; at < s->sentence.end;) {
		struct span span = { at, at };
		while (span.end < s->sentence.end && text_is_digit(s->text[span.end]))
			span.end++;
		at = span.end > at ? span.end : at + 1;
		if (span.end == span.start)
			continue;
		bool hash = span.start > 0 && s->text[span.start - 1] == '#';
		char before = span.start > 0 ? s->text[span.start - 1] : ' ';
		char after = s->text[span.end], next = after != '\0' ? s->text[span.end + 1] : '\0';
		bool alone =
			!text_is_alpha(before) && !text_is_alpha(after) && after != '%' &&
			!(strchr(".,-/:", after) != NULL && after != '\0' && text_is_digit(next)) &&
			!(strchr(".,-/:$", before) != NULL && !hash);
		size_t start = span.start - (hash ? 1 : 0);
		enum id_kind kind = alone ? kind_by_words(s, start) : ID_NONE;
		if (kind == ID_NONE && hash)
			kind = ID_ANY;
		if (kind != ID_NONE)
			take_id(s, (struct span){ start, span.end }, read_id(s->text, span), kind);
	}
}
