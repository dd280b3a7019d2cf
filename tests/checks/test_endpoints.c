/* SPDX-License-Identifier: MIT */
/* Reads the table of endpoints: is there a command for each, and does its transcript run it as
 * nobody, as a customer, as another customer and as an admin, in text and in JSON? */
#include <dirent.h>
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

#define FOLDER "endpoints"

/* As the tool `each` calls them. */
static const char *const roles[] = { "nobody", "alice", "bob", "admin" };
enum { ROLES = sizeof(roles) / sizeof(roles[0]) };

struct row {
	char endpoint[64], command[64], transcript[64];
};

struct table {
	struct row rows[64];
	size_t count;
};

static char *path_of(char out[SANDBOX_PATH_SIZE], const char *name)
{
	int n = snprintf(out, SANDBOX_PATH_SIZE, "%s/" FOLDER "/%s", needed("TEST_TRANSCRIPTS"),
			 name);
	assert_true(n > 0 && n < SANDBOX_PATH_SIZE);
	return out;
}

/* The next column, without the spaces around it. */
static void column_read(char **line, char out[64])
{
	const char *text = strsep(line, "|");
	if (text == NULL)
		fail_msg("a column of the table of endpoints is missing");
	text += strspn(text, " ");
	size_t len = strlen(text);
	while (len > 0 && text[len - 1] == ' ')
		len--;
	snprintf(out, 64, "%.*s", (int)len, text);
}

static void table_read(struct table *t)
{
	char path[SANDBOX_PATH_SIZE];
	char *text = read_text(path_of(path, "table")), *rest = text, *line;
	t->count = 0;
	while ((line = strsep(&rest, "\n")) != NULL) {
		if (line[0] == '#' || line[0] == '\0')
			continue;
		assert_true(t->count < sizeof(t->rows) / sizeof(t->rows[0]));
		struct row *row = &t->rows[t->count++];
		column_read(&line, row->endpoint);
		column_read(&line, row->command);
		column_read(&line, row->transcript);
	}
	free(text);
	assert_true(t->count >= 20);
}

/* Does the line run the command, and not one whose name only begins so? */
static bool runs(const char *line, const char *command)
{
	char words[96], longer[192];
	size_t n = (size_t)snprintf(words, sizeof(words), "shop %s", command);
	const char *at = strstr(line, words);
	if (at == NULL || (at[n] != '\0' && at[n] != ' '))
		return false;
	const char *next = at + n + strspn(at + n, " ");
	snprintf(longer, sizeof(longer), "%s %.*s", command, (int)strcspn(next, " "), next);
	return !is_command(longer);
}

/* The roles whose outcome stands below a line "== alice, bob". */
static void mark(const char *line, bool seen[ROLES])
{
	char names[64];
	snprintf(names, sizeof(names), "%s", line + strlen("=="));
	for (char *rest = names, *name; (name = strsep(&rest, ",")) != NULL;)
		for (int i = 0; i < ROLES; i++)
			seen[i] = seen[i] || strcmp(name + strspn(name, " "), roles[i]) == 0;
}

static void check_transcript(const struct row *row)
{
	char path[SANDBOX_PATH_SIZE];
	bool seen[2][ROLES] = { { false } }, each = false, command = false, json = false;
	char *text = read_text(path_of(path, row->transcript)), *rest = text, *line;
	while ((line = strsep(&rest, "\n")) != NULL) {
		if (strncmp(line, "$ ", 2) == 0) {
			each = strcmp(line, "$ each <<'END'") == 0;
			command = json = false;
		} else if (each && strncmp(line, "> ", 2) == 0 && runs(line, row->command)) {
			command = true;
			json = strstr(line, " --json") != NULL;
		} else if (command && strncmp(line, "== ", 3) == 0) {
			mark(line, seen[json]);
		}
	}
	free(text);
	for (int i = 0; i < ROLES; i++)
		for (int form = 0; form < 2; form++)
			if (!seen[form][i])
				found(row->command, "%s does not run it as %s in %s",
				      row->transcript, roles[i], form == 1 ? "JSON" : "text");
}

static void test_table(void **state)
{
	(void)state;
	struct table t;
	size_t waiting = 0;
	table_read(&t);
	for (size_t i = 0; i < t.count; i++) {
		const struct row *row = &t.rows[i];
		bool there = is_command(row->command), later = strcmp(row->transcript, "-") == 0;
		if (there && later)
			found(row->command, "%s has no transcript", row->endpoint);
		else if (!there && !later)
			found(row->command, "%s has no command", row->endpoint);
		else if (!later)
			check_transcript(row);
		waiting += later ? 1 : 0;
	}
	print_message("%zu of %zu endpoints wait for their command\n", waiting, t.count);
	found_nothing();
}

/* Transcripts that the table does not name. */
static void test_no_strays(void **state)
{
	(void)state;
	struct table t;
	char path[SANDBOX_PATH_SIZE];
	table_read(&t);
	DIR *dir = opendir(path_of(path, ""));
	assert_non_null(dir);
	for (const struct dirent *e; (e = readdir(dir)) != NULL;) {
		bool named = e->d_name[0] == '.' || strcmp(e->d_name, "table") == 0;
		for (size_t i = 0; i < t.count; i++)
			named = named || strcmp(e->d_name, t.rows[i].transcript) == 0;
		if (!named)
			found("", "%s is not in the table of endpoints", e->d_name);
	}
	closedir(dir);
	found_nothing();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_no_strays),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
