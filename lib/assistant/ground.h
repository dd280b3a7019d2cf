/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * A model's reply on its way to the reader: sentence by sentence it is held to the evidence. Words
 * that can state nothing may go out before their sentence is complete; everything else waits for
 * the end of the sentence. With the first sentence that is not borne out, all of the reply gives way
 * to the composed answer: beside a true sentence, what is left of a false one misleads ("Yes!").
 */

#include "assistant/verify.h"
#include "base/buf.h"

enum { GROUND_MAX = 65536 };

/* What the reader sees; either may be NULL. */
struct ground_reader {
	void (*text)(void *ctx, const char *piece, size_t len);
	void (*retract)(void *ctx, size_t len);
	void *ctx;
};

struct ground {
	const struct understanding *u;
	const struct evidence *e;
	const char *composed;
	struct ground_reader reader;
	struct buf shown;   /* what the reader has seen and may keep */
	struct buf pending; /* the sentence that is not complete */
	size_t looked_at;   /* bytes of it in which its end was looked for */
	size_t early;       /* bytes of it that the reader has seen */
	bool held;          /* the rest of it has to wait for its end */
	size_t spoken_of;   /* where in shown the sentence begins that last named something */
	bool replaced;      /* something was not borne out */
	bool failed;        /* out of memory */
	struct verdict verdict;
};

/* All borrowed until ground_done(). */
void ground_init(struct ground *g, const struct understanding *u, const struct evidence *e,
		 const char *composed, const struct ground_reader *reader);
void ground_done(struct ground *g);

/* Any bytes of the model's; characters are not parted. */
void ground_add(struct ground *g, const char *piece, size_t len);
/* No more will come. cut: it ended inside a sentence, which is dropped. What nothing is left of
 * becomes the composed answer. */
void ground_end(struct ground *g, bool cut);
/* The composed answer in the place of all that was said. */
void ground_replace(struct ground *g);
/* Takes back what the reader has seen of a sentence that will not be completed. */
void ground_drop(struct ground *g);
