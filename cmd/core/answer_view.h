/* SPDX-License-Identifier: MIT */
#pragma once

/* How the assistant's answers are shown. */

#include "core/command.h"

/* The reply for people, everything for programs. explain: how the question was understood, instead
 * of the reply. */
void answer_emit(struct cmd_context *cx, const struct shop_answer *a, bool explain);
