/* SPDX-License-Identifier: MIT */
#pragma once

/* How the assistant's answers are shown. */

#include "core/command.h"

struct answer_view {
	bool explain;                  /* how the question was understood, instead of the reply */
	bool event;                    /* the last of several lines of JSON */
	const struct shop_order *done; /* what was proposed and has been done; NULL: nothing */
};

/* The reply for people, everything for programs. */
void answer_emit(struct cmd_context *cx, const struct shop_answer *a,
		 const struct answer_view *view);
