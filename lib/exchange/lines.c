/* SPDX-License-Identifier: MIT */
/* Reads a file descriptor line by line with a buffer that never exceeds the longest line. */
#include "exchange/lines.h"
#include "base/memory.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FIRST_SIZE = 64 * 1024 };

void lines_done(struct lines *l)
{
	free(l->data);
	*l = (struct lines){ .fd = -1 };
}

/* Makes room behind the bytes that are not used yet. */
static enum shop_status make_room(struct lines *l, struct shop_error *err)
{
	if (l->start > 0) {
		memmove(l->data, l->data + l->start, l->end - l->start);
		l->end -= l->start;
		l->start = 0;
	}
	if (l->end < l->size)
		return SHOP_OK;
	/* One byte more than the longest line, for its newline. */
	size_t size = l->size == 0 ? FIRST_SIZE : 2 * l->size;
	if (size > LINE_BYTES_MAX + 1)
		size = LINE_BYTES_MAX + 1;
	if (size <= l->end)
		return shop_error_set(err, SHOP_E_INVALID, "longer than %d bytes", LINE_BYTES_MAX);
	char *data = realloc(l->data, size);
	if (data == NULL)
		return out_of_memory(err);
	l->data = data;
	l->size = size;
	return SHOP_OK;
}

static enum shop_status fill(struct lines *l, struct shop_error *err)
{
	enum shop_status st = make_room(l, err);
	if (st)
		return st;
	ssize_t n;
	while ((n = read(l->fd, l->data + l->end, l->size - l->end)) < 0 && errno == EINTR) {
		st = l->interrupted != NULL ? l->interrupted(l->ctx, err) : SHOP_OK;
		if (st)
			return st;
	}
	if (n < 0) {
		shop_error_set(err, SHOP_E_IO, "cannot read: %s", strerror(errno));
		if (l->name != NULL)
			shop_error_prefix(err, "'%.100s': ", l->name);
		return SHOP_E_IO;
	}
	l->end += (size_t)n;
	l->at_end = n == 0;
	return SHOP_OK;
}

static void take_line(struct lines *l, size_t len, size_t with_newline, const char **ret_line,
		      size_t *ret_len)
{
	static const char mark[3] = { '\xEF', '\xBB', '\xBF' };
	const char *line = l->data + l->start;
	l->start += with_newline;
	l->done += (int64_t)with_newline;
	bool marked = l->number == 1 && len >= sizeof(mark) && memcmp(line, mark, 3) == 0;
	*ret_line = marked ? line + sizeof(mark) : line;
	*ret_len = marked ? len - sizeof(mark) : len;
}

enum shop_status lines_next(struct lines *l, const char **ret_line, size_t *ret_len, bool *ret_some,
			    struct shop_error *err)
{
	size_t seen = 0; /* bytes from start that hold no newline */
	l->number++;
	*ret_some = true;
	for (;;) {
		size_t len = l->end - l->start;
		const char *newline =
			len > seen ? memchr(l->data + l->start + seen, '\n', len - seen) : NULL;
		if (newline != NULL) {
			size_t n = (size_t)(newline - (l->data + l->start));
			take_line(l, n, n + 1, ret_line, ret_len);
			return SHOP_OK;
		}
		if (l->at_end)
			break;
		seen = len;
		enum shop_status st = fill(l, err);
		if (st)
			return st;
	}
	*ret_some = l->end > l->start;
	if (*ret_some)
		take_line(l, l->end - l->start, l->end - l->start, ret_line, ret_len);
	return SHOP_OK;
}

enum shop_status lines_peek(struct lines *l, const char **ret_bytes, size_t *ret_len,
			    struct shop_error *err)
{
	enum shop_status st = SHOP_OK;
	while (!st && l->end == l->start && !l->at_end)
		st = fill(l, err);
	*ret_bytes = l->data + l->start;
	*ret_len = l->end - l->start;
	return st;
}

void lines_skip(struct lines *l, size_t len)
{
	l->start += len;
	l->done += (int64_t)len;
}
