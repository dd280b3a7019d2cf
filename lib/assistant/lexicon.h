/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * The English of shopping: phrases and what they are a cue for. Nothing about any catalogue stands
 * here; brands, categories and attribute values come from the store. Phrases are folded as
 * words.h folds them ("what's" is "what", "don't" is "dont").
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/words.h"

enum cue {
	CUE_NONE,
	CUE_STOP, /* carries no meaning of its own */
	/* order of results */
	CUE_CHEAPEST,
	CUE_DEAREST,
	CUE_BEST,
	CUE_WORST,
	CUE_NEWEST,
	CUE_OLDEST,
	CUE_MOST_STOCK,
	CUE_LEAST_STOCK,
	CUE_CHEAP,
	CUE_EXPENSIVE,
	CUE_CHEAPER,
	CUE_DEARER,
	CUE_BETTER,
	CUE_POPULAR,
	CUE_BY_NAME,
	CUE_TOP, /* of a number: top 5 */
	CUE_RATED,
	/* what is wanted of products */
	CUE_SHOW,
	CUE_WANT, /* looking for: a shopper's words */
	CUE_WISH, /* I need: said of other things as well */
	CUE_SELL,
	CUE_HAVE,   /* do you have: asks for what is in stock */
	CUE_EXISTS, /* is there, can I get: said of other things as well */
	CUE_IN_STOCK,
	CUE_SOLD_OUT,
	CUE_COUNT,
	CUE_LEFT,
	CUE_PRICE,
	CUE_COMPARE,
	CUE_VERSUS,
	CUE_WHICH,
	CUE_BRANDS,
	CUE_KINDS,
	CUE_AUTHOR,
	CUE_REVIEWS,
	CUE_ABOUT,
	CUE_RECOMMEND,
	CUE_ALL,
	CUE_NOT,
	CUE_ANYTHING,
	CUE_PREPOSITION, /* for, with, in, of ...: what follows describes what stands before */
	/* reference to what was said */
	CUE_IT,
	CUE_THEM,
	CUE_FOLLOW,
	CUE_MORE, /* more of the same */
	CUE_AND,
	/* orders */
	CUE_I_ORDERED,
	CUE_MY_ORDER,
	CUE_ORDER,
	CUE_PARCEL,
	CUE_TRACK,
	CUE_ARRIVE,
	CUE_SPENT,
	CUE_LAST,
	CUE_FIRST,
	CUE_MY,
	CUE_UNPAID,
	CUE_OPEN,
	CUE_PAID,
	CUE_SHIPPED,
	CUE_DELIVERED,
	CUE_CANCELLED,
	/* actions */
	CUE_BUY,
	CUE_CANCEL,
	CUE_PAY,
	/* account, shop, courtesy, and what is none of ours */
	CUE_ACCOUNT_PASSWORD,
	CUE_ACCOUNT_EMAIL,
	CUE_ACCOUNT_NAME,
	CUE_ACCOUNT_ADDRESS,
	CUE_ACCOUNT_LOGIN,
	CUE_ACCOUNT_LOGOUT,
	CUE_ACCOUNT_REGISTER,
	CUE_ACCOUNT_DELETE,
	CUE_ACCOUNT_WHO,
	CUE_POLICY, /* strong: a policy is asked for */
	CUE_POLICY_WORD,
	CUE_HELLO,
	CUE_THANKS,
	CUE_BYE,
	CUE_HELP,
	CUE_OFF_TOPIC,
	CUE_QUESTION, /* how, why, who: a question that is not about buying unless more says so */
	CUE_OTHERS,   /* of somebody else */
};

struct lexicon_row {
	const char *phrase;
	enum cue cue;
};

/* The longest phrase that starts at words[at]: its number of words, 0 if none does. */
size_t lexicon_find(const struct word *words, size_t count, size_t at, enum cue *ret);

/* Does the phrase ("in stock") start at words[at]? Its number of words, or 0. */
size_t lexicon_phrase(const struct word *words, size_t count, size_t at, const char *phrase);

/* A word that the lexicon knows by itself or as a part of a phrase: no typing error. */
bool lexicon_knows(const char *fold);
/* The one important word of the lexicon that `fold` is a typing error of; NULL: none. */
const char *lexicon_correct(const char *fold);

/* Everyday names of colours and materials: words that describe and do not name a thing. */
bool lexicon_is_colour(const char *norm);
bool lexicon_is_material(const char *norm);
/* Sizes: "medium" is "m"; NULL if the word is no size. */
const char *lexicon_size(const char *fold);
/* An attribute by which shoppers tell things apart: colour, size, material, format ... */
bool lexicon_is_facet(const char *attribute);

/*
 * Other words for the same thing (normal form, one or two words, space between). Calls for n = 0,
 * 1, ... until NULL.
 */
const char *lexicon_synonym(const char *norm, size_t n);

/* Words, of which one must stand on a product for `other` to mean `norm` on it, separated by spaces:
 * not every notebook is a laptop. NULL: it always does. */
const char *lexicon_synonym_needs(const char *norm, const char *other);

/* The policy topic that a word is about ("refund" -> "returns"); NULL: none. */
const char *lexicon_topic(const char *norm);
