/* SPDX-License-Identifier: MIT */
/* Server-sent events: the data lines up to a blank one are one event. */
#include "llm/sse.h"

#include <string.h>

#include "llm/lines.h"

void sse_init(struct sse *s, bool (*event)(void *ctx, const char *data, size_t len), void *ctx)
{
	*s = (struct sse){ .event = event, .ctx = ctx };
	buf_init(&s->data, LINE_MAX_BYTES);
}

void sse_done(struct sse *s)
{
	buf_done(&s->data);
}

bool sse_end(struct sse *s)
{
	if (!s->any)
		return true;
	bool ok = s->event(s->ctx, buf_text(&s->data), s->data.len);
	buf_clear(&s->data);
	s->any = false;
	return ok;
}

bool sse_line(struct sse *s, const char *line, size_t len)
{
	if (len > 0 && line[len - 1] == '\r')
		len--;
	if (len == 0)
		return sse_end(s);
	if (len < 5 || memcmp(line, "data:", 5) != 0)
		return true;
	size_t skip = len > 5 && line[5] == ' ' ? 6 : 5;
	if (s->any)
		buf_putc(&s->data, '\n');
	s->any = true;
	return buf_append(&s->data, line + skip, len - skip);
}
