/* SPDX-License-Identifier: MIT */
#pragma once

/* How tokens are shown. */

#include "core/command.h"

/* A token's fields for programs, within a record that the caller began. */
void token_emit(struct cmd_context *cx, const struct shop_token *token);
void token_list_emit(struct cmd_context *cx, const struct shop_tokens *list);
