/* SPDX-License-Identifier: MIT */
/* A streamed text on a screen: however it is cut into pieces, and whatever is taken back meanwhile,
 * the screen shows in the end what it would have shown at once. */
#include <limits.h>
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include <cmocka.h>

#include "ui/stream.h"

enum { ROWS = 400, CELLS = 100 };

/* As much of a terminal as is asked of it: rows without an end, and no scrolling. */
struct screen {
	size_t width, row, column, used;
	wchar_t cells[ROWS][CELLS];
};

static void erase_below(struct screen *t)
{
	for (size_t c = t->column; c < CELLS; c++)
		t->cells[t->row][c] = L'\0';
	for (size_t r = t->row + 1; r < ROWS; r++)
		wmemset(t->cells[r], L'\0', CELLS);
}

static const char *sequence(struct screen *t, const char *p)
{
	char *end;
	assert_int_equal(*p++, '[');
	unsigned long n = strtoul(p, &end, 10);
	if (*end == 'A') {
		assert_true(n <= t->row);
		t->row -= n;
	} else {
		assert_int_equal(*end, 'J');
		erase_below(t);
	}
	return end + 1;
}

static void put(struct screen *t, wchar_t c)
{
	int width = wcwidth(c);
	assert_true(width >= 0);
	if (width == 0)
		return;
	if (t->column + (size_t)width > t->width) {
		t->row++;
		t->column = 0;
	}
	assert_true(t->row < ROWS);
	t->cells[t->row][t->column] = c;
	t->column += (size_t)width;
}

static void feed(struct screen *t, const char *bytes)
{
	for (const char *p = bytes; *p != '\0';) {
		wchar_t c;
		if (*p == '\033') {
			p = sequence(t, p + 1);
			continue;
		}
		int n = mbtowc(&c, p, MB_CUR_MAX);
		assert_true(n > 0);
		p += n;
		if (c == L'\n') {
			t->row++;
			t->column = 0;
		} else if (c == L'\r') {
			t->column = 0;
		} else {
			put(t, c);
		}
		t->used = t->row > t->used ? t->row : t->used;
	}
}

/* What can be seen, without the blanks at the ends of lines. */
static void see(const struct screen *t, char *out, size_t size)
{
	size_t n = 0;
	for (size_t r = 0; r <= t->used; r++) {
		size_t last = CELLS;
		while (last > 0 &&
		       (t->cells[r][last - 1] == L'\0' || t->cells[r][last - 1] == L' '))
			last--;
		for (size_t c = 0; c < last; c++) {
			char bytes[MB_LEN_MAX];
			wchar_t cell = t->cells[r][c];
			bool covered = c > 0 && wcwidth(t->cells[r][c - 1]) == 2;
			if (covered)
				continue;
			int len = wctomb(bytes, cell == L'\0' ? L' ' : cell);
			assert_true(len > 0 && n + (size_t)len + 2 < size);
			memcpy(out + n, bytes, (size_t)len);
			n += (size_t)len;
		}
		out[n++] = '\n';
	}
	while (n > 0 && out[n - 1] == '\n')
		n--;
	out[n] = '\0';
}

enum { SEEN_SIZE = 16384 };

struct run {
	struct stream *stream;
	FILE *out;
	char *bytes;
	size_t len;
	int columns;
};

static void run_begin(struct run *r, int columns, bool plain)
{
	*r = (struct run){ .columns = columns };
	r->out = open_memstream(&r->bytes, &r->len);
	assert_non_null(r->out);
	r->stream = stream_new(
		&(struct stream_setup){ .out = r->out, .columns = columns, .plain = plain });
	assert_non_null(r->stream);
}

static void run_end(struct run *r, char seen[SEEN_SIZE])
{
	static struct screen t;
	memset(&t, 0, sizeof(t));
	t.width = (size_t)r->columns;
	stream_end(r->stream);
	fflush(r->out);
	feed(&t, r->bytes);
	see(&t, seen, SEEN_SIZE);
	stream_free(r->stream);
	fclose(r->out);
	free(r->bytes);
}

static void check_at_once(const char *text, int columns, const char *wanted)
{
	struct run r;
	char seen[SEEN_SIZE];
	run_begin(&r, columns, /* plain= */ false);
	stream_text(r.stream, text, strlen(text));
	assert_string_equal(stream_said(r.stream), text);
	run_end(&r, seen);
	assert_string_equal(seen, wanted);
}

static void test_wraps(void **state)
{
	(void)state;
	check_at_once("", 20, "");
	check_at_once("one two three", 20, "one two three");
	check_at_once("one two three", 8, "one two\nthree");
	check_at_once("one two three", 7, "one two\nthree");
	check_at_once("one two three", 6, "one\ntwo\nthree");
	check_at_once("a\n\n  b c", 20, "a\n\n  b c");
	check_at_once("exactly ten", 7, "exactly\nten");
	check_at_once("abcdefghijkl mn", 5, "abcde\nfghij\nkl mn");
	check_at_once("see abcdefghijkl", 5, "see\nabcde\nfghij\nkl");
	check_at_once("日本語の文章です", 6, "日本語\nの文章\nです");
	check_at_once("日本語の", 5, "日本\n語の");
	check_at_once("über nä"
		      "chste",
		      4, "uber\nnach\nste");
}

static const char *const texts[] = {
	"The cheapest smartwatch is Stride Smartwatch Lite, at $49.90, 32 in stock.",
	"1. Quarry Poplin Shirt — $38.50\n2. Allotment Work Shirt — $43.00\n\n    shop order "
	"cancel 12\n",
	"日本語の文章 with words and 混ぜた text https://example.com/a/very/long/address/indeed "
	"end",
	"Größe: naïve café, über — …  two  blanks   three\tand a tab ",
	"x",
	"\n\nbegins with empty lines\n \n",
};
enum { TEXTS = sizeof(texts) / sizeof(texts[0]) };

static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 16;
}

static void show_at_once(const char *text, int columns, char seen[SEEN_SIZE])
{
	struct run r;
	run_begin(&r, columns, /* plain= */ false);
	stream_text(r.stream, text, strlen(text));
	run_end(&r, seen);
}

static void in_pieces(struct stream *s, const char *text, size_t len, unsigned *seed)
{
	for (size_t at = 0; at < len;) {
		size_t n = 1 + next_random(seed) % 7;
		n = n < len - at ? n : len - at;
		stream_text(s, text + at, n);
		at += n;
	}
}

static void test_pieces(void **state)
{
	(void)state;
	char wanted[SEEN_SIZE], seen[SEEN_SIZE];
	unsigned seed = 1;
	for (size_t i = 0; i < TEXTS; i++)
		for (int columns = 3; columns < 90; columns++) {
			struct run r;
			show_at_once(texts[i], columns, wanted);
			run_begin(&r, columns, /* plain= */ false);
			in_pieces(r.stream, texts[i], strlen(texts[i]), &seed);
			run_end(&r, seen);
			if (strcmp(seen, wanted) != 0)
				fail_msg("text %zu, %d columns:\n%s\n--\n%s", i, columns, seen,
					 wanted);
		}
}

/* Something else is said and taken back before the text goes on. */
static void test_retracts(void **state)
{
	(void)state;
	char wanted[SEEN_SIZE], seen[SEEN_SIZE];
	unsigned seed = 2;
	for (size_t i = 0; i < TEXTS * 60; i++) {
		const char *text = texts[i % TEXTS], *other = texts[next_random(&seed) % TEXTS];
		int columns = 12 + (int)(next_random(&seed) % 70);
		size_t len = strlen(text), cut = next_random(&seed) % (len + 1);
		size_t wrong = 1 + next_random(&seed) % strlen(other);
		/* A text is never parted within a character here: it could not be seen. */
		while (cut > 0 && ((unsigned char)text[cut] & 0xC0) == 0x80)
			cut--;
		while (wrong < strlen(other) && ((unsigned char)other[wrong] & 0xC0) == 0x80)
			wrong++;
		struct run r;
		show_at_once(text, columns, wanted);
		run_begin(&r, columns, /* plain= */ false);
		in_pieces(r.stream, text, cut, &seed);
		in_pieces(r.stream, other, wrong, &seed);
		stream_retract(r.stream, wrong);
		in_pieces(r.stream, text + cut, len - cut, &seed);
		assert_string_equal(stream_said(r.stream), text);
		run_end(&r, seen);
		if (strstr(seen, "[taken back") == NULL && strcmp(seen, wanted) != 0)
			fail_msg("text %zu cut at %zu, %zu wrong, %d columns:\n%s\n--\n%s", i, cut,
				 wrong, columns, seen, wanted);
	}
}

static void test_what_cannot_be_erased(void **state)
{
	(void)state;
	struct run r;
	char seen[SEEN_SIZE];
	run_begin(&r, 60, /* plain= */ true);
	stream_text(r.stream, "It costs $49.90. It flies to the moon. ", 39);
	stream_retract(r.stream, 22);
	stream_text(r.stream, "It is in stock.", 15);
	assert_string_equal(stream_said(r.stream), "It costs $49.90. It is in stock.");
	fflush(r.out);
	assert_null(strchr(r.bytes, '\033'));
	run_end(&r, seen);
	assert_string_equal(seen, "It costs $49.90. It flies to the moon.\n"
				  "[taken back: \"It flies to the moon. \"]\n"
				  "It is in stock.");
	/* What has left the screen of 24 rows. */
	run_begin(&r, 20, /* plain= */ false);
	for (int i = 0; i < 30; i++)
		stream_text(r.stream, "a line\n", 7);
	stream_retract(r.stream, 7 * 28);
	stream_text(r.stream, "end", 3);
	assert_string_equal(stream_said(r.stream), "a line\na line\nend");
	run_end(&r, seen);
	assert_non_null(strstr(seen, "a line\n[taken back"));
	/* All of it, and more than there is. */
	run_begin(&r, 20, /* plain= */ false);
	stream_text(r.stream, "wrong words", 11);
	stream_retract(r.stream, 1000);
	stream_text(r.stream, "right", 5);
	run_end(&r, seen);
	assert_string_equal(seen, "right");
	/* Blanks are nothing that could be seen. */
	run_begin(&r, 20, /* plain= */ true);
	stream_text(r.stream, "right\n\n", 7);
	stream_retract(r.stream, 2);
	run_end(&r, seen);
	assert_string_equal(seen, "right");
}

/* A line of somebody else's in between is never erased, nor written into. */
static void test_aside(void **state)
{
	static const char *const said[] = { "", "one two ", "one\n",
					    "one two three four five six " };
	static const char *const wanted[] = { "a note\nright",
					      "one two\na note\n[taken back: \"one two \"]\nright",
					      "one\na note\n[taken back: \"one...\"]\nright",
					      "one two three four five\nsix\na note\n"
					      "[taken back: \"one ...\"]\nright" };
	(void)state;
	for (size_t i = 0; i < sizeof(said) / sizeof(said[0]); i++) {
		struct run r;
		char seen[SEEN_SIZE];
		run_begin(&r, i == 3 ? 26 : 40, /* plain= */ false);
		stream_text(r.stream, said[i], strlen(said[i]));
		stream_aside(r.stream);
		fputs("a note\n", r.out);
		stream_retract(r.stream, 1000);
		stream_text(r.stream, "wrong ", 6);
		stream_retract(r.stream, 6);
		stream_text(r.stream, "right", 5);
		assert_string_equal(stream_said(r.stream), "right");
		run_end(&r, seen);
		assert_string_equal(seen, wanted[i]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_wraps),    cmocka_unit_test(test_pieces),
		cmocka_unit_test(test_retracts), cmocka_unit_test(test_what_cannot_be_erased),
		cmocka_unit_test(test_aside),
	};
	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
