/* SPDX-License-Identifier: MIT */
#pragma once

/* What the assistant proposes: an order to be placed, paid or cancelled. Nothing is done unless
 * somebody says so. */

#include "core/command.h"

enum chat_verb { CHAT_ORDER_ADD, CHAT_ORDER_PAY, CHAT_ORDER_CANCEL };

struct chat_action {
	enum chat_verb verb;
	int64_t id;       /* of the product, or of the order */
	int64_t quantity; /* of the product */
};

/* Is something proposed that can be done here? */
bool chat_action_of(const struct shop_answer *a, struct chat_action *ret);

/* Asks the person at the terminal; false also for Ctrl-C, and where there is nobody to ask. */
bool chat_action_agree(struct cmd_context *cx, const struct shop_answer *a);

/* Does it. *ret: the order as it is then. */
enum shop_status chat_action_do(struct cmd_context *cx, const struct chat_action *action,
				struct shop_order *ret);
