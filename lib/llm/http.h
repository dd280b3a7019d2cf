/* SPDX-License-Identifier: MIT */
#pragma once

/* HTTP to one server: bytes out, bytes in, and a word for how it ended. The only file of the
 * project that knows libcurl is http.c. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "llm/address.h"
#include "llm/llm.h"

struct http;

enum http_end {
	HTTP_DONE,      /* the answer came whole; see status */
	HTTP_CANCELLED, /* by the watch */
	HTTP_STOPPED,   /* by body() */
	HTTP_UNKNOWN,   /* no such host */
	HTTP_REFUSED,   /* nobody listens */
	HTTP_SLOW,      /* connecting took too long */
	HTTP_RESET,     /* the connection broke before any of the body came */
	HTTP_BROKEN,    /* it broke after that */
	HTTP_SILENT,    /* nothing came for too long */
	HTTP_INSECURE,  /* the certificate does not fit, or no TLS */
	HTTP_FOREIGN,   /* what came is not HTTP */
	HTTP_FAILED,    /* anything else, memory included */
};

struct http_call {
	const char *path; /* "/api/chat" */
	const char *json; /* NULL: GET */
	int64_t first_ms; /* the longest silence before the first beat, connecting included */
	int64_t line_ms;  /* and between two */
	const struct llm_watch *watch; /* may be NULL; text() is not called */
	/* Bytes of the body of a status below 300; false stops. */
	bool (*body)(void *ctx, const char *bytes, size_t len);
	void *ctx;
	const uint64_t *beats; /* counts what body() made of them: lines, not bytes, are progress */
	const bool *finished;  /* may be NULL; true: an end of the answer that does not come is not
				* waited for */
};

struct http_result {
	enum http_end end;
	long status; /* 0: none came */
	int64_t silent_ms, retry_after_s;
	bool html;
	struct buf refusal; /* the body of a status of 300 and above, its beginning */
};

/* key: NULL or a bearer token; sent over https alone. NULL without memory. address stays the
 * caller's. */
struct http *http_new(const struct address *address, const char *key, int64_t connect_ms);
void http_free(struct http *h);
void http_call(struct http *h, const struct http_call *call, struct http_result *ret);
void http_result_done(struct http_result *r);
/* From another thread: whatever http_call() does now or later ends as cancelled. */
void http_stop(struct http *h);
/* Waits, as a call would. False: cancelled. */
bool http_pause(struct http *h, int64_t ms, const struct llm_watch *watch);
