/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * The surroundings: environment, configuration file, standard places, clock. The only file of the
 * program that asks them. Precedence: option, environment, file, default.
 */

#include <stdbool.h>
#include <stdint.h>

#include "shop/error.h"
#include "ui/terminal_env.h"

/* What stands in the configuration file, sorted. */
enum config_key {
	CONFIG_COLOR,
	CONFIG_ENGINE,
	CONFIG_MODEL,
	CONFIG_PICTURES,
	CONFIG_STORE,
	CONFIG_KEYS
};
/* Their names, as a table of options has them. */
#define CONFIG_WORDS "color|engine|model|pictures|store"

enum config_origin { ORIGIN_DEFAULT, ORIGIN_FILE, ORIGIN_ENVIRONMENT };

struct config {
	char *store;      /* SHOP_STORE, or the default place */
	char *token;      /* SHOP_TOKEN; NULL: use the file */
	char *token_file; /* SHOP_TOKEN_FILE, or the default place */
	bool token_file_given;
	char *chat_log;   /* plain-text log of every exchange */
	char *chat_typed; /* what was typed in conversations */
	char *config_file;
	int64_t now;        /* SHOP_NOW; SHOP_NONE: the clock */
	int32_t utc_offset; /* of local time now, seconds east */
	bool no_color;      /* NO_COLOR, or a terminal that has none */
	bool no_pictures;   /* none are drawn */
	bool dumb;          /* TERM=dumb or none */
	struct terminal_env terminal;
	int columns;          /* COLUMNS; 0: not said */
	char *editor;         /* VISUAL or EDITOR, or vi */
	char *temporary;      /* TMPDIR, or /tmp */
	char *pager;          /* PAGER; NULL: none is wanted */
	char *engine, *model; /* SHOP_ENGINE, SHOP_MODEL; NULL: not said */
	char *model_server;   /* OLLAMA_HOST; NULL: not said */
	char *model_key;      /* OLLAMA_API_KEY; NULL: none */
	enum config_origin origins[CONFIG_KEYS];
};

/* INVALID: a variable or a line of the file that cannot be understood. */
enum shop_status config_load(struct config *c, struct shop_error *err);
void config_done(struct config *c);

/* The key's name, "store", and back; CONFIG_KEYS for a word that is none. */
const char *config_key_word(enum config_key key);
enum config_key config_key_find(const char *word);
/* Its value as it is in force without the command's options; NULL: none. */
const char *config_value(const struct config *c, enum config_key key);
/* Is it a value that the key can have? INVALID, with what is expected. */
enum shop_status config_check(enum config_key key, const char *value, struct shop_error *err);

/* Milliseconds from some point in the past, for measuring how long something takes. */
int64_t config_monotonic_ms(void);
