/* SPDX-License-Identifier: MIT */
/* Breaks running text into lines. */
#include "ui/wrap.h"

#include <string.h>
#include <wchar.h>

enum { INDENT_MIN_TEXT = 20 }; /* columns of text that must be left beside an indent */

/* How many bytes the UTF-8 character at the text's beginning has, which has one. */
static size_t character_size(const char *text)
{
	size_t n = 1;
	while (((unsigned char)text[n] & 0xC0) == 0x80)
		n++;
	return n;
}

static size_t columns_of(const char *text, size_t len)
{
	mbstate_t state = { 0 };
	size_t columns = 0;
	while (len > 0) {
		wchar_t c;
		size_t n = mbrtowc(&c, text, len, &state);
		if (n == 0 || n > len) {
			/* Not a character of this locale: the terminal shows something for it. */
			state = (mbstate_t){ 0 };
			c = L'?';
			n = 1;
		}
		int w = wcwidth(c);
		columns += w > 0 ? (size_t)w : 0;
		text += n;
		len -= n;
	}
	return columns;
}

size_t wrap_prefix(const char *text, size_t width)
{
	size_t len = strlen(text), at = 0, columns = 0;
	while (at < len) {
		/* A character with the marks that combine with it. */
		size_t end = at + 1;
		while (end < len && (((unsigned char)text[end] & 0xC0) == 0x80 ||
				     columns_of(text + end, character_size(text + end)) == 0))
			end++;
		columns += columns_of(text + at, end - at);
		if (columns > width)
			break;
		at = end;
	}
	return at;
}

size_t wrap_columns(const char *text)
{
	return columns_of(text, strlen(text));
}

static size_t line_break(FILE *out, size_t indent)
{
	fprintf(out, "\n%*s", (int)indent, "");
	return indent;
}

void wrap_write(FILE *out, const char *text, const struct wrap *w)
{
	size_t indent = w->indent + INDENT_MIN_TEXT <= w->width ? w->indent : 0;
	size_t at = w->used, start = w->used;
	while (*text != '\0') {
		if (*text == '\n') {
			at = start = line_break(out, indent);
			text++;
			continue;
		}
		/* The spaces before a word go with it, or are dropped where the line breaks. */
		size_t spaces = strspn(text, " \t");
		size_t letters = strcspn(text + spaces, " \t\n");
		size_t columns = columns_of(text + spaces, letters);
		if (at + spaces + columns > w->width && (at > start || w->used > indent) &&
		    letters > 0) {
			at = line_break(out, indent);
			start = indent;
			spaces = 0;
			text += strspn(text, " \t");
		}
		fprintf(out, "%.*s", (int)(spaces + letters), text);
		at += spaces + columns;
		text += spaces + letters;
	}
}
