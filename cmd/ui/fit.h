/* SPDX-License-Identifier: MIT */
#pragma once

/* Makes the columns of a table fit the width of a terminal. */

#include <stdbool.h>
#include <stddef.h>

struct fit_column {
	size_t natural; /* what its widest cell takes */
	size_t title;   /* what its title takes: it never becomes narrower */
	bool gives;     /* may be made narrower */
	bool yields;    /* the same, but only if that is not enough: text that is short by nature */
	bool hidden;
	size_t width; /* what it gets */
};

/* Shares `width` columns out, with one space between two of them. The widest gives first. What
 * cannot give keeps its width, even if the sum is too much then. */
void fit_columns(struct fit_column *columns, size_t count, size_t width);

/* The text cut to `width` columns with an ellipsis (`…`, or `...` where utf8 is false) for what is
 * missing, if it takes more: a copy for the caller to free, or NULL for want of memory. */
char *fit_text(const char *text, size_t width, bool utf8);
