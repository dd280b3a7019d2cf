/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * A file of questions to the assistant, and what a right answer to each is:
 *
 *     use demo alice                 the store and who asks, from here on
 *     [superlative]                  the kind of question, from here on
 *
 *     ? what's your cheapest laptop  a new conversation
 *     > and the dearest?             goes on with it: the answer to the last turn is judged
 *     first: id FROM item WHERE category LIKE '%/Laptops' ORDER BY price DESC LIMIT 1
 *
 * Lines that begin with # are comments; one that begins with a tab goes on with the line before it.
 * Every check must hold. What stands behind its colon is SQL over the store (see views.sql), with
 * SELECT left out; its first column is the gold. It is an error if there is none.
 *
 *     first:     the first product is one of them
 *     products:  the products are these, in this order
 *     set:       the products are these, in any order
 *     within:    there are products, and each is one of these
 *     order:     the first order is one of them
 *     orders:    the orders are these, in any order
 *     total:     the total is this
 *     says:      the reply has each of these in it, as whole words
 *     any:       the reply has one of these in it
 *     never:     the reply has none of these in it
 *     command:   the command is one of these
 *     intent:    (words, no SQL) the intent is one of these
 *     no products / no orders / no command
 *
 * Whatever is asked, the answer must be borne out ("grounded"), and the store's orders and
 * products stay as they are.
 */

#include <stddef.h>

enum { TURNS_MAX = 4, CHECKS_MAX = 6 };

enum check_kind {
	CHECK_FIRST,
	CHECK_PRODUCTS,
	CHECK_SET,
	CHECK_WITHIN,
	CHECK_ORDER,
	CHECK_ORDERS,
	CHECK_TOTAL,
	CHECK_SAYS,
	CHECK_ANY,
	CHECK_NEVER,
	CHECK_COMMAND,
	CHECK_INTENT,
	CHECK_NO_PRODUCTS,
	CHECK_NO_ORDERS,
	CHECK_NO_COMMAND,
	CHECK_KINDS,
};
extern const char *const check_words[CHECK_KINDS];

struct check {
	enum check_kind kind;
	char *gold; /* SQL, or the words of an intent; NULL where there is none */
};

struct question {
	const char *store, *who, *kind; /* the file's */
	size_t line;
	char *turns[TURNS_MAX];
	size_t turn_count;
	struct check checks[CHECKS_MAX];
	size_t check_count;
};

struct questions {
	struct question *items;
	size_t count;
	char **words; /* stores, people and kinds */
	size_t word_count;
};

/* Ends the program with a message if the file is not in order. */
void questions_read(const char *path, struct questions *ret);
void questions_done(struct questions *q);
