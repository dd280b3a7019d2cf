/* SPDX-License-Identifier: MIT */
#pragma once

/* A conversation as a model is told of it: questions with their answers. */

#include "db/db.h"

struct turn_text {
	char *question, *reply;
	bool sent; /* the question stands as a model was sent it, with its facts */
};
struct turns {
	struct turn_text *items;
	size_t count;
};
void turns_done(struct turns *t);

/* The latest turns, oldest first; of a long conversation, many are left out at once, so that it
 * begins at the same one for a while. What has no answer is left out. */
enum shop_status turns_read(struct db *db, int64_t conversation, struct turns *ret,
			    struct shop_error *err);

/* What a model was sent for a question. Expects a write transaction. */
enum shop_status turn_sent(struct db *db, int64_t message, const char *text,
			   struct shop_error *err);
