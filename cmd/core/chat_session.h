/* SPDX-License-Identifier: MIT */
#pragma once

/* A conversation with a person at a terminal. */

#include "core/chat_turn.h"

/* Message by message, until the input ends or /quit. CANCELLED only for an end from outside. */
enum shop_status chat_session(struct cmd_context *cx, const struct chat_turn *turn);
