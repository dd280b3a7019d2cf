/* SPDX-License-Identifier: MIT */
#pragma once

/* The plain-text log of every exchange with the assistant. */

#include "core/command.h"

struct chat_record {
	int64_t conversation, created_at;
	const char *question, *answer;
};

/*
 * Appends one record: time, conversation, question, answer, and an empty line. Nothing in it can
 * look like the beginning of another, and processes that write at the same time do not mix. The
 * file is its owner's alone. IO.
 */
enum shop_status chat_log_append(struct cmd_context *cx, const struct chat_record *record);

/* The same; that it fails is only warned of: the exchange is saved, and a log that cannot be written
 * does not take it away. */
void chat_log_try(struct cmd_context *cx, const struct chat_record *record);
