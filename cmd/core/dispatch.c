/* SPDX-License-Identifier: MIT */
/* From the words typed to a command that runs: globals, resolve, provide, run, close. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/config.h"
#include "core/context.h"
#include "core/fail.h"
#include "core/help.h"
#include "core/suggest.h"
#include "ui/emit.h"

const struct command *command_sub(const struct command *group, const char *name)
{
	for (size_t i = 0; group->sub != NULL && group->sub[i] != NULL; i++)
		if (strcmp(group->sub[i]->name, name) == 0)
			return group->sub[i];
	return NULL;
}

void command_walk(const struct command *at, const char *path,
		  void (*each)(void *ctx, const struct command *c, const char *path), void *ctx)
{
	each(ctx, at, path);
	for (size_t i = 0; at->sub != NULL && at->sub[i] != NULL; i++) {
		char below[COMMAND_PATH_SIZE];
		snprintf(below, sizeof(below), "%s%s%s", path, path[0] != '\0' ? " " : "",
			 at->sub[i]->name);
		command_walk(at->sub[i], below, each, ctx);
	}
}

/* The nearest subcommand's name, or NULL. */
static const char *suggest_sub(const struct command *group, const char *word)
{
	const char *best = NULL;
	size_t best_distance = SIZE_MAX;
	for (size_t i = 0; group->sub != NULL && group->sub[i] != NULL; i++) {
		const char *name = group->sub[i]->name;
		size_t distance = suggest_distance(word, name);
		if (name[0] != '_' && suggest_near(word, name) && distance < best_distance) {
			best_distance = distance;
			best = name;
		}
	}
	return best;
}

static const char *space_after(const char *path)
{
	return path[0] != '\0' ? " " : "";
}

static void hint_commands(struct cmd_context *cx)
{
	shop_error_hint(&cx->err, "'shop %s%s--help' lists those that there are", cx->path,
			space_after(cx->path));
}

static enum shop_status unknown_command(struct cmd_context *cx, const char *word)
{
	shop_error_set(&cx->err, SHOP_E_INVALID, "'shop %s%s%s' is not a command", cx->path,
		       space_after(cx->path), word);
	const char *meant = suggest_sub(cx->command, word);
	if (meant != NULL)
		shop_error_hint(&cx->err, "did you mean '%s'?", meant);
	else
		hint_commands(cx);
	return SHOP_E_INVALID;
}

/* Takes the global options at the front; false, taking none, if there is one of another kind. */
static bool take_globals(struct cmd_context *cx, int *argc, char ***argv, struct shop_error *err)
{
	struct globals before = cx->globals;
	struct opt_parse p = { .globals = { global_opts, &cx->globals },
			       .argc = *argc,
			       .argv = *argv,
			       .stop_at_operand = true };
	if (opt_parse(&p, err)) {
		cx->globals = before;
		return false;
	}
	*argc -= p.used;
	*argv += p.used;
	return true;
}

static void descend(struct cmd_context *cx, const struct command *next)
{
	cx->group = cx->command;
	size_t len = strlen(cx->path);
	snprintf(cx->path + len, sizeof(cx->path) - len, "%s%s", len > 0 ? " " : "", next->name);
	cx->command = next;
}

enum shop_status command_find(const struct shop_texts *words, const struct command **ret,
			      char ret_path[COMMAND_PATH_SIZE], struct shop_error *err)
{
	struct cmd_context at = { .command = &cmd_root };
	for (size_t i = 0; i < words->count; i++) {
		const struct command *next = command_sub(at.command, words->items[i]);
		if (next == NULL) {
			unknown_command(&at, words->items[i]);
			*err = at.err;
			return at.err.status;
		}
		descend(&at, next);
	}
	*ret = at.command;
	memcpy(ret_path, at.path, sizeof(at.path));
	return SHOP_OK;
}

/* Goes down the tree by the words at the front; global options may stand between them. */
static enum shop_status resolve(struct cmd_context *cx, int *argc, char ***argv)
{
	while (cx->command->sub != NULL) {
		/* A group that also runs by itself (chat) has options of its own: its own parse
		 * decides what they are. */
		bool runs = cx->command->run != NULL;
		int rest = *argc;
		char **words = *argv;
		if (!take_globals(cx, &rest, &words, runs ? NULL : &cx->err) && !runs)
			return SHOP_E_INVALID;
		const struct command *next = rest > 0 ? command_sub(cx->command, words[0]) : NULL;
		if (next == NULL && (runs || rest == 0 || cx->globals.help || cx->globals.version))
			return SHOP_OK;
		if (next == NULL)
			return unknown_command(cx, words[0]);
		descend(cx, next);
		*argc = rest - 1;
		*argv = words + 1;
	}
	return SHOP_OK;
}

static enum shop_status parse(struct cmd_context *cx, int argc, char **argv, void *opts,
			      const char **lists)
{
	opt_clear(cx->command->opts, opts);
	struct opt_parse p = { .command = { cx->command->opts, opts },
			       .globals = { global_opts, &cx->globals },
			       .argc = argc,
			       .argv = argv,
			       .lists = lists };
	enum shop_status st = opt_parse(&p, &cx->err);
	/* "shop chat history books" may have been meant as a question. */
	if (st && p.extra && cx->group != NULL && cx->group->run != NULL)
		shop_error_hint(
			&cx->err,
			"words that begin with '%s' are quoted, or follow --: shop %s -- %s ...",
			cx->command->name, cx->group->name, cx->command->name);
	if (!st && cx->globals.json && cx->globals.jsonl)
		return shop_error_set(&cx->err, SHOP_E_INVALID,
				      "--json and --jsonl cannot go together");
	return st;
}

static enum shop_status run_command(struct cmd_context *cx, const void *opts)
{
	/* Not before it is needed: help must come whatever the surroundings are like. */
	enum shop_status st = config_load(cx->config, &cx->err);
	if (!st || (cx->command->needs & RUN_SILENT) != 0)
		st = context_provide(cx);
	if (st)
		return st;
	struct emit_options how = { .json = cx->globals.json,
				    .jsonl = cx->globals.jsonl,
				    .no_color = cx->globals.no_color || cx->config->no_color,
				    .dumb = cx->config->dumb,
				    .quiet = cx->globals.quiet,
				    .terminal = &cx->config->terminal,
				    .no_pictures = cx->config->no_pictures,
				    .pager = cx->globals.no_pager ? NULL : cx->config->pager,
				    .columns = cx->config->columns,
				    .utc_offset = cx->config->utc_offset };
	st = emit_new(&how, &cx->out, &cx->err);
	if (!st)
		st = cx->command->run(cx, opts);
	if (!st) {
		st = emit_finish(cx->out, &cx->err);
		if (st && cx->done[0] != '\0')
			shop_error_prefix(&cx->err, "%s, but ", cx->done);
		if (st && cx->way_out != NULL)
			shop_error_hint(&cx->err, "%s", cx->way_out);
	}
	emit_free(cx->out);
	cx->out = NULL;
	return st;
}

/* A program that asked for JSON gets it also where its words could not be read to their end. */
static int fail_words(struct cmd_context *cx, int argc, char **argv)
{
	for (int i = 0; i < argc && strcmp(argv[i], "--") != 0; i++) {
		cx->globals.json = cx->globals.json || strcmp(argv[i], "--json") == 0;
		cx->globals.jsonl = cx->globals.jsonl || strcmp(argv[i], "--jsonl") == 0;
	}
	return fail_usage(cx);
}

static int dispatch(struct cmd_context *cx, int argc, char **argv)
{
	enum shop_status st = resolve(cx, &argc, &argv);
	if (!st && (cx->globals.help || cx->globals.version))
		return help_or_version(cx);
	if (st)
		return fail_words(cx, argc, argv);
	if (cx->command->run == NULL && (cx->globals.json || cx->globals.jsonl)) {
		shop_error_set(&cx->err, SHOP_E_INVALID, "missing COMMAND");
		hint_commands(cx);
		return fail_report(cx, SHOP_E_INVALID);
	}
	if (cx->command->run == NULL) {
		help_print(stderr, cx->command, cx->path);
		return EXIT_USAGE;
	}
	size_t lists = opt_list_count(cx->command->opts) * (size_t)argc;
	void *opts = calloc(1, cx->command->opts_size + 1);
	const char **slots = calloc(lists + 1, sizeof(*slots));
	int code = EXIT_FAILURE;
	if (opts != NULL && slots != NULL) {
		st = parse(cx, argc, argv, opts, slots);
		if (!st && (cx->globals.help || cx->globals.version))
			code = help_or_version(cx);
		else
			code = st ? fail_words(cx, argc, argv)
				  : fail_report(cx, run_command(cx, opts));
		if (code == EXIT_SUCCESS)
			code = cx->exit;
	}
	free(slots);
	free(opts);
	return code;
}

int command_main(int argc, char **argv)
{
	struct config config = { 0 };
	struct cmd_context cx = { .command = &cmd_root, .config = &config };
	int code = dispatch(&cx, argc - 1, argv + 1);
	context_done(&cx);
	config_done(&config);
	return code;
}
