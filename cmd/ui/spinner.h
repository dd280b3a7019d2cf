/* SPDX-License-Identifier: MIT */
#pragma once

/* Something that moves on a terminal while a person waits. It is drawn from the moment on that
 * waiting is felt, on a line that is free, and leaves nothing behind. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct spinner {
	FILE *out; /* NULL: nothing is drawn */
	bool utf8;
	int64_t began_ms, drawn_ms; /* drawn_ms: 0: not on the screen */
	unsigned frame;
};

/* Waiting begins; times are milliseconds from some point in the past. */
void spinner_begin(struct spinner *s, int64_t now_ms);
/* To be called every so often. */
void spinner_tick(struct spinner *s, int64_t now_ms);
/* Takes it off the screen and draws it no more. */
void spinner_end(struct spinner *s);
