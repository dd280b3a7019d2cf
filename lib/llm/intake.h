/* SPDX-License-Identifier: MIT */
#pragma once

/* A reply while it comes in, whatever the server's dialect. */

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "llm/llm.h"

enum { INTAKE_TEXT_MAX = 1 << 20, INTAKE_CALLS_MAX = 64 };

enum trouble {
	TROUBLE_NONE,
	TROUBLE_CANCELLED, /* by the watch's text() */
	TROUBLE_NONSENSE,  /* a line that is not of this protocol */
	TROUBLE_TOLD,      /* the server told an error; see error */
	TROUBLE_LONG,      /* more text or calls than we take */
	TROUBLE_CALL,      /* a call whose arguments are no object, or that has no name */
	TROUBLE_MEMORY,
};

/* An OpenAI-style call, which comes in fragments. */
struct fragment {
	char *id, *name;
	struct buf arguments;
};

struct intake {
	const struct llm_watch *watch; /* may be NULL */
	const struct llm_tool *tools;  /* those that were sent */
	size_t tool_count;
	struct buf text;
	size_t shown;   /* of text: what text() was given */
	bool undecided; /* the text may turn out to be a call that the model wrote down */
	struct llm_call *calls;
	size_t call_count;
	struct fragment *fragments;
	size_t fragment_count;
	bool done, cut;
	bool ending; /* a reason for the end has come, the end has not */
	uint64_t beats;
	enum trouble trouble;
	struct buf error; /* what the server said of it: JSON or text */
};

void intake_init(struct intake *in, const struct llm_watch *watch, const struct llm_tool *tools,
		 size_t tool_count);
void intake_free(struct intake *in);

/* These return false when the reply is over, for the reason in trouble. */
bool intake_fail(struct intake *in, enum trouble trouble);
/* One piece of the protocol, an object, which the caller lets go. NULL: it is none, or tells an
 * error, and the reply is over. */
json_t *intake_read(struct intake *in, const char *text, size_t len);
/* More text; anything else than a text is none. */
bool intake_text(struct intake *in, const json_t *text);
/* arguments: an object, or a text that holds one; NULL: none. */
bool intake_call(struct intake *in, const char *id, const char *name, const json_t *arguments);
/* The server said that it is done: what was held back is shown, or was a call. */
bool intake_finish(struct intake *in);

/* Moves what came, all of it or not, to the reply. False without memory. */
bool intake_hand_over(struct intake *in, struct llm_reply *ret);
void llm_calls_free(struct llm_call *calls, size_t count);
