/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * A growing, always NUL-terminated byte buffer with a stated maximum. Errors stick: after a
 * failed append the buffer refuses everything, so that a caller may check once, at the end.
 */

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct buf {
	char *data; /* NULL until the first append */
	size_t len, size, max;
	bool failed; /* out of memory, or max exceeded */
};

void buf_init(struct buf *b, size_t max);
void buf_done(struct buf *b);
void buf_clear(struct buf *b);
bool buf_append(struct buf *b, const void *bytes, size_t len);
bool buf_puts(struct buf *b, const char *text);
bool buf_putc(struct buf *b, char c);
bool buf_printf(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* The text so far; "" while empty. Belongs to the buffer. */
const char *buf_text(const struct buf *b);
/* Hands the text over to the caller, who frees it; NULL if an append failed. The buffer is empty
 * afterwards. */
char *buf_take(struct buf *b);
