/* SPDX-License-Identifier: MIT */
#pragma once

/* One message and what becomes of it: the answer is made, logged and shown, and what it proposes is
 * done if somebody says so. */

#include "core/command.h"

struct chat_turn {
	struct shop_chat ask;
	bool yes;     /* what is proposed is done */
	bool session; /* one turn of several: with time and engine under the reply */
};

/*
 * *ret is the answer, for shop_answer_done(). CANCELLED: Ctrl-C; ret->reply is what had been said by
 * then, or NULL. What was proposed and could not be done fails too: ret->reply is there then.
 */
enum shop_status chat_turn(struct cmd_context *cx, const struct chat_turn *turn,
			   struct shop_answer *ret);
