/* SPDX-License-Identifier: MIT */
#pragma once

/* The products that an answer is about, under it, for a person at a terminal. */

#include "core/command.h"

/* Numbered, so that they can be referred to, linked where the terminal has links; a single one with
 * its picture. Nothing elsewhere, and nothing where the answer is about none. */
void chat_cards_emit(struct cmd_context *cx, const struct shop_products *list);
