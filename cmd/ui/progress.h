/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * How far something long has come, on one line of stderr: how much, how fast, and how long it will
 * still take. Only a person at a terminal sees it, and only if there is half a second to wait.
 * Times are milliseconds of any one clock.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PROGRESS_SIZE = 512 };

struct progress {
	const char *what;         /* "lines", "records", "MiB" */
	int64_t begun_ms, due_ms; /* due_ms: when to say something next */
	bool wanted, shown;
	bool utf8;
	size_t width; /* of the terminal */
};

struct progress_at {
	int64_t count;     /* of what is counted */
	int64_t done, all; /* in any unit; all 0: not known */
};

/* Wanted only where stderr is a terminal, and not if it is dumb or the user wants it quiet. */
void progress_begin(struct progress *p, const char *what, int64_t now_ms, bool wanted);
/* Called as often as it may be; shows something ten times a second at most. */
void progress_tell(struct progress *p, int64_t now_ms, const struct progress_at *at);
/* Takes the line away. */
void progress_end(struct progress *p);

/* The line itself, at most p->width - 1 columns of it. Returns out. */
char *progress_text(const struct progress *p, int64_t now_ms, const struct progress_at *at,
		    char out[PROGRESS_SIZE]);
