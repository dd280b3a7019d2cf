/* SPDX-License-Identifier: MIT */
#pragma once

/* What the files of the module share: the server that was found, and what it takes for an answer. */

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>

#include "llm/address.h"
#include "llm/http.h"
#include "llm/intake.h"
#include "llm/llm.h"

struct llm {
	struct address address;
	char *model, *key;
	struct http *http;
	bool openai; /* /v1 instead of Ollama's own interface */
	bool tools, thinks;
	int64_t window;
	int64_t connect_ms, probe_ms, first_ms, line_ms, busy_ms;
	struct http *preload_http; /* NULL: no preload */
	pthread_t preload_thread;
};

/* What kind of server it is and what the model can: probe.c. */
enum shop_status probe(struct llm *llm, const struct llm_watch *watch, struct shop_error *err);

/* The body of a request, with the tools if the model has them. False without memory or if too
 * large. */
bool ollama_request(struct buf *out, const struct llm *llm, const struct llm_request *in);
bool ollama_preload(struct buf *out, const struct llm *llm);
bool openai_request(struct buf *out, const struct llm *llm, const struct llm_request *in);

/* What the dialects write differently. */
struct dialect {
	void (*put_call)(struct buf *out, const struct llm_call *call, size_t index,
			 const char *arguments);
	/* Which call the message is the result of, as further members of it. */
	void (*put_result_of)(struct buf *out, const struct llm_message *m);
};
/* All that is alike, up to "stream"; the dialect's own members and the brace that closes it are
 * still to come. */
void put_request(struct buf *out, const struct llm *llm, const struct llm_request *in,
		 const struct dialect *d);

/* One line, or one event, of a reply. ctx: struct intake. */
bool ollama_line(void *ctx, const char *line, size_t len);
bool openai_event(void *ctx, const char *data, size_t len);
/* The answer is over: some servers never say [DONE]. */
bool openai_end(struct intake *in);

/* The one message for whatever went wrong: fail.c. in may be NULL. Never for a reply that is
 * whole. */
enum shop_status fail_tell(const struct llm *llm, const struct http_result *r,
			   const struct intake *in, struct shop_error *err);
/* What answers is something else than a model server. */
enum shop_status fail_foreign(const struct llm *llm, struct shop_error *err);
/* Whether the server said that it has no tools for the model. */
bool fail_is_tools(const struct http_result *r);

/* One reply, tried as often as is reasonable: chat.c. */
enum shop_status chat(struct llm *llm, const struct llm_request *in, const struct llm_watch *watch,
		      struct llm_reply *ret, struct shop_error *err);
