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

/* One line "key = value"; '#' begins a comment line. */
static enum shop_status line_read(struct config *c, char *line, int number, struct shop_error *err)
{
	line += strspn(line, " \t");
	line[strcspn(line, "\r\n")] = '\0';
	if (*line == '\0' || *line == '#')
		return SHOP_OK;
	size_t key = strcspn(line, " \t=");
	char *value = line + key + strspn(line + key, " \t");
	if (*value != '=')
		return shop_error_set(err, SHOP_E_INVALID, "%s: line %d: expected key = value",
				      c->config_file, number);
	value += 1 + strspn(value + 1, " \t");
	for (size_t n = strlen(value); n > 0 && strchr(" \t", value[n - 1]) != NULL; n--)
		value[n - 1] = '\0';
	line[key] = '\0';
	if (strcmp(line, "store") == 0)
		set(&c->store, value);
	else if (strcmp(line, "engine") == 0)
		set(&c->engine, value);
	else if (strcmp(line, "model") == 0)
		set(&c->model, value);
	else if (strcmp(line, "color") == 0)
		c->no_color = strcmp(value, "never") == 0;
	else
		return shop_error_set(err, SHOP_E_INVALID, "%s: line %d: unknown key '%s'",
				      c->config_file, number, line);
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
	for (int number = 1; !st && getline(&line, &size, f) >= 0; number++)
		st = line_read(c, line, number, err);
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

static enum shop_status environment_read(struct config *c, struct shop_error *err)
{
	if (env("SHOP_STORE") != NULL)
		set(&c->store, env("SHOP_STORE"));
	if (env("SHOP_ENGINE") != NULL)
		set(&c->engine, env("SHOP_ENGINE"));
	if (env("SHOP_MODEL") != NULL)
		set(&c->model, env("SHOP_MODEL"));
	c->token = copy_or_null(env("SHOP_TOKEN"));
	c->token_file_given = env("SHOP_TOKEN_FILE") != NULL;
	if (c->token_file_given)
		set(&c->token_file, env("SHOP_TOKEN_FILE"));
	/* no-color.org: any value that is not empty. */
	c->no_color = c->no_color || env("NO_COLOR") != NULL;
	c->dumb = env("TERM") == NULL || strcmp(env("TERM"), "dumb") == 0;
	c->pager = pager_choose();
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
	free(c->config_file);
	free(c->pager);
	free(c->engine);
	free(c->model);
}
