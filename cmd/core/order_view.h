/* SPDX-License-Identifier: MIT */
#pragma once

/* How orders are shown. In JSON, an order is the same object wherever it stands. */

#include "core/command.h"

/* A list of orders, each with its lines and events, within a record. */
void order_records_emit(struct cmd_context *cx, const char *key, const char *title,
			const struct shop_orders *list);

/* Orders with all that is known of them: one as an object, several as a list. */
void orders_emit(struct cmd_context *cx, const struct shop_orders *list);
void order_emit(struct cmd_context *cx, const struct shop_order *o);

/* For people, what the order is about in a few lines, and its timeline. */
void order_track_emit(struct cmd_context *cx, const struct shop_order *o);
void orders_track_emit(struct cmd_context *cx, const struct shop_orders *list);

/* The orders that the filter selects, for people a row each. */
enum shop_status order_list_emit(struct cmd_context *cx, const struct shop_order_filter *filter);
