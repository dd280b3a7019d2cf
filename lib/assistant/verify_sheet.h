/* SPDX-License-Identifier: MIT */
#pragma once

/* The work sheet of verify(); for verify*.c only. */

#include "assistant/numeral.h"
#include "assistant/span.h"
#include "assistant/verify.h"

/* Found out when it is first asked for. */
enum word_common { COMMON_UNKNOWN, COMMON_YES, COMMON_NO };
enum subject_kind { SUBJECT_PRODUCT, SUBJECT_LINE, SUBJECT_ORDER };

/* Something that a reply can speak of. */
struct subject {
	enum subject_kind kind;
	const struct shop_product *product;
	const struct shop_order *order; /* also of a line */
	const struct shop_order_line *line;
	const struct shop_attributes *attributes; /* NULL: not known */
	char *name;                               /* as replies show it; NULL for an order */
	struct word *words;
	enum word_common *common; /* for each word: does it tell hardly one from another? */
	size_t word_count;
	enum word_common odd;    /* is the name one only where a name is expected: "1984"? */
	struct word *vocabulary; /* of everything that is known of it; NULL: not yet made */
	size_t vocabulary_count;
	size_t vocabulary_names; /* the first of them: without the description */
};

enum { MENTION_SUBJECTS = 64 };

/* A place where the reply names one, or a few that the words may mean. */
struct mention {
	struct span span;
	bool order;
	size_t subjects[MENTION_SUBJECTS];
	size_t count; /* 0: an order that is not in the evidence */
};

/* What is spoken of at some place: mentions side by side. */
struct about {
	const struct mention *first;
	size_t count;
	bool before; /* they stand before the place, in its sentence */
	bool spoken; /* they come from an earlier sentence */
};

struct sheet {
	const char *reply;
	size_t len;
	char *text; /* the reply, with what has been dealt with overwritten by 'x' */
	const struct understanding *u; /* may be NULL */
	const struct evidence *e;
	struct word *words; /* of the reply */
	size_t word_count;
	struct subject *subjects;
	size_t subject_count;
	struct mention *mentions; /* in the order of the text */
	size_t mention_count, mention_size;
	struct span sentence;
	struct map *english; /* words asked of the lexicon before */
	struct verdict *out;
	size_t claim_size;
	size_t from;          /* claims before it are left out */
	const char *composed; /* NULL: the reply is no model's */
	bool failed;          /* out of memory */
};

bool sheet_init(struct sheet *s, const char *reply, const struct understanding *u,
		const struct evidence *e, struct verdict *out);
void sheet_done(struct sheet *s);

void add_mention(struct sheet *s, const struct mention *m);
/* The words of a text; the caller frees them. NULL: no memory. */
struct word *split_text(const char *text, size_t *ret_count);
/* A word of ordinary English, of months and weekdays. */
bool is_english(const struct sheet *s, const char *fold);
bool has_letter(const char *text);
bool has_digit(const char *text);
/* No letter or digit touches it. */
bool free_edge(const struct sheet *s, struct span span);
/* At the beginning of a line, behind its number: where a list names things. */
bool begins_line(const struct sheet *s, size_t at);
bool begins_sentence(const struct sheet *s, size_t at);

/* Takes a stretch of the text out of what is still to be looked at. */
void sheet_mask(struct sheet *s, struct span span);
bool sheet_masked(const struct sheet *s, struct span span);

/* Sources: written into out, which is returned; "" stands for none. */
enum { SOURCE_SIZE = 96 };
void source_product(char out[SOURCE_SIZE], int64_t id);
void source_order(char out[SOURCE_SIZE], int64_t id);
void source_policy(char out[SOURCE_SIZE], const struct evidence *e);
void source_subject(char out[SOURCE_SIZE], const struct subject *subject);
void source_text(char out[SOURCE_SIZE], const char *text);

/* Notes a claim; source "": nothing bears it out. */
void sheet_claim(struct sheet *s, struct span span, const char *kind, const char *source, bool ok);

/* What the customer said, and names of the store that stand in the question: text number n; NULL
 * behind the last one. */
const char *question_text(const struct sheet *s, size_t n);

/* All in the order in which verify() calls them. */
void find_subjects(struct sheet *s);
void find_names(struct sheet *s);       /* products and lines of orders */
void find_policy(struct sheet *s);      /* verbatim pieces of the shop's rules */
void find_known_names(struct sheet *s); /* brands, categories, values, the command */
void find_quotations(struct sheet *s);
void find_links(struct sheet *s);
void find_strangers(struct sheet *s); /* names of products that nobody knows */

/* Is the word around it ("S2", "128GB") one that the evidence or the question has? */
bool is_known_token(struct sheet *s, struct span span);

/* Then for each sentence. */
void find_ids(struct sheet *s); /* order #1234, product 42 */
void check_attributes(struct sheet *s);
void check_dates(struct sheet *s);
void check_numbers(struct sheet *s);
void check_words(struct sheet *s); /* sold out, in stock, shipped ... */

void check_ranks(struct sheet *s); /* the cheapest, better rated than ... */
/* For verify_model(): words that nothing bears out. */
void check_traces(struct sheet *s);

/* Makes the words known of a subject: name and the like before vocabulary_names, all else behind
 * it. False: no memory. */
bool subject_vocabulary(struct sheet *s, size_t subject);
/* "shipped", "pending": a state of orders, which check_words() examines. */
bool is_state_word(const char *word);

/* The numbers of a sentence. */
enum { FIGURES_MAX = 128 };
struct figures {
	struct numeral items[FIGURES_MAX];
	size_t count;
};
void check_price(struct sheet *s, const struct figures *f, size_t i);
void check_rating(struct sheet *s, const struct numeral *n, struct span span);
void check_stock(struct sheet *s, const struct numeral *n);
void check_reviews(struct sheet *s, const struct numeral *n);
void check_order_count(struct sheet *s, const struct numeral *n);
void check_percent(struct sheet *s, const struct numeral *n, struct span span);
/* A number that only counts or measures something. */
void check_figure(struct sheet *s, const struct numeral *n);
/* The same, where it is not yet known to be wrong: false if nothing has it. */
bool find_figure(struct sheet *s, const struct numeral *n, char source[SOURCE_SIZE]);

/* Does it hold for each mention, by one of the things that it may mean? Source: the last one. */
bool holds_for(const struct sheet *s, const struct about *about,
	       bool (*fits)(const struct sheet *s, const struct subject *subject,
			    const struct numeral *n),
	       const struct numeral *n, char source[SOURCE_SIZE]);
bool holds_for_any(const struct sheet *s,
		   bool (*fits)(const struct sheet *s, const struct subject *subject,
				const struct numeral *n),
		   const struct numeral *n, char source[SOURCE_SIZE]);
/* Is the line of the order that the sentence names, if it names one? */
bool is_of_order(const struct sheet *s, const struct subject *line, size_t at);
/* Is the sentence about others than what was named last: "the cheapest", "the other one"? */
bool speaks_of_others(const struct sheet *s);

/* The nearest mentions before the place in its sentence, else behind it, else the last one of an
 * earlier sentence. Side by side means joined by commas and "and". */
struct about about_product(const struct sheet *s, size_t at);
struct about about_order(const struct sheet *s, size_t at);
/* Words around a place, within its clause: up to `reach` words that are not behind punctuation. */
bool word_after(const struct sheet *s, size_t at, const char *words, size_t reach);
bool word_before(const struct sheet *s, size_t at, const char *words, size_t reach);
/* Does the sentence have one of the words? */
bool sentence_has(const struct sheet *s, const char *words);
/* The next word at or behind `at` in the sentence, in lower case; its span is empty if there is
 * none. */
enum { CUE_SIZE = 32 };
struct span next_word(const struct sheet *s, size_t at, char out[CUE_SIZE]);
struct span last_word(const struct sheet *s, size_t at, char out[CUE_SIZE]);
/* Is the word one of the space-separated words? */
bool word_in(const char *words, const char *word);
