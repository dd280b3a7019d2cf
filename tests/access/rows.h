/* SPDX-License-Identifier: MIT */
#pragma once

/* The matrix of rights as rows: tests/access/matrix. */

#include <stddef.h>

#include "core/command.h"

enum { ACCESS_ROLES = 7 };
/* "nobody", "own" ...: as the tool `as` takes them. */
extern const char *const access_roles[ACCESS_ROLES];

struct access_row {
	int codes[ACCESS_ROLES];
	char *command; /* what sh runs; "shop" stands in it once as a word */
	size_t line;
	const struct command *leaf; /* what it runs, and its words */
	char path[COMMAND_PATH_SIZE];
};

struct access_rows {
	struct access_row *items;
	size_t count;
};

/* Reads the file; fails the test for a line that cannot be understood or names no command. */
void access_read(struct access_rows *ret);
void access_done(struct access_rows *rows);

/* A row of this command alone. The command is copied, and the caller's to free. */
void access_row_init(struct access_row *row, const char *command);

/* The row's command with another word after "shop": "--json". The caller frees it. */
char *access_command(const struct access_row *row, const char *option);
