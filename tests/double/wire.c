/* SPDX-License-Identifier: MIT */
/* HTTP/1.1: written by hand, since a framework would hide what is tested here. */
#include "double/wire.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <time.h>

static const char *status_text(int status)
{
	static const struct {
		int status;
		const char *text;
	} known[] = { { 200, "OK" },
		      { 302, "Found" },
		      { 400, "Bad Request" },
		      { 401, "Unauthorized" },
		      { 403, "Forbidden" },
		      { 404, "Not Found" },
		      { 405, "Method Not Allowed" },
		      { 429, "Too Many Requests" },
		      { 500, "Internal Server Error" },
		      { 502, "Bad Gateway" },
		      { 503, "Service Unavailable" } };
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (known[i].status == status)
			return known[i].text;
	}
	return "status";
}

static void client_gone(struct exchange *x)
{
	if (!x->gone)
		json_object_set_new(x->log, "closed_ms", json_integer(now_ms()));
	x->gone = true;
	x->keep = false;
}

static void send_all(struct exchange *x, const char *bytes, size_t len)
{
	size_t step = (size_t)rule_number(x, "write", 0);
	for (size_t at = 0; at < len && !x->gone;) {
		size_t want = step > 0 && step < len - at ? step : len - at;
		ssize_t n = send(x->fd, bytes + at, want, MSG_NOSIGNAL);
		if (n > 0)
			at += (size_t)n;
		else if (errno != EINTR)
			client_gone(x);
	}
}

static void put_date(struct buf *out)
{
	char text[64];
	time_t now = time(NULL);
	struct tm parts;
	gmtime_r(&now, &parts);
	strftime(text, sizeof(text), "Date: %a, %d %b %Y %H:%M:%S GMT\r\n", &parts);
	buf_puts(out, text);
}

/* Go writes the headers that a handler set in the order of their names, then its own. */
static void put_head(struct exchange *x, struct buf *out, int status, const char *type)
{
	const char *key;
	json_t *value;
	json_object_set_new(x->log, "status", json_integer(status));
	if (rule_fault(x, "continue"))
		buf_puts(out, "HTTP/1.1 100 Continue\r\n\r\n");
	buf_printf(out, "HTTP/1.1 %d %s\r\n", status, status_text(status));
	if (status == 405)
		buf_printf(out, "Allow: %s\r\n",
			   strcmp(x->method, "POST") == 0 ? "GET, HEAD" : "POST");
	if (type != NULL)
		buf_printf(out, "Content-Type: %s\r\n", type);
	json_object_foreach (json_object_get(x->rule, "headers"), key, value)
		buf_printf(out, "%s: %s\r\n", key, json_string_value(value));
	put_date(out);
}

static void end_head(struct exchange *x, struct buf *out)
{
	const char *connection = json_string_value(json_object_get(x->headers, "connection"));
	if (connection != NULL && strcasecmp(connection, "close") == 0) {
		buf_puts(out, "Connection: close\r\n");
		x->keep = false;
	}
	buf_puts(out, "\r\n");
}

void wire_answer(struct exchange *x, int status, const char *type, const char *body, size_t len)
{
	struct buf out;
	buf_init(&out, BODY_MAX);
	bool bare = strcmp(x->method, "HEAD") == 0;
	wire_wait(x, rule_number(x, "headers_ms", 0));
	put_head(x, &out, status, type);
	if (len <= 2048 || bare)
		buf_printf(&out, "Content-Length: %zu\r\n", len);
	else
		buf_puts(&out, "Transfer-Encoding: chunked\r\n");
	end_head(x, &out);
	if (!bare && len <= 2048) {
		buf_append(&out, body, len);
	} else if (!bare) {
		buf_printf(&out, "%zx\r\n", len);
		buf_append(&out, body, len);
		buf_puts(&out, "\r\n0\r\n\r\n");
	}
	send_all(x, buf_text(&out), out.len);
	buf_done(&out);
}

void wire_begin(struct exchange *x, int status, const char *type)
{
	struct buf out;
	buf_init(&out, BODY_MAX);
	wire_wait(x, rule_number(x, "headers_ms", 0));
	put_head(x, &out, status, type);
	buf_puts(&out, "Transfer-Encoding: chunked\r\n");
	end_head(x, &out);
	send_all(x, buf_text(&out), out.len);
	buf_done(&out);
	x->chunked = true;
}

static void send_chunk(struct exchange *x, const char *bytes, size_t len)
{
	struct buf out;
	if (len == 0)
		return;
	buf_init(&out, BODY_MAX);
	buf_printf(&out, "%zx\r\n", len);
	buf_append(&out, bytes, len);
	buf_puts(&out, "\r\n");
	send_all(x, buf_text(&out), out.len);
	buf_done(&out);
}

static void flush_pending(struct exchange *x, bool last)
{
	size_t step = (size_t)rule_number(x, "chunk", 0), at = 0;
	size_t split = (size_t)rule_number(x, "split_at", 0);
	const char *bytes = buf_text(&x->pending);
	if (step == 0)
		step = x->pending.len > 0 ? x->pending.len : 1;
	if (split > 0 && split < x->pending.len) {
		send_chunk(x, bytes, split);
		at = split;
	}
	for (; at < x->pending.len; at += step) {
		size_t rest = x->pending.len - at;
		if (rest < step && !last && rule_number(x, "chunk", 0) > 0)
			break;
		send_chunk(x, bytes + at, rest < step ? rest : step);
	}
	/* What does not fill a chunk of the asked size waits for the next line. */
	if (at < x->pending.len) {
		size_t rest = x->pending.len - at;
		memmove(x->pending.data, x->pending.data + at, rest);
		x->pending.len = rest;
	} else {
		buf_clear(&x->pending);
	}
	x->pending_lines = 0;
}

void wire_part_of_line(struct exchange *x, const char *line, size_t len)
{
	buf_append(&x->pending, line, len);
	flush_pending(x, true);
}

void wire_line(struct exchange *x, const char *line, size_t len)
{
	buf_append(&x->pending, line, len);
	if (++x->pending_lines >= rule_number(x, "per_chunk", 1))
		flush_pending(x, false);
}

void wire_end(struct exchange *x)
{
	flush_pending(x, true);
	send_all(x, "0\r\n\r\n", 5);
}

static bool peer_closed(const struct exchange *x)
{
	char byte;
	struct pollfd p = { .fd = x->fd, .events = POLLRDHUP };
	if (poll(&p, 1, 0) > 0 && (p.revents & (POLLRDHUP | POLLHUP | POLLERR)) != 0)
		return true;
	return recv(x->fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
}

void wire_wait(struct exchange *x, int64_t ms)
{
	int64_t until = now_ms() + ms;
	if (ms == 0 || x->gone)
		return;
	while (!x->gone && (ms < 0 || now_ms() < until)) {
		int64_t left = ms < 0 ? 1000 : until - now_ms();
		struct pollfd p = { .fd = x->fd, .events = POLLRDHUP };
		poll(&p, 1, (int)(left > 1000 ? 1000 : left));
		if (peer_closed(x))
			client_gone(x);
	}
}

void wire_close(struct exchange *x)
{
	x->gone = true;
	x->keep = false;
}

void wire_reset(struct exchange *x)
{
	struct linger now = { .l_onoff = 1, .l_linger = 0 };
	setsockopt(x->fd, SOL_SOCKET, SO_LINGER, &now, sizeof(now));
	wire_close(x);
}
