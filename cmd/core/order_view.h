/* SPDX-License-Identifier: MIT */
#pragma once

/* How orders are shown. */

#include "core/command.h"

/* A list of orders, each with its lines and events, within a record. */
void order_records_emit(struct cmd_context *cx, const char *key, const char *title,
			const struct shop_orders *list);
