/* SPDX-License-Identifier: MIT */
#pragma once

/* How conversations and their messages are shown. */

#include "core/command.h"

enum shop_status history_emit(struct cmd_context *cx, const struct shop_history_filter *filter);
enum shop_status conversation_list_emit(struct cmd_context *cx, int64_t limit);
