/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * What a model is told. The system text never changes, so that a server can keep what it made of
 * it; the facts stand in the newest message, behind the customer's words, marked as data. Pure.
 *
 * Tokens are estimated, on the high side for the models in use: three bytes of ASCII a token (the
 * usual rule is four), and one for each byte beyond ASCII, as a tokenizer that falls back to bytes
 * has it.
 */

#include "assistant/evidence.h"
#include "assistant/understand.h"

enum {
	PROMPT_TOKENS = 1200, /* ours: the system text, the tools and the facts of one message */
	PROMPT_RESULTS = 800, /* what the model asked of tools besides */
	PROMPT_REPLY = 2048,  /* of the reply, at the most */
};

int64_t prompt_tokens(const char *text);

/* Static. */
const char *prompt_system(void);

/* Of the tools, as they are sent. */
int64_t prompt_tools_tokens(void);

/* The newest message: the customer's words, made fit by prompt_words(), and the facts; with room
 * for the tools beside them or not. The caller frees it. NULL: no memory. */
char *prompt_message(const char *words, const struct understanding *u, const struct evidence *e,
		     const char *composed, bool tools);

/* Text from outside as it may stand in a prompt: it cannot open or close a block of facts, and has
 * at most so many tokens. The caller frees it. NULL: no memory. */
char *prompt_words(const char *text, int64_t most);

/*
 * Where the turns that still fit begin. costs[i]: tokens of turn i, a question with its answer;
 * most: tokens of all that are sent. Drops many at once, and always the same ones, so that what stands
 * before the newest turn is what was sent the last time.
 */
size_t prompt_trim(const int64_t *costs, size_t count, int64_t most);
