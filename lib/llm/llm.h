/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * Talks to a language model: the module llm.so, which alone knows libcurl. It is reached through the
 * one table below. Knows nothing of shops: messages in, text and tool calls out.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shop/error.h"

/* The window asked of an Ollama server: always the same, since another one loads the model anew. */
enum { LLM_WINDOW = 8192 };

enum llm_role { LLM_SYSTEM, LLM_USER, LLM_ASSISTANT, LLM_TOOL };

/* What the model wants called. Texts belong to whoever holds the call. */
struct llm_call {
	char *id; /* NULL: the server gives none */
	char *name;
	char *arguments; /* a JSON object as text */
};

/* Borrowed for the time of a call. */
struct llm_message {
	enum llm_role role;
	const char *text;             /* UTF-8; "" for a turn of calls alone */
	const struct llm_call *calls; /* LLM_ASSISTANT */
	size_t call_count;
	const char *tool, *call_id; /* LLM_TOOL: whose result it is; call_id may be NULL */
};

struct llm_tool {
	const char *name, *description;
	const char *parameters; /* JSON schema as text */
};

struct llm_request {
	const struct llm_message *messages;
	size_t message_count;
	const struct llm_tool *tools; /* sent only where the model has them */
	size_t tool_count;
	int64_t most_tokens; /* of the reply */
};

/* What happens meanwhile; any member may be NULL. */
struct llm_watch {
	/* Asked at least after every signal and every 100 ms: true stops with CANCELLED. */
	bool (*cancelled)(void *ctx);
	/* A piece of the reply as it arrives: whole UTF-8 characters, otherwise any bytes. False stops
	 * with CANCELLED. */
	bool (*text)(void *ctx, const char *piece, size_t len);
	void *ctx;
};

struct llm_reply {
	char *text; /* everything that text() was given */
	struct llm_call *calls;
	size_t call_count;
	bool cut; /* ended by the window or most_tokens */
};

struct llm_server {
	const char *host; /* as in OLLAMA_HOST, also unix:///PATH; NULL: the usual address */
	const char *key;  /* bearer token, sent over https only; NULL: none */
	const char *model;
	/* Milliseconds; 0: the usual. How long connecting may take (1 s), a look at what the server is
	 * (5 s), the first word of a reply, loading included (5 min), each further one (2 min), and
	 * the wait before the first of the three further attempts at a busy server (0.5 s; it doubles). */
	int64_t connect_ms, probe_ms, first_ms, line_ms, busy_ms;
};

struct llm;

struct llm_ops {
	/*
	 * Finds the server (no longer than a second for connecting), which of the two kinds it is, and
	 * what the model can do. MODEL where nobody answers, or for any refusal; the hint says what to
	 * do (`ollama serve`, `ollama pull NAME`).
	 */
	enum shop_status (*open)(const struct llm_server *server, const struct llm_watch *watch,
				 struct llm **ret, struct shop_error *err);
	void (*close)(struct llm *llm); /* NULL is fine */
	bool (*has_tools)(const struct llm *llm);
	/* Tokens that prompt and reply share, as far as known. */
	int64_t (*window)(const struct llm *llm);
	/* Has the model loaded in the background; returns at once and never fails. */
	void (*preload)(struct llm *llm);
	/*
	 * One reply. On failure (MODEL, CANCELLED) *ret holds what had come by then, to be freed as
	 * well.
	 */
	enum shop_status (*chat)(struct llm *llm, const struct llm_request *in,
				 const struct llm_watch *watch, struct llm_reply *ret,
				 struct shop_error *err);
	void (*reply_done)(struct llm_reply *reply);
	/* An argument of a call: a text as it is, a number or a boolean as JSON writes it; the caller
	 * frees it. NULL: there is none of that name, or it is of another kind. */
	char *(*argument)(const struct llm_call *call, const char *name);
};

/* The module's only symbol: `const struct llm_ops llm_module`. */
#define LLM_MODULE "llm"
#define LLM_SYMBOL "llm_module"
