/* SPDX-License-Identifier: MIT */
#pragma once

/* The objects of one long JSON list, one by one, in memory that does not grow with it. */

#include "base/buf.h"
#include "exchange/lines.h"

struct elements {
	struct lines *lines; /* borrowed; nothing has been read from it */
	struct buf text;
	int64_t number; /* of the element that was read last, from 1 */
	bool begun, ended;
};

void elements_init(struct elements *e, struct lines *lines);
void elements_done(struct elements *e);

/*
 * The text of the next object, borrowed until the next call; what is in it is not looked at.
 * *ret_some is false at the end. INVALID: not a list, something else than an object in it, cut
 * short, something behind it, or longer than LINE_BYTES_MAX; IO, NOMEM.
 */
enum shop_status elements_next(struct elements *e, const char **ret_text, size_t *ret_len,
			       bool *ret_some, struct shop_error *err);
