/* SPDX-License-Identifier: MIT */
/* libcurl, driven by its multi interface: one thread, which looks at its own clocks and asks the
 * watch in between. */
#include "llm/http.h"

#include <curl/curl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "base/cleanup.h"
#include "base/clock.h"

enum {
	TICK_MS = 50,            /* how soon a wish to cancel is seen */
	REFUSAL_MAX = 64 << 10,  /* of the body of an error */
	HEADERS_MAX = 256 << 10, /* of all headers of an answer */
	BODY_MAX = 64 << 20,     /* of a whole reply, whatever it is */
};

struct http {
	CURLM *multi;
	CURL *easy;
	struct curl_slist *headers;
	char url[ADDRESS_MAX];
	int64_t connect_ms;
	atomic_bool stop;
};

/* A call under way. */
struct run {
	struct http *http;
	const struct http_call *call;
	struct http_result *ret;
	size_t headers, bytes;
	int64_t since_ms; /* the last beat */
	uint64_t beats;
	bool refused_by_body;
};

static size_t take_body(char *bytes, size_t size, size_t count, void *ctx)
{
	struct run *r = ctx;
	size_t len = size * count;
	if (r->ret->status == 0)
		curl_easy_getinfo(r->http->easy, CURLINFO_RESPONSE_CODE, &r->ret->status);
	r->bytes += len;
	if (r->ret->status >= 300) {
		size_t room = REFUSAL_MAX - r->ret->refusal.len;
		buf_append(&r->ret->refusal, bytes, len < room ? len : room);
		return r->bytes <= BODY_MAX ? len : 0;
	}
	if (r->bytes <= BODY_MAX && r->call->body(r->call->ctx, bytes, len))
		return len;
	r->refused_by_body = true;
	return 0;
}

/* The value of the header if it has that name. */
static const char *header_value(const char *line, size_t len, const char *name)
{
	size_t n = strlen(name);
	if (len <= n + 1 || strncasecmp(line, name, n) != 0 || line[n] != ':')
		return NULL;
	return line + n + 1 + strspn(line + n + 1, " \t");
}

static size_t take_header(char *bytes, size_t size, size_t count, void *ctx)
{
	struct run *r = ctx;
	size_t len = size * count;
	char line[256];
	int n = snprintf(line, sizeof(line), "%.*s", (int)(len < 250 ? len : 250), bytes);
	r->headers += len;
	if (r->headers > HEADERS_MAX || n < 0)
		return 0;
	const char *type = header_value(line, strlen(line), "content-type");
	const char *after = header_value(line, strlen(line), "retry-after");
	if (type != NULL)
		r->ret->html = strncasecmp(type, "text/html", 9) == 0;
	if (after != NULL)
		r->ret->retry_after_s = strtol(after, NULL, 10);
	return len;
}

static void set_always(struct http *h, const struct address *address)
{
	curl_easy_setopt(h->easy, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(h->easy, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(h->easy, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(h->easy, CURLOPT_USERAGENT, "shop");
	curl_easy_setopt(h->easy, CURLOPT_HTTPHEADER, h->headers);
	curl_easy_setopt(h->easy, CURLOPT_WRITEFUNCTION, take_body);
	curl_easy_setopt(h->easy, CURLOPT_HEADERFUNCTION, take_header);
	curl_easy_setopt(h->easy, CURLOPT_CONNECTTIMEOUT_MS, (long)h->connect_ms);
	if (address->local)
		curl_easy_setopt(h->easy, CURLOPT_NOPROXY, "*");
	if (address->socket[0] != '\0')
		curl_easy_setopt(h->easy, CURLOPT_UNIX_SOCKET_PATH, address->socket);
}

static bool add_header(struct http *h, const char *line)
{
	struct curl_slist *list = curl_slist_append(h->headers, line);
	if (list != NULL)
		h->headers = list;
	return list != NULL;
}

static bool add_headers(struct http *h, const struct address *address, const char *key)
{
	if (!add_header(h, "Content-Type: application/json") || !add_header(h, "Expect:"))
		return false;
	if (key == NULL || !address->secure)
		return true;
	char *line CLEANUP(free_charp) = NULL;
	return asprintf(&line, "Authorization: Bearer %s", key) >= 0 && add_header(h, line);
}

struct http *http_new(const struct address *address, const char *key, int64_t connect_ms)
{
	if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
		return NULL;
	struct http *h = calloc(1, sizeof(*h));
	if (h == NULL) {
		curl_global_cleanup();
		return NULL;
	}
	h->connect_ms = connect_ms;
	snprintf(h->url, sizeof(h->url), "%s", address->url);
	h->easy = curl_easy_init();
	h->multi = curl_multi_init();
	if (h->easy == NULL || h->multi == NULL || !add_headers(h, address, key)) {
		http_free(h);
		return NULL;
	}
	set_always(h, address);
	return h;
}

void http_free(struct http *h)
{
	if (h == NULL)
		return;
	curl_easy_cleanup(h->easy);
	curl_multi_cleanup(h->multi);
	curl_slist_free_all(h->headers);
	free(h);
	curl_global_cleanup();
}

void http_stop(struct http *h)
{
	atomic_store(&h->stop, true);
	curl_multi_wakeup(h->multi);
}

static bool is_cancelled(struct http *h, const struct llm_watch *watch)
{
	return atomic_load(&h->stop) ||
	       (watch != NULL && watch->cancelled != NULL && watch->cancelled(watch->ctx));
}

/* False: the call ends, for the reason in ret. */
static bool may_go_on(struct run *r)
{
	const struct http_call *call = r->call;
	int64_t now = clock_monotonic_ms();
	if (is_cancelled(r->http, call->watch)) {
		r->ret->end = HTTP_CANCELLED;
		return false;
	}
	if (*call->beats != r->beats) {
		r->beats = *call->beats;
		r->since_ms = now;
	}
	int64_t silent = now - r->since_ms;
	if (call->finished != NULL && *call->finished) {
		r->ret->end = HTTP_DONE;
		return silent < TICK_MS;
	}
	if (silent < (r->beats == 0 ? call->first_ms : call->line_ms))
		return true;
	r->ret->end = HTTP_SILENT;
	r->ret->silent_ms = silent;
	return false;
}

static enum http_end end_of(const struct run *r, CURLcode code)
{
	switch (code) {
	case CURLE_OK:
		return HTTP_DONE;
	case CURLE_WRITE_ERROR:
		return r->refused_by_body ? HTTP_STOPPED : HTTP_FOREIGN;
	case CURLE_COULDNT_RESOLVE_HOST:
	case CURLE_COULDNT_RESOLVE_PROXY:
		return HTTP_UNKNOWN;
	case CURLE_COULDNT_CONNECT:
		return HTTP_REFUSED;
	case CURLE_OPERATION_TIMEDOUT:
		return HTTP_SLOW;
	case CURLE_PEER_FAILED_VERIFICATION:
	case CURLE_SSL_CONNECT_ERROR:
	case CURLE_SSL_CACERT_BADFILE:
		return HTTP_INSECURE;
	case CURLE_UNSUPPORTED_PROTOCOL:
	case CURLE_WEIRD_SERVER_REPLY:
	case CURLE_BAD_CONTENT_ENCODING:
		return HTTP_FOREIGN;
	case CURLE_GOT_NOTHING:
	case CURLE_SEND_ERROR:
	case CURLE_RECV_ERROR:
	case CURLE_PARTIAL_FILE:
		return r->bytes > 0 ? HTTP_BROKEN : HTTP_RESET;
	default:
		return HTTP_FAILED;
	}
}

static void drive(struct run *r)
{
	struct http *h = r->http;
	int running = 1, left;
	r->ret->end = HTTP_FAILED;
	while (running > 0) {
		if (curl_multi_perform(h->multi, &running) != CURLM_OK)
			return;
		if (running == 0)
			break;
		if (!may_go_on(r) || curl_multi_poll(h->multi, NULL, 0, TICK_MS, NULL) != CURLM_OK)
			return;
	}
	CURLMsg *message = curl_multi_info_read(h->multi, &left);
	if (message == NULL || message->msg != CURLMSG_DONE)
		return;
	r->ret->end = end_of(r, message->data.result);
	curl_easy_getinfo(h->easy, CURLINFO_RESPONSE_CODE, &r->ret->status);
}

/*
 * TLS writes to a socket without asking the system to be silent about a peer that has gone. What
 * SIGPIPE means to the program is not ours to change, so the signal is held back in this thread and
 * taken off before it is let through again.
 */
static void drive_quietly(struct run *r)
{
	sigset_t pipe, before, waiting;
	const struct timespec at_once = { .tv_sec = 0 };
	sigemptyset(&pipe);
	sigaddset(&pipe, SIGPIPE);
	sigpending(&waiting);
	pthread_sigmask(SIG_BLOCK, &pipe, &before);
	drive(r);
	/* Taking an unfinished call out closes its connection, which is what cancels it. */
	curl_multi_remove_handle(r->http->multi, r->http->easy);
	if (!sigismember(&waiting, SIGPIPE))
		sigtimedwait(&pipe, NULL, &at_once);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
}

void http_call(struct http *h, const struct http_call *call, struct http_result *ret)
{
	char url[ADDRESS_MAX + 64];
	struct run r = { .http = h, .call = call, .ret = ret, .since_ms = clock_monotonic_ms() };
	*ret = (struct http_result){ .end = HTTP_FAILED };
	buf_init(&ret->refusal, REFUSAL_MAX);
	snprintf(url, sizeof(url), "%s%s", h->url, call->path);
	curl_easy_setopt(h->easy, CURLOPT_URL, url);
	curl_easy_setopt(h->easy, CURLOPT_WRITEDATA, &r);
	curl_easy_setopt(h->easy, CURLOPT_HEADERDATA, &r);
	if (call->json != NULL) {
		curl_easy_setopt(h->easy, CURLOPT_POSTFIELDSIZE_LARGE,
				 (curl_off_t)strlen(call->json));
		curl_easy_setopt(h->easy, CURLOPT_POSTFIELDS, call->json);
	} else {
		curl_easy_setopt(h->easy, CURLOPT_HTTPGET, 1L);
	}
	if (curl_multi_add_handle(h->multi, h->easy) != CURLM_OK)
		return;
	drive_quietly(&r);
}

void http_result_done(struct http_result *r)
{
	buf_done(&r->refusal);
}

bool http_pause(struct http *h, int64_t ms, const struct llm_watch *watch)
{
	int64_t start = clock_monotonic_ms(), gone = 0;
	while (gone < ms) {
		if (is_cancelled(h, watch))
			return false;
		int64_t rest = ms - gone;
		curl_multi_poll(h->multi, NULL, 0, (int)(rest < TICK_MS ? rest : TICK_MS), NULL);
		gone = clock_monotonic_ms() - start;
	}
	return true;
}
