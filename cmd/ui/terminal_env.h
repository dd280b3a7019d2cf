/* SPDX-License-Identifier: MIT */
#pragma once

/* What the environment says about the terminal; whoever may ask it hands it over. NULL: not set. */

#include <stdbool.h>
#include <string.h>

struct terminal_env {
	const char *term, *colorterm;                                /* TERM, COLORTERM */
	const char *program, *program_version;                       /* TERM_PROGRAM... */
	const char *vte_version, *konsole_version, *kitty, *windows; /* what some of them set */
	const char *tmux, *screen;                                   /* TMUX, STY */
	const char *force_links;                                     /* FORCE_HYPERLINK */
};

/* Is it set, and does it begin so? */
static inline bool env_begins(const char *value, const char *with)
{
	return value != NULL && strncmp(value, with, strlen(with)) == 0;
}
