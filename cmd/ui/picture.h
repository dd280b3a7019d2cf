/* SPDX-License-Identifier: MIT */
#pragma once

/* Pictures on a terminal, drawn by the program chafa where it is installed. It is given the bytes
 * in memory and limits of time, memory and output; what it writes is looked through before it is
 * shown, and shown as a whole or not at all. */

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "ui/emit.h"
#include "ui/terminal_env.h"

enum picture_form {
	PICTURE_NONE,
	PICTURE_SYMBOLS, /* of characters */
	PICTURE_SIXEL,
	PICTURE_KITTY,
	PICTURE_ITERM,
};

/* The best that the terminal is known to show; never NONE but for one that is dumb. */
enum picture_form picture_form_of(const struct terminal_env *env);

/* How many colours characters can have there: "full", "256" or "16", as chafa has it. */
const char *picture_colors_of(const struct terminal_env *env);

struct picture {
	const void *bytes;
	size_t len;
	enum picture_form form;
	const char *colors;
	size_t columns, rows; /* at most */
	bool utf8;
	const char *program; /* NULL: chafa */
	int time_ms;         /* how long it may take; 0: the usual time */
};

/* False: it cannot be drawn, for whatever reason, and nothing has been written. */
bool picture_draw(FILE *out, const struct picture *p);

/* Shows a picture where the output goes: on a terminal with colour, and nowhere else. Also within a
 * record, and after prose. Returns whether there is one to see. */
bool emit_picture(struct emit *e, const void *bytes, size_t len);

/* May emit_picture() show anything? Asked before the bytes are fetched. */
bool emit_has_pictures(const struct emit *e);
