/* SPDX-License-Identifier: MIT */
#pragma once

/* The order of what a text found: best first. */

#include "service/search.h"

struct ranked {
	int64_t id;
	double score; /* larger is better */
};

struct ranking {
	struct ranked *items;
	size_t count;
	int64_t total; /* how many match, kept or not */
};

/*
 * The best `wanted` matches of the search's expression. Where products with all words are fewer
 * than that, those with some of them follow. To be freed whatever it returns.
 */
enum shop_status ranking_init(struct ranking *r, struct search *s, size_t wanted,
			      struct shop_error *err);
void ranking_done(struct ranking *r);
