/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * Where the commands of one transcript run: a home folder of their own, which is also their
 * working folder, an environment with nothing else in it, a fixed time. The folder is made new by
 * sandbox_make() and left for looking at.
 */

#include <stdbool.h>
#include <stddef.h>

enum { SANDBOX_PATH_SIZE = 2048 };

struct sandbox {
	char home[SANDBOX_PATH_SIZE];
	char out[SANDBOX_PATH_SIZE], err[SANDBOX_PATH_SIZE]; /* what a command wrote */
};

/* What a command wrote, with "$HOME" for the home folder's path, and how it ended (128 + the
 * signal's number if by a signal). */
struct result {
	char *out, *err;
	size_t out_len, err_len;
	int code;
};
void result_done(struct result *r);

/* The part of the environment that this program was given, or the end of it. */
const char *needed(const char *variable);

/* name: of the transcript, "products/search.t". */
void sandbox_make(struct sandbox *s, const char *name);
/* lines: those of the command. */
void sandbox_run(const struct sandbox *s, const char *command, struct result *ret);

/* Can a command be stopped by the permissions of a file? Not if it runs as root and root's right to
 * pass them over cannot be given up. */
bool sandbox_has_permissions(void);
