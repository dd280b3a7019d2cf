/* SPDX-License-Identifier: MIT */
#pragma once

/* A conversation of a test with the double: one question, and everything that came of it. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/text.h"
#include "llm/llm.h"
#include "support/model.h"

extern const struct llm_ops llm_module;

#define USUAL_MODEL "hf.co/souvik2132/Mistral_support:Q4_K_M"

struct talk {
	struct model model;
	struct llm_server server;
	struct llm *llm;
	struct llm_watch watch;
	struct llm_reply reply;
	struct shop_error err;
	enum shop_status status;
	struct buf text; /* all pieces */
	size_t pieces;
	int64_t began_ms, first_ms, took_ms; /* first_ms: when the first piece came; -1: none */
	int64_t cancel_after_ms;             /* 0: never */
	size_t stop_after;                   /* pieces; 0: never */
};

static inline bool talk_text(void *ctx, const char *piece, size_t len)
{
	struct talk *t = ctx;
	assert_true(len > 0);
	assert_true(text_is_utf8(piece, len));
	assert_null(memchr(piece, '\0', len));
	if (t->pieces++ == 0)
		t->first_ms = clock_monotonic_ms() - t->began_ms;
	assert_true(buf_append(&t->text, piece, len));
	return t->stop_after == 0 || t->pieces < t->stop_after;
}

static inline bool talk_cancelled(void *ctx)
{
	const struct talk *t = ctx;
	return t->cancel_after_ms > 0 && clock_monotonic_ms() - t->began_ms >= t->cancel_after_ms;
}

/* Starts the double and asks nothing yet. */
static inline void talk_begin(struct talk *t, const char *script)
{
	*t = (struct talk){ .server = { .model = USUAL_MODEL, .busy_ms = 10 } };
	t->watch = (struct llm_watch){ .text = talk_text, .cancelled = talk_cancelled, .ctx = t };
	buf_init(&t->text, 64 << 20);
	model_start(&t->model, script, NULL);
	t->server.host = t->model.url;
}

static inline void talk_open(struct talk *t)
{
	t->began_ms = clock_monotonic_ms();
	t->status = llm_module.open(&t->server, &t->watch, &t->llm, &t->err);
	t->took_ms = clock_monotonic_ms() - t->began_ms;
}

static inline void talk_must_open(struct talk *t)
{
	talk_open(t);
	if (t->status)
		fail_msg("%s", t->err.text);
}

static inline void talk_request(struct talk *t, const struct llm_request *request)
{
	llm_module.reply_done(&t->reply);
	buf_clear(&t->text);
	t->pieces = 0;
	t->first_ms = -1;
	t->began_ms = clock_monotonic_ms();
	t->status = llm_module.chat(t->llm, request, &t->watch, &t->reply, &t->err);
	t->took_ms = clock_monotonic_ms() - t->began_ms;
	/* Whatever happened, the reply is what text() was given. */
	assert_string_equal(t->reply.text, buf_text(&t->text));
	if (t->status) {
		assert_int_equal(t->err.status, t->status);
		assert_true(t->err.text[0] != '\0');
	}
}

static inline void talk_ask(struct talk *t, const char *question)
{
	struct llm_message messages[] = { { .role = LLM_SYSTEM, .text = "Be brief." },
					  { .role = LLM_USER, .text = question } };
	struct llm_request request = { .messages = messages, .message_count = 2 };
	talk_request(t, &request);
}

static const struct llm_tool talk_tools[] = {
	{ "search_products", "finds products",
	  "{\"type\":\"object\",\"properties\":{\"query\":{\"type\":\"string\"}},"
	  "\"required\":[\"query\"]}" },
};

static inline void talk_ask_with_tools(struct talk *t, const char *question)
{
	struct llm_message messages[] = { { .role = LLM_USER, .text = question } };
	struct llm_request request = {
		.messages = messages, .message_count = 1, .tools = talk_tools, .tool_count = 1
	};
	talk_request(t, &request);
}

static inline void talk_end(struct talk *t)
{
	llm_module.close(t->llm);
	llm_module.reply_done(&t->reply);
	buf_done(&t->text);
	model_stop(&t->model);
}

/* One question to a fresh double. */
static inline void talk_once(struct talk *t, const char *script, const char *question)
{
	talk_begin(t, script);
	talk_must_open(t);
	talk_ask(t, question);
}

static inline void assert_says(const struct talk *t, const char *text, const char *hint)
{
	if (strstr(t->err.text, text) == NULL)
		fail_msg("'%s' is not in '%s'", text, t->err.text);
	if (hint != NULL && strstr(t->err.hint, hint) == NULL)
		fail_msg("'%s' is not in the hint '%s'", hint, t->err.hint);
}
