/* SPDX-License-Identifier: MIT */
#pragma once

/* A text in the user's editor, in a file that nobody else can read. */

#include "core/command.h"

struct editor_file {
	char *folder, *path;
};

/* Is there somebody to edit it? INVALID: no terminal, or --no-input. */
enum shop_status editor_need(struct cmd_context *cx);

/* Puts the text into a new file that is called `name` (without slashes), in a folder of its own.
 * IO, NOMEM. */
enum shop_status editor_begin(struct cmd_context *cx, const char *name, const char *text,
			      struct editor_file *ret);

/* Opens the editor, waits for its end, and reads the file; the caller frees *ret. FAILED: there is
 * no such editor, or it failed; INVALID: too long, or a NUL in it; IO. */
enum shop_status editor_run(struct cmd_context *cx, const struct editor_file *f, char **ret);

/* Removes the file; keep: leaves it, and says where it is in the hint of cx->err. */
void editor_done(struct cmd_context *cx, struct editor_file *f, bool keep);
