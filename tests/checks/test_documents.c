/* SPDX-License-Identifier: MIT */
/*
 * Runs every command for JSON and compares what it prints with shop-json(7): each key is described
 * there with what it holds, and what is described is printed. The commands are those of the matrix
 * of rights, as somebody who may, and some more that fill what is otherwise empty.
 */
#include <jansson.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "access/rows.h"
#include "checks/documents.h"
#include "checks/walk.h"
#include "cli/sandbox.h"

/* Role, then command: orders, answers and products of every kind. */
static const char *const more[] = {
	"own shop chat what did I order last week",
	"own shop chat red shirts in stock between 10 and 50 dollars with at least 3 stars",
	"own shop chat laptops under 4 stars",
	"own shop chat track my order 1234",
	"own shop chat cancel order 1240",
	"own shop chat --yes cancel order 1240",
	"own shop chat the three cheapest watches by Tarvoxa",
	"own shop order track 1214",
	"own shop order track 1234 1240",
	"own shop order show 1234 1214",
	"own shop products show EL-0001 TX-0001",
	"nobody shop products list --in-stock",
	"admin shop admin export --output out.jsonl",
	"admin echo '[{\"model\":\"x.y\",\"pk\":1,\"fields\":{}}]' | shop admin import -",
	"nobody chmod 644 .local/share/shop/shop.db; shop doctor || test $? -eq 1",
	"nobody shop init --demo --store demo.db",
};

struct run {
	struct sandbox box;
	struct documents *documents;
	struct access_rows rows;
};

static void as(const struct run *run, const char *role)
{
	char command[64];
	struct result r;
	snprintf(command, sizeof(command), "as %s", role);
	sandbox_run(&run->box, command, &r);
	if (r.code != 0)
		fail_msg("'%s' ends with %d: %s", command, r.code, r.err);
	result_done(&r);
}

/* One document, and nothing after it. */
static void check_text(const struct run *run, const char *path, const char *type, const char *text)
{
	json_error_t why;
	json_t *value = json_loads(text, JSON_DECODE_ANY | JSON_REJECT_DUPLICATES, &why);
	if (value == NULL)
		found(path, "prints no JSON (%s): %.200s", why.text, text);
	else
		documents_check(run->documents, path, type, value);
	json_decref(value);
}

/* Each line is an element of what would be a list. */
static void check_lines(const struct run *run, const char *path, const char *type, char *text)
{
	const char *element = strncmp(type, "list of ", 8) == 0 ? type + 8 : type;
	char *line;
	while ((line = strsep(&text, "\n")) != NULL)
		if (line[0] != '\0')
			check_text(run, path, element, line);
}

static void check_command(const struct run *run, const struct access_row *row, const char *role,
			  bool lines)
{
	struct result r;
	const char *type = documents_of_command(run->documents, row->path);
	if (type == NULL || strncmp(type, "plain ", 6) == 0)
		return;
	char *command = access_command(row, lines ? "--jsonl" : "--json");
	as(run, role);
	sandbox_run(&run->box, command, &r);
	if (r.code != 0)
		found(row->path, "'%s' ends with %d: %.200s", command, r.code, r.err);
	else if (lines)
		check_lines(run, row->path, type, r.out);
	else
		check_text(run, row->path, type, r.out);
	result_done(&r);
	free(command);
}

static void check_failure(const struct run *run, const struct access_row *row, const char *role)
{
	struct result r;
	char *command = access_command(row, "--json");
	as(run, role);
	sandbox_run(&run->box, command, &r);
	if (r.out_len != 0)
		found(row->path, "fails, and prints: %.200s", r.out);
	check_text(run, row->path, "Failure", r.err);
	result_done(&r);
	free(command);
}

/* Somebody who may run this, or -1. */
static int who_may(const struct access_row *row)
{
	for (int i = 0; i < ACCESS_ROLES; i++)
		if (row->codes[i] == 0)
			return i;
	return -1;
}

static void check_row(const struct run *run, const struct access_row *row)
{
	int may = who_may(row);
	if (may >= 0) {
		check_command(run, row, access_roles[may], /* lines= */ false);
		check_command(run, row, access_roles[may], /* lines= */ true);
	}
	for (int i = 0; i < ACCESS_ROLES; i++)
		if (row->codes[i] == 3 || row->codes[i] == 6) {
			check_failure(run, row, access_roles[i]);
			return;
		}
}

static void check_more(const struct run *run, const char *line)
{
	char role[16];
	size_t n = strcspn(line, " ");
	struct access_row row = { .line = 0 };
	snprintf(role, sizeof(role), "%.*s", (int)n, line);
	access_row_init(&row, line + n + 1);
	check_command(run, &row, role, /* lines= */ false);
	free(row.command);
}

/* A warning is a document too. */
static void check_warning(const struct run *run)
{
	struct result r;
	as(run, "own");
	sandbox_run(&run->box,
		    "echo demo-bob-pass | SHOP_TOKEN=$(cat .local/state/shop/token) "
		    "shop login --json bob@example.com --password-stdin",
		    &r);
	check_text(run, "login", "Notice", r.err);
	result_done(&r);
}

static void test_documents(void **state)
{
	struct run *run = *state;
	for (size_t i = 0; i < run->rows.count; i++)
		check_row(run, &run->rows.items[i]);
	for (size_t i = 0; i < sizeof(more) / sizeof(more[0]); i++)
		check_more(run, more[i]);
	check_warning(run);
	documents_check_seen(run->documents);
	found_nothing();
}

static void check_described(void *ctx, const struct command *c, const char *path)
{
	const struct documents *d = ctx;
	if (!is_hidden(c) && c->run != NULL && documents_of_command(d, path) == NULL)
		found(path, "shop-json(7) does not say what it prints");
}

static void check_there(void *ctx, const char *path)
{
	(void)ctx;
	if (!is_command(path))
		found(path, "shop-json(7) says what it prints, and there is no such command");
}

static void test_commands(void **state)
{
	struct run *run = *state;
	walk(check_described, run->documents);
	documents_each_command(run->documents, check_there, NULL);
	found_nothing();
}

static int set_up(void **state)
{
	static struct run run;
	char page[SANDBOX_PATH_SIZE];
	snprintf(page, sizeof(page), "%s/shop-json.7", needed("TEST_MANUAL"));
	run.documents = documents_read(page);
	access_read(&run.rows);
	sandbox_make(&run.box, "checks-documents");
	*state = &run;
	return 0;
}

static int tear_down(void **state)
{
	struct run *run = *state;
	documents_free(run->documents);
	access_done(&run->rows);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_commands),
		cmocka_unit_test(test_documents),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
