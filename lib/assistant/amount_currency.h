/* SPDX-License-Identifier: MIT */
/* The signs, codes and names of currencies; for amount_value.c only. */
#pragma once

#include "assistant/lex.h"

struct currency {
	const char *phrase;
	const char *code; /* ISO 4217; "" where it depends (cents) */
	bool minor;       /* a hundredth: cents, pence */
	bool before;      /* may stand before the number */
};

/* The longest phrase at `at`; NULL if none. Stores the offset behind it. `before`: only those that
 * may stand before a number. */
const struct currency *currency_at(const struct input *in, size_t at, bool before, size_t *ret);
