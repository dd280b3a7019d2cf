/* SPDX-License-Identifier: MIT */
/* Which terminals have links and pictures, and which addresses may be followed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "ui/link.h"
#include "ui/picture.h"

static void test_terminals(void **state)
{
	(void)state;
	static const struct {
		struct terminal_env env;
		bool links;
		enum picture_form pictures;
	} all[] = {
		{ { .term = NULL }, false, PICTURE_NONE },
		{ { .term = "dumb", .program = "WezTerm" }, false, PICTURE_NONE },
		{ { .term = "linux" }, false, PICTURE_SYMBOLS },
		{ { .term = "xterm-256color" }, false, PICTURE_SYMBOLS },
		{ { .term = "xterm-kitty" }, true, PICTURE_KITTY },
		{ { .term = "xterm-256color", .kitty = "1" }, true, PICTURE_KITTY },
		{ { .term = "foot-extra" }, true, PICTURE_SIXEL },
		{ { .term = "mlterm" }, false, PICTURE_SIXEL },
		{ { .term = "xterm-256color", .program = "iTerm.app" }, true, PICTURE_ITERM },
		{ { .term = "xterm-256color", .program = "vscode" }, true, PICTURE_SYMBOLS },
		{ { .term = "xterm-256color", .windows = "x" }, true, PICTURE_SYMBOLS },
		{ { .term = "xterm-256color", .vte_version = "7200" }, true, PICTURE_SYMBOLS },
		{ { .term = "xterm-256color", .vte_version = "4800" }, false, PICTURE_SYMBOLS },
		{ { .term = "xterm-256color", .konsole_version = "220401" },
		  true,
		  PICTURE_SYMBOLS },
		{ { .term = "xterm-kitty", .tmux = "x" }, false, PICTURE_SYMBOLS },
		{ { .term = "screen", .kitty = "1" }, false, PICTURE_SYMBOLS },
		{ { .term = "foot", .screen = "x" }, false, PICTURE_SYMBOLS },
		{ { .term = "tmux-256color",
		    .tmux = "x",
		    .program = "tmux",
		    .program_version = "3.3a" },
		  false,
		  PICTURE_SYMBOLS },
		{ { .term = "tmux-256color",
		    .tmux = "x",
		    .program = "tmux",
		    .program_version = "3.4" },
		  true,
		  PICTURE_SYMBOLS },
		{ { .term = "tmux-256color",
		    .tmux = "x",
		    .program = "tmux",
		    .program_version = "4" },
		  true,
		  PICTURE_SYMBOLS },
		{ { .term = "xterm", .force_links = "1" }, true, PICTURE_SYMBOLS },
		{ { .term = "xterm-kitty", .force_links = "0" }, false, PICTURE_KITTY },
	};
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		if (link_supported(&all[i].env) != all[i].links)
			fail_msg("links of terminal %zu", i);
		if (picture_form_of(&all[i].env) != all[i].pictures)
			fail_msg("pictures of terminal %zu", i);
	}
}

static void test_colors(void **state)
{
	(void)state;
	struct terminal_env env = { .term = "xterm" };
	assert_string_equal(picture_colors_of(&env), "16");
	env.term = "screen-256color";
	assert_string_equal(picture_colors_of(&env), "256");
	env.colorterm = "truecolor";
	assert_string_equal(picture_colors_of(&env), "full");
}

static void test_clean(void **state)
{
	(void)state;
	static const char *const refused[] = {
		"",
		"images/x.png",
		"javascript:alert(1)",
		"file:///etc/passwd",
		"https:/x",
		"https://x/\033\\",
		"https://x/\a",
		"http://x/\n",
		"http://x/\x7F",
	};
	char out[LINK_SIZE];
	assert_false(link_clean(NULL, out));
	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++)
		if (link_clean(refused[i], out))
			fail_msg("'%s' is taken", refused[i]);
	assert_true(link_clean("https://x.example/a?b=c&d#e%20f", out));
	assert_string_equal(out, "https://x.example/a?b=c&d#e%20f");
	assert_true(link_clean("HTTP://x.example/ü \xC2\x9B\x9C", out));
	assert_string_equal(out, "HTTP://x.example/%C3%BC%20%C2%9B%9C");
}

static void test_long(void **state)
{
	(void)state;
	char out[LINK_SIZE], url[2 * LINK_SIZE] = "https://";
	memset(url + 8, 'a', sizeof(url) - 9);
	assert_false(link_clean(url, out));
	url[LINK_SIZE - 4] = '\0';
	assert_true(link_clean(url, out));
	assert_string_equal(out, url);
	memset(url + 8, 0xC3, sizeof(url) - 9);
	assert_false(link_clean(url, out));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_terminals),
		cmocka_unit_test(test_colors),
		cmocka_unit_test(test_clean),
		cmocka_unit_test(test_long),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
