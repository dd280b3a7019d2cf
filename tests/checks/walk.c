/* SPDX-License-Identifier: MIT */
#include "checks/walk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static int findings;

void found(const char *path, const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	fprintf(stderr, "shop%s%s: ", path[0] != '\0' ? " " : "", path);
	vfprintf(stderr, fmt, args);
	fputc('\n', stderr);
	va_end(args);
	findings++;
}

void found_nothing(void)
{
	int n = findings;
	findings = 0;
	assert_int_equal(n, 0);
}

void walk(void (*check)(void *ctx, const struct command *c, const char *path), void *ctx)
{
	command_walk(&cmd_root, "", check, ctx);
	found_nothing();
}

struct search {
	const char *path;
	bool any;
};

static void match(void *ctx, const struct command *c, const char *path)
{
	struct search *s = ctx;
	s->any = s->any || (c->run != NULL && strcmp(path, s->path) == 0);
}

bool is_command(const char *path)
{
	struct search s = { .path = path };
	command_walk(&cmd_root, "", match, &s);
	return s.any;
}

bool is_hidden(const struct command *c)
{
	return c->name[0] == '_';
}

char *read_text(const char *path)
{
	FILE *f = fopen(path, "r");
	if (f == NULL)
		fail_msg("cannot read %s", path);
	char *text = NULL;
	size_t size = 0;
	/* Up to a byte that no text has: all of it. */
	if (getdelim(&text, &size, '\0', f) < 0)
		fail_msg("%s is empty", path);
	fclose(f);
	return text;
}
