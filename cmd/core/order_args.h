/* SPDX-License-Identifier: MIT */
#pragma once

/* What the commands about orders are told in words: numbers of orders, filters. */

#include "core/command.h"

/* "1234" or "#1234". INVALID: not a number; NOT_FOUND: no order can have that number. */
enum shop_status order_id_read(struct cmd_context *cx, const char *word, int64_t *ret);

/* Several of them; the caller frees *ret. */
enum shop_status order_ids_read(struct cmd_context *cx, const struct shop_texts *words,
				int64_t **ret);

/* The orders with those numbers, or none of them where one is not found; the caller ends *ret with
 * shop_orders_done(). */
enum shop_status orders_get(struct cmd_context *cx, const struct shop_texts *words,
			    struct shop_orders *ret);

/* The options of the commands that list orders. */
struct order_list_options {
	const char *since, *until;
	struct shop_texts statuses;
	int64_t limit, offset;
};
extern const struct opt order_list_opts[];

/* Lists the orders that the options leave: one's own, or everybody's. INVALID. */
enum shop_status order_list_run(struct cmd_context *cx, const struct order_list_options *o,
				bool everybody);

/* The operand of the commands that take a step with one order: one of one's own, or anybody's. */
struct order_step_options {
	const char *id;
};
extern const struct opt order_step_opts[], order_any_step_opts[];

/* A step with the order that the word names, which is shown with its timeline then. */
typedef enum shop_status order_step_fn(struct shop *shop, int64_t id, struct shop_order *ret,
				       struct shop_error *err);
enum shop_status order_step_run(struct cmd_context *cx, const char *word, order_step_fn *step);
