/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * The surroundings: environment, configuration file, standard places. The only file of the program
 * that asks the environment. Precedence: option, environment, file, default.
 */

#include <stdbool.h>
#include <stdint.h>

#include "shop/error.h"

struct config {
	char *store;      /* SHOP_STORE, or the default place */
	char *token;      /* SHOP_TOKEN; NULL: use the file */
	char *token_file; /* SHOP_TOKEN_FILE, or the default place */
	bool token_file_given;
	char *chat_log; /* plain-text log of every exchange */
	char *config_file;
	int64_t now;          /* SHOP_NOW; SHOP_NONE: the clock */
	int32_t utc_offset;   /* of local time now, seconds east */
	bool no_color;        /* NO_COLOR, or a terminal that has none */
	bool dumb;            /* TERM=dumb or none */
	int columns;          /* COLUMNS; 0: not said */
	char *pager;          /* PAGER; NULL: none is wanted */
	char *engine, *model; /* SHOP_ENGINE, SHOP_MODEL; NULL: not said */
};

/* INVALID: a variable or a line of the file that cannot be understood. */
enum shop_status config_load(struct config *c, struct shop_error *err);
void config_done(struct config *c);
