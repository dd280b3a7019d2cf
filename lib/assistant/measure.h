/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * Sizes and other numbers with a unit, as catalogues and shoppers write them: "16 GB", "13.3 inch",
 * "24\"", "500ml", "39-42". Units of one kind are brought to one, so that a terabyte is more than
 * 512 GB. Pure.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { MEASURE_UNIT_SIZE = 16 };

struct measure {
	int64_t low, high;            /* thousandths of the unit; the same unless it is a range */
	char unit[MEASURE_UNIT_SIZE]; /* the unit that the kind is kept in ("mm"); an unknown one as
				       * it is; "": none */
};

/* The measures in a text, at most `max`. Returns how many. "140 x 200 cm" is none: there is no
 * telling which of its sides is meant. */
size_t measure_read(const char *text, struct measure *ret, size_t max);

enum measure_relation {
	MEASURE_EQUAL,
	MEASURE_NEAR, /* 13.3 and 12.8 inch are sold as 13 inch; other units: the same as equal */
	MEASURE_AT_LEAST,
	MEASURE_MORE,
	MEASURE_AT_MOST,
	MEASURE_LESS,
};

/* Does the value fulfil the wish? False where they are not comparable. */
bool measure_meets(const struct measure *value, enum measure_relation relation,
		   const struct measure *wish);

/* Is it a word for a unit ("inch", "gb")? */
bool measure_is_unit(const char *fold);
