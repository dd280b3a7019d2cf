/* SPDX-License-Identifier: MIT */
#pragma once

/* What the commands about orders are told in words: numbers of orders, filters. */

#include "core/command.h"

/* "1234" or "#1234". INVALID: not a number; NOT_FOUND: no order can have that number. */
enum shop_status order_id_read(struct cmd_context *cx, const char *word, int64_t *ret);

/* Several of them; the caller frees *ret. */
enum shop_status order_ids_read(struct cmd_context *cx, const struct shop_texts *words,
				int64_t **ret);

/* The options that narrow a list of orders. */
struct order_options {
	const char *since, *until;
	struct shop_texts statuses;
	int64_t limit, offset;
};

/* The rows for a command whose option struct T has such a member m. */
#define ORDER_OPTIONS(T, m)                                                                        \
	OPT_TEXT(T, m.since, 0, "since", "DATE", "only orders from this day or time on"),          \
		OPT_TEXT(T, m.until, 0, "until", "DATE", "only orders up to this day or time"),    \
		OPT_TEXTS(T, m.statuses, 's', "status", "STATUS", "only orders with this status",  \
			  .values = "pending|paid|shipped|delivered|cancelled"),                   \
		OPT_INT(T, m.limit, 'n', "limit", "N", "show at most N", 1, INT32_MAX),            \
		OPT_INT(T, m.offset, 0, "offset", "N", "leave out the first N", 0, INT32_MAX)

/* What the options say, as a filter. INVALID. */
enum shop_status order_filter_make(struct cmd_context *cx, const struct order_options *o,
				   struct shop_order_filter *ret);

/* A step with the order that the word names, which is shown with its timeline then. */
typedef enum shop_status order_step_fn(struct shop *shop, int64_t id, struct shop_order *ret,
				       struct shop_error *err);
enum shop_status order_step_run(struct cmd_context *cx, const char *word, order_step_fn *step);
