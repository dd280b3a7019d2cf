/* SPDX-License-Identifier: MIT */
#pragma once

/* The machine's clock, and the times relative to it that fixtures use. */

#include <stdbool.h>
#include <stdint.h>

int64_t clock_now(void);
/* Milliseconds from some point in the past, whatever is done to the clock. */
int64_t clock_monotonic_ms(void);

/*
 * A time relative to now: a sign, then whole numbers with d, h, m or s: "-9d", "-4d6h", "+30m".
 * False if it is not of that form or leaves the years 1 to 9999.
 */
bool clock_relative(const char *text, int64_t now, int64_t *ret);
