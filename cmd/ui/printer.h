/* SPDX-License-Identifier: MIT */
#pragma once

/* What the forms of output have in common. */

#include <sys/types.h>

#include "ui/emit.h"

enum { EMIT_DEPTH_MAX = 8, CELL_SIZE = 64 };

struct printer {
	void (*list_begin)(struct emit *e, const char *key, const char *title);
	void (*row)(struct emit *e, const struct cell *cells);
	void (*list_end)(struct emit *e);
	void (*record_begin)(struct emit *e, const char *key, const char *title);
	void (*field)(struct emit *e, const struct column *column, const struct cell *cell);
	void (*record_end)(struct emit *e);
	void (*texts)(struct emit *e, const char *key, const char *title, const char *const *texts,
		      size_t count);
	void (*prose)(struct emit *e, const char *key, const char *text);
	void (*free)(struct emit *e);
};

/* One level of nesting. */
struct emit_level {
	bool list;
	const struct column *columns; /* of a list of rows */
	size_t column_count;
	const char *key;
	bool any;   /* something has been printed in it */
	void *data; /* the printer's */
};

struct emit {
	const struct printer *printer;
	struct emit_options how;
	FILE *out;
	bool terminal, failed;
	bool screen;     /* stdout is a terminal, whatever goes there */
	bool utf8;       /* the terminal's locale has more than ASCII */
	bool documents;  /* there has been one */
	bool any;        /* a list at the top has been shown */
	bool links;      /* the terminal has them */
	size_t width;    /* of the terminal, in columns */
	pid_t pager;     /* what shows the output; 0: none */
	unsigned hidden; /* how deep in parts for programs that this form leaves out */
	char currency[8];
	struct emit_level levels[EMIT_DEPTH_MAX];
	size_t depth; /* levels in use */
};

extern const struct printer json_printer;  /* --json and --jsonl */
extern const struct printer lines_printer; /* pipes */
extern const struct printer csv_printer;   /* emit_csv() */
extern const struct printer table_printer; /* terminals */

/* The cell as a person or a pipe reads it; text cells are returned as they are, "" for null. buf
 * holds the rest. */
const char *cell_format(const struct emit *e, enum cell_kind kind, const struct cell *cell,
			char buf[CELL_SIZE]);

/* What stands between them is in that tone, where there is colour. */
void emit_tone_begin(struct emit *e, enum tone tone);
void emit_tone_end(struct emit *e, enum tone tone);

/* Writes text without controls; one_line turns line breaks into spaces. */
void emit_clean(struct emit *e, const char *text, bool one_line);
