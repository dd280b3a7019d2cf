/* SPDX-License-Identifier: MIT */
#pragma once

/* A table as plain strings: what the module table.so draws, which alone knows libsmartcols. */

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct table_column {
	const char *title;
	bool right, shrink, wrap, hidden;
	bool yields; /* is cut short where shrinking the others is not enough */
};

struct table {
	const struct table_column *columns;
	size_t column_count;
	char **cells;        /* row by row, clean text; that of wrapping columns has line breaks */
	const char **colors; /* as many: sequences that cells begin with; NULL: none */
	size_t row_count;
	int width;    /* of the terminal */
	bool color;   /* title in bold */
	bool heading; /* false: no titles */
};

/* The module's only symbol: table_draw. False if there was no memory. */
typedef bool (*table_draw_fn)(FILE *out, const struct table *t);
#define TABLE_SYMBOL "table_draw"
