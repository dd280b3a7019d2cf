/* SPDX-License-Identifier: MIT */
#pragma once

/* What is measured against what. */

#include <stddef.h>

enum program { PROGRAM_SHOP, PROGRAM_SQLITE, PROGRAM_EMPTY, PROGRAM_COUNT };

enum { COMMAND_WORDS = 8 };

struct command {
	enum program program;
	const char *words[COMMAND_WORDS]; /* the arguments; the rest is NULL */
	void (*before)(void);             /* before each run, not measured; may be NULL */
};

enum row_flags {
	ROW_LOADS = 1 << 0, /* the whole catalogue */
	ROW_MORE = 1 << 1,  /* shop may find more than the reference */
};

struct row {
	const char *name;
	struct command shop, reference;
	unsigned flags; /* enum row_flags */
};

/* Run in a folder that has what the runner puts there: see there. */
extern const struct row rows[];
extern const size_t row_count;

/* What the rows that load write to. */
#define STORE_LOADED     "import.db"
#define REFERENCE_LOADED "reference.db"
