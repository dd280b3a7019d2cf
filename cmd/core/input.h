/* SPDX-License-Identifier: MIT */
#pragma once

/* Standard input, read to its end or piece by piece. */

#include "core/command.h"

/* All of it without the line breaks at its end; the caller frees it. `what` it is is told in
 * errors: "the text". INVALID: longer than max bytes, or a NUL in it; IO, CANCELLED. */
enum shop_status input_read(struct cmd_context *cx, const char *what, size_t max, char **ret);

/* What comes next of it, up to size bytes; *ret_len is 0 at its end. IO, CANCELLED. */
enum shop_status input_next(struct cmd_context *cx, char *to, size_t size, size_t *ret_len);
