/* SPDX-License-Identifier: MIT */
#pragma once

/* A file, line by line, in memory that does not grow with it. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shop/error.h"

/* A picture of the largest size, as text, fits into a line. */
enum { LINE_BYTES_MAX = 8 * 1024 * 1024 };

struct lines {
	int fd;           /* borrowed */
	const char *name; /* of the file, for messages; borrowed; NULL: it has none */
	char *data;       /* the bytes from start to end are not used yet */
	size_t size, start, end;
	bool at_end;
	int64_t number; /* of the line that was read last, from 1 */
	int64_t done;   /* bytes used up */
	/* Asked when a signal breaks into reading; a status ends it. */
	enum shop_status (*interrupted)(void *ctx, struct shop_error *err);
	void *ctx;
};

/* {.fd = ...} is ready to be read from. */
void lines_done(struct lines *l);

/*
 * The next line without its newline, which need not be UTF-8 and may hold NULs; it is borrowed
 * until the next call. *ret_some is false at the end. A byte order mark at the start is skipped.
 * INVALID: longer than LINE_BYTES_MAX, IO, NOMEM.
 */
enum shop_status lines_next(struct lines *l, const char **ret_line, size_t *ret_len, bool *ret_some,
			    struct shop_error *err);

/* The bytes that come next, some of them, without using them up: borrowed until the next call.
 * *ret_len is 0 at the end. A byte order mark is among them. IO, NOMEM. */
enum shop_status lines_peek(struct lines *l, const char **ret_bytes, size_t *ret_len,
			    struct shop_error *err);
/* Uses up so many of those bytes. */
void lines_skip(struct lines *l, size_t len);
