/* SPDX-License-Identifier: MIT */
#pragma once

/* Text of any length that can be shown. */

#include <stdbool.h>

/* shop_text_clean() of the whole text: a copy for the caller to free, or NULL for want of memory. */
char *clean_copy(const char *text, bool one_line);
