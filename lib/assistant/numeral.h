/* SPDX-License-Identifier: MIT */
#pragma once

/* Numbers as a reply or a catalogue's text writes them, with what makes them money. Unlike in a
 * message, nothing here is a bound or a range: each number stands for itself. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "assistant/span.h"

struct numeral {
	struct span span;
	int64_t milli; /* thousandths; -1: too large, or not one number ("1.2.3") */
	int decimals;  /* as written */
	bool words;    /* "three" */
	bool glued;    /* a letter touches it: "S2", "128GB" */
	bool inner;    /* letters stand before it: "S2", "EL-0042" */
	bool ordinal;  /* "2nd" */
	bool clock;    /* "14:30": milli holds minutes */
	bool grouped;  /* "1.299": a thousand for money with two decimals */
	/* Money: its whole span with the sign, and the currency as written: "USD", "$" (any
	 * dollar). Empty: no money. */
	struct span money;
	char currency[4];
};

/* The first number in text[from .. to). currency: the store's, whose code is known as money. */
bool numeral_find(const char *text, size_t from, size_t to, const char *currency,
		  struct numeral *ret);
/* The amount in minor units of the currency; -1 if it is none. */
int64_t numeral_cents(const struct numeral *n, const char *currency);
/* Is the numeral that many minor units of the currency? */
bool numeral_is_money(const struct numeral *n, int64_t cents, const char *currency);
bool numeral_is(const struct numeral *n, int64_t value);

/*
 * Does the text have the same number with the same thing behind it ("9 days")? `behind` is what
 * follows the numeral where it was found, up to `behind_len` bytes; NULL: whatever is behind it.
 */
bool numeral_in_text(const struct numeral *n, const char *behind, size_t behind_len,
		     const char *text);
