/* SPDX-License-Identifier: MIT */
#pragma once

/* How reviews are shown. */

#include "core/command.h"

/* A list of reviews; key and title as for emit_list_begin(). People see the newest `people` of
 * them, programs all. */
void review_list_emit(struct cmd_context *cx, const char *key, const char *title,
		      const struct shop_reviews *list, size_t people);

/* On a terminal, how many of them gave how many stars, as bars; nothing where they are few. */
void review_distribution_emit(struct cmd_context *cx, const struct shop_reviews *list);

/* One for programs, as a record of its own. */
void review_emit(struct cmd_context *cx, const struct shop_review *review);
