/* SPDX-License-Identifier: MIT */
/* Walks the tree of commands: are its tables sound, does help work anywhere, does completion know
 * all of it? */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "checks/walk.h"
#include "cli/sandbox.h"

#define SMALL    "abcdefghijklmnopqrstuvwxyz-"
#define CAPITALS "ABCDEFGHIJKLMNOPQRSTUVWXYZ_:[]"

static bool only(const char *text, const char *characters)
{
	return text[0] != '\0' && text[strspn(text, characters)] == '\0';
}

/* One line without a full stop. */
static bool is_phrase(const char *text)
{
	return text != NULL && text[0] != '\0' && strchr(text, '\n') == NULL &&
	       text[strlen(text) - 1] != '.';
}

static void check_option(const char *path, const struct opt *o)
{
	bool has_value =
		o->kind == OPT_KIND_TEXT || o->kind == OPT_KIND_TEXTS || o->kind == OPT_KIND_INT;
	if (!only(o->name, SMALL) || strncmp(o->name, "no-no-", 6) == 0)
		found(path, "an odd name: --%s", o->name);
	if (has_value != (o->value != NULL))
		found(path, "--%s: a value without a name, or a name without a value", o->name);
	if (o->kind == OPT_KIND_INT && o->min > o->max)
		found(path, "--%s: nothing is between its bounds", o->name);
	if ((o->flags & OPT_OPTIONAL) != 0)
		found(path, "--%s is an option, and may be missing anyway", o->name);
}

static bool are_alike(const struct opt *a, const struct opt *b)
{
	return !opt_is_operand(b) &&
	       (strcmp(a->name, b->name) == 0 || (a->letter != 0 && a->letter == b->letter));
}

static void check_twice(const char *path, const struct opt *o, const struct opt *others)
{
	for (const struct opt *b = others; b != NULL && b->kind != OPT_KIND_END; b++)
		if (b != o && are_alike(o, b))
			found(path, "--%s and --%s cannot be told apart", o->name, b->name);
}

static void check_table(const char *path, const struct opt *table, size_t size)
{
	bool optional = false, list = false;
	for (const struct opt *o = table; o != NULL && o->kind != OPT_KIND_END; o++) {
		if (!is_phrase(o->help))
			found(path, "the help of %s is missing or ends with a stop", o->name);
		if (o->at >= size)
			found(path, "%s lies outside its struct", o->name);
		if (!opt_is_operand(o)) {
			check_option(path, o);
			check_twice(path, o, table);
			check_twice(path, o, table != global_opts ? global_opts : NULL);
			continue;
		}
		if (!only(o->name, CAPITALS))
			found(path, "the operand %s is not in capitals", o->name);
		if (list || (optional && (o->flags & OPT_OPTIONAL) == 0))
			found(path, "nobody can say where %s begins", o->name);
		optional = optional || (o->flags & OPT_OPTIONAL) != 0;
		list = o->kind == OPT_KIND_ARGS;
	}
}

static void check_command(void *ctx, const struct command *c, const char *path)
{
	(void)ctx;
	if (c->sub == NULL && c->run == NULL)
		found(path, "neither a group nor a command");
	if (!is_hidden(c) && !only(c->name, SMALL))
		found(path, "an odd name");
	if (!is_phrase(c->summary) || strlen(c->summary) > 60)
		found(path, "the summary is missing, too long, or ends with a stop");
	if (c->opts != NULL && c->run == NULL)
		found(path, "options that nothing reads");
	check_table(path, c->opts, c->opts_size);
	for (size_t i = 0; c->sub != NULL && c->sub[i] != NULL && c->sub[i + 1] != NULL; i++)
		if (strcmp(c->sub[i]->name, c->sub[i + 1]->name) >= 0)
			found(path, "%s stands before %s", c->sub[i]->name, c->sub[i + 1]->name);
}

static void test_tables(void **state)
{
	(void)state;
	walk(check_command, NULL);
	check_table("", global_opts, sizeof(struct globals));
	found_nothing();
}

static void count(void *ctx, const struct command *c, const char *path)
{
	(void)path;
	*(int *)ctx += !is_hidden(c) && c->run != NULL ? 1 : 0;
}

/* That the others find nothing means something. */
static void test_there_are_commands(void **state)
{
	(void)state;
	int n = 0;
	command_walk(&cmd_root, "", count, &n);
	assert_true(n >= 10);
}

static int make_box(void **state)
{
	static struct sandbox box;
	sandbox_make(&box, "checks-tree");
	*state = &box;
	return 0;
}

/* Without a home, a store or an environment, in a folder that is not the user's. */
static void help_by(const struct sandbox *box, const struct command *c, const char *path,
		    const char *words)
{
	char command[512], expected[256];
	struct result r;
	const char *space = path[0] != '\0' ? " " : "";
	snprintf(command, sizeof(command), "cd / && env -i \"$(command -v shop)\" %s", words);
	snprintf(expected, sizeof(expected), "shop%s%s - %s\n\nusage: shop%s%s", space, path,
		 c->summary, space, path);
	sandbox_run(box, command, &r);
	if (r.code != 0 || r.err_len != 0 || strncmp(r.out, expected, strlen(expected)) != 0)
		found(path, "help by '%s' ends with %d: %.60s %.60s", words, r.code, r.err, r.out);
	result_done(&r);
}

static void check_help(void *ctx, const struct command *c, const char *path)
{
	static const char *const ways[] = { "%s --help", "%s -h", "--json --help %s", "help %s" };
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]) - (is_hidden(c) ? 1 : 0); i++) {
		char words[256];
		const char *at = strstr(ways[i], "%s");
		snprintf(words, sizeof(words), "%.*s%s%s", (int)(at - ways[i]), ways[i], path,
			 at + 2);
		help_by(ctx, c, path, words);
	}
}

static void test_help_works_anywhere(void **state)
{
	walk(check_help, *state);
}

/* What completion offers after the words of path, with one word more. */
static void candidates(const struct sandbox *box, const char *path, const char *word,
		       struct result *r)
{
	char command[512];
	snprintf(command, sizeof(command), "shop __complete -- %s '%s'", path, word);
	sandbox_run(box, command, r);
	if (r->code != 0 || r->err_len != 0)
		found(path, "completion ends with %d: %.60s", r->code, r->err);
}

static bool has_line(const char *text, const char *begin)
{
	size_t n = strlen(begin);
	for (const char *at = text; (at = strstr(at, begin)) != NULL; at += n)
		if ((at == text || at[-1] == '\n') && (at[n] == '\t' || at[n] == '\n'))
			return true;
	return false;
}

static void complete_options(const char *path, const struct opt *table, const char *offered)
{
	for (const struct opt *o = table; o != NULL && o->kind != OPT_KIND_END; o++) {
		char name[64];
		snprintf(name, sizeof(name), "--%s", o->name);
		if (!opt_is_operand(o) && !has_line(offered, name))
			found(path, "completion does not know %s", name);
	}
}

static void check_completion(void *ctx, const struct command *c, const char *path)
{
	struct result r;
	if (is_hidden(c))
		return;
	if (c->run != NULL) {
		candidates(ctx, path, "--", &r);
		complete_options(path, c->opts, r.out);
		complete_options(path, global_opts, r.out);
		result_done(&r);
	}
	if (c->sub == NULL)
		return;
	candidates(ctx, path, "", &r);
	for (size_t i = 0; c->sub[i] != NULL; i++)
		if (is_hidden(c->sub[i]) == has_line(r.out, c->sub[i]->name))
			found(path, "completion does not know %s, or it should not",
			      c->sub[i]->name);
	result_done(&r);
}

static void test_completion_knows_all(void **state)
{
	walk(check_completion, *state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_there_are_commands),
		cmocka_unit_test(test_tables),
		cmocka_unit_test(test_help_works_anywhere),
		cmocka_unit_test(test_completion_knows_all),
	};
	return cmocka_run_group_tests(tests, make_box, NULL);
}
