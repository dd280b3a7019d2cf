/* SPDX-License-Identifier: MIT */
#pragma once

/* How failures reach the user: one line and a hint, or a JSON object, and the exit status. */

#include "core/command.h"

enum {
	EXIT_USAGE = 2,
	EXIT_NOT_FOUND = 3,
	EXIT_LOGIN = 4,
	EXIT_DENIED = 5,
	EXIT_CONFLICT = 6,
	EXIT_MODEL = 7,
	EXIT_BUSY = 8,
	EXIT_CHANGED = 10,
	EXIT_INTERRUPTED = 130,
};

/* The one map from status to exit status. */
int exit_code(enum shop_status st);

/* Prints cx->err, if st is a failure, on stderr. Returns the exit status. */
int fail_report(struct cmd_context *cx, enum shop_status st);
/* Something that the user should know but that does not make the command fail; on stderr. */
void fail_warn(const struct cmd_context *cx, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
/* Says what a command has done, for the error if the report on it cannot be written. */
void fail_done(struct cmd_context *cx, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* The same as fail_report() for wrong usage: with the usage line. */
int fail_usage(struct cmd_context *cx);
