/* SPDX-License-Identifier: MIT */
/* Wraps a text while it arrives, and keeps in mind which row of the screen begins with what. */
#include "ui/stream.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "ui/screen.h"

enum { HEIGHT_DEFAULT = 24 };

struct stream {
	struct stream_setup setup;
	char *text;
	size_t len, size;
	size_t shown;  /* bytes of the text that are on the screen */
	size_t column; /* of the cursor */
	size_t width, height;
	size_t *rows; /* where in the text each row begins */
	size_t row_count, row_size;
	size_t fixed; /* rows before this one cannot be erased any more */
	bool failed;
};

/* One character: its bytes, its columns. */
struct glyph {
	size_t bytes, columns;
	bool partial; /* more of it is to come */
};

/* What is shown at once: blanks, and the word behind them up to a place where a line may break. */
struct unit {
	size_t blanks, bytes, columns;
	bool whole; /* it ends there, whatever comes */
};

static void measure(struct stream *s)
{
	int fd = fileno(s->setup.out);
	size_t width = screen_width(fd, s->setup.columns), height = screen_height(fd);
	s->height = height > 0 ? height : HEIGHT_DEFAULT;
	if (width == s->width)
		return;
	/* Where the terminal has put what it shows is its own affair now. */
	s->fixed = s->row_count;
	if (s->column > width)
		s->column %= width;
	s->width = width;
}

static void row_add(struct stream *s, size_t start)
{
	if (s->row_count == s->row_size) {
		size_t size = s->row_size == 0 ? 64 : 2 * s->row_size;
		size_t *more = reallocarray(s->rows, size, sizeof(*more));
		if (more == NULL) {
			s->failed = true;
			return;
		}
		s->rows = more;
		s->row_size = size;
	}
	s->rows[s->row_count++] = start;
	s->column = 0;
}

struct stream *stream_new(const struct stream_setup *setup)
{
	struct stream *s = calloc(1, sizeof(*s));
	if (s == NULL)
		return NULL;
	s->setup = *setup;
	s->text = calloc(1, 1);
	row_add(s, 0);
	measure(s);
	s->fixed = 0;
	if (s->text != NULL && !s->failed)
		return s;
	stream_free(s);
	return NULL;
}

void stream_free(struct stream *s)
{
	if (s == NULL)
		return;
	free(s->text);
	free(s->rows);
	free(s);
}

const char *stream_said(const struct stream *s)
{
	return s->text;
}

static struct glyph glyph_at(const struct stream *s, size_t at)
{
	mbstate_t state = { 0 };
	wchar_t c;
	size_t n = mbrtowc(&c, s->text + at, s->len - at, &state);
	if (n == (size_t)-2)
		return (struct glyph){ .partial = true };
	if (n == (size_t)-1 || n == 0)
		return (struct glyph){ .bytes = 1, .columns = 1 };
	int columns = wcwidth(c);
	return (struct glyph){ .bytes = n, .columns = columns > 0 ? (size_t)columns : 0 };
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* A line may break on either side of a wide character, as there are no blanks between them. */
static struct unit unit_at(const struct stream *s, bool all)
{
	struct unit u = { 0 };
	size_t at = s->shown;
	while (at < s->len && is_blank(s->text[at]))
		at++;
	u.blanks = at - s->shown;
	while (at < s->len && !u.whole) {
		struct glyph g = glyph_at(s, at);
		if (g.partial && !all)
			break;
		u.whole = s->text[at] == '\n' || is_blank(s->text[at]) ||
			  (g.columns > 1 && u.columns > 0);
		if (u.whole)
			break;
		at += g.partial ? 1 : g.bytes;
		u.columns += g.columns;
		/* An accent belongs to what is before it. */
		while (g.columns > 1 && at < s->len && (g = glyph_at(s, at)).columns == 0 &&
		       !g.partial && s->text[at] != '\n')
			at += g.bytes;
		u.whole = g.columns > 1 && at < s->len;
	}
	u.bytes = at - s->shown - u.blanks;
	/* What is wider than a line has to be broken anyway. */
	u.whole = u.whole || all || u.columns >= s->width;
	return u;
}

/* Does what comes go on with a word that is on the screen already? */
static bool is_glued(const struct stream *s, const struct unit *u)
{
	if (u->blanks > 0 || s->shown == 0 || s->column == 0)
		return false;
	size_t at = s->shown - 1;
	while (at > 0 && ((unsigned char)s->text[at] & 0xC0) == 0x80)
		at--;
	return s->text[at] != '\n' && !is_blank(s->text[at]) && glyph_at(s, at).columns < 2 &&
	       glyph_at(s, s->shown).columns < 2;
}

/* The terminal itself goes on in the next row where one is full. */
static void put_word(struct stream *s, size_t bytes)
{
	size_t end = s->shown + bytes;
	while (s->shown < end) {
		struct glyph g = glyph_at(s, s->shown);
		size_t n = g.partial || g.bytes == 0 ? 1 : g.bytes;
		if (s->column + g.columns > s->width)
			row_add(s, s->shown);
		fwrite(s->text + s->shown, 1, n, s->setup.out);
		s->column += g.columns;
		s->shown += n;
	}
}

static void put_line_break(struct stream *s, size_t skip)
{
	fputc('\n', s->setup.out);
	s->shown += skip;
	row_add(s, s->shown);
}

static void put_unit(struct stream *s, const struct unit *u)
{
	bool fits = s->column + u->blanks + u->columns <= s->width;
	if (!fits && s->column > 0 && u->bytes > 0 && !is_glued(s, u)) {
		put_line_break(s, u->blanks);
	} else {
		fprintf(s->setup.out, "%*s", (int)u->blanks, "");
		s->column += u->blanks;
		s->shown += u->blanks;
	}
	put_word(s, u->bytes);
}

static void show(struct stream *s, bool all)
{
	while (s->shown < s->len && !s->failed) {
		if (s->text[s->shown] == '\n') {
			put_line_break(s, 1);
			continue;
		}
		struct unit u = unit_at(s, all);
		if (!u.whole || u.blanks + u.bytes == 0)
			break;
		/* Blanks at the end of a line are not shown. */
		if (u.bytes == 0)
			s->shown += u.blanks;
		else
			put_unit(s, &u);
	}
	fflush(s->setup.out);
}

static bool room(struct stream *s, size_t more)
{
	size_t needed = s->len + more + 1;
	if (needed <= s->size)
		return true;
	size_t size = needed * 2;
	char *text = realloc(s->text, size);
	if (text == NULL)
		return false;
	s->text = text;
	s->size = size;
	return true;
}

void stream_text(struct stream *s, const char *piece, size_t len)
{
	measure(s);
	if (!room(s, len)) {
		s->failed = true;
		return;
	}
	memcpy(s->text + s->len, piece, len);
	s->len += len;
	s->text[s->len] = '\0';
	show(s, /* all= */ false);
}

/* How many bytes of it fit into so many columns, up to the end of its line. */
static size_t quote_length(const struct stream *s, size_t from, size_t columns)
{
	size_t at = from;
	while (at < s->len && s->text[at] != '\n') {
		struct glyph g = glyph_at(s, at);
		if (g.partial || g.columns > columns)
			break;
		columns -= g.columns;
		at += g.bytes;
	}
	return at - from;
}

/* What follows stands on rows of its own. */
static void begin_anew(struct stream *s, size_t keep)
{
	static const char before[] = "[taken back: \"", after[] = "\"]";
	size_t from = keep + strspn(s->text + keep, " \t\n");
	size_t frame = sizeof(before) + sizeof(after) + sizeof("...");
	size_t n = quote_length(s, from, s->width > frame ? s->width - frame : 0);
	if (s->column > 0)
		fputc('\n', s->setup.out);
	fprintf(s->setup.out, "%s%.*s%s%s\n", before, (int)n, s->text + from,
		from + n < s->len ? "..." : "", after);
	s->row_count = 0;
	s->fixed = 0;
	row_add(s, keep);
	s->shown = keep;
}

/* The row to begin again with: a word that has become shorter may fit into the row before. */
static size_t row_of(const struct stream *s, size_t keep)
{
	size_t word = keep, row = s->row_count - 1;
	while (word > 0 && s->text[word - 1] != '\n' && !is_blank(s->text[word - 1]))
		word--;
	while (row > 0 &&
	       (s->rows[row] > keep || (s->rows[row] >= word && s->text[s->rows[row] - 1] != '\n')))
		row--;
	return row;
}

static bool erase(struct stream *s, size_t keep)
{
	size_t row = row_of(s, keep);
	size_t up = s->row_count - 1 - row;
	if (s->setup.plain || row < s->fixed || s->rows[row] > keep || up + 1 >= s->height)
		return false;
	fputc('\r', s->setup.out);
	if (up > 0)
		fprintf(s->setup.out, "\033[%zuA", up);
	fputs("\033[J", s->setup.out);
	s->row_count = row + 1;
	s->shown = s->rows[row];
	s->column = 0;
	return true;
}

/* Nothing of it can be seen. */
static void forget_blanks(struct stream *s, size_t keep)
{
	for (size_t i = 0; i < s->row_count; i++)
		if (s->rows[i] > keep)
			s->rows[i] = keep;
	s->shown = keep;
}

void stream_retract(struct stream *s, size_t len)
{
	size_t keep = len < s->len ? s->len - len : 0;
	measure(s);
	if (s->failed)
		return;
	bool seen = keep + strspn(s->text + keep, " \t\n") < s->shown;
	if (keep < s->shown && !erase(s, keep)) {
		if (seen)
			begin_anew(s, keep);
		else
			forget_blanks(s, keep);
	}
	s->len = keep;
	s->text[keep] = '\0';
	show(s, /* all= */ false);
}

void stream_aside(struct stream *s)
{
	if (s->column > 0) {
		fputc('\n', s->setup.out);
		row_add(s, s->shown);
	}
	s->fixed = s->row_count - 1;
	fflush(s->setup.out);
}

void stream_end(struct stream *s)
{
	measure(s);
	show(s, /* all= */ true);
	if (s->column > 0)
		fputc('\n', s->setup.out);
	s->column = 0;
	s->fixed = s->row_count;
	fflush(s->setup.out);
}
