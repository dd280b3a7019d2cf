/* SPDX-License-Identifier: MIT */
#pragma once

/* Stars and bars as text: of block and star characters where the terminal's locale is UTF-8, of
 * ASCII where it is not. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { STARS_MAX = 5, STARS_SIZE = 3 * STARS_MAX + 1, BAR_SIZE = 256, BAR_WIDTH_MAX = 80 };

/* "★★★★☆" or "****-" for a rating in hundredths, rounded to whole stars. Returns out. */
char *stars_text(int64_t centi, bool utf8, char out[STARS_SIZE]);

/* A bar whose length is to `width` columns (at most BAR_WIDTH_MAX) as part is to whole; in eighths
 * of a column with UTF-8. What is more than nothing is never drawn as nothing. Returns out. */
char *bar_text(int64_t part, int64_t whole, size_t width, bool utf8, char out[BAR_SIZE]);

/* How many columns bar_text() fills, the last one perhaps in part. */
size_t bar_columns(int64_t part, int64_t whole, size_t width);
