/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * From the words of a message to what is asked. Pure: the same input gives the same answer, nothing
 * is read from a store; what the store knows of the words comes in as hits.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "assistant/context.h"
#include "assistant/lexicon.h"
#include "assistant/texts.h"
#include "base/words.h"
#include "shop/chat.h"

enum {
	UNDERSTAND_WORDS = 64,
	UNDERSTAND_REFS = CONTEXT_ROWS,
	UNDERSTAND_PARTS = 4,
	UNDERSTAND_MEASURES = 4
};

enum vocab_kind { VOCAB_BRAND, VOCAB_CATEGORY, VOCAB_ATTRIBUTE };

/* Words first .. first + count - 1 are a name of this store. */
struct vocab_hit {
	size_t first, count;
	enum vocab_kind kind;
	char *name; /* the brand's name, the category's path, the attribute's name */
};

struct understand_input {
	const char *text; /* one clean line */
	size_t len;
	const struct word *words; /* of the text, typing errors corrected */
	size_t word_count;
	const bool *unknown; /* for each word: no product of the store has it */
	const bool *things;  /* for each word: some product is such a thing; NULL: cannot be told */
	const struct vocab_hit *hits;
	size_t hit_count;
	const struct chat_context *context; /* never NULL */
	int32_t today;
	const char *currency;
};

/* What is asked of a product. */
enum fact {
	FACT_NONE,
	FACT_PRICE,
	FACT_STOCK,
	FACT_RATING,
	FACT_ABOUT,
	FACT_ATTRIBUTE,
	FACT_FEATURE, /* has it that, is it so? */
};

enum chat_action { ACTION_BUY, ACTION_CANCEL, ACTION_PAY };

/* A size that is asked for: what it is a size of, the store tells. */
struct measure_wish {
	char sign[3];   /* ">=", ">", "<=", "<", "~" */
	char value[48]; /* "16 GB" */
	bool size;      /* without a unit: of clothes, of shoes */
};

/* Compared with a product that is named. */
enum than_kind { THAN_NONE, THAN_CHEAPER, THAN_DEARER, THAN_BETTER, THAN_NEWER };

/* A side of a comparison that is the one at the end of an order. */
struct part_order {
	bool set;
	enum shop_sort sort;
	bool reverse;
};

struct understanding {
	struct shop_query query;
	/* products */
	enum fact fact;
	char attribute[2 * WORD_SIZE]; /* FACT_ATTRIBUTE: its name in normal form */
	char *name;                    /* words that may be a product's name, as typed */
	struct texts parts;            /* of a comparison: names as typed */
	struct part_order part_orders[UNDERSTAND_PARTS];
	bool both_ends; /* the cheapest and the most expensive: the first two part_orders */
	enum than_kind than;
	char *than_name; /* the product that others are held against, as typed */
	char *feature;   /* FACT_FEATURE: what it may have or be; NULL: the end of name */
	bool feature_is;
	bool counts_attribute; /* "how many": perhaps products are counted instead */
	bool asks_gone;        /* FACT_STOCK: whether it is sold out, not whether it is there */
	struct texts not_brands, not_attributes, not_texts; /* of a text, all words together */
	struct texts unknown; /* words that nothing in the store has */
	bool superlative;     /* the one at the end of an order: "cheapest" */
	bool sold_out;        /* only what is sold out */
	bool in_order;        /* in the order of prices, from one end to the other */
	bool all;             /* everything is to be shown, not only the first few */
	bool asks;            /* a question to be answered with yes or no */
	bool strong;          /* certainly about buying; otherwise only if something is found */
	bool follow;          /* goes on from what was said before */
	bool list_brands, list_categories;
	bool foreign_currency;
	int64_t offset; /* the second cheapest: 1 */
	int64_t quantity;
	int64_t refs[UNDERSTAND_REFS]; /* products shown before that are meant now */
	size_t ref_count;
	struct measure_wish measures[UNDERSTAND_MEASURES];
	size_t measure_count;
	/* how it was found, for the command: words that stand in for the query's, whether they
	 * name no thing but only stand somewhere, and whether attributes are among them */
	char *found_text;
	bool found_words, found_as_words;
	/* orders */
	int64_t more_orders[UNDERSTAND_PARTS]; /* besides query.order_id: "track 12 and 13" */
	size_t more_order_count;
	unsigned statuses; /* as in struct shop_order_filter */
	bool spent, last, first, dated;
	bool others; /* speaks of other people's orders or accounts */
	enum chat_action action;
	enum cue account;
	char *topic; /* words about the shop's rules, normal form */
	enum cue courtesy;
	bool failed; /* out of memory */
};

void understanding_done(struct understanding *u);

/* Reads the message. ret is to be freed with understanding_done(), whatever it holds. */
void understand(const struct understand_input *in, struct understanding *ret);

/* The equivalent shell command into query.command; ids are the products or the orders that the
 * answer turned out to be about. */
void understand_command(struct understanding *u, const char *currency, const int64_t *ids,
			size_t count);
