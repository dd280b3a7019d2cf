/* SPDX-License-Identifier: MIT */
/*
 * Runs transcripts against the program that was built: cli_runner TRANSCRIPT..., each one a test;
 * cli_runner --demo-store makes the demo shop that they copy. With UPDATE=1 in the environment a
 * transcript is rewritten with what came.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "sandbox.h"
#include "transcript.h"

static char *command_text(const struct step *s)
{
	struct lines l = s->command;
	size_t size = 1;
	for (size_t i = 0; i < l.count; i++)
		size += strlen(l.items[i]) + 1;
	char *text = calloc(1, size), *at = text;
	assert_non_null(text);
	for (size_t i = 0; i < l.count; i++)
		at = stpcpy(stpcpy(at, l.items[i]), i + 1 < l.count ? "\n" : "");
	return text;
}

/* Returns whether the step went as written; says what came instead otherwise. */
static bool step_run(const struct sandbox *box, struct step *s, const char *name, bool update)
{
	char *command = command_text(s);
	struct result r;
	struct lines actual = { 0 };
	sandbox_run(box, command, &r);
	lines_add_output(&actual, r.out, r.out_len, /* is_stderr= */ false);
	lines_add_output(&actual, r.err, r.err_len, /* is_stderr= */ true);
	bool ok = r.code == s->code && lines_match(&s->expected, &actual);
	if (!ok && !update) {
		fprintf(stderr, "%s:%zu: $ %s\n", name, s->line, command);
		step_show_difference(stderr, s, &actual, r.code);
	}
	if (update)
		step_update(s, &actual, r.code);
	lines_done(&actual);
	result_done(&r);
	free(command);
	return ok;
}

static void test_transcript(void **state)
{
	const char *name = *state, *update = getenv("UPDATE");
	char path[SANDBOX_PATH_SIZE];
	snprintf(path, sizeof(path), "%s/%s", needed("TEST_TRANSCRIPTS"), name);
	struct transcript t;
	transcript_read(&t, path);
	bool rewrite = update != NULL && strcmp(update, "1") == 0;
	if (t.needs_permissions && !sandbox_has_permissions()) {
		transcript_done(&t);
		skip();
	}
	struct sandbox box;
	sandbox_make(&box, name);
	size_t wrong = 0, steps = t.count;
	for (size_t i = 0; i < steps; i++)
		wrong += step_run(&box, &t.steps[i], name, rewrite) ? 0 : 1;
	if (rewrite && wrong > 0)
		transcript_write(&t, path);
	transcript_done(&t);
	if (steps == 0)
		fail_msg("%s has no command in it", name);
	if (wrong > 0 && !rewrite)
		fail_msg("%s: %zu of %zu commands went otherwise", name, wrong, steps);
}

static int make_demo_store(void)
{
	struct sandbox box;
	struct result r;
	sandbox_make(&box, "demo-store");
	sandbox_run(&box, "make-demo", &r);
	fwrite(r.out, 1, r.out_len, stdout);
	fwrite(r.err, 1, r.err_len, stderr);
	int code = r.code;
	result_done(&r);
	return code;
}

int main(int argc, char **argv)
{
	if (argc == 2 && strcmp(argv[1], "--demo-store") == 0)
		return make_demo_store();
	if (argc < 2) {
		fputs("usage: cli_runner TRANSCRIPT... | --demo-store\n", stderr);
		return 2;
	}
	struct CMUnitTest *tests = calloc((size_t)argc, sizeof(*tests));
	if (tests == NULL)
		return 1;
	size_t count = (size_t)argc - 1;
	for (size_t i = 0; i < count; i++)
		tests[i] = (struct CMUnitTest){ .name = argv[i + 1],
						.test_func = test_transcript,
						.initial_state = argv[i + 1] };
	int failed = _cmocka_run_group_tests("transcripts", tests, count, NULL, NULL);
	free(tests);
	return failed;
}
