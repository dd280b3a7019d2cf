/* SPDX-License-Identifier: MIT */
/* Reads environment and configuration file. */
#include "core/config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "shop/store.h"
#include "shop/time.h"

static const char *env(const char *name)
{
	const char *v = getenv(name);
	return v != NULL && v[0] != '\0' ? v : NULL;
}

static char *copy_or_null(const char *v)
{
	return v != NULL ? strdup(v) : NULL;
}

/* $XDG_..._HOME/shop/NAME, or ~/<fallback>/shop/NAME; NULL if there is no home either. */
static char *standard_place(const char *variable, const char *fallback, const char *name)
{
	const char *base = env(variable), *home = env("HOME");
	char *path = NULL;
	int n = -1;
	/* The specification of the base directories: relative paths are to be ignored. */
	if (base != NULL && base[0] == '/')
		n = asprintf(&path, "%s/shop/%s", base, name);
	else if (home != NULL)
		n = asprintf(&path, "%s/%s/shop/%s", home, fallback, name);
	return n >= 0 ? path : NULL;
}

static void set(char **at, const char *value)
{
	free(*at);
	*at = strdup(value);
}

static const char *const key_words[CONFIG_KEYS] = {
	[CONFIG_COLOR] = "color",       [CONFIG_ENGINE] = "engine", [CONFIG_MODEL] = "model",
	[CONFIG_PICTURES] = "pictures", [CONFIG_STORE] = "store",
};

const char *config_key_word(enum config_key key)
{
	return key_words[key];
}

enum config_key config_key_find(const char *word)
{
	enum config_key key = 0;
	while (key < CONFIG_KEYS && strcmp(word, key_words[key]) != 0)
		key++;
	return key;
}

const char *config_value(const struct config *c, enum config_key key)
{
	switch (key) {
	case CONFIG_COLOR:
		return c->no_color ? "never" : "auto";
	case CONFIG_ENGINE:
		return c->engine != NULL ? c->engine : "builtin";
	case CONFIG_MODEL:
		return c->model;
	case CONFIG_PICTURES:
		return c->no_pictures ? "never" : "auto";
	case CONFIG_STORE:
		return c->store;
	case CONFIG_KEYS:
		break;
	}
	return NULL;
}

enum shop_status config_check(enum config_key key, const char *value, struct shop_error *err)
{
	const char *expected = "one line of text";
	bool fine = value[0] != '\0' && strpbrk(value, "\r\n") == NULL &&
		    strchr(" \t", value[0]) == NULL &&
		    strchr(" \t", value[strlen(value) - 1]) == NULL;
	if (key == CONFIG_COLOR || key == CONFIG_PICTURES) {
		expected = "auto or never";
		fine = strcmp(value, "auto") == 0 || strcmp(value, "never") == 0;
	}
	if (key == CONFIG_ENGINE) {
		expected = "builtin, ollama or auto";
		fine = strcmp(value, "builtin") == 0 || strcmp(value, "ollama") == 0 ||
		       strcmp(value, "auto") == 0;
	}
	if (fine)
		return SHOP_OK;
	return shop_error_set(err, SHOP_E_INVALID, "%s: expected %s, got '%s'", key_words[key],
			      expected, value);
}

static void key_set(struct config *c, enum config_key key, const char *value)
{
	char **const texts[CONFIG_KEYS] = {
		[CONFIG_ENGINE] = &c->engine, [CONFIG_MODEL] = &c->model, [CONFIG_STORE] = &c->store
	};
	if (key == CONFIG_COLOR)
		c->no_color = strcmp(value, "never") == 0;
	else if (key == CONFIG_PICTURES)
		c->no_pictures = strcmp(value, "never") == 0;
	else
		set(texts[key], value);
}

/* One line "key = value"; '#' begins a comment line. */
static enum shop_status line_read(struct config *c, char *line, struct shop_error *err)
{
	line += strspn(line, " \t");
	line[strcspn(line, "\r\n")] = '\0';
	if (*line == '\0' || *line == '#')
		return SHOP_OK;
	size_t key = strcspn(line, " \t=");
	char *value = line + key + strspn(line + key, " \t");
	if (*value != '=')
		return shop_error_set(err, SHOP_E_INVALID, "expected key = value");
	value += 1 + strspn(value + 1, " \t");
	for (size_t n = strlen(value); n > 0 && strchr(" \t", value[n - 1]) != NULL; n--)
		value[n - 1] = '\0';
	line[key] = '\0';
	enum config_key k = config_key_find(line);
	if (k == CONFIG_KEYS)
		return shop_error_set(err, SHOP_E_INVALID, "unknown key '%s'", line);
	enum shop_status st = config_check(k, value, err);
	if (st)
		return st;
	key_set(c, k, value);
	c->origins[k] = ORIGIN_FILE;
	return SHOP_OK;
}

static enum shop_status file_read(struct config *c, struct shop_error *err)
{
	FILE *f = c->config_file != NULL ? fopen(c->config_file, "re") : NULL;
	if (f == NULL)
		return SHOP_OK;
	char *line = NULL;
	size_t size = 0;
	enum shop_status st = SHOP_OK;
	for (int number = 1; !st && getline(&line, &size, f) >= 0; number++) {
		st = line_read(c, line, err);
		if (st)
			shop_error_prefix(err, "%s: line %d: ", c->config_file, number);
	}
	free(line);
	fclose(f);
	return st;
}

/* For lists longer than the screen. PAGER= or PAGER=cat means that none is wanted. */
static char *pager_choose(void)
{
	const char *pager = getenv("PAGER");
	if (pager == NULL)
		return strdup("if command -v less >/dev/null; then exec less; else exec cat; fi");
	return pager[0] != '\0' && strcmp(pager, "cat") != 0 ? strdup(pager) : NULL;
}

static void terminal_read(struct terminal_env *t)
{
	*t = (struct terminal_env){
		.term = env("TERM"),
		.colorterm = env("COLORTERM"),
		.program = env("TERM_PROGRAM"),
		.program_version = env("TERM_PROGRAM_VERSION"),
		.vte_version = env("VTE_VERSION"),
		.konsole_version = env("KONSOLE_VERSION"),
		.kitty = env("KITTY_WINDOW_ID"),
		.windows = env("WT_SESSION"),
		.tmux = env("TMUX"),
		.screen = env("STY"),
		.force_links = env("FORCE_HYPERLINK"),
	};
}

static enum shop_status environment_read(struct config *c, struct shop_error *err)
{
	static const char *const variables[CONFIG_KEYS] = {
		[CONFIG_ENGINE] = "SHOP_ENGINE",
		[CONFIG_MODEL] = "SHOP_MODEL",
		[CONFIG_STORE] = "SHOP_STORE",
	};
	for (enum config_key k = 0; k < CONFIG_KEYS; k++) {
		const char *value = variables[k] != NULL ? env(variables[k]) : NULL;
		if (value == NULL)
			continue;
		key_set(c, k, value);
		c->origins[k] = ORIGIN_ENVIRONMENT;
	}
	c->model_server = copy_or_null(env("OLLAMA_HOST"));
	c->model_key = copy_or_null(env("OLLAMA_API_KEY"));
	c->token = copy_or_null(env("SHOP_TOKEN"));
	c->token_file_given = env("SHOP_TOKEN_FILE") != NULL;
	if (c->token_file_given)
		set(&c->token_file, env("SHOP_TOKEN_FILE"));
	/* no-color.org: any value that is not empty. */
	if (env("NO_COLOR") != NULL) {
		c->no_color = true;
		c->origins[CONFIG_COLOR] = ORIGIN_ENVIRONMENT;
	}
	c->dumb = env("TERM") == NULL || strcmp(env("TERM"), "dumb") == 0;
	terminal_read(&c->terminal);
	c->pager = pager_choose();
	const char *visual = c->dumb ? NULL : env("VISUAL"), *editor = env("EDITOR");
	set(&c->editor, visual != NULL ? visual : editor != NULL ? editor : "vi");
	set(&c->temporary, env("TMPDIR") != NULL ? env("TMPDIR") : "/tmp");
	const char *columns = env("COLUMNS");
	long n = columns != NULL ? strtol(columns, NULL, 10) : 0;
	c->columns = n >= 20 && n <= 10000 ? (int)n : 0;
	if (env("SHOP_NOW") != NULL && shop_time_parse(env("SHOP_NOW"), &c->now, err)) {
		shop_error_prefix(err, "SHOP_NOW: ");
		return SHOP_E_INVALID;
	}
	return SHOP_OK;
}

static int32_t local_offset(int64_t now)
{
	time_t t = now == SHOP_NONE ? time(NULL) : (time_t)now;
	struct tm local;
	return localtime_r(&t, &local) != NULL ? (int32_t)local.tm_gmtoff : 0;
}

enum shop_status config_load(struct config *c, struct shop_error *err)
{
	*c = (struct config){ .now = SHOP_NONE };
	c->config_file = standard_place("XDG_CONFIG_HOME", ".config", "config");
	c->store = standard_place("XDG_DATA_HOME", ".local/share", "shop.db");
	c->token_file = standard_place("XDG_STATE_HOME", ".local/state", "token");
	c->chat_log = standard_place("XDG_STATE_HOME", ".local/state", "chat_response.txt");
	c->chat_typed = standard_place("XDG_STATE_HOME", ".local/state", "chat_typed.txt");
	enum shop_status st = file_read(c, err);
	if (!st)
		st = environment_read(c, err);
	c->utc_offset = local_offset(c->now);
	return st;
}

void config_done(struct config *c)
{
	free(c->store);
	free(c->token);
	free(c->token_file);
	free(c->chat_log);
	free(c->chat_typed);
	free(c->config_file);
	free(c->pager);
	free(c->editor);
	free(c->temporary);
	free(c->engine);
	free(c->model);
	free(c->model_server);
	if (c->model_key != NULL)
		explicit_bzero(c->model_key, strlen(c->model_key));
	free(c->model_key);
}

int64_t config_monotonic_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}
