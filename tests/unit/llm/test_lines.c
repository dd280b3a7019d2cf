/* SPDX-License-Identifier: MIT */
/* Lines and events, whatever the pieces are in which their bytes come. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "llm/lines.h"
#include "llm/sse.h"

/* What came, each in brackets. */
static bool gather(void *ctx, const char *line, size_t len)
{
	struct buf *seen = ctx;
	buf_putc(seen, '[');
	buf_append(seen, line, len);
	buf_putc(seen, ']');
	return true;
}

static const char text[] = "{\"a\":\"\xE2\x82\xAC\"}\n\n{\"b\":\"\\u00e9\"}\r\nlast";
static const char want[] = "[{\"a\":\"\xE2\x82\xAC\"}][][{\"b\":\"\\u00e9\"}\r][last]";

static void lines_from_two_pieces(void **state)
{
	size_t len = sizeof(text) - 1;
	(void)state;
	for (size_t i = 0; i <= len; i++) {
		struct buf seen;
		struct lines l;
		buf_init(&seen, 4096);
		lines_init(&l, gather, &seen);
		assert_true(lines_feed(&l, text, i));
		assert_true(lines_feed(&l, text + i, len - i));
		assert_true(lines_end(&l));
		assert_string_equal(buf_text(&seen), want);
		lines_done(&l);
		buf_done(&seen);
	}
}

static void lines_from_pieces_of_every_size(void **state)
{
	size_t len = sizeof(text) - 1;
	(void)state;
	for (size_t step = 1; step <= len; step++) {
		struct buf seen;
		struct lines l;
		buf_init(&seen, 4096);
		lines_init(&l, gather, &seen);
		for (size_t i = 0; i < len; i += step)
			assert_true(lines_feed(&l, text + i, len - i < step ? len - i : step));
		assert_true(lines_end(&l));
		assert_string_equal(buf_text(&seen), want);
		lines_done(&l);
		buf_done(&seen);
	}
}

static bool count(void *ctx, const char *line, size_t len)
{
	size_t *sum = ctx;
	(void)line;
	*sum += len;
	return true;
}

static void lines_have_a_limit(void **state)
{
	size_t size = LINE_MAX_BYTES, sum = 0;
	char *bytes = malloc(size);
	struct lines l;
	(void)state;
	assert_non_null(bytes);
	memset(bytes, 'x', size);
	lines_init(&l, count, &sum);
	assert_true(lines_feed(&l, bytes, size));
	assert_true(lines_feed(&l, "\n", 1));
	assert_int_equal(sum, size);
	assert_true(lines_feed(&l, bytes, size));
	assert_false(lines_feed(&l, "x", 1));
	assert_true(l.too_long);
	lines_done(&l);
	free(bytes);
}

static bool stop(void *ctx, const char *line, size_t len)
{
	size_t *n = ctx;
	(void)line;
	(void)len;
	return ++*n < 2;
}

static void lines_stop_when_told(void **state)
{
	size_t n = 0;
	struct lines l;
	(void)state;
	lines_init(&l, stop, &n);
	assert_false(lines_feed(&l, "a\nb\nc\n", 6));
	assert_int_equal(n, 2);
	assert_false(l.too_long);
	lines_done(&l);
}

static bool to_event(void *ctx, const char *line, size_t len)
{
	return sse_line(ctx, line, len);
}

static const char events[] =
	": comment\n\ndata: {\"a\":1}\n\nevent: x\nid: 3\r\ndata:two\r\ndata:  "
	"three\r\n\r\n\n\nretry: 5\n\ndata\n\ndata:\n\ndatax: no\n\ndata: "
	"[DONE]\n";
static const char want_events[] = "[{\"a\":1}][two\n three][][[DONE]]";

static void events_at_every_offset(void **state)
{
	size_t len = sizeof(events) - 1;
	(void)state;
	for (size_t i = 0; i <= len; i++) {
		struct buf seen;
		struct sse s;
		struct lines l;
		buf_init(&seen, 4096);
		sse_init(&s, gather, &seen);
		lines_init(&l, to_event, &s);
		assert_true(lines_feed(&l, events, i));
		assert_true(lines_feed(&l, events + i, len - i));
		assert_true(lines_end(&l) && sse_end(&s));
		assert_string_equal(buf_text(&seen), want_events);
		lines_done(&l);
		sse_done(&s);
		buf_done(&seen);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_from_two_pieces),
		cmocka_unit_test(lines_from_pieces_of_every_size),
		cmocka_unit_test(lines_have_a_limit),
		cmocka_unit_test(lines_stop_when_told),
		cmocka_unit_test(events_at_every_offset),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
