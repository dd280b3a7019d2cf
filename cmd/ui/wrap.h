/* SPDX-License-Identifier: MIT */
#pragma once

/* Running text on a terminal: broken between words, measured in columns. */

#include <stddef.h>
#include <stdio.h>

struct wrap {
	size_t width;  /* of the terminal */
	size_t used;   /* columns already taken on the first line */
	size_t indent; /* columns left free at the start of every further line */
};

/* How many columns the text takes. */
size_t wrap_columns(const char *text);
/* How many bytes of it fit into so many columns, in whole characters. */
size_t wrap_prefix(const char *text, size_t width);

/* Writes text, which must be clean; its own line breaks stay. Ends without a line break. A word
 * that no line could hold is left whole. */
void wrap_write(FILE *out, const char *text, const struct wrap *w);
