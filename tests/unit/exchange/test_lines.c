/* SPDX-License-Identifier: MIT */
/* Lines of files: every kind of end, the longest line, and one byte more. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "exchange/lines.h"
#include "support/scratch.h"

struct file {
	char folder[SCRATCH_PATH_SIZE], path[SCRATCH_PATH_SIZE];
	struct lines lines;
	struct shop_error err;
};

static int set_up(void **state)
{
	struct file *f = calloc(1, sizeof(*f));
	assert_non_null(f);
	scratch_make(f->folder);
	scratch_path(f->path, f->folder, "file");
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct file *f = *state;
	if (f->lines.fd > 0)
		close(f->lines.fd);
	lines_done(&f->lines);
	scratch_remove(f->folder);
	free(f);
	return 0;
}

static void open_bytes(struct file *f, const void *bytes, size_t len)
{
	f->lines.fd = open(f->path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	assert_true(f->lines.fd > 0);
	assert_int_equal(write(f->lines.fd, bytes, len), (ssize_t)len);
	assert_int_equal(lseek(f->lines.fd, 0, SEEK_SET), 0);
}

static void expect_line(struct file *f, int64_t number, const void *bytes, size_t len)
{
	const char *line = NULL;
	size_t got = 0;
	bool some = false;
	assert_int_equal(lines_next(&f->lines, &line, &got, &some, &f->err), SHOP_OK);
	assert_true(some);
	assert_int_equal(f->lines.number, number);
	assert_int_equal(got, len);
	assert_memory_equal(line, bytes, len);
}

static void expect_end(struct file *f)
{
	const char *line;
	size_t len;
	bool some = true;
	assert_int_equal(lines_next(&f->lines, &line, &len, &some, &f->err), SHOP_OK);
	assert_false(some);
}

static void test_ends(void **state)
{
	struct file *f = *state;
	static const char bytes[] = "\xEF\xBB\xBFone\n\n\xEF\xBB\xBFthree\r\nfo\0ur\nlast";
	open_bytes(f, bytes, sizeof(bytes) - 1);
	expect_line(f, 1, "one", 3);
	assert_int_equal(f->lines.done, 7);
	expect_line(f, 2, "", 0);
	/* A mark is one at the start of the file alone. */
	expect_line(f, 3, "\xEF\xBB\xBFthree\r", 9);
	expect_line(f, 4, "fo\0ur", 5);
	expect_line(f, 5, "last", 4);
	expect_end(f);
	assert_int_equal(f->lines.done, (int64_t)sizeof(bytes) - 1);
	expect_end(f);
}

static void test_empty(void **state)
{
	struct file *f = *state;
	open_bytes(f, "", 0);
	expect_end(f);
}

/* Many lines through a buffer that is smaller than all of them. */
static void test_many(void **state)
{
	struct file *f = *state;
	enum { COUNT = 3000, WIDTH = 100 };
	char *all = malloc(COUNT * (WIDTH + 1));
	assert_non_null(all);
	for (size_t i = 0; i < COUNT; i++) {
		memset(all + i * (WIDTH + 1), 'a' + (int)(i % 26), WIDTH);
		all[i * (WIDTH + 1) + WIDTH] = '\n';
	}
	open_bytes(f, all, COUNT * (WIDTH + 1));
	for (size_t i = 0; i < COUNT; i++)
		expect_line(f, (int64_t)i + 1, all + i * (WIDTH + 1), WIDTH);
	expect_end(f);
	assert_true(f->lines.size <= 64 * 1024);
	free(all);
}

static void test_longest(void **state)
{
	struct file *f = *state;
	char *bytes = malloc(LINE_BYTES_MAX + 3);
	assert_non_null(bytes);
	memset(bytes, 'x', LINE_BYTES_MAX + 3);
	memcpy(bytes, "a\n", 2);
	bytes[LINE_BYTES_MAX + 2] = '\n';
	open_bytes(f, bytes, LINE_BYTES_MAX + 3);
	expect_line(f, 1, "a", 1);
	expect_line(f, 2, bytes + 2, LINE_BYTES_MAX);
	expect_end(f);
	free(bytes);
}

static void test_too_long(void **state)
{
	struct file *f = *state;
	char *bytes = malloc(LINE_BYTES_MAX + 2);
	const char *line;
	size_t len;
	bool some;
	assert_non_null(bytes);
	memset(bytes, 'x', LINE_BYTES_MAX + 2);
	bytes[LINE_BYTES_MAX + 1] = '\n';
	open_bytes(f, bytes, LINE_BYTES_MAX + 2);
	free(bytes);
	assert_int_equal(lines_next(&f->lines, &line, &len, &some, &f->err), SHOP_E_INVALID);
	assert_string_equal(f->err.text, "longer than 8388608 bytes");
	assert_int_equal(f->lines.number, 1);
}

static void test_cannot_read(void **state)
{
	struct file *f = *state;
	const char *line;
	size_t len;
	bool some;
	f->lines.fd = open(f->folder, O_RDONLY | O_CLOEXEC);
	assert_true(f->lines.fd > 0);
	assert_int_equal(lines_next(&f->lines, &line, &len, &some, &f->err), SHOP_E_IO);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_ends, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_empty, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_many, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_longest, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_too_long, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_cannot_read, set_up, tear_down),
	};
	return cmocka_run_group_tests_name("exchange/lines", tests, NULL, NULL);
}
