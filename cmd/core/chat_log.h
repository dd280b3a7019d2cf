/* SPDX-License-Identifier: MIT */
#pragma once

/* The plain-text log of every exchange with the assistant. */

#include "core/command.h"

/*
 * Appends one record: time, conversation, question, answer, and an empty line. Nothing in it can
 * look like the beginning of another, and processes that write at the same time do not mix. The
 * file is its owner's alone. IO.
 */
enum shop_status chat_log_append(struct cmd_context *cx, const struct shop_answer *answer);
