/* SPDX-License-Identifier: MIT */
#pragma once

/* A question on its way to an answer; for chat*.c only. */

#include "assistant/verify.h"
#include "service/retrieve.h"
#include "service/sense.h"

enum { ASK_TOKENS = 64 };

/* Everything that one question needs; ask_done() frees it. */
struct ask {
	struct shop *shop;
	const struct shop_chat *in;
	int64_t conversation; /* 0: a new one */
	struct chat_context context;
	struct sense sense;
	char *token_text;
	const char *tokens[ASK_TOKENS];
	struct shop_texts token_list;
	struct understanding u;
	struct evidence e;
	char *composed;
	char *reply;
	struct verdict verdict;
	const char *engine;
	char *model; /* NULL: builtin */
	char *sent;  /* the newest message as the model was sent it; NULL: none was */
	/* of the evidence, how many of the first the reply is about; SIZE_MAX: all */
	size_t about_products, about_orders;
	int64_t total; /* how many there are of what was asked for */
};

/* Tells the customer, in one line, why the answer is no model's: err is cleared. */
void chat_note(const struct shop_chat *in, struct shop_error *err);

/* a->reply, a->verdict and a->engine from a model, held to a->composed and the evidence, which may
 * grow by what the model asks for. MODEL; CANCELLED, with a->reply set if something was said. */
enum shop_status ask_model(struct ask *a, struct shop_error *err);

/* What a model's call brings, as text of at most so many tokens that the caller frees; NULL: no
 * memory. */
struct llm_call;
struct llm_ops;
char *ask_tool(struct ask *a, const struct llm_ops *llm, const struct llm_call *call, int64_t most);
