/* SPDX-License-Identifier: MIT */
/* Rewrites the configuration file line by line. */
#include "core/config_file.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/private_file.h"

/* Does the line set the key? Read as config_load() reads it. */
static bool line_has_key(const char *line, const char *key)
{
	size_t len = strlen(key);
	line += strspn(line, " \t");
	if (strncmp(line, key, len) != 0)
		return false;
	line += len;
	return line[strspn(line, " \t")] == '=';
}

static void put_key(FILE *out, const char *key, const char *value)
{
	if (value != NULL)
		fprintf(out, "%s = %s\n", key, value);
}

/* Copies the lines of a file (NULL: there is none), with the key's as it is to be. */
static void rewrite(FILE *in, FILE *out, const char *key, const char *value)
{
	char *line = NULL;
	size_t size = 0;
	ssize_t len;
	bool put = false, ended = true;
	while (in != NULL && (len = getline(&line, &size, in)) >= 0) {
		if (!line_has_key(line, key)) {
			fwrite(line, 1, (size_t)len, out);
			ended = line[len - 1] == '\n';
			continue;
		}
		/* Of several, the last counts: one is left. */
		if (!put)
			put_key(out, key, value);
		put = true;
	}
	free(line);
	if (!ended)
		fputc('\n', out);
	if (!put)
		put_key(out, key, value);
}

static enum shop_status write_file(const char *path, const char *key, const char *value,
				   struct shop_error *err)
{
	char *text = NULL, real[PATH_MAX];
	size_t len = 0;
	/* A file that is a link to another place stays one. */
	const char *target = realpath(path, real) != NULL ? real : path;
	FILE *in = fopen(target, "re"), *out = open_memstream(&text, &len);
	if (out != NULL)
		rewrite(in, out, key, value);
	bool failed = out == NULL || ferror(out) != 0;
	failed = (out != NULL && fclose(out) != 0) || failed;
	if (in != NULL)
		fclose(in);
	enum shop_status st = failed ? shop_error_set(err, SHOP_E_NOMEM, "out of memory")
				     : private_file_write(target, text, len, err);
	free(text);
	return st;
}

enum shop_status config_file_set(const struct config *c, enum config_key key, const char *value,
				 struct shop_error *err)
{
	enum shop_status st = value != NULL ? config_check(key, value, err) : SHOP_OK;
	if (!st && c->config_file == NULL) {
		shop_error_set(err, SHOP_E_INVALID,
			       "no place for the configuration: HOME is not set");
		shop_error_hint(err, "set HOME, or XDG_CONFIG_HOME");
		return SHOP_E_INVALID;
	}
	return st ? st : write_file(c->config_file, config_key_word(key), value, err);
}
