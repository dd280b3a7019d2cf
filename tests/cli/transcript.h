/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * Transcripts: files that read like a terminal session, and are run as tests.
 *
 *     # comments and empty lines stand between commands
 *     $ shop products show EL-9999
 *     2> shop: there is no product 'EL-9999'
 *     ? 3
 *
 *     $ shop products list |
 *     > head -1
 *     1	EL-0001	[..]
 *
 * "$ " begins a command, "> " continues it; sh runs it. Then come the lines of its stdout, those of
 * its stderr after "2> ", and "? N" if it ends with an exit status other than 0. In a line, "[..]"
 * stands for anything; a line "[...]" stands for any number of lines. A line of stdout that would
 * look like something else has a backslash before it; "\" alone is an empty line, and a last line
 * without its newline is followed by "\no newline at the end".
 *
 * A comment "# needs: permissions" marks a transcript that cannot be run by a user whom file
 * permissions do not stop.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* Lines without their newlines. */
struct lines {
	char **items;
	size_t count;
};
void lines_done(struct lines *l);
void lines_add(struct lines *l, const char *text, size_t len);

struct step {
	struct lines before;   /* comments and empty lines, as they stand */
	struct lines command;  /* without "$ " and "> " */
	struct lines expected; /* stdout and stderr as they stand in the file */
	int code;
	size_t line; /* of the command, from 1 */
};

struct transcript {
	struct step *steps;
	size_t count;
	struct lines after; /* comments and empty lines at the end */
	bool needs_permissions;
};

/* Ends the program if the file cannot be read. */
void transcript_read(struct transcript *t, const char *path);
void transcript_done(struct transcript *t);
void transcript_write(const struct transcript *t, const char *path);

/* Puts bytes that a command wrote into the form in which a transcript has them. */
void lines_add_output(struct lines *l, const char *bytes, size_t len, bool is_stderr);

/* Do the lines expected, with their patterns, stand for these? */
bool lines_match(const struct lines *expected, const struct lines *actual);

/* Replaces what is expected by what came; lines whose pattern still fits keep it. */
void step_update(struct step *s, const struct lines *actual, int code);

/* Shows the difference, with the lines that are the same around it. */
void step_show_difference(FILE *out, const struct step *s, const struct lines *actual, int code);
