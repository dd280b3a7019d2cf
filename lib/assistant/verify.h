/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * Holds a reply to the evidence. Every amount of money, count, stock, rating, percentage, order
 * number, date, order status, product name, quotation and address in it is a claim, and a claim is
 * ok only if the evidence bears it out for the very thing that the sentence speaks of: the price of
 * another product does not do. What is said of nothing in particular belongs to what was named
 * last. Strict by intention: a true sentence that cannot be traced is not ok. Pure; the reply may
 * be any bytes, and comes from a model that may lie.
 */

#include "assistant/evidence.h"
#include "assistant/understand.h"
#include "shop/chat.h"

struct verdict {
	/*
	 * In the order they were found. kind: price, stock, rating, count, product, order, date,
	 * status, percent, link (an e-mail or web address), statement. source: "product:42", "order:1234",
	 * "policy:returns", "question" (said by the customer and repeated), "result" (a number of
	 * the answer as a whole); NULL where nothing bears it out.
	 */
	struct shop_claim *claims;
	size_t count;
	bool grounded; /* every claim is ok */
};
void verdict_done(struct verdict *v);

/*
 * The same, stricter, for what a model wrote. Each word that states something must stand in what is
 * known of all the things spoken of (not in their descriptions), in one sentence of a review, or in
 * what was composed of the same things, and be denied where it is denied there; a rule of the shop
 * must stand there word by word. What does not is a claim of kind "statement". Only claims at or
 * behind `from` are given.
 */
struct verify_input {
	const char *reply;
	size_t from; /* what stands before was verified, and only tells what is spoken of */
	const char *composed; /* the answer as compose() gives it */
	const struct understanding *u;
	const struct evidence *e;
};
bool verify_model(const struct verify_input *in, struct verdict *ret);

/* Bytes of the first sentence of the text; 0 if its end is not there yet. */
size_t verify_sentence(const char *text, size_t len);

/* u may be NULL; then nothing counts as a repetition of the question. False: no memory. */
bool verify(const char *reply, const struct understanding *u, const struct evidence *e,
	    struct verdict *ret);
