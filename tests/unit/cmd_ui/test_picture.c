/* SPDX-License-Identifier: MIT */
/* The program that draws: what it is given, what of its output is taken, and that it has an end. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/scratch.h"
#include "ui/picture_bytes.h"

static void test_symbols(void **state)
{
	(void)state;
	static const char *const fine[] = { "a\n", "\033[0m\033[38;5;1;48;5;255m▄\033[m\n",
					    "é ▟\n" };
	static const char *const wrong[] = { "",           "\033[2J",    "\033[1",     "\033",
					     "\033]0;x\a", "\033[1;1Ha", "a\rb",       "a\tb",
					     "a\x7F",      "\xC2\x9B;",  "\033[?25lx", "\033c" };
	for (size_t i = 0; i < sizeof(fine) / sizeof(fine[0]); i++)
		assert_true(picture_bytes_fine(PICTURE_SYMBOLS, fine[i], strlen(fine[i])));
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		if (picture_bytes_fine(PICTURE_SYMBOLS, wrong[i], strlen(wrong[i])))
			fail_msg("picture %zu is taken", i);
	assert_false(picture_bytes_fine(PICTURE_SYMBOLS, "a\0b", 3));
	assert_false(picture_bytes_fine(PICTURE_NONE, "a", 1));
}

static void test_pixels(void **state)
{
	(void)state;
	static const struct {
		enum picture_form form;
		const char *bytes;
		bool fine;
	} all[] = {
		{ PICTURE_KITTY, "\033_Ga=T;AA\033\\\033_Gm=0\033\\\n", true },
		{ PICTURE_KITTY, "\033_Ga=T;AA\033\\x", false },
		{ PICTURE_KITTY, "\033_Ga=T;AA", false },
		{ PICTURE_KITTY, "\033_Ga=T;\033[2J\033\\", false },
		{ PICTURE_KITTY, "\033Pq#0\033\\", false },
		{ PICTURE_KITTY, "text\n", false },
		{ PICTURE_SIXEL, "\033P0;1q\"1;1;2;2#0!4~-\033\\\n", true },
		{ PICTURE_SIXEL, "\033P0;1q\xC2\x9C\033\\", false },
		{ PICTURE_ITERM, "\033]1337;File=inline=1:AAA=\a\n", true },
		{ PICTURE_ITERM, "\033]0;title\a", false },
		{ PICTURE_ITERM, "\033]1337;File=inline=1:AAA=", false },
	};
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (picture_bytes_fine(all[i].form, all[i].bytes, strlen(all[i].bytes)) !=
		    all[i].fine)
			fail_msg("picture %zu is %s", i, all[i].fine ? "refused" : "taken");
}

/* Draws with a program that does so; the text that came of it, or NULL. */
static char *drawn_by(const char *folder, const char *does, int time_ms)
{
	char program[512], *text = NULL;
	size_t len = 0;
	snprintf(program, sizeof(program), "%s/draw", folder);
	FILE *f = fopen(program, "w");
	assert_non_null(f);
	fprintf(f, "#!/bin/sh\n%s\n", does);
	fclose(f);
	assert_int_equal(chmod(program, 0700), 0);
	struct picture p = { .bytes = "pixels",
			     .len = 6,
			     .form = PICTURE_SYMBOLS,
			     .colors = "16",
			     .columns = 40,
			     .rows = 10,
			     .utf8 = true,
			     .program = program,
			     .time_ms = time_ms };
	FILE *out = open_memstream(&text, &len);
	assert_non_null(out);
	bool drawn = picture_draw(out, &p);
	fclose(out);
	if (drawn)
		return text;
	assert_int_equal(len, 0);
	free(text);
	return NULL;
}

static void test_draw(void **state)
{
	char *text = drawn_by(*state, "cat; echo", 0);
	assert_non_null(text);
	assert_string_equal(text, "pixels\n");
	free(text);
	text = drawn_by(*state, "printf x", 0);
	assert_string_equal(text, "x\n");
	free(text);
	text = drawn_by(*state, "echo \"$*\"", 0);
	assert_non_null(strstr(text, "--size 40x10"));
	free(text);
}

/* It has nothing of ours open but its three streams, and none of our variables. */
static void test_alone(void **state)
{
	int fd = open("/dev/null", O_RDONLY);
	setenv("SHOP_TOKEN", "secret", 1);
	char *text = drawn_by(*state, "ls /proc/self/fd | wc -l; env | grep -c SHOP; exit 0", 0);
	close(fd);
	unsetenv("SHOP_TOKEN");
	/* The folder itself is one that ls opens. */
	assert_string_equal(text, "4\n0\n");
	free(text);
}

static void test_failures(void **state)
{
	static const char *const all[] = { "echo x; exit 1",
					   "kill -9 $$",
					   ":",
					   "printf '\\033[2J'",
					   "exec yes",
					   "exec head -c 99999999 /dev/zero",
					   "echo x; echo y >$0.file; test -s $0.file" };
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (drawn_by(*state, all[i], 0) != NULL)
			fail_msg("'%s' has drawn something", all[i]);
}

static void test_patience(void **state)
{
	time_t before = time(NULL);
	assert_null(drawn_by(*state, "echo x; exec sleep 60", 200));
	assert_null(drawn_by(*state, "exec >&-; exec sleep 60", 200));
	assert_true(time(NULL) - before < 20);
}

static void test_missing(void **state)
{
	(void)state;
	struct picture p = { .bytes = "x",
			     .len = 1,
			     .form = PICTURE_SYMBOLS,
			     .colors = "16",
			     .columns = 40,
			     .rows = 10,
			     .program = "/no/such/program" };
	assert_false(picture_draw(stdout, &p));
	p.len = 0;
	assert_false(picture_draw(stdout, &p));
}

static int set_up(void **state)
{
	static char folder[SCRATCH_PATH_SIZE];
	scratch_make(folder);
	*state = folder;
	return 0;
}

static int tear_down(void **state)
{
	scratch_remove(*state);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_symbols),  cmocka_unit_test(test_pixels),
		cmocka_unit_test(test_draw),     cmocka_unit_test(test_alone),
		cmocka_unit_test(test_failures), cmocka_unit_test(test_patience),
		cmocka_unit_test(test_missing),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
