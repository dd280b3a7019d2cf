/* SPDX-License-Identifier: MIT */
/* Prints help made from the option tables. */
#include "core/help.h"

#include <stdlib.h>
#include <string.h>

static bool has_options(const struct opt *o)
{
	for (; o != NULL && o->kind != OPT_KIND_END; o++)
		if (!opt_is_operand(o))
			return true;
	return false;
}

static void print_operand(FILE *out, const struct opt *o)
{
	bool optional = (o->flags & OPT_OPTIONAL) != 0;
	fprintf(out, " %s%s%s%s", optional ? "[" : "", o->name,
		o->kind == OPT_KIND_ARGS ? "..." : "", optional ? "]" : "");
}

void help_usage(FILE *out, const struct command *c, const char *path)
{
	fprintf(out, "usage: shop%s%s", path[0] != '\0' ? " " : "", path);
	if (c->run == NULL) {
		fputs(path[0] != '\0' ? " COMMAND [OPTIONS]\n" : " [OPTIONS] COMMAND\n", out);
		return;
	}
	if (has_options(c->opts))
		fputs(" [OPTIONS]", out);
	for (const struct opt *o = c->opts; o != NULL && o->kind != OPT_KIND_END; o++)
		if (opt_is_operand(o))
			print_operand(out, o);
	fputc('\n', out);
}

/* Values written as "a|b|c" in a table are shown so; live values are not listed. */
static void print_option(FILE *out, const struct opt *o)
{
	char left[64];
	char letter[8] = "    ";
	if (o->letter != 0)
		snprintf(letter, sizeof(letter), "-%c, ", o->letter);
	snprintf(left, sizeof(left), "%s--%s%s%s", letter, o->name, o->value != NULL ? " " : "",
		 o->value != NULL ? o->value : "");
	fprintf(out, "  %-28s %s", left, o->help);
	if (o->values != NULL && o->values[0] != '@')
		fprintf(out, " (%s)", o->values);
	fputc('\n', out);
}

static void print_options(FILE *out, const char *title, const struct opt *table)
{
	if (!has_options(table))
		return;
	fprintf(out, "\n%s\n", title);
	for (const struct opt *o = table; o->kind != OPT_KIND_END; o++)
		if (!opt_is_operand(o))
			print_option(out, o);
}

static void print_operands(FILE *out, const struct opt *table)
{
	bool any = false;
	for (const struct opt *o = table; o != NULL && o->kind != OPT_KIND_END; o++) {
		if (!opt_is_operand(o))
			continue;
		fputs(any ? "" : "\n", out);
		fprintf(out, "  %-28s %s\n", o->name, o->help);
		any = true;
	}
}

static void print_subcommands(FILE *out, const struct command *c)
{
	if (c->sub == NULL)
		return;
	fputs("\nCommands\n", out);
	for (size_t i = 0; c->sub[i] != NULL; i++)
		if (c->sub[i]->name[0] != '_')
			fprintf(out, "  %-28s %s\n", c->sub[i]->name, c->sub[i]->summary);
}

void help_print(FILE *out, const struct command *c, const char *path)
{
	fprintf(out, "shop%s%s - %s\n\n", path[0] != '\0' ? " " : "", path, c->summary);
	help_usage(out, c, path);
	print_operands(out, c->opts);
	print_subcommands(out, c);
	print_options(out, "Options", c->opts);
	print_options(out, "Options of every command", global_opts);
	if (c->sub != NULL)
		fprintf(out, "\nMore: shop%s%s COMMAND --help\n", path[0] != '\0' ? " " : "", path);
}

int help_or_version(struct cmd_context *cx)
{
	if (cx->globals.help)
		help_print(stdout, cx->command, cx->path);
	else
		printf("shop %s\n", SHOP_VERSION);
	if (fflush(stdout) != 0) {
		fputs("shop: cannot write the output\n", stderr);
		return EXIT_FAILURE;
	}
	return EXIT_SUCCESS;
}
