/* SPDX-License-Identifier: MIT */
/* The line of a progress: what it says, when, and that it fits. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "ui/progress.h"
#include "ui/wrap.h"

static const char *text(size_t width, int64_t spent_ms, struct progress_at at)
{
	static char out[PROGRESS_SIZE];
	const struct progress p = {
		.what = "lines", .begun_ms = 1000, .wanted = true, .utf8 = true, .width = width
	};
	return progress_text(&p, 1000 + spent_ms, &at, out);
}

static void test_text(void **state)
{
	(void)state;
	assert_string_equal(text(60, 2000, (struct progress_at){ 12000, 25, 100 }),
			    "12,000 lines  25 %  6,000/s  0:06 left");
	assert_string_equal(text(80, 2000, (struct progress_at){ 12000, 25, 100 }),
			    "█████                12,000 lines  25 %  6,000/s  0:06 left");
	/* Of what nobody knows the end, there is none to wait for. */
	assert_string_equal(text(80, 2000, (struct progress_at){ 999, 25, 0 }), "999 lines  499/s");
	assert_string_equal(text(80, 2000, (struct progress_at){ 1000, 25, 20 }),
			    "1,000 lines  500/s");
	/* Too early to tell. */
	assert_string_equal(text(60, 600, (struct progress_at){ 60, 25, 100 }),
			    "60 lines  25 %  100/s");
	assert_string_equal(text(60, 0, (struct progress_at){ 0, 0, 100 }), "0 lines  0 %");
	assert_string_equal(text(60, 3600000, (struct progress_at){ 3600, 1, 3 }),
			    "3,600 lines  33 %  1/s  2:00:00 left");
	assert_string_equal(text(60, 5000, (struct progress_at){ 5, 100, 100 }),
			    "5 lines  100 %  1/s  0:00 left");
}

/* A line that wrapped could not be taken away. */
static void test_width(void **state)
{
	(void)state;
	const struct progress_at at = { INT64_MAX, INT64_MAX / 2, INT64_MAX };
	for (size_t width = 1; width < 120; width++)
		assert_true(wrap_columns(text(width, INT64_MAX / 2, at)) < width);
	assert_true(wrap_columns(text(30, -5000, at)) < 30);
}

/* stderr of a test that is read by a program is no terminal, and nothing is to be seen there. */
static void test_unwanted(void **state)
{
	(void)state;
	struct progress p;
	progress_begin(&p, "lines", 0, /* wanted= */ false);
	progress_tell(&p, 10000, &(struct progress_at){ 1, 1, 1 });
	assert_false(p.shown);
	progress_end(&p);
}

/* Half a second is not worth a word, and nobody reads ten lines in a tenth of one. */
static void test_times(void **state)
{
	(void)state;
	struct progress p = { .what = "lines", .due_ms = 500, .wanted = true, .width = 80 };
	progress_tell(&p, 499, &(struct progress_at){ 1, 1, 2 });
	assert_false(p.shown);
	progress_tell(&p, 500, &(struct progress_at){ 1, 1, 2 });
	assert_true(p.shown);
	assert_int_equal(p.due_ms, 600);
	progress_tell(&p, 599, &(struct progress_at){ 1, 1, 2 });
	assert_int_equal(p.due_ms, 600);
	progress_end(&p);
	progress_tell(&p, 9999, &(struct progress_at){ 1, 1, 2 });
	assert_false(p.shown);
}

static int set_up(void **state)
{
	(void)state;
	return setlocale(LC_CTYPE, "C.UTF-8") == NULL;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_width),
		cmocka_unit_test(test_unwanted),
		cmocka_unit_test(test_times),
	};
	return cmocka_run_group_tests(tests, set_up, NULL);
}
