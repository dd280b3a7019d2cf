/* SPDX-License-Identifier: MIT */
#pragma once

/* How reviews are shown. */

#include "core/command.h"

/* A list of reviews; key and title as for emit_list_begin(). People see the newest `people` of
 * them, programs all. */
void review_list_emit(struct cmd_context *cx, const char *key, const char *title,
		      const struct shop_reviews *list, size_t people);

/* One for programs, as a record of its own. */
void review_emit(struct cmd_context *cx, const struct shop_review *review);
