/* SPDX-License-Identifier: MIT */
/* shop help: the manual page on a terminal, else the help made from the tables. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "commands.h"
#include "core/help.h"
#include "core/place.h"
#include "ui/emit.h"

struct options {
	struct shop_texts words;
};

static const struct opt table[] = {
	OPT_ARGS(struct options, words, "COMMAND", "the command to explain", .flags = OPT_OPTIONAL,
		 .values = "@command"),
	OPT_END,
};

/* There is one page for each first word: shop-products(1). The caller frees it. */
static char *page_find(const char *path)
{
	static const char *const endings[] = { "", ".gz" };
	char *page = NULL;
	for (size_t i = 0; page == NULL && i < sizeof(endings) / sizeof(endings[0]); i++) {
		char name[COMMAND_PATH_SIZE + 32];
		snprintf(name, sizeof(name), "man/man1/shop%s%.*s.1%s", path[0] != '\0' ? "-" : "",
			 (int)strcspn(path, " "), path, endings[i]);
		page = place_share(name);
	}
	return page;
}

/* Becomes `man`, and returns only if there is none. */
static void page_show(const struct cmd_context *cx, const char *path)
{
	char *page = page_find(path);
	if (page == NULL)
		return;
	if (cx->globals.no_pager)
		setenv("MANPAGER", "cat", /* overwrite= */ 1);
	execlp("man", "man", "-l", page, (char *)NULL);
	free(page);
}

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	const struct command *c;
	char path[COMMAND_PATH_SIZE];
	enum shop_status st = command_find(&o->words, &c, path, &cx->err);
	if (st)
		return st;
	if (emit_is_terminal(cx->out))
		page_show(cx, path);
	help_print(stdout, c, path);
	return SHOP_OK;
}

const struct command cmd_help = {
	.name = "help",
	.summary = "explain a command",
	.opts = table,
	.opts_size = sizeof(struct options),
	.run = run,
};
