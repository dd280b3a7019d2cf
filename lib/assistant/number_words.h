/* SPDX-License-Identifier: MIT */
/* The words of numbers; for number.c only. */
#pragma once

#include "assistant/lex.h"
#include "assistant/number.h"

/* The number in words that starts at `at`. */
bool number_words_at(const struct input *in, size_t at, struct number *ret);

/*
 * Lets the words behind digits count: 5k, 2 million, 3 dozen, 3 hundred and twenty, 3 million and a
 * half. `number` holds the digits; false if the result does not fit.
 */
bool number_scale(const struct input *in, size_t at, struct number *number);
