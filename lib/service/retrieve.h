/* SPDX-License-Identifier: MIT */
#pragma once

/* Brings what the store has to say to a question. Orders are the acting customer's alone: no
 * function here takes a customer from the message. */

#include "assistant/evidence.h"
#include "assistant/understand.h"
#include "service/search.h"

struct retrieval {
	struct shop *shop;
	const struct shop_texts *tokens; /* the message between its spaces, for SKUs */
	struct shop_texts things;        /* its words for kinds of things that the store has */
	struct understanding *u;
	struct evidence *e;
};

/* Fills r->e; may turn a question that nothing in the store answers into an unsupported one. */
enum shop_status retrieve(struct retrieval *r, struct shop_error *err);

/* The kinds of questions. */
enum shop_status retrieve_products(struct retrieval *r, struct shop_error *err);
enum shop_status retrieve_facts(struct retrieval *r, struct shop_error *err);
enum shop_status retrieve_comparison(struct retrieval *r, struct shop_error *err);
enum shop_status retrieve_orders(struct retrieval *r, struct shop_error *err);
enum shop_status retrieve_action(struct retrieval *r, struct shop_error *err);
enum shop_status retrieve_policy(struct retrieval *r, struct shop_error *err);

/* The filter that the question amounts to; it borrows from r->u. */
void retrieve_filter(const struct retrieval *r, struct shop_product_filter *f);

/* Products by id into a list; those that are gone are left out. */
enum shop_status retrieve_by_ids(struct retrieval *r, const int64_t *ids, size_t count,
				 struct shop_products *list, struct shop_error *err);

/* The products that a name may mean, nearest first, at most `max`. */
enum shop_status retrieve_named(struct retrieval *r, const char *name, size_t max,
				struct shop_products *list, struct shop_error *err);

/* Looks up the product that others are compared with, and narrows the query by it. */
enum shop_status retrieve_than(struct retrieval *r, struct shop_error *err);

/* Words of the question that are attributes which say yes or no become wishes for a yes. */
enum shop_status retrieve_flags(struct retrieval *r, struct shop_error *err);

/* Finds the attributes that tell the sizes asked for, and puts them into the query. */
enum shop_status retrieve_measures(struct retrieval *r, struct shop_error *err);

/* Does the store have such a thing, by a word of the message? */
bool retrieve_is_thing(const struct retrieval *r, const char *fold);

/* A size that no attribute tells, with its sign ("~", ">=" ...): it may still stand in names; a
 * limit is left out, which the evidence says. */
enum shop_status retrieve_untold(struct retrieval *r, const char *sign, const char *value,
				 struct shop_error *err);

/* The question's text is m without these words from here on. */
enum shop_status retrieve_leave_out(struct retrieval *r, const struct match *m,
				    const bool left_out[MATCH_WORDS_MAX], struct shop_error *err);

/* Attributes of the first products of the evidence. */
enum shop_status retrieve_details(struct retrieval *r, struct shop_error *err);
