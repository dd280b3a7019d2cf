/* SPDX-License-Identifier: MIT */
#pragma once

/* Making text from outside safe to show. */

#include <stdbool.h>
#include <stddef.h>

#include "shop/error.h"

/*
 * Copies src to dst (size > 0 bytes with the final NUL) without anything that could steer a
 * terminal: C0 but newline and tab, DEL, C1 and bidirectional controls become a space, invalid
 * UTF-8 becomes U+FFFD. one_line turns newline and tab into spaces too. What does not fit is cut
 * at a character's edge. Returns the length written; size 3 * len + 1 always suffices.
 */
SHOP_API size_t shop_text_clean(char *dst, size_t size, const char *src, size_t len, bool one_line);
