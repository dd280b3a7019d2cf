/* SPDX-License-Identifier: MIT */
#pragma once

/* The work sheet of understanding: what each word of the message was taken for. */

#include "assistant/amount.h"
#include "assistant/span.h"
#include "assistant/understand.h"
#include "shop/money.h"

enum word_use {
	USE_OPEN, /* not taken for anything yet */
	USE_CUE,
	USE_AMOUNT,
	USE_DATE,
	USE_ID,
	USE_BRAND,
	USE_ATTRIBUTE,
	USE_NEGATED,
	USE_NUMBER,
	USE_MEASURE, /* a size: "16 GB" */
	USE_NAME,    /* of a product that others are compared with */
};

struct reading {
	const struct understand_input *in;
	enum cue cue[UNDERSTAND_WORDS]; /* of the phrase that the word is in */
	bool begins[UNDERSTAND_WORDS];  /* the word begins that phrase */
	enum word_use use[UNDERSTAND_WORDS];
	unsigned denied[UNDERSTAND_WORDS];     /* which of the groups of denied words; 0: none */
	unsigned denials;                      /* how many groups there are */
	size_t attribute_of[UNDERSTAND_WORDS]; /* for USE_ATTRIBUTE: which of the query's */
	bool has[CUE_OTHERS + 1];
	bool money; /* an amount was said as money or as stars: not just any number */
	struct understanding *out;
};

/* Fills cue, begins, has; words inside a name of several words have no cue. */
void reading_scan(struct reading *r, const struct understand_input *in, struct understanding *out);

/* Is there a phrase with this cue that begins at the word? */
bool reading_at(const struct reading *r, size_t word, enum cue cue);
/* The first word of the first phrase with the cue; word_count if none. */
size_t reading_first(const struct reading *r, enum cue cue);

/* Does the word stand anywhere in the message? */
bool reading_has_fold(const struct reading *r, const char *fold);

/* Is the first word, but for an "and" before it, in the list, which NULL ends? */
bool reading_begins_with(const struct reading *r, const char *const *list);

/* Takes the words that a stretch of the message covers. */
void reading_take(struct reading *r, struct span span, enum word_use use);

/* Once it is clear that products are asked for, single words that could have been about the shop's
 * rules or about nothing of ours are part of what is asked: "contact lenses", "joke book". */
void reading_reopen(struct reading *r);

/* Behind a thing and one of these words stands what describes it: "for", "with", and "are" as in
 * "which watches are waterproof". */
bool reading_breaks(const struct reading *r, size_t word);

/* Is it an "or" between two things that will do? */
bool reading_is_or(const struct reading *r, size_t word);

/* A content word: no cue and not taken for anything else. */
bool reading_content(const struct reading *r, size_t word);
size_t reading_content_count(const struct reading *r);

/* Prices, stars; into the query. Returns how many there were. */
size_t reading_amounts(struct reading *r);
/* A size ("at least 16 GB"): into the understanding. False if it is none. */
bool reading_measure(struct reading *r, const struct amount_range *a);
/* How many are wanted ("three cheapest", "top 5"), which one ("second cheapest"), quantity. */
void reading_numbers(struct reading *r);
/* A number in digits alone; what fits no id is the number of no order, but it is one. */
bool reading_id(const char *fold, int64_t *ret);
/* Order number in the message, or SHOP_NONE. */
int64_t reading_order_id(struct reading *r);
/* Is a date in the message; `alone`: with no content word outside it? */
bool reading_has_date(const struct reading *r, bool alone);
/* The date range of an order question. */
void reading_dates(struct reading *r);

/* Finds the words behind denials; names among them are then taken by reading_names(). */
void reading_denials(struct reading *r);
/* Are these words all of what one denial is about? */
bool reading_is_denied(const struct reading *r, size_t first, size_t count);
/* The denied words that are no names. */
void reading_denied_texts(struct reading *r);

/* Is the word in the name of a category? */
bool reading_has_category(const struct reading *r, size_t word);
/* Brands, categories, attributes, what must not be; then the rest is the text. */
void reading_names(struct reading *r);
void reading_text(struct reading *r);
/* From the first content word to the last, as typed; NULL if there is none. */
char *reading_name(const struct reading *r, size_t from, size_t to);

/* Is it about products that were shown before: "is it in stock?" Fills refs. */
bool follow_refers(struct reading *r);
/* Does the message only make sense as a continuation: "and in black?" */
bool follow_continues(const struct reading *r, bool bounded);
/* What was asked before holds where the new message says nothing else. */
void follow_merge(struct reading *r);

/* Could the message be about products? bounded: with limits of price or rating. */
bool products_meant(const struct reading *r, bool bounded);
/* Is it certainly about buying, whether anything is found or not? */
bool products_certain(const struct reading *r, bool bounded);

/* "cheaper than NAME": takes the name. Before reading_names(). */
void reading_than(struct reading *r);
/* "cheapest and most expensive laptop": fills both_ends. */
bool relation_ends(struct reading *r);
/* "compare X and Y", "which is cheaper, X or Y": fills parts, or refs of what was shown. */
bool relation_comparison(struct reading *r, bool bounded);
/* "how many pages has X", "how heavy is X": fills attribute. Where the name begins; 0: no such
 * question. */
size_t reading_attribute_asked(struct reading *r);
/* "does X have GPS?", "is it waterproof?": fills name and feature. */
bool relation_feature(struct reading *r);

/* Each decides an intent and fills the query, or returns false. */
bool understand_orders(struct reading *r);
bool understand_shop(struct reading *r);
bool understand_products(struct reading *r);
