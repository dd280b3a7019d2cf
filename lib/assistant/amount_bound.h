/* SPDX-License-Identifier: MIT */
/* The words that make a limit out of a number; for amount.c only. */
#pragma once

#include "assistant/lex.h"

enum bound_kind {
	BOUND_NONE,
	BOUND_MIN,     /* N or more */
	BOUND_MIN_EXC, /* more than N */
	BOUND_MAX,
	BOUND_MAX_EXC,
	BOUND_FROM,  /* a lower bound or the beginning of a range */
	BOUND_RANGE, /* between: two numbers must follow */
	BOUND_AROUND,
	BOUND_EXACT,
};

struct bound {
	enum bound_kind kind;
	size_t start; /* of the denial, if there is one */
};

/* Words before a number. The kind is turned round if they are denied: "not more than". */
size_t bound_before(const struct input *in, size_t at, struct bound *ret);

/* Words behind a number: "or more", "max". */
size_t bound_after(const struct input *in, size_t at, enum bound_kind *ret);
