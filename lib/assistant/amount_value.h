/* SPDX-License-Identifier: MIT */
/* A number with its unit or currency; for amount.c only. */
#pragma once

#include "assistant/amount.h"
#include "assistant/lex.h"

struct amount_value {
	struct span span;
	int64_t milli;
	enum amount_unit unit;
	const char *currency; /* "" if none */
	bool plus;            /* 50+ */
	bool padded;          /* began with a zero, as in dates and article numbers */
};

/* The number at `at` with what belongs to it. False where it is part of a name, a time or a date.
 */
bool amount_value_at(const struct input *in, size_t at, struct amount_value *ret);
