/* SPDX-License-Identifier: MIT */
/*
 * Runs the matrix of rights against the program that was built: access_runner ROLE... does so as
 * each of these roles; --base makes the store that they begin with; --tree looks whether every
 * command has a row.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "access/rows.h"
#include "checks/walk.h"
#include "cli/sandbox.h"

/* All that is in the store, as a number; passwords that were tried in vain are counted there, and
 * that is right. */
#define SUM "sqlite3 .local/share/shop/shop.db .dump | grep -v 'INTO login_try' | cksum"

/* Alice's, and of no other customer's concern. */
static const char *const private_words[] = { "alice@example.com", "anary", "Larch Street" };

static bool is_stranger(const char *role)
{
	return strcmp(role, "nobody") == 0 || strcmp(role, "other") == 0 ||
	       strcmp(role, "gone") == 0;
}

static void check_privacy(const struct access_row *row, const char *role, const struct result *r)
{
	for (size_t i = 0; i < sizeof(private_words) / sizeof(private_words[0]); i++)
		if (strstr(r->out, private_words[i]) != NULL ||
		    (strstr(r->err, private_words[i]) != NULL &&
		     strstr(row->command, private_words[i]) == NULL))
			found(row->path, "line %zu as %s: shows '%s': %.200s%.200s", row->line,
			      role, private_words[i], r->out, r->err);
}

static void prepare(const struct sandbox *box, const char *role)
{
	char command[128];
	struct result r;
	snprintf(command, sizeof(command), "as %s", role);
	sandbox_run(box, command, &r);
	if (r.code != 0)
		fail_msg("'%s' ends with %d: %s", command, r.code, r.err);
	result_done(&r);
}

/* What is refused has no effect. */
static void check_refusal(const struct sandbox *box, const struct access_row *row, const char *role,
			  const char *before, const struct result *r)
{
	struct result after;
	if (r->out_len != 0)
		found(row->path, "line %zu as %s: is refused, and prints: %.200s", row->line, role,
		      r->out);
	if (r->err_len == 0)
		found(row->path, "line %zu as %s: is refused without a word", row->line, role);
	sandbox_run(box, SUM, &after);
	if (strcmp(before, after.out) != 0)
		found(row->path, "line %zu as %s: is refused, and changes the store", row->line,
		      role);
	result_done(&after);
}

static void check_row(const struct sandbox *box, const struct access_row *row, int role,
		      const char *before)
{
	struct result r;
	const char *name = access_roles[role];
	prepare(box, name);
	sandbox_run(box, row->command, &r);
	if (r.code != row->codes[role])
		found(row->path, "line %zu as %s: ends with %d, not %d: %s: %.200s", row->line,
		      name, r.code, row->codes[role], row->command, r.err);
	else if (r.code != 0)
		check_refusal(box, row, name, before, &r);
	if (is_stranger(name))
		check_privacy(row, name, &r);
	result_done(&r);
}

static int role_number(const char *name)
{
	for (int i = 0; i < ACCESS_ROLES; i++)
		if (strcmp(access_roles[i], name) == 0)
			return i;
	fail_msg("there is no role '%s'", name);
	return -1;
}

static void test_role(void **state)
{
	const char *role = *state;
	char name[64];
	struct sandbox box;
	struct access_rows rows;
	struct result before;
	access_read(&rows);
	snprintf(name, sizeof(name), "access-%s", role);
	sandbox_make(&box, name);
	prepare(&box, role);
	sandbox_run(&box, SUM, &before);
	assert_int_equal(before.err_len, 0);
	for (size_t i = 0; i < rows.count; i++)
		check_row(&box, &rows.items[i], role_number(role), before.out);
	result_done(&before);
	access_done(&rows);
	found_nothing();
}

static void check_has_row(void *ctx, const struct command *c, const char *path)
{
	const struct access_rows *rows = ctx;
	size_t n = 0;
	for (size_t i = 0; i < rows->count; i++)
		n += rows->items[i].leaf == c ? 1 : 0;
	if (!is_hidden(c) && c->run != NULL && n == 0)
		found(path, "the matrix of rights has no line for it");
}

/* What stands under admin is for admins, and nothing else is. */
static void check_declared(void *ctx, const struct command *c, const char *path)
{
	(void)ctx;
	bool admin = strncmp(path, "admin ", 6) == 0;
	if (c->run != NULL && admin != ((c->needs & NEED_ADMIN) != 0))
		found(path, "%s",
		      admin ? "does not declare that it is for admins"
			    : "is for admins, and does not stand under admin");
}

static void test_tree(void **state)
{
	(void)state;
	struct access_rows rows;
	access_read(&rows);
	command_walk(&cmd_root, "", check_has_row, &rows);
	command_walk(&cmd_root, "", check_declared, NULL);
	access_done(&rows);
	found_nothing();
}

static int make_base(void)
{
	struct sandbox box;
	struct result r;
	sandbox_make(&box, "access-base");
	sandbox_run(&box, "make-access", &r);
	fwrite(r.out, 1, r.out_len, stdout);
	fwrite(r.err, 1, r.err_len, stderr);
	int code = r.code;
	result_done(&r);
	return code;
}

int main(int argc, char **argv)
{
	if (argc != 2) {
		fputs("usage: access_runner --base | --tree | ROLE\n", stderr);
		return 2;
	}
	if (strcmp(argv[1], "--base") == 0)
		return make_base();
	const struct CMUnitTest test = {
		.name = argv[1],
		.test_func = strcmp(argv[1], "--tree") == 0 ? test_tree : test_role,
		.initial_state = argv[1],
	};
	return _cmocka_run_group_tests("access", &test, 1, NULL, NULL);
}
