/* SPDX-License-Identifier: MIT */
/*
 * Build tool: turns the .sql files into C. Statements are named by a line "-- NAME" in capitals
 * and reach to the next such line; other comments and indentation are dropped. What statements
 * share is written once, under a line "-- FRAGMENT NAME", before a line "-- INCLUDE NAME" in each
 * of them. Usage:
 *     embed statements.h statements.c migrations.c -- statement.sql ... -- schema.sql ...
 */
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_SIZE = 128, LINE_SIZE = 1024, FRAGMENTS_MAX = 64, FRAGMENT_SIZE = 8192 };

struct fragment {
	char name[NAME_SIZE];
	char text[FRAGMENT_SIZE];
};

struct fragments {
	struct fragment items[FRAGMENTS_MAX];
	size_t count;
};

static void die(const char *what, const char *name)
{
	fprintf(stderr, "embed: %s: %s\n", what, name);
	exit(1);
}

static FILE *open_or_die(const char *name, const char *mode)
{
	FILE *f = fopen(name, mode);
	if (f == NULL)
		die("cannot open", name);
	return f;
}

/* "-- PRODUCT_BY_ID" and nothing else on the line. */
static bool is_name(const char *line, const char *prefix, char name[NAME_SIZE])
{
	size_t skip = strlen(prefix);
	if (strncmp(line, prefix, skip) != 0)
		return false;
	size_t n = strspn(line + skip, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
	if (n < 3 || n >= NAME_SIZE || strcmp(line + skip + n, "\n") != 0)
		return false;
	memcpy(name, line + skip, n);
	name[n] = '\0';
	return true;
}

static void put_string(FILE *out, const char *line)
{
	fputs("\n\t\t\"", out);
	for (const char *p = line; *p != '\0' && *p != '\n'; p++) {
		if (*p == '"' || *p == '\\')
			fputc('\\', out);
		fputc(*p, out);
	}
	fputs("\\n\"", out);
}

static struct fragment *fragment_find(struct fragments *all, const char *name)
{
	for (size_t i = 0; i < all->count; i++)
		if (strcmp(all->items[i].name, name) == 0)
			return &all->items[i];
	die("no such fragment", name);
	return NULL;
}

static struct fragment *fragment_begin(struct fragments *all, const char *name)
{
	if (all->count == FRAGMENTS_MAX)
		die("too many fragments", name);
	struct fragment *f = &all->items[all->count++];
	snprintf(f->name, sizeof(f->name), "%s", name);
	return f;
}

static void fragment_add(struct fragment *f, const char *text)
{
	if (strlen(f->text) + strlen(text) >= FRAGMENT_SIZE)
		die("a fragment is too long", f->name);
	strncat(f->text, text, FRAGMENT_SIZE - strlen(f->text) - 1);
}

static void put_lines(FILE *out, const char *text)
{
	char line[LINE_SIZE];
	while (*text != '\0') {
		size_t n = strcspn(text, "\n");
		snprintf(line, sizeof(line), "%.*s", (int)n, text);
		put_string(out, line);
		text += n + (text[n] == '\n' ? 1 : 0);
	}
}

static bool is_comment(const char *line)
{
	while (isspace((unsigned char)*line))
		line++;
	return strncmp(line, "--", 2) == 0 || *line == '\0';
}

static const char *skip_indent(const char *line)
{
	while (*line == ' ' || *line == '\t')
		line++;
	return line;
}

static void embed_statements(const char *path, struct fragments *all, FILE *header, FILE *source)
{
	FILE *in = open_or_die(path, "r");
	char line[LINE_SIZE], name[NAME_SIZE];
	bool open = false;
	struct fragment *fragment = NULL;
	while (fgets(line, sizeof(line), in) != NULL) {
		bool begins_fragment = is_name(line, "-- FRAGMENT ", name);
		if (begins_fragment || is_name(line, "-- ", name)) {
			fputs(open ? " },\n" : "", source);
			open = !begins_fragment;
			fragment = begins_fragment ? fragment_begin(all, name) : NULL;
			if (open) {
				fprintf(header, "\tSTMT_%s,\n", name);
				fprintf(source, "\t[STMT_%s] = { \"%s\",", name, name);
			}
		} else if (is_name(line, "-- INCLUDE ", name)) {
			const char *text = fragment_find(all, name)->text;
			if (fragment != NULL)
				fragment_add(fragment, text);
			else
				put_lines(source, text);
		} else if (!is_comment(line)) {
			if (!open && fragment == NULL)
				die("text before the first name", path);
			if (fragment != NULL)
				fragment_add(fragment, skip_indent(line));
			else
				put_string(source, skip_indent(line));
		}
	}
	if (open)
		fputs(" },\n", source);
	fclose(in);
}

static void embed_schema(const char *path, FILE *source)
{
	FILE *in = open_or_die(path, "r");
	char line[1024];
	fputs("\t\"\"", source);
	while (fgets(line, sizeof(line), in) != NULL)
		if (!is_comment(line))
			put_string(source, line);
	fputs(",\n", source);
	fclose(in);
}

int main(int argc, char **argv)
{
	if (argc < 7)
		die("usage", "embed H C MIGRATIONS -- SQL... -- SCHEMA...");
	FILE *header = open_or_die(argv[1], "w");
	FILE *source = open_or_die(argv[2], "w");
	FILE *schema = open_or_die(argv[3], "w");
	fputs("#pragma once\n\nenum db_statement {\n", header);
	fputs("#include \"db/embedded.h\"\n\nconst struct db_sql db_statements[] = {\n", source);
	fputs("#include \"db/embedded.h\"\n\nconst char *const db_migrations[] = {\n", schema);
	struct fragments *all = calloc(1, sizeof(*all));
	if (all == NULL)
		die("out of memory", argv[0]);
	int i = 5;
	for (; i < argc && strcmp(argv[i], "--") != 0; i++)
		embed_statements(argv[i], all, header, source);
	for (i++; i < argc; i++)
		embed_schema(argv[i], schema);
	fputs("\tSTMT_COUNT\n};\n", header);
	fputs("};\n", source);
	fputs("\t(const char *)0\n};\n", schema);
	free(all);
	if (fclose(header) != 0 || fclose(source) != 0 || fclose(schema) != 0)
		die("cannot write", argv[1]);
	return 0;
}
