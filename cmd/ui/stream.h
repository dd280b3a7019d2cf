/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * A text that arrives in pieces, on a terminal: broken between words as it comes, to the width that
 * the terminal has by then, and partly taken back where it has to be. The text must be clean.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct stream;

struct stream_setup {
	FILE *out;   /* a terminal */
	int columns; /* at most; 0: what it says itself, which may change */
	bool plain;  /* it knows no sequences: what was shown cannot be erased */
};

/* NULL: no memory. */
struct stream *stream_new(const struct stream_setup *setup);
void stream_free(struct stream *s);

/* Pieces may end anywhere, also within a word or a character. A word is shown when its end is
 * there. */
void stream_text(struct stream *s, const char *piece, size_t len);
/* Takes back the last len bytes: what comes then stands in their place. What has left the screen is
 * not erased: a line quotes how it began, and says that it is taken back. */
void stream_retract(struct stream *s, size_t len);
/* Something else is about to be written to the terminal, on lines of its own: what is on the screen
 * by now stays there. */
void stream_aside(struct stream *s);
/* Shows what was waiting for the end of a word, and ends the line. */
void stream_end(struct stream *s);

/* All of the text so far; "" at first. */
const char *stream_said(const struct stream *s);
