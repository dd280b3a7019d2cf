/* SPDX-License-Identifier: MIT */
#include "access/rows.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "checks/walk.h"
#include "cli/sandbox.h"

const char *const access_roles[ACCESS_ROLES] = { "nobody", "own",    "other", "read",
						 "admin",  "viewer", "gone" };

/* Where the word "shop" ends in a command. */
static const char *after_shop(const char *command)
{
	for (const char *at = command; (at = strstr(at, "shop ")) != NULL; at++)
		if (at == command || at[-1] == ' ')
			return at + strlen("shop");
	return NULL;
}

/* Goes down the tree by the words that follow. */
static void find_leaf(struct access_row *row)
{
	const char *at = after_shop(row->command);
	if (at == NULL)
		fail_msg("line %zu runs no command: %s", row->line, row->command);
	row->leaf = &cmd_root;
	while (*at == ' ') {
		char word[64];
		const struct command *next;
		snprintf(word, sizeof(word), "%.*s", (int)strcspn(at + 1, " "), at + 1);
		next = command_sub(row->leaf, word);
		if (next == NULL)
			break;
		size_t len = strlen(row->path);
		snprintf(row->path + len, sizeof(row->path) - len, "%s%s", len > 0 ? " " : "",
			 word);
		row->leaf = next;
		at += 1 + strlen(word);
	}
	if (row->leaf->run == NULL)
		found(row->path, "line %zu names no command: %s", row->line, row->command);
}

void access_row_init(struct access_row *row, const char *command)
{
	row->command = strdup(command);
	assert_non_null(row->command);
	find_leaf(row);
}

static void line_read(struct access_rows *rows, char *line, size_t number)
{
	if (line[0] == '#' || line[0] == '\0')
		return;
	rows->items = realloc(rows->items, (rows->count + 1) * sizeof(*rows->items));
	assert_non_null(rows->items);
	struct access_row *row = &rows->items[rows->count++];
	*row = (struct access_row){ .line = number };
	for (int i = 0; i < ACCESS_ROLES; i++) {
		char *end;
		row->codes[i] = (int)strtol(line, &end, 10);
		if (end == line || *end != ' ')
			fail_msg("line %zu: a column is missing", number);
		line = end + 1;
	}
	line += strspn(line, " ");
	access_row_init(row, line);
}

void access_read(struct access_rows *ret)
{
	char *text = read_text(needed("TEST_MATRIX")), *rest = text, *line;
	*ret = (struct access_rows){ 0 };
	for (size_t number = 1; (line = strsep(&rest, "\n")) != NULL; number++)
		line_read(ret, line, number);
	free(text);
	assert_true(ret->count > 0);
}

void access_done(struct access_rows *rows)
{
	for (size_t i = 0; i < rows->count; i++)
		free(rows->items[i].command);
	free(rows->items);
	*rows = (struct access_rows){ 0 };
}

char *access_command(const struct access_row *row, const char *option)
{
	char *text = NULL;
	const char *at = after_shop(row->command);
	assert_true(asprintf(&text, "%.*s %s%s", (int)(at - row->command), row->command, option,
			     at) > 0);
	return text;
}
