/* SPDX-License-Identifier: MIT */
/* Reading requests, one after the other, also those that are sent before they are due. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>

#include "base/text.h"
#include "double/wire.h"

static bool read_more(struct exchange *x, struct buf *ahead)
{
	char bytes[16384];
	ssize_t n = recv(x->fd, bytes, sizeof(bytes), 0);
	return n > 0 && buf_append(ahead, bytes, (size_t)n);
}

static void drop(struct buf *ahead, size_t len)
{
	memmove(ahead->data, ahead->data + len, ahead->len - len);
	ahead->len -= len;
	ahead->data[ahead->len] = '\0';
}

static void read_header(struct exchange *x, char *line)
{
	char *colon = strchr(line, ':');
	if (colon == NULL)
		return;
	*colon = '\0';
	for (char *p = line; *p != '\0'; p++)
		*p = text_lower(*p);
	json_object_set_new(x->headers, line, json_string(colon + 1 + strspn(colon + 1, " \t")));
}

static bool read_head(struct exchange *x, char *head)
{
	char *state = NULL;
	char *line = strtok_r(head, "\r\n", &state);
	char version[16];
	if (line == NULL || sscanf(line, "%15s %511s %15s", x->method, x->path, version) != 3)
		return false;
	x->keep = strcmp(version, "HTTP/1.1") == 0;
	while ((line = strtok_r(NULL, "\r\n", &state)) != NULL)
		read_header(x, line);
	return true;
}

static const char *header(const struct exchange *x, const char *name)
{
	const char *value = json_string_value(json_object_get(x->headers, name));
	return value != NULL ? value : "";
}

static bool read_sized(struct exchange *x, struct buf *ahead, size_t len)
{
	while (ahead->len < len) {
		if (!read_more(x, ahead))
			return false;
	}
	return true;
}

/* One chunk moved from ahead to the body; *ret_last for the empty one. */
static bool read_chunk(struct exchange *x, struct buf *ahead, struct buf *body, bool *ret_last)
{
	char *end;
	while ((end = strstr(buf_text(ahead), "\r\n")) == NULL) {
		if (!read_more(x, ahead))
			return false;
	}
	size_t size = strtoul(ahead->data, NULL, 16);
	size_t start = (size_t)(end - ahead->data) + 2;
	if (size > BODY_MAX || !read_sized(x, ahead, start + size + 2))
		return false;
	buf_append(body, ahead->data + start, size);
	drop(ahead, start + size + 2);
	*ret_last = size == 0;
	return true;
}

static bool read_body(struct exchange *x, struct buf *ahead)
{
	struct buf body;
	bool last = false, ok = true;
	buf_init(&body, BODY_MAX);
	if (strcasecmp(header(x, "expect"), "100-continue") == 0)
		send(x->fd, "HTTP/1.1 100 Continue\r\n\r\n", 25, MSG_NOSIGNAL);
	if (strcasecmp(header(x, "transfer-encoding"), "chunked") == 0) {
		while (ok && !last)
			ok = read_chunk(x, ahead, &body, &last);
	} else {
		size_t len = strtoul(header(x, "content-length"), NULL, 10);
		ok = len <= BODY_MAX && read_sized(x, ahead, len) &&
		     buf_append(&body, buf_text(ahead), len);
		if (ok && len > 0)
			drop(ahead, len);
	}
	x->body_len = body.len;
	x->body = buf_take(&body);
	return ok && x->body != NULL;
}

bool wire_read(struct exchange *x, struct buf *ahead)
{
	char *end;
	while ((end = strstr(buf_text(ahead), "\r\n\r\n")) == NULL) {
		if (ahead->len > 65536 || !read_more(x, ahead))
			return false;
	}
	*end = '\0';
	size_t len = (size_t)(end - ahead->data) + 4;
	x->began_ms = now_ms();
	x->headers = json_object();
	bool ok = read_head(x, ahead->data);
	drop(ahead, len);
	return ok && read_body(x, ahead);
}
