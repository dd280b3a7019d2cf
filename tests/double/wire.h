/* SPDX-License-Identifier: MIT */
#pragma once

/* HTTP/1.1 on a socket, as Go's server writes it, with the rule's ways to cut it up. */

#include "double/double.h"

/* Reads the next request: *ahead keeps what was sent beyond it. False: no more, or no HTTP. */
bool wire_read(struct exchange *x, struct buf *ahead);

/* A whole answer: with its length up to 2 KiB, else in one chunk. */
void wire_answer(struct exchange *x, int status, const char *type, const char *body, size_t len);
/* The head of a chunked answer. type may be NULL. */
void wire_begin(struct exchange *x, int status, const char *type);
void wire_line(struct exchange *x, const char *line, size_t len);
void wire_part_of_line(struct exchange *x, const char *line, size_t len);
void wire_end(struct exchange *x);

/* Waits so long, or until the client has gone; ms < 0: until then. */
void wire_wait(struct exchange *x, int64_t ms);
void wire_reset(struct exchange *x);
void wire_close(struct exchange *x);
