/* SPDX-License-Identifier: MIT */
#pragma once

/* What a person types in a conversation that is no message: /help and the like. */

#include "core/chat_turn.h"

/* Where the conversation has come to. */
struct chat_state {
	struct chat_turn turn;
	struct shop_answer last; /* the latest answer; no reply: none yet */
	char *model;             /* what /model said; NULL: nothing */
	bool over;
};

/* Is it a command at all? */
bool chat_command_is(const char *line);
/* Does what the line says. What is wrong with it is reported like any failure, and ends nothing. */
enum shop_status chat_command(struct cmd_context *cx, struct chat_state *state, const char *line);

/* The commands' names, for completion; NULL ends them. */
const char *const *chat_command_names(void);
