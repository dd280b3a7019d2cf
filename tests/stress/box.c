/* SPDX-License-Identifier: MIT */
#include "stress/box.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "cli/sandbox.h"

static const char *const people[PEOPLE] = { "admin", "alice", "bob", "carol" };

int64_t box_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

unsigned box_random(struct box *b, unsigned n)
{
	/* The constants of the C standard's example, whose low bits are poor. */
	b->seed = b->seed * 1103515245u + 12345u;
	return (b->seed >> 8) % n;
}

int box_seconds(void)
{
	const char *text = getenv("STRESS_SECONDS");
	return text != NULL ? (int)strtol(text, NULL, 10) : 5;
}

static void put_environment(const struct box *b, int who)
{
	static const char *const kept[] = { "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS",
					    "PATH" };
	char token[SCRATCH_PATH_SIZE], *values[4];
	for (size_t i = 0; i < 4; i++)
		values[i] = getenv(kept[i]);
	clearenv();
	for (size_t i = 0; i < 4; i++)
		if (values[i] != NULL)
			setenv(kept[i], values[i], 1);
	snprintf(token, sizeof(token), "%.400s/%s.token", b->folder, people[who]);
	setenv("SHOP_TOKEN_FILE", token, 1);
	setenv("SHOP_STORE", b->store, 1);
	setenv("HOME", b->folder, 1);
}

static void redirect(const char *path, int flags, int to)
{
	int fd = open(path, flags, 0600);
	if (fd < 0 || dup2(fd, to) != to)
		_exit(126);
	close(fd);
}

static void child_run(const struct box *b, const struct start *how, const char *out)
{
	char program[SCRATCH_PATH_SIZE], log[SCRATCH_PATH_SIZE];
	const char *argv[16] = { "shop" };
	snprintf(program, sizeof(program), "%.500s/shop", needed("TEST_PROGRAMS"));
	snprintf(log, sizeof(log), "%.500s/log", b->folder);
	for (size_t i = 0; how->words[i] != NULL && i < 14; i++)
		argv[i + 1] = how->words[i];
	put_environment(b, how->who);
	redirect("/dev/null", O_RDONLY, STDIN_FILENO);
	redirect(out, O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
	redirect(log, O_WRONLY | O_CREAT | O_APPEND, STDERR_FILENO);
	char byte;
	if (how->gate != NULL && (close(how->gate[1]) != 0 || read(how->gate[0], &byte, 1) < 0))
		_exit(126);
	execv(program, (char *const *)(uintptr_t)argv);
	_exit(127);
}

void box_start(const struct box *b, const struct start *how, struct run *ret)
{
	snprintf(ret->out, sizeof(ret->out), "%.400s/%s", b->folder, how->name);
	fflush(NULL);
	ret->pid = fork();
	assert_true(ret->pid >= 0);
	if (ret->pid == 0)
		child_run(b, how, ret->out);
}

int run_wait(struct run *r)
{
	int status = 0;
	while (waitpid(r->pid, &status, 0) < 0)
		assert_int_equal(errno, EINTR);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

char *run_output(const struct run *r)
{
	FILE *f = fopen(r->out, "r");
	char *text = NULL;
	size_t size = 0;
	/* Killed before it opened it: nothing was written. */
	if (f == NULL || getdelim(&text, &size, '\0', f) < 0) {
		free(text);
		text = strdup("");
	}
	if (f != NULL)
		fclose(f);
	assert_non_null(text);
	return text;
}

int64_t run_order(const struct run *r)
{
	char *text = run_output(r), *id = strstr(text, "{\"id\":");
	size_t len = strlen(text);
	bool whole = id == text && len > 2 && strcmp(text + len - 2, "}\n") == 0;
	int64_t number = whole ? strtoll(text + 6, NULL, 10) : 0;
	free(text);
	return number;
}

int box_run(const struct box *b, int who, const char *const *words)
{
	struct start how = { who, NULL, "output", words };
	struct run r;
	box_start(b, &how, &r);
	return run_wait(&r);
}

static void run_with_input(const struct box *b, int who, const char *input, const char *words)
{
	char *command = NULL, path[SCRATCH_PATH_SIZE];
	FILE *f = fopen(scratch_path(path, b->folder, "input"), "w");
	assert_non_null(f);
	fputs(input, f);
	fclose(f);
	assert_true(asprintf(&command,
			     "SHOP_STORE='%s' HOME='%s' SHOP_TOKEN_FILE='%s/%s.token' "
			     "'%s/shop' %s <'%s' >>'%s/log' 2>&1",
			     b->store, b->folder, b->folder, people[who], needed("TEST_PROGRAMS"),
			     words, path, b->folder) > 0);
	if (system(command) != 0)
		fail_msg("'%s' failed: see %s/log", command, b->folder);
	free(command);
}

#define CUSTOMER(name)                                                                             \
	"{\"type\":\"user\",\"email\":\"" name "@example.com\",\"name\":\"" name                   \
	"\",\"role\":\"customer\",\"password\":\"" name "-password\",\"created_at\":"              \
	"\"2026-01-01T00:00:00Z\"}\n"

void box_make(struct box *b, const char *records)
{
	const char *seed = getenv("STRESS_SEED");
	char *input = NULL;
	b->seed = seed != NULL ? (unsigned)strtoul(seed, NULL, 10) : (unsigned)box_ms();
	b->first_seed = b->seed;
	printf("STRESS_SEED=%u\n", b->seed);
	scratch_make(b->folder);
	scratch_path(b->store, b->folder, "shop.db");
	run_with_input(b, ADMIN, "admin-password\n",
		       "init --email admin@example.com --name Admin --password-stdin");
	assert_true(asprintf(&input,
			     CUSTOMER("alice") CUSTOMER("bob")
				     CUSTOMER("carol") "{\"type\":\"setting\",\"key\":\"tax_basis_"
						       "points\",\"value\":\"820\"}\n"
						       "{\"type\":\"setting\",\"key\":\"shipping_"
						       "cents\",\"value\":\"590\"}\n"
						       "{\"type\":\"setting\",\"key\":\"free_"
						       "shipping_cents\",\"value\":"
						       "\"7500\"}\n%s",
			     records) > 0);
	run_with_input(b, ADMIN, input, "admin import -");
	free(input);
	for (int who = ALICE; who < PEOPLE; who++) {
		char password[64], words[128];
		snprintf(password, sizeof(password), "%s-password\n", people[who]);
		snprintf(words, sizeof(words), "login %s@example.com --password-stdin",
			 people[who]);
		run_with_input(b, who, password, words);
	}
}

void box_remove(struct box *b)
{
	scratch_remove(b->folder);
}

/* Each counts what must not be. */
static const struct {
	const char *what, *sql;
} invariants[] = {
	{ "stock below 0", "SELECT count(*) FROM product WHERE stock < 0" },
	{ "stock that is neither there nor ordered",
	  "SELECT count(*) FROM product p WHERE p.sku LIKE 'S-%' AND p.stock +"
	  " coalesce((SELECT sum(l.quantity) FROM order_line l JOIN purchase o ON"
	  " o.id = l.purchase_id WHERE l.product_id = p.id AND o.status <> 'cancelled'), 0)"
	  " <> CAST(substr(p.sku, 3) AS INTEGER)" },
	{ "orders without lines",
	  "SELECT count(*) FROM purchase WHERE id NOT IN (SELECT purchase_id FROM order_line)" },
	{ "items that are not the sum of the lines",
	  "SELECT count(*) FROM purchase o WHERE items_cents <> (SELECT sum(price_cents * quantity)"
	  " FROM order_line WHERE purchase_id = o.id)" },
	{ "taxes that are not 8.2 %",
	  "SELECT count(*) FROM purchase WHERE tax_cents <> (items_cents * 820 + 5000) / 10000" },
	{ "shipping that is not 590 below 7500",
	  "SELECT count(*) FROM purchase WHERE shipping_cents <> iif(items_cents < 7500, 590, 0)" },
	{ "totals that are not sums", "SELECT count(*) FROM purchase WHERE total_cents <>"
				      " items_cents + shipping_cents + tax_cents" },
	{ "statuses that are not the last event's",
	  "SELECT count(*) FROM purchase o WHERE iif(status = 'pending', 'placed', status) IS NOT"
	  " (SELECT kind FROM order_event WHERE purchase_id = o.id ORDER BY position DESC LIMIT "
	  "1)" },
	{ "times that are not their events'",
	  "SELECT count(*) FROM purchase o WHERE"
	  " o.created_at IS NOT (SELECT at FROM order_event WHERE purchase_id = o.id AND kind = "
	  "'placed')"
	  " OR o.paid_at IS NOT (SELECT at FROM order_event WHERE purchase_id = o.id AND kind = "
	  "'paid')"
	  " OR o.shipped_at IS NOT (SELECT at FROM order_event WHERE purchase_id = o.id AND kind ="
	  " 'shipped')"
	  " OR o.delivered_at IS NOT (SELECT at FROM order_event WHERE purchase_id = o.id AND kind "
	  "="
	  " 'delivered')"
	  " OR o.cancelled_at IS NOT (SELECT at FROM order_event WHERE purchase_id = o.id AND kind "
	  "="
	  " 'cancelled')" },
	{ "timelines with a hole, or backwards",
	  "SELECT count(*) FROM order_event e WHERE position > 1 AND NOT EXISTS (SELECT 1 FROM"
	  " order_event b WHERE b.purchase_id = e.purchase_id AND b.position = e.position - 1"
	  " AND b.at <= e.at)" },
	{ "ratings that are not their reviews'",
	  "SELECT count(*) FROM product p WHERE review_count <> (SELECT count(*) FROM review WHERE"
	  " product_id = p.id) OR rating_sum <> (SELECT coalesce(sum(rating), 0) FROM review WHERE"
	  " product_id = p.id)" },
	{ "rows that point nowhere", "SELECT count(*) FROM pragma_foreign_key_check" },
	{ "damage", "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'" },
};

void box_check_file(const struct box *b, const char *path)
{
	int bad = 0;
	for (size_t i = 0; i < sizeof(invariants) / sizeof(invariants[0]); i++) {
		int64_t n = scratch_sql(path, invariants[i].sql);
		if (n != 0)
			fprintf(stderr, "%lld %s\n", (long long)n, invariants[i].what);
		bad += n != 0;
	}
	if (bad > 0)
		fail_msg("%d invariants do not hold in %s (STRESS_SEED=%u)", bad, path,
			 b->first_seed);
}

void box_check(const struct box *b)
{
	static const char *const words[] = { "doctor", NULL };
	box_check_file(b, b->store);
	struct start how = { ADMIN, NULL, "doctor", words };
	struct run r;
	box_start(b, &how, &r);
	if (run_wait(&r) == 0)
		return;
	char *text = run_output(&r);
	fputs(text, stderr);
	free(text);
	fail_msg("the doctor finds something in %s (STRESS_SEED=%u)", b->store, b->first_seed);
}
