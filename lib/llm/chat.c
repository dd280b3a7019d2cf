/* SPDX-License-Identifier: MIT */
/* One reply: asked for again only while nothing of it has come. */
#include <stdlib.h>

#include "base/cleanup.h"
#include "llm/lines.h"
#include "llm/peer.h"
#include "llm/sse.h"

enum { REQUEST_MAX = 32 << 20, BUSY_TRIES = 3 };

/* One try at a reply, from bytes to lines to the intake. */
struct attempt {
	struct intake in;
	struct lines lines;
	struct sse sse;
	bool openai;
	struct http_result result;
};

static bool take_bytes(void *ctx, const char *bytes, size_t len)
{
	struct attempt *a = ctx;
	if (lines_feed(&a->lines, bytes, len))
		return true;
	if (a->lines.too_long)
		intake_fail(&a->in, TROUBLE_LONG);
	return false;
}

static bool take_sse_line(void *ctx, const char *line, size_t len)
{
	struct attempt *a = ctx;
	/* An error, or a reply that is not streamed, is bare JSON. */
	if (len > 0 && line[0] == '{')
		return openai_event(&a->in, line, len) && openai_end(&a->in);
	bool ok = sse_line(&a->sse, line, len);
	if (!ok && a->in.trouble == TROUBLE_NONE)
		intake_fail(&a->in, TROUBLE_LONG);
	return ok;
}

static bool take_ollama_line(void *ctx, const char *line, size_t len)
{
	struct attempt *a = ctx;
	return ollama_line(&a->in, line, len);
}

static void attempt_begin(struct attempt *a, const struct llm *llm, const struct llm_request *in,
			  const struct llm_watch *watch)
{
	*a = (struct attempt){ .openai = llm->openai };
	intake_init(&a->in, watch, in->tools, llm->tools ? in->tool_count : 0);
	lines_init(&a->lines, llm->openai ? take_sse_line : take_ollama_line, a);
	sse_init(&a->sse, openai_event, &a->in);
}

static void attempt_end(struct attempt *a)
{
	intake_free(&a->in);
	lines_done(&a->lines);
	sse_done(&a->sse);
	http_result_done(&a->result);
}

/* What was left when the answer ended. Half a line that broke off is nothing. */
static void take_rest(struct attempt *a)
{
	if (a->in.trouble != TROUBLE_NONE || a->result.end != HTTP_DONE ||
	    a->result.status >= 300 || !lines_end(&a->lines) || !a->openai)
		return;
	if (sse_end(&a->sse))
		openai_end(&a->in);
}

static bool write_body(struct buf *body, const struct llm *llm, const struct llm_request *in)
{
	buf_clear(body);
	return llm->openai ? openai_request(body, llm, in) : ollama_request(body, llm, in);
}

static void try_once(struct llm *llm, const char *body, const struct llm_watch *watch,
		     struct attempt *a)
{
	struct http_call call = {
		.path = llm->openai ? "/v1/chat/completions" : "/api/chat",
		.json = body,
		.first_ms = llm->first_ms,
		.line_ms = llm->line_ms,
		.watch = watch,
		.body = take_bytes,
		.ctx = a,
		.beats = &a->in.beats,
		.finished = &a->in.done,
	};
	http_call(llm->http, &call, &a->result);
	take_rest(a);
}

/* How often what has been tried. */
struct tries {
	int busy;
	bool reset, tools;
};

/* Whether there is a point in asking again; waits until it is time. */
static bool try_again(struct llm *llm, struct attempt *a, struct tries *t,
		      const struct llm_watch *watch)
{
	struct http_result *r = &a->result;
	if (a->in.trouble != TROUBLE_NONE)
		return false;
	if (r->end == HTTP_RESET && !t->reset) {
		t->reset = true;
		return true;
	}
	if (r->end == HTTP_DONE && r->status == 503 && t->busy < BUSY_TRIES) {
		if (http_pause(llm->http, llm->busy_ms << t->busy++, watch))
			return true;
		r->end = HTTP_CANCELLED;
		return false;
	}
	if (llm->tools && !t->tools && fail_is_tools(r)) {
		t->tools = true;
		llm->tools = false;
		return true;
	}
	return false;
}

static bool is_whole(const struct attempt *a)
{
	return a->in.done && a->in.trouble == TROUBLE_NONE;
}

enum shop_status chat(struct llm *llm, const struct llm_request *in, const struct llm_watch *watch,
		      struct llm_reply *ret, struct shop_error *err)
{
	struct tries tries = { .busy = 0 };
	struct attempt a CLEANUP(attempt_end);
	struct buf body CLEANUP(buf_done);
	*ret = (struct llm_reply){ .text = NULL };
	buf_init(&body, REQUEST_MAX);
	for (;;) {
		attempt_begin(&a, llm, in, watch);
		if (!write_body(&body, llm, in))
			return shop_error_set(err, SHOP_E_NOMEM,
					      "the conversation is too large to be sent");
		try_once(llm, buf_text(&body), watch, &a);
		if (is_whole(&a) || !try_again(llm, &a, &tries, watch))
			break;
		attempt_end(&a);
	}
	if (!intake_hand_over(&a.in, ret))
		return shop_error_set(err, SHOP_E_NOMEM, "out of memory");
	return is_whole(&a) ? SHOP_OK : fail_tell(llm, &a.result, &a.in, err);
}
