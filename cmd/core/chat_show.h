/* SPDX-License-Identifier: MIT */
#pragma once

/* What a person or a program sees while an answer is made: the reply as it comes, notes, and that
 * somebody is thinking. */

#include "core/command.h"
#include "ui/spinner.h"

struct stream;

struct chat_show {
	struct cmd_context *cx;
	struct shop_chat_watch watch; /* for the question */
	struct stream *stream;        /* on a terminal; NULL: nothing is shown before its end */
	struct spinner spinner;
	/* for events: the reply so far */
	char *said;
	size_t len, size;
};

enum shop_status chat_show_begin(struct chat_show *s, struct cmd_context *cx);
/* The answer is there, or never will be: reply is all of it, NULL: none. On a terminal it is on the
 * screen then. */
void chat_show_end(struct chat_show *s, const char *reply);
void chat_show_done(struct chat_show *s);
