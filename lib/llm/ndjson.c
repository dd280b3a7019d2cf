/* SPDX-License-Identifier: MIT */
/* Lines: parted at newline bytes before anything is decoded, since characters are cut as well. */
#include <string.h>

#include "llm/lines.h"

void lines_init(struct lines *l, bool (*line)(void *ctx, const char *line, size_t len), void *ctx)
{
	*l = (struct lines){ .line = line, .ctx = ctx };
	buf_init(&l->kept, LINE_MAX_BYTES);
}

void lines_done(struct lines *l)
{
	buf_done(&l->kept);
}

static bool keep(struct lines *l, const char *bytes, size_t len)
{
	bool ok = buf_append(&l->kept, bytes, len);
	if (!ok)
		l->too_long = true;
	return ok;
}

bool lines_feed(struct lines *l, const char *bytes, size_t len)
{
	while (len > 0) {
		const char *end = memchr(bytes, '\n', len);
		if (end == NULL)
			return keep(l, bytes, len);
		size_t n = (size_t)(end - bytes);
		bool ok;
		if (l->kept.len == 0) {
			/* The usual case, a whole line in one piece, is not copied. */
			ok = l->line(l->ctx, bytes, n);
		} else {
			ok = keep(l, bytes, n) && l->line(l->ctx, l->kept.data, l->kept.len);
			buf_clear(&l->kept);
		}
		if (!ok)
			return false;
		bytes += n + 1;
		len -= n + 1;
	}
	return true;
}

bool lines_end(struct lines *l)
{
	return l->kept.len == 0 || l->line(l->ctx, l->kept.data, l->kept.len);
}
