/* SPDX-License-Identifier: MIT */
/*
 * English numbers in digits and in words.
 *
 * Forms: 12, -3, 1,299.00, 1.299,99 (of two separators the last one is the decimal one), 5,00 (a
 * comma before three digits groups, before any other count of digits it is decimal), 1.5k, 2
 * million, 35 lakh, 1/2, 2 1/4; fifty, twenty-five, two hundred and fifty, 3 hundred and 21, a
 * thousand, a dozen, half a dozen, half, three quarters, three and a half, zero point five, minus
 * one; ordinals 2nd, third, twenty-first. Digits glued to letters other than these (500GB, 1080p),
 * to '#' or to further digits by dots, slashes or colons (1.2.3, 24/7, 10:30) are no numbers for
 * number_find().
 *
 * Values are thousandths; a further decimal is cut off, and what does not fit in 64 bits is no
 * number.
 */
#pragma once

#include "assistant/span.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct number {
	struct span span;
	int64_t milli;
	bool ordinal; /* third, 2nd: a place in a row, no count */
	bool words;   /* began with a word, not with a digit */
};

/*
 * The number that starts exactly at `at`. Looks at nothing before it, and lets digits be followed
 * by anything: the caller knows whether a unit may stand there. False when there is none.
 */
bool number_at(const char *text, size_t len, size_t at, struct number *ret);

/*
 * The first number at or behind `from`. "one" is skipped where it stands for a thing ("this one",
 * "the second one", "a cheaper one").
 */
bool number_find(const char *text, size_t len, size_t from, struct number *ret);
