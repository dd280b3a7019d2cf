/* SPDX-License-Identifier: MIT */
#pragma once

/* Lines that a person types, with editing and a history: what the module edit.so offers, which alone
 * knows libedit. */

#include <stdbool.h>
#include <stddef.h>

struct edit;

enum edit_result {
	EDIT_LINE,
	EDIT_END,       /* Ctrl-D on an empty line, or no terminal any more */
	EDIT_INTERRUPT, /* Ctrl-C */
	EDIT_FAILED,
};

struct edit_setup {
	const char *const *words; /* what Tab completes at the beginning of a line; NULL ends it */
	bool (*interrupted)(void *unused);
};

struct edit_ops {
	struct edit *(*open)(const struct edit_setup *setup); /* NULL: it cannot be had here */
	void (*close)(struct edit *e);
	/* Adds to the history. */
	void (*remember)(struct edit *e, const char *line);
	/* A line without its end, which the caller frees. */
	enum edit_result (*read)(struct edit *e, const char *prompt, char **ret);
};

#define EDIT_SYMBOL "edit_ops"

/* The module's table, or NULL where it is not installed. */
const struct edit_ops *edit_module(void);
