/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * A stand-in for a model server, for tests: Ollama's HTTP API byte by byte, scripted, and as wrong
 * as a script wants it. One thread a connection; what is shared lies behind state.c and log.c.
 * How scripts are written stands in script.h.
 */

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

enum { BODY_MAX = 64 << 20 };

/* One request and what is done about it. */
struct exchange {
	int fd;
	int connection, number; /* counted from 1; number: of all requests */
	json_t *script;         /* shared, never changed */
	const json_t *rule;     /* of the script; NULL: none fits */
	char method[16], path[512];
	json_t *headers; /* names in lower case */
	char *body;
	size_t body_len;
	json_t *json; /* the body, NULL: it is no JSON object */
	json_t *log;
	int64_t began_ms;
	bool gone; /* the connection is over, whoever ended it */
	bool keep; /* another request may follow */
	bool chunked;
	struct buf pending; /* lines that wait for their chunk */
	int64_t pending_lines;
};

/* Of the rule that fits: a whole number, a flag, a text; the default where it says nothing. */
int64_t rule_number(const struct exchange *x, const char *key, int64_t otherwise);
bool rule_flag(const struct exchange *x, const char *key);
const char *rule_text(const struct exchange *x, const char *key);
bool rule_fault(const struct exchange *x, const char *fault);

/* Answers one request: serve.c. */
void serve(struct exchange *x);
/* {"error":"…"} as a whole answer. */
void serve_error(struct exchange *x, int status, const char *text);
/* What the rule wants instead of an answer (status and body, silence, a reset). True if done. */
bool serve_instead(struct exchange *x);

/* POST /api/chat, /api/generate and /v1/chat/completions: chat.c. */
enum face { FACE_CHAT, FACE_GENERATE, FACE_OPENAI };
void chat(struct exchange *x, enum face face);

int64_t now_ms(void); /* since the program began */
