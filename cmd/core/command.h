/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * Commands. One leaf command is one file under cmd/ whose path is the words typed
 * (cmd/products/search.c is `shop products search`), and one const descriptor in it.
 *
 * How to add a command:
 *  1. write cmd/<words>.c: an option struct, its table, run(), and the descriptor cmd_<words>;
 *  2. declare it in cmd/commands.h and put it in its group in cmd/commands.c (sorted);
 *  3. what it does stands in lib/service and a public header, not here;
 *  4. describe it in man/shop-<first word>.1, and its JSON in man/shop-json.7;
 *  5. add a transcript tests/cli/<words>.t: success in text and JSON, and each refusal;
 *  6. say in tests/access/matrix who may run it.
 * The tests walk the tree and name whatever is missing.
 */

#include <stdbool.h>

#include "core/option.h"
#include "shop.h"

struct emit;
struct config;

/* What the dispatcher provides before run() is called, or refuses. */
enum command_needs {
	NEED_STORE_RO = 1 << 0, /* cx->shop, for reading */
	NEED_STORE_RW = 1 << 1, /* cx->shop, for writing */
	NEED_LOGIN = 1 << 2,    /* a customer acts on cx->shop */
	NEED_ADMIN = 1 << 3,    /* an admin acts on cx->shop */
	NEED_TOKEN = 1 << 4,    /* a login is used if there is a valid one */
	RUN_SILENT = 1 << 5,    /* whatever fails, nothing is said of it and the exit status is 0 */
};

enum { COMMAND_PATH_SIZE = 128 };

struct cmd_context {
	const struct command *command;
	const struct command *group;  /* that it is a subcommand of */
	char path[COMMAND_PATH_SIZE]; /* the words typed: "products search" */
	struct globals globals;
	struct config *config;
	struct shop *shop;
	struct emit *out;
	struct shop_error err; /* what run() fills when it fails */
	char done[128];      /* what stays done if its report cannot be written; see fail_done() */
	const char *way_out; /* the hint of that error; NULL: none */
	int exit;            /* the exit status where run() succeeds; 0 if it sets no other */
};

struct command {
	const char *name;
	const char *summary;    /* one line, no full stop */
	const struct opt *opts; /* options and operands; NULL: none */
	size_t opts_size;       /* run() gets a zeroed struct of this size, filled */
	unsigned needs;
	const struct command *const *sub; /* a group; it may have a run() for "no subcommand" */
	enum shop_status (*run)(struct cmd_context *cx, const void *opts);
};

/* The tree's root: cmd/commands.c. */
extern const struct command cmd_root;

/* Runs the program: globals, resolve, provide, run, close. Returns the exit status. */
int command_main(int argc, char **argv);

/* The subcommand of that name, or NULL. */
const struct command *command_sub(const struct command *group, const char *name);

/* The command that the words name, from the root, and its path. INVALID, with a hint on what was
 * meant. */
enum shop_status command_find(const struct shop_texts *words, const struct command **ret,
			      char ret_path[COMMAND_PATH_SIZE], struct shop_error *err);

/* Calls each() for every command below and including `at`, with its path ("" for the root). */
void command_walk(const struct command *at, const char *path,
		  void (*each)(void *ctx, const struct command *c, const char *path), void *ctx);
