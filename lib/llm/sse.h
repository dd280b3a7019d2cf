/* SPDX-License-Identifier: MIT */
#pragma once

/* Server-sent events out of lines. */

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

struct sse {
	struct buf data;
	bool any; /* a data line has come since the last event */
	bool (*event)(void *ctx, const char *data, size_t len);
	void *ctx;
};

void sse_init(struct sse *s, bool (*event)(void *ctx, const char *data, size_t len), void *ctx);
void sse_done(struct sse *s);
/* One line without its newline; comments and other fields are passed over. False as in lines.h. */
bool sse_line(struct sse *s, const char *line, size_t len);
/* An event that no blank line ended. */
bool sse_end(struct sse *s);
