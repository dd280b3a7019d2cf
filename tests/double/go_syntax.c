/* SPDX-License-Identifier: MIT */
/* What Go's decoder says of text that is no JSON: its scanner's messages, in the order in which it
 * would come upon the faults. */
#include <string.h>

#include "base/text.h"
#include "double/go.h"

enum { DEPTH_MAX = 10000 };

struct scan {
	const char *p, *end;
	struct buf *why;
	int depth;
};

static bool fail(struct scan *s, const char *where)
{
	if (s->p >= s->end)
		buf_puts(s->why, "unexpected EOF");
	else if (*s->p == '\'' || *s->p == '"')
		buf_printf(s->why, "invalid character %s %s", *s->p == '\'' ? "'\\''" : "'\"'",
			   where);
	else
		buf_printf(s->why, "invalid character '%c' %s", *s->p, where);
	return false;
}

static void blanks(struct scan *s)
{
	while (s->p < s->end && strchr(" \t\r\n", *s->p) != NULL && *s->p != '\0')
		s->p++;
}

static bool at(const struct scan *s, char c)
{
	return s->p < s->end && *s->p == c;
}

static bool string(struct scan *s)
{
	for (s->p++; s->p < s->end && *s->p != '"'; s->p++) {
		if ((unsigned char)*s->p < 0x20)
			return fail(s, "in string literal");
		if (*s->p != '\\')
			continue;
		s->p++;
		if (s->p >= s->end || strchr("\"\\/bfnrtu", *s->p) == NULL)
			return fail(s, "in string escape code");
	}
	if (s->p >= s->end)
		return fail(s, "");
	s->p++;
	return true;
}

static bool literal(struct scan *s, const char *word)
{
	for (s->p++, word++; *word != '\0'; s->p++, word++) {
		if (!at(s, *word))
			return fail(s, "in literal");
	}
	return true;
}

static bool number(struct scan *s)
{
	if (at(s, '-'))
		s->p++;
	if (s->p >= s->end || !text_is_digit(*s->p))
		return fail(s, "in numeric literal");
	while (s->p < s->end && (text_is_digit(*s->p) || strchr("+-.eE", *s->p) != NULL))
		s->p++;
	return true;
}

static bool value(struct scan *s);

static bool members(struct scan *s, bool object)
{
	char close = object ? '}' : ']';
	s->p++;
	blanks(s);
	if (at(s, close)) {
		s->p++;
		return true;
	}
	for (;;) {
		blanks(s);
		if (object && !at(s, '"'))
			return fail(s, "looking for beginning of object key string");
		if (object && !string(s))
			return false;
		blanks(s);
		if (object && !at(s, ':'))
			return fail(s, "after object key");
		s->p += object;
		if (!value(s))
			return false;
		blanks(s);
		if (at(s, close))
			break;
		if (!at(s, ','))
			return fail(s,
				    object ? "after object key:value pair" : "after array element");
		s->p++;
	}
	s->p++;
	return true;
}

static bool value(struct scan *s)
{
	blanks(s);
	if (s->p >= s->end || s->depth > DEPTH_MAX)
		return fail(s, "looking for beginning of value");
	if (*s->p == '{' || *s->p == '[') {
		s->depth++;
		bool ok = members(s, *s->p == '{');
		s->depth--;
		return ok;
	}
	if (*s->p == '"')
		return string(s);
	if (*s->p == 't' || *s->p == 'f' || *s->p == 'n')
		return literal(s, *s->p == 't' ? "true" : *s->p == 'f' ? "false" : "null");
	if (*s->p == '-' || text_is_digit(*s->p))
		return number(s);
	return fail(s, "looking for beginning of value");
}

bool go_refuses(const char *text, size_t len, struct buf *why)
{
	struct scan s = { .p = text, .end = text + len, .why = why };
	return !value(&s);
}
