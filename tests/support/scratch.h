/* SPDX-License-Identifier: MIT */
#pragma once

/* A folder for one test, and a look at SQLite files behind the library's back. Failures fail the
 * test that is running. */

#include <stdint.h>

enum { SCRATCH_PATH_SIZE = 512 };

/* Makes an empty folder that is gone after scratch_remove(), with all that is in it. */
void scratch_make(char folder[SCRATCH_PATH_SIZE]);
void scratch_remove(const char *folder);
/* "<folder>/<name>" into out. Returns out. */
char *scratch_path(char out[SCRATCH_PATH_SIZE], const char *folder, const char *name);
/* How many entries the folder has. */
int scratch_count(const char *folder);

/* Runs statements on the file at path (made if it is not there); returns the first number of the
 * last one's first row, 0 if there is none. */
int64_t scratch_sql(const char *path, const char *sql);
