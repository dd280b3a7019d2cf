/* SPDX-License-Identifier: MIT */
/*
 * Amounts in shopping messages: money, price bounds and ranges, rating stars, percentages, and
 * the measurements that must not be taken for prices.
 *
 * Form families, each with any number that number.h reads ("N" below may carry a unit):
 *  - money: $50, 50$, US$ 50, USD 50, 50 usd, fifty dollars, 50 bucks, 5 quid, EUR 20, 99 cents,
 *    $1.5k, $3 million, 1.299,99 EUR, 3 dollars (and) 50 (cents); beside a
 *    currency 1.299 and 1 299 are a thousand and more, since no price has three decimals;
 *  - upper bounds: under, below, less than, cheaper than, lower than, up to, at most, max,
 *    within, no/not more than, nothing over, "don't want to spend more than", <, <=, not
 *    exceeding, a budget of N; N or less, N and under, N max, N tops;
 *  - lower bounds: over, above, more than, at least, min, from N (money), starting at,
 *    exceeding, >, >=, no less than, N+, N or more, N and up, N or better;
 *  - "more than or equal to N", "equal to or less than N", "higher or equal than N", exactly N;
 *  - a lower and an upper bound joined by and, but or a comma: over 20 and under 50;
 *  - ranges: between A and B, from A to B, A to B, A-B, $20-40, "in the 50-100 range", 4 or 5
 *    stars;
 *  - around, about, roughly, approximately, ~N, N or so: 15 % either way. There is no norm for
 *    it; a buyer who says "around 100" takes 90 and 110 and minds 130;
 *  - rating: 4 stars, 4-star, "rated 4 or higher", "rating above 4", 4 out of 5 stars;
 *  - percent: 20 %, 20 percent;
 *  - other units: 15 inch, 500 GB, 3 days, 100 reviews, size 40-42.
 *
 * A bare number is no amount. Nor are times (10:30), 24/7, versions, #1234 or names such as
 * "iPhone 12". A bound is exclusive where the words say so (under, more than) and inclusive
 * otherwise. An amount without a bound has both limits set to the same value. Limits are in
 * thousandths of the unit.
 */
#pragma once

#include "assistant/span.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum amount_unit {
	AMOUNT_PLAIN,
	AMOUNT_MONEY,
	AMOUNT_STARS,
	AMOUNT_PERCENT,
	AMOUNT_OTHER, /* a measurement or a count of something: no price */
};

struct amount_range {
	struct span span;
	bool has_min, has_max, min_exclusive, max_exclusive;
	int64_t min_milli, max_milli;
	bool around;
	enum amount_unit unit;
	/*
	 * ISO 4217 code, empty if none was said. "$" and "dollars" alone say USD, and the yen sign
	 * JPY: a shop that sells in another dollar may take them for its own.
	 */
	char currency[4];
};

/* The first amount at or behind `from`. */
bool amount_find(const char *text, size_t len, size_t from, struct amount_range *ret);
