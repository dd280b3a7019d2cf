/* SPDX-License-Identifier: MIT */
#pragma once

/* One reply in the making: shared by chat.c, reply.c, window.c and the two faces. */

#include "double/double.h"

struct part {
	const char *text, *thinking; /* "" if none */
	const json_t *calls;         /* array or NULL */
	bool done;
	const char *raw; /* instead of all this, a line as it stands */
	size_t raw_len;
};

struct turn {
	enum face face;
	const char *model;  /* as asked for */
	const json_t *info; /* of the script */
	const char *last;   /* text of the last message, "" if none */
	bool stream, old_order;
	int64_t window, prompt_tokens, evaluated, reply_tokens, load_ns;
	const char *reason;
	json_t *kept; /* texts that parts point to */
	struct part *parts;
	size_t count;
};

/* The parts that the rule wants, the last being done. */
void reply_make(const struct exchange *x, struct turn *t);
void reply_free(struct turn *t);

/* Fits the prompt into the window as the era has it. False: refused with the text in why, as is
 * (nested JSON for some eras). Logs what became of it. */
bool window_fit(struct exchange *x, struct turn *t, struct buf *why);
/* The window that the request asks for, or that the era has. */
int64_t window_size(const struct exchange *x, const struct turn *t);

/* The line of a part; or of all parts as a whole answer. */
void native_line(struct buf *out, const struct exchange *x, const struct turn *t,
		 const struct part *p);
void native_whole(struct buf *out, const struct exchange *x, const struct turn *t);
void openai_line(struct buf *out, const struct exchange *x, const struct turn *t,
		 const struct part *p);
void openai_whole(struct buf *out, const struct exchange *x, const struct turn *t);
/* What all parts say. */
void turn_gather(const struct turn *t, struct buf *text, struct buf *thinking, json_t *calls);
