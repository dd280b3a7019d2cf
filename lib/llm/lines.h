/* SPDX-License-Identifier: MIT */
#pragma once

/* Lines out of bytes that come in pieces, cut anywhere. */

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

enum { LINE_MAX_BYTES = 8 << 20 };

struct lines {
	struct buf kept; /* the beginning of a line whose end has not come */
	bool too_long;
	/* A line without its end; false stops. */
	bool (*line)(void *ctx, const char *line, size_t len);
	void *ctx;
};

void lines_init(struct lines *l, bool (*line)(void *ctx, const char *line, size_t len), void *ctx);
void lines_done(struct lines *l);
/* False: stopped by line(), or a line of more than LINE_MAX_BYTES (too_long), or no memory. */
bool lines_feed(struct lines *l, const char *bytes, size_t len);
/* What is left is the last line, if it is not empty. */
bool lines_end(struct lines *l);
