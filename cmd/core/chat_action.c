/* SPDX-License-Identifier: MIT */
/* Does what was proposed, through the same functions as the commands. */
#include "core/chat_action.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/interrupt.h"
#include "core/prompt.h"

enum { QUESTION_SIZE = 256 };

/* "1240" or "5:2", and nothing behind it. */
static bool numbers_read(const char *text, bool quantity, struct chat_action *ret)
{
	char *end;
	errno = 0;
	ret->id = strtoll(text, &end, 10);
	if (errno != 0 || end == text || ret->id <= 0)
		return false;
	ret->quantity = 1;
	if (quantity && *end == ':') {
		text = end + 1;
		ret->quantity = strtoll(text, &end, 10);
		if (errno != 0 || end == text || ret->quantity <= 0)
			return false;
	}
	return *end == '\0';
}

bool chat_action_of(const struct shop_answer *a, struct chat_action *ret)
{
	static const char *const commands[] = {
		[CHAT_ORDER_ADD] = "shop order add ",
		[CHAT_ORDER_PAY] = "shop order pay ",
		[CHAT_ORDER_CANCEL] = "shop order cancel ",
	};
	const char *command = a->query.command;
	if (a->query.intent != SHOP_INTENT_ORDER_ACTION || command == NULL)
		return false;
	for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
		size_t len = strlen(commands[i]);
		if (strncmp(command, commands[i], len) != 0)
			continue;
		ret->verb = (enum chat_verb)i;
		return numbers_read(command + len, ret->verb == CHAT_ORDER_ADD, ret);
	}
	return false;
}

/* The reply has said by then why it cannot be done: nothing is left to ask. */
static bool is_possible(const struct shop_answer *a)
{
	struct chat_action action;
	if (!chat_action_of(a, &action) || action.verb == CHAT_ORDER_ADD)
		return true;
	enum shop_order_step step =
		action.verb == CHAT_ORDER_PAY ? SHOP_STEP_PAY : SHOP_STEP_CANCEL;
	for (size_t i = 0; i < a->orders.count; i++)
		if (a->orders.items[i].id == action.id)
			return shop_order_can(&a->orders.items[i], step);
	return true;
}

bool chat_action_agree(struct cmd_context *cx, const struct shop_answer *a)
{
	char question[QUESTION_SIZE];
	if (!prompt_possible(cx) || !is_possible(a))
		return false;
	snprintf(question, sizeof(question), "%s - do it?", a->query.command);
	bool agreed = !prompt_confirm(cx, /* yes= */ false, question);
	cx->err = (struct shop_error){ 0 };
	return agreed && !interrupt_seen(NULL);
}

static enum shop_status place(struct cmd_context *cx, const struct chat_action *action,
			      struct shop_order *ret)
{
	char product[32];
	snprintf(product, sizeof(product), "%" PRId64, action->id);
	const struct shop_order_item item = { .product = product, .quantity = action->quantity };
	const struct shop_order_request request = { .items = &item, .item_count = 1 };
	return shop_order_add(cx->shop, &request, ret, &cx->err);
}

enum shop_status chat_action_do(struct cmd_context *cx, const struct chat_action *action,
				struct shop_order *ret)
{
	switch (action->verb) {
	case CHAT_ORDER_ADD:
		return place(cx, action, ret);
	case CHAT_ORDER_PAY:
		return shop_order_pay(cx->shop, action->id, ret, &cx->err);
	case CHAT_ORDER_CANCEL:
		return shop_order_cancel(cx->shop, action->id, ret, &cx->err);
	}
	return SHOP_OK;
}
