/* SPDX-License-Identifier: MIT */
#pragma once

/* --since and --until. */

#include "core/command.h"

/* What the options say, each a day or a time; a day is the local one, and all of it is meant. NULL:
 * SHOP_NONE. INVALID: not a time, or the time ends before it begins. */
enum shop_status period_read(struct cmd_context *cx, const char *since, const char *until,
			     int64_t *ret_since, int64_t *ret_until);
