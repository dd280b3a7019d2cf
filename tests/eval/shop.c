/* SPDX-License-Identifier: MIT */
/* Makes stores, asks the program, asks the store. */
#include "eval/shop.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "cli/sandbox.h"

static void die(const char *what, const char *why)
{
	fprintf(stderr, "%s: %s\n", what, why);
	exit(2);
}

void gold_done(struct gold *g)
{
	for (size_t i = 0; i < g->count; i++)
		free(g->items[i]);
	free(g->items);
	*g = (struct gold){ 0 };
}

static void put_environment(const struct eval_shop *s, const char *token)
{
	static const char *const kept[] = { "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "PATH",
					    "OLLAMA_HOST" };
	char path[2048], *values[5];
	for (size_t i = 0; i < 5; i++)
		values[i] = getenv(kept[i]);
	clearenv();
	for (size_t i = 0; i < 5; i++)
		if (values[i] != NULL)
			setenv(kept[i], values[i], 1);
	snprintf(path, sizeof(path), "%s/shop.db", s->folder);
	setenv("SHOP_STORE", path, 1);
	snprintf(path, sizeof(path), "%s/%s.token", s->folder, token);
	setenv("SHOP_TOKEN_FILE", path, 1);
	setenv("HOME", s->folder, 1);
	setenv("SHOP_NOW", EVAL_NOW, 1);
	setenv("TZ", "UTC", 1);
	setenv("LANG", "C.UTF-8", 1);
}

static void make_store(const struct eval_shop *s, const char *name)
{
	char *command = NULL;
	const char *from =
		strcmp(name, "demo") == 0 ? needed("TEST_FIXTURES") : needed("TEST_EVAL");
	if (asprintf(&command,
		     "PATH='%s':\"$PATH\" SHOP_NOW=" EVAL_NOW
		     " sh '%s/make-store' '%s' '%s/%s.jsonl'",
		     needed("TEST_PROGRAMS"), needed("TEST_EVAL"), s->folder, from, name) < 0)
		die(name, "no memory");
	if (system(command) != 0)
		die(name, "the store cannot be made");
	free(command);
}

static void sql_money(sqlite3_context *ctx, int n, sqlite3_value **v)
{
	const struct eval_shop *s = sqlite3_user_data(ctx);
	int64_t cents = sqlite3_value_int64(v[0]);
	char *text = sqlite3_mprintf("%s%,lld.%02lld", s->symbol, cents / 100, cents % 100);
	(void)n;
	sqlite3_result_text(ctx, text, -1, sqlite3_free);
}

static void sql_day(sqlite3_context *ctx, int n, sqlite3_value **v)
{
	time_t at = (time_t)sqlite3_value_int64(v[0]);
	struct tm tm;
	char text[64];
	(void)n;
	gmtime_r(&at, &tm);
	strftime(text, sizeof(text), "%-d %B %Y", &tm);
	sqlite3_result_text(ctx, text, -1, SQLITE_TRANSIENT);
}

static void sql_asker(sqlite3_context *ctx, int n, sqlite3_value **v)
{
	const struct eval_shop *s = sqlite3_user_data(ctx);
	(void)n;
	(void)v;
	sqlite3_result_text(ctx, s->who, -1, SQLITE_TRANSIENT);
}

static void sql_today(sqlite3_context *ctx, int n, sqlite3_value **v)
{
	(void)n;
	(void)v;
	sqlite3_result_text(ctx, EVAL_NOW, 10, SQLITE_STATIC);
}

static void add_views(struct eval_shop *s)
{
	char path[1024], *error = NULL, *text = NULL;
	size_t size = 0;
	snprintf(path, sizeof(path), "%s/views.sql", needed("TEST_EVAL"));
	FILE *f = fopen(path, "r");
	if (f == NULL || getdelim(&text, &size, '\0', f) < 0)
		die(path, strerror(errno));
	fclose(f);
	if (sqlite3_exec(s->db, text, NULL, NULL, &error) != SQLITE_OK)
		die(path, error);
	free(text);
}

/* One number; -1 if there is none. */
static int64_t number(const struct eval_shop *s, const char *sql)
{
	struct gold g;
	char *error = NULL;
	if (!shop_gold(s, sql, &g, &error))
		die(sql, error);
	int64_t n = strtoll(g.items[0], NULL, 10);
	gold_done(&g);
	return n;
}

static int64_t state(const struct eval_shop *s)
{
	return number(s, "(SELECT 1000003 * count(*) FROM purchase) + (SELECT 10007 * count(*) FROM"
			 " order_event) + (SELECT sum(id * (stock + price_cents)) FROM product) +"
			 " (SELECT 97 * sum(length(password_hash) + length(name)) FROM customer)");
}

void shop_open(struct eval_shop *s, const char *name, bool fresh)
{
	const int utf8 = SQLITE_UTF8;
	char path[2048];
	snprintf(s->folder, sizeof(s->folder), "%s/eval-%s", needed("TEST_SANDBOXES"), name);
	snprintf(path, sizeof(path), "%s/shop.db", s->folder);
	if (fresh || access(path, R_OK) != 0)
		make_store(s, name);
	if (sqlite3_open_v2(path, &s->db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
		die(path, sqlite3_errmsg(s->db));
	sqlite3_busy_timeout(s->db, 5000);
	sqlite3_create_function(s->db, "money", 1, utf8, s, sql_money, NULL, NULL);
	sqlite3_create_function(s->db, "day", 1, utf8, s, sql_day, NULL, NULL);
	sqlite3_create_function(s->db, "asker", 0, utf8, s, sql_asker, NULL, NULL);
	sqlite3_create_function(s->db, "today", 0, utf8, s, sql_today, NULL, NULL);
	add_views(s);
	s->symbol = number(s, "count(*) FROM setting WHERE key = 'currency' AND value = 'EUR'") == 1
			    ? "\u20AC"
			    : "$";
	s->state = state(s);
}

void shop_close(struct eval_shop *s)
{
	sqlite3_close(s->db);
	s->db = NULL;
}

bool shop_changed(const struct eval_shop *s)
{
	return state(s) != s->state;
}

static void child_run(const struct eval_shop *s, const char *message, bool fresh, const int pipe[2])
{
	char program[2048];
	const char *argv[12] = { "shop", "chat", "--json" };
	size_t n = 3;
	snprintf(program, sizeof(program), "%s/shop", needed("TEST_PROGRAMS"));
	if (fresh)
		argv[n++] = "--new";
	if (s->engine != NULL) {
		argv[n++] = "--engine";
		argv[n++] = s->engine;
	}
	if (s->model != NULL) {
		argv[n++] = "--model";
		argv[n++] = s->model;
	}
	argv[n++] = "--";
	argv[n] = message;
	char token[sizeof(s->who)];
	snprintf(token, sizeof(token), "%.*s", (int)strcspn(s->who, "@"), s->who);
	put_environment(s, token);
	int null = open("/dev/null", O_RDONLY);
	if (null < 0 || dup2(null, STDIN_FILENO) < 0 || dup2(pipe[1], STDOUT_FILENO) < 0 ||
	    dup2(pipe[1], STDERR_FILENO) < 0)
		_exit(126);
	close(pipe[0]);
	execv(program, (char *const *)(uintptr_t)argv);
	_exit(127);
}

json_t *shop_ask(const struct eval_shop *s, const char *message, bool fresh, char **ret_error)
{
	int out[2], status = 0;
	char *text = NULL;
	size_t size = 0;
	fflush(NULL);
	if (pipe2(out, O_CLOEXEC) != 0)
		die("pipe", strerror(errno));
	pid_t child = fork();
	if (child < 0)
		die("fork", strerror(errno));
	if (child == 0)
		child_run(s, message, fresh, out);
	close(out[1]);
	FILE *f = fdopen(out[0], "r");
	if (f == NULL)
		die("pipe", strerror(errno));
	if (getdelim(&text, &size, '\0', f) < 0) {
		free(text);
		text = strdup("");
	}
	fclose(f);
	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			die("wait", strerror(errno));
	json_t *document = status == 0 ? json_loads(text, 0, NULL) : NULL;
	if (document == NULL && asprintf(ret_error, "ends with %d: %.300s", status >> 8, text) < 0)
		die("memory", strerror(errno));
	free(text);
	return document;
}

static void gold_add(struct gold *g, const char *text)
{
	char **items = realloc(g->items, (g->count + 1) * sizeof(*items));
	if (items == NULL)
		die("memory", strerror(errno));
	g->items = items;
	items[g->count] = strdup(text);
	if (items[g->count++] == NULL)
		die("memory", strerror(errno));
}

bool shop_gold(const struct eval_shop *s, const char *sql, struct gold *ret, char **ret_error)
{
	char *whole = sqlite3_mprintf("SELECT %s", sql);
	sqlite3_stmt *st = NULL;
	*ret = (struct gold){ 0 };
	int rc = sqlite3_prepare_v2(s->db, whole, -1, &st, NULL);
	while (rc == SQLITE_OK || rc == SQLITE_ROW) {
		rc = sqlite3_step(st);
		if (rc == SQLITE_ROW && sqlite3_column_type(st, 0) != SQLITE_NULL)
			gold_add(ret, (const char *)sqlite3_column_text(st, 0));
	}
	bool ok = rc == SQLITE_DONE && ret->count > 0;
	if (!ok && asprintf(ret_error, "no gold: %s: %s",
			    rc == SQLITE_DONE ? "nothing found" : sqlite3_errmsg(s->db), sql) < 0)
		die("memory", strerror(errno));
	sqlite3_finalize(st);
	sqlite3_free(whole);
	return ok;
}
