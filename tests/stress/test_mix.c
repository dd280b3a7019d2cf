/* SPDX-License-Identifier: MIT */
/* Everything at once for a while: orders, what happens to them, imports, and somebody who wants to
 * know what has changed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "stress/box.h"

enum { WORKERS = 8, WORDS_MAX = 10, WORD_SIZE = 64, NO_SUCH = 3, CONFLICT = 6 };

enum kind { ADD, PAY, CANCEL, SHIP, DELIVER, REVIEW, IMPORT, BACKUP, TRACK, LIST };

/* A process and what it is told. */
struct worker {
	struct run run;
	char words[WORDS_MAX][WORD_SIZE];
	const char *argv[WORDS_MAX + 1];
	enum kind kind;
	int who;
	bool busy;
};

struct mix {
	struct box box;
	struct worker workers[WORKERS];
	int64_t latest; /* number of an order that may be there */
	int64_t runs, placed, refused, backups;
	FILE *told; /* writes told_sql: the rows of what alice was told */
	char *told_sql;
};

/* How often each comes up. */
static const enum kind deck[] = { ADD,    ADD,    ADD,   ADD,   PAY,     PAY,
				  CANCEL, CANCEL, SHIP,  SHIP,  DELIVER, REVIEW,
				  IMPORT, BACKUP, TRACK, TRACK, LIST };

static void say(struct worker *w, size_t at, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
static void say(struct worker *w, size_t at, const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	vsnprintf(w->words[at], WORD_SIZE, fmt, args);
	va_end(args);
	w->argv[at] = w->words[at];
	w->argv[at + 1] = NULL;
}

static void say_order_step(struct mix *m, struct worker *w, const char *step)
{
	bool admin = w->kind == SHIP || w->kind == DELIVER;
	size_t n = 0;
	if (admin)
		say(w, n++, "admin");
	say(w, n++, "order");
	say(w, n++, "%s", step);
	int64_t id = m->latest - box_random(&m->box, 12);
	say(w, n++, "%lld", (long long)(id > 0 ? id : 1));
	if (w->kind == CANCEL)
		say(w, n++, "--yes");
	w->who = admin ? ADMIN : ALICE + (int)box_random(&m->box, 3);
}

static void say_add(struct mix *m, struct worker *w)
{
	static const char *const skus[] = { "S-40", "S-200", "S-1000" };
	size_t n = 0;
	say(w, n++, "order");
	say(w, n++, "add");
	say(w, n++, "--json");
	say(w, n++, "--address=%s", ADDRESS);
	say(w, n++, "%s:%u", skus[box_random(&m->box, 3)], 1 + box_random(&m->box, 3));
	if (box_random(&m->box, 2) == 0)
		say(w, n++, "%s", skus[box_random(&m->box, 3)]);
	w->who = ALICE + (int)box_random(&m->box, 3);
}

/* Twice the same record changes nothing; a new one is a review or a price. */
static void say_import(struct mix *m, struct worker *w)
{
	char path[SCRATCH_PATH_SIZE];
	snprintf(path, sizeof(path), "%.400s/import-%d", m->box.folder, (int)(w - m->workers));
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	for (int i = 0; i < 20; i++)
		fprintf(f,
			"{\"type\":\"product\",\"sku\":\"I-%u\",\"name\":\"Import "
			"%d\",\"price_cents\":"
			"%u,\"stock\":3,\"description\":\"\",\"created_at\":"
			"\"2026-01-01T00:00:00Z\"}\n",
			box_random(&m->box, 50), i, box_random(&m->box, 10000));
	fprintf(f,
		"{\"type\":\"review\",\"sku\":\"S-%s\",\"email\":\"%s@example.com\",\"rating\":%u,"
		"\"comment\":\"\",\"created_at\":\"2026-01-01T00:00:00Z\"}\n",
		box_random(&m->box, 2) ? "40" : "200", box_random(&m->box, 2) ? "alice" : "bob",
		1 + box_random(&m->box, 5));
	fclose(f);
	say(w, 0, "admin");
	say(w, 1, "import");
	say(w, 2, "%s", path);
	w->who = ADMIN;
}

static void choose(struct mix *m, struct worker *w)
{
	w->kind = deck[box_random(&m->box, sizeof(deck) / sizeof(deck[0]))];
	w->who = ALICE;
	switch (w->kind) {
	case ADD:
		say_add(m, w);
		break;
	case PAY:
		say_order_step(m, w, "pay");
		break;
	case CANCEL:
		say_order_step(m, w, "cancel");
		break;
	case SHIP:
		say_order_step(m, w, "ship");
		break;
	case DELIVER:
		say_order_step(m, w, "deliver");
		break;
	case IMPORT:
		say_import(m, w);
		break;
	case REVIEW:
		say(w, 0, "products");
		say(w, 1, "review");
		say(w, 2, "S-%s", box_random(&m->box, 2) ? "40" : "1000");
		say(w, 3, "--rating=%u", 1 + box_random(&m->box, 5));
		w->who = ALICE + (int)box_random(&m->box, 3);
		break;
	case BACKUP:
		say(w, 0, "admin");
		say(w, 1, "backup");
		say(w, 2, "%s/backup-%lld", m->box.folder, (long long)++m->backups);
		w->who = ADMIN;
		break;
	case TRACK:
		say(w, 0, "order");
		say(w, 1, "track");
		say(w, 2, "--changed");
		break;
	default:
		say(w, 0, "order");
		say(w, 1, "list");
		break;
	}
}

/* Of what alice was told, "events<tab>TIME<tab>KIND<tab>WHO" below "id<tab>NUMBER". */
static void keep_told(struct mix *m, const struct run *run)
{
	char *text = run_output(run), *lines = text, *line;
	long long id = 0;
	while ((line = strsep(&lines, "\n")) != NULL) {
		char kind[32];
		if (sscanf(line, "id\t%lld", &id) != 1 &&
		    sscanf(line, "events\t%*s %31s", kind) == 1)
			fprintf(m->told, "(%lld, '%s'),", id, kind);
	}
	free(text);
}

static void finish(struct mix *m, struct worker *w)
{
	int code = run_wait(&w->run);
	bool fine = code == 0 || code == CONFLICT || (code == NO_SUCH && w->kind != ADD);
	if (!fine)
		fail_msg("'shop %s %s ...' ended with %d: see %s/log (STRESS_SEED=%u)", w->words[0],
			 w->words[1], code, m->box.folder, m->box.first_seed);
	m->runs++;
	m->refused += code != 0;
	w->busy = false;
	if (w->kind == TRACK && code == 0)
		keep_told(m, &w->run);
	int64_t id = w->kind == ADD ? run_order(&w->run) : 0;
	if (w->kind == ADD)
		assert_true((id != 0) == (code == 0));
	if (id == 0)
		return;
	m->placed++;
	m->latest = id > m->latest ? id : m->latest;
}

static void begin(struct mix *m, struct worker *w)
{
	char name[32];
	snprintf(name, sizeof(name), "worker-%d", (int)(w - m->workers));
	choose(m, w);
	struct start how = { w->who, NULL, name, w->argv };
	box_start(&m->box, &how, &w->run);
	w->busy = true;
}

static int64_t told_sql(struct mix *m, const char *query)
{
	char path[SCRATCH_PATH_SIZE], *whole = NULL;
	assert_true(asprintf(&whole, "ATTACH '%s' AS shop; %s", m->box.store, query) > 0);
	int64_t n = scratch_sql(scratch_path(path, m->box.folder, "told.db"), whole);
	free(whole);
	return n;
}

/* All that has happened to alice's orders has been told her, and nothing twice. */
static void check_told(struct mix *m)
{
	static const char *const words[] = { "order", "track", "--changed", NULL };
	struct start how = { ALICE, NULL, "last", words };
	struct run last;
	box_start(&m->box, &how, &last);
	assert_int_equal(run_wait(&last), 0);
	keep_told(m, &last);
	fputs("(0, '')", m->told);
	assert_int_equal(fclose(m->told), 0);
	told_sql(m, m->told_sql);
	assert_int_equal(told_sql(m, "SELECT count(*) - count(DISTINCT id || kind) FROM told"), 0);
	assert_int_equal(told_sql(m,
				  "SELECT count(*) FROM shop.order_event e JOIN shop.purchase o"
				  " ON o.id = e.purchase_id WHERE o.customer_id = (SELECT id"
				  " FROM shop.customer WHERE name = 'alice') AND NOT EXISTS"
				  " (SELECT 1 FROM told t WHERE t.id = o.id AND t.kind = e.kind)"),
			 0);
	free(m->told_sql);
}

/* Each is a store of one moment. */
static void check_backups(struct mix *m)
{
	for (int64_t i = 1; i <= m->backups; i++) {
		char name[32], path[SCRATCH_PATH_SIZE];
		snprintf(name, sizeof(name), "backup-%lld", (long long)i);
		box_check_file(&m->box, scratch_path(path, m->box.folder, name));
	}
}

static void work(struct mix *m)
{
	int64_t end = box_ms() + box_seconds() * INT64_C(1000);
	for (size_t i = 0; box_ms() < end; i = (i + 1) % WORKERS) {
		struct worker *w = &m->workers[i];
		if (w->busy)
			finish(m, w);
		begin(m, w);
	}
	for (size_t i = 0; i < WORKERS; i++)
		if (m->workers[i].busy)
			finish(m, &m->workers[i]);
}

#define PRODUCT(sku, price, stock)                                                                 \
	"{\"type\":\"product\",\"sku\":\"" sku "\",\"name\":\"Product " sku                        \
	"\",\"price_cents\":" price ",\"stock\":" stock                                            \
	",\"description\":\"\",\"created_at\":\"2026-01-01T00:00:00Z\"}\n"

static void test_mix(void **state)
{
	(void)state;
	struct mix m = { .latest = 1 };
	size_t size;
	box_make(&m.box, PRODUCT("S-40", "1999", "40") PRODUCT("S-200", "333", "200")
				 PRODUCT("S-1000", "7", "1000"));
	m.told = open_memstream(&m.told_sql, &size);
	assert_non_null(m.told);
	fputs("CREATE TABLE told (id, kind); INSERT INTO told VALUES ", m.told);
	work(&m);
	printf("%lld processes, %lld of them refused, placed %lld orders\n", (long long)m.runs,
	       (long long)m.refused, (long long)m.placed);
	assert_true(m.placed > 0);
	assert_int_equal(scratch_sql(m.box.store, "SELECT count(*) FROM purchase"), m.placed);
	box_check(&m.box);
	check_backups(&m);
	check_told(&m);
	box_remove(&m.box);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_mix) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
