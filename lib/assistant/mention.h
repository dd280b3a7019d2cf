/* SPDX-License-Identifier: MIT */
#pragma once

/* Which products and orders a reply talks about, by the names and numbers that verify() traced. */

#include "assistant/verify.h"

/* Does the reply say the first thing that the right answer says: name the same product or order,
 * give the same number? all: and every product that it names. Both were verified. */
bool mention_answers(const struct verdict *reply, const struct verdict *right, bool all);

/* Moves the products and orders of the evidence that the claims speak of to the front, in the order
 * of the reply, and says how many those are. Details of products do not move with them. */
struct mentions {
	size_t products, orders;
};
struct mentions mention(const struct verdict *v, struct evidence *e);
