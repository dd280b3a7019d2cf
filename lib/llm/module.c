/* SPDX-License-Identifier: MIT */
/* The module's table: finding a server, letting it load the model, letting it go. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "llm/arguments.h"
#include "llm/peer.h"

static int64_t usual(int64_t ms, int64_t otherwise)
{
	return ms > 0 ? ms : otherwise;
}

static void preload_end(struct llm *llm)
{
	if (llm->preload_http == NULL)
		return;
	http_stop(llm->preload_http);
	pthread_join(llm->preload_thread, NULL);
	http_free(llm->preload_http);
	llm->preload_http = NULL;
}

static void llm_close(struct llm *llm)
{
	if (llm == NULL)
		return;
	preload_end(llm);
	http_free(llm->http);
	free(llm->model);
	free(llm->key);
	free(llm);
}

/* A header line of its own would begin after a newline. */
static bool is_key(const char *key)
{
	for (; *key != '\0'; key++) {
		if (*key <= ' ' || *key >= 0x7F)
			return false;
	}
	return true;
}

static enum shop_status fill(struct llm *llm, const struct llm_server *server,
			     struct shop_error *err)
{
	enum shop_status st = address_parse(server->host, &llm->address, err);
	if (st)
		return st;
	if (server->model == NULL || server->model[0] == '\0')
		return shop_error_set(err, SHOP_E_INVALID, "no model is named");
	if (server->key != NULL && !is_key(server->key))
		return shop_error_set(err, SHOP_E_INVALID, "the model server's key is none");
	llm->connect_ms = usual(server->connect_ms, 1000);
	llm->probe_ms = usual(server->probe_ms, 5000);
	llm->first_ms = usual(server->first_ms, 300000);
	llm->line_ms = usual(server->line_ms, 120000);
	llm->busy_ms = usual(server->busy_ms, 500);
	llm->window = LLM_WINDOW;
	llm->model = strdup(server->model);
	llm->key = server->key != NULL && server->key[0] != '\0' ? strdup(server->key) : NULL;
	llm->http = http_new(&llm->address, llm->key, llm->connect_ms);
	if (llm->model == NULL || llm->http == NULL)
		return shop_error_set(err, SHOP_E_NOMEM, "out of memory");
	return SHOP_OK;
}

static enum shop_status llm_open(const struct llm_server *server, const struct llm_watch *watch,
				 struct llm **ret, struct shop_error *err)
{
	*ret = NULL;
	struct llm *llm = calloc(1, sizeof(*llm));
	if (llm == NULL)
		return shop_error_set(err, SHOP_E_NOMEM, "out of memory");
	enum shop_status st = fill(llm, server, err);
	if (!st)
		st = probe(llm, watch, err);
	if (st) {
		llm_close(llm);
		return st;
	}
	*ret = llm;
	return SHOP_OK;
}

static bool llm_has_tools(const struct llm *llm)
{
	return llm->tools;
}

static int64_t llm_window(const struct llm *llm)
{
	return llm->window;
}

static bool ignore(void *ctx, const char *bytes, size_t len)
{
	(void)ctx;
	(void)bytes;
	(void)len;
	return true;
}

static void *preload_run(void *arg)
{
	struct llm *llm = arg;
	struct buf body;
	uint64_t beats = 0;
	struct http_result result;
	buf_init(&body, 64 << 10);
	struct http_call call = {
		.path = "/api/chat",
		.first_ms = llm->first_ms,
		.line_ms = llm->first_ms,
		.body = ignore,
		.beats = &beats,
	};
	if (ollama_preload(&body, llm)) {
		call.json = buf_text(&body);
		http_call(llm->preload_http, &call, &result);
		http_result_done(&result);
	}
	buf_done(&body);
	return NULL;
}

/* Signals are for the thread that waits for the user, not for this one. */
static bool start_quietly(struct llm *llm)
{
	sigset_t all, before;
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	bool ok = pthread_create(&llm->preload_thread, NULL, preload_run, llm) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return ok;
}

static void llm_preload(struct llm *llm)
{
	/* Others load when they start, or with the first request. */
	if (llm->openai || llm->preload_http != NULL)
		return;
	llm->preload_http = http_new(&llm->address, llm->key, llm->connect_ms);
	if (llm->preload_http != NULL && !start_quietly(llm)) {
		http_free(llm->preload_http);
		llm->preload_http = NULL;
	}
}

static void llm_reply_done(struct llm_reply *reply)
{
	free(reply->text);
	llm_calls_free(reply->calls, reply->call_count);
	*reply = (struct llm_reply){ .text = NULL };
}

SHOP_API extern const struct llm_ops llm_module;
const struct llm_ops llm_module = {
	.open = llm_open,
	.close = llm_close,
	.has_tools = llm_has_tools,
	.window = llm_window,
	.preload = llm_preload,
	.chat = chat,
	.reply_done = llm_reply_done,
	.argument = call_argument,
};
