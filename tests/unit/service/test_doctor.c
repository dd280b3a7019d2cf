/* SPDX-License-Identifier: MIT */
/* The doctor finds each thing that is wrong, and nothing else; and a backup is a whole store. */
#include <fcntl.h>
#include <inttypes.h>
#include <pthread.h>
#include <sys/stat.h>
#include <unistd.h>

#include "loader.h"

enum { CHECKS_MAX = 32 };

struct report {
	struct {
		char check[32], detail[256];
		enum shop_health health;
		int64_t found;
	} items[CHECKS_MAX];
	size_t count;
};

static enum shop_status take(void *ctx, const struct shop_finding *f, struct shop_error *err)
{
	(void)err;
	struct report *r = ctx;
	assert_true(r->count < CHECKS_MAX);
	snprintf(r->items[r->count].check, 32, "%s", f->check);
	snprintf(r->items[r->count].detail, 256, "%s", f->detail != NULL ? f->detail : "");
	r->items[r->count].health = f->health;
	r->items[r->count++].found = f->found;
	assert_non_null(f->about);
	if (f->health != SHOP_HEALTH_OK)
		assert_non_null(f->advice);
	else
		assert_int_equal(f->found, 0);
	return SHOP_OK;
}

static void look(struct fixture *f, struct report *r)
{
	*r = (struct report){ 0 };
	if (shop_doctor(f->shop, take, r, &f->err) != SHOP_OK)
		fail_msg("%s", f->err.text);
	assert_true(r->count >= 12);
}

static void expect_well(struct fixture *f)
{
	struct report r;
	look(f, &r);
	for (size_t i = 0; i < r.count; i++)
		if (r.items[i].health != SHOP_HEALTH_OK)
			fail_msg("%s: %s", r.items[i].check, r.items[i].detail);
}

/* Some of everything. */
static void fill(struct fixture *f)
{
	load_well(f, AL BO LAMP(",\"brand\":\"Kes\",\"category\":\"A/B\","
				"\"attributes\":{\"color\":\"red\",\"size\":\"big\"}") MUG("")
			     REVIEW("\"al@example.com\"", "4") REVIEW("\"bo@example.com\"", "5")
				     ORDER("12", "al@example.com",
					   LAMP_LINE ",\"paid_at\":\"-1d\",\"shipped_at\":\"-1h\"")
					     ORDER("13", "bo@example.com",
						   LAMP_LINE ",\"cancelled_at\":\"-1d\""));
}

static void test_well(void **state)
{
	struct fixture *f = *state;
	expect_well(f);
	fill(f);
	expect_well(f);
}

static void test_each_thing(void **state)
{
	struct fixture *f = *state;
	static const struct {
		const char *harm, *check, *detail;
	} rows[] = {
		{ "UPDATE product SET rating_centi = 1 WHERE sku = 'LAMP'", "ratings", "LAMP" },
		{ "UPDATE product SET review_count = 1 WHERE sku = 'MUG'", "ratings", "MUG" },
		{ "DELETE FROM review WHERE author = 'Al'", "ratings", "LAMP" },
		{ "UPDATE order_line SET quantity = 3 WHERE purchase_id = 12", "order_totals",
		  "#12" },
		{ "DELETE FROM order_line WHERE purchase_id = 12", "order_totals", "#12" },
		{ "UPDATE purchase SET status = 'paid' WHERE id = 12", "order_events", "#12" },
		{ "UPDATE purchase SET delivered_at = 5, status = 'delivered' WHERE id = 12",
		  "order_events", "#12" },
		{ "DELETE FROM order_event WHERE kind = 'cancelled'", "order_events", "#13" },
		{ "UPDATE order_event SET at = at + 1 WHERE kind = 'placed'", "order_events",
		  "#12, #13" },
		{ "UPDATE product SET attributes = 'x' WHERE sku = 'LAMP'", "attributes", "LAMP" },
		{ "UPDATE product_attribute SET position = 9 WHERE position = 1", "attributes",
		  "LAMP" },
		{ "INSERT INTO brand (name) VALUES ('Nobody')", "names", "Nobody" },
		{ "INSERT INTO category (path) VALUES ('A/C')", "names", "A/C" },
		{ "INSERT INTO attribute (name) VALUES ('shape')", "names", "shape" },
		{ "INSERT INTO vocabulary VALUES ('ghost', 'brand', 99, 1)", "names", "ghost" },
		{ "UPDATE customer SET role = 'customer'", "admins", "nobody" },
		{ "UPDATE setting SET value = 'much' WHERE key = 'tax_basis_points'", "settings",
		  "tax_basis_points" },
		{ "DELETE FROM customer WHERE email = 'al@example.com'", "references", NULL },
		{ "UPDATE product SET name = 'Torch' WHERE sku = 'LAMP'", "text_index", NULL },
		{ "DELETE FROM product_fts_docsize WHERE id = 1", "text_rows", "LAMP" },
	};
	char copy[SCRATCH_PATH_SIZE];
	scratch_path(copy, f->folder, "copy.db");
	fill(f);
	assert_int_equal(shop_backup(f->shop, copy, NULL, &f->err), SHOP_OK);
	shop_close(f->shop);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char store[SCRATCH_PATH_SIZE], name[32];
		struct report r;
		bool found = false;
		snprintf(name, sizeof(name), "%zu.db", i);
		scratch_path(store, f->folder, name);
		/* Each has a file of its own. */
		struct shop_error err;
		assert_int_equal(shop_open(copy, SHOP_READ, &f->shop, &err), SHOP_OK);
		act_as_admin(f->shop);
		assert_int_equal(shop_backup(f->shop, store, NULL, &err), SHOP_OK);
		shop_close(f->shop);
		scratch_sql(store, rows[i].harm);
		assert_int_equal(shop_open(store, SHOP_WRITE, &f->shop, &err), SHOP_OK);
		look(f, &r);
		for (size_t j = 0; j < r.count; j++) {
			if (strcmp(r.items[j].check, rows[i].check) != 0)
				continue;
			found = r.items[j].health == SHOP_HEALTH_WRONG && r.items[j].found > 0;
			if (rows[i].detail != NULL)
				assert_string_equal(r.items[j].detail, rows[i].detail);
		}
		if (!found)
			fail_msg("'%s' is not found as %s", rows[i].harm, rows[i].check);
		shop_close(f->shop);
	}
	assert_int_equal(shop_open(copy, SHOP_WRITE, &f->shop, &f->err), SHOP_OK);
	expect_well(f);
}

/* So many are named, and the rest counted. */
static void test_many(void **state)
{
	struct fixture *f = *state;
	struct report r;
	sql(f, "INSERT INTO brand (name) VALUES ('a'), ('b'), ('c'), ('d'), ('e'), ('f'), ('g')");
	look(f, &r);
	for (size_t i = 0; i < r.count; i++) {
		if (strcmp(r.items[i].check, "names") != 0)
			continue;
		assert_int_equal(r.items[i].found, 7);
		assert_string_equal(r.items[i].detail, "a, b, c, d, e and 2 more");
	}
}

static void test_files(void **state)
{
	struct fixture *f = *state;
	struct report r;
	assert_int_equal(chmod(f->store, 0640), 0);
	look(f, &r);
	assert_string_equal(r.items[0].check, "store_files");
	assert_int_equal(r.items[0].health, SHOP_HEALTH_WRONG);
	assert_non_null(strstr(r.items[0].detail, "shop.db"));
}

/* Damaged pages are found, and named as what they are. */
static void test_damaged(void **state)
{
	struct fixture *f = *state;
	struct report r;
	static const char zeros[4096];
	fill(f);
	sql(f, "PRAGMA wal_checkpoint(TRUNCATE)");
	int64_t page = sql(f, "SELECT rootpage FROM sqlite_schema WHERE name = 'product_by_price'");
	shop_close(f->shop);
	int fd = open(f->store, O_WRONLY | O_CLOEXEC);
	assert_true(fd >= 0);
	assert_int_equal(pwrite(fd, zeros, 4096, (page - 1) * 4096), 4096);
	close(fd);
	assert_int_equal(shop_open(f->store, SHOP_WRITE, &f->shop, &f->err), SHOP_OK);
	look(f, &r);
	bool found = false;
	for (size_t i = 0; i < r.count; i++)
		found = found || (strcmp(r.items[i].check, "store") == 0 &&
				  r.items[i].health == SHOP_HEALTH_WRONG);
	assert_true(found);
}

/* A handle for reading cannot look at the text index, and says so. */
static void test_for_reading(void **state)
{
	struct fixture *f = *state;
	struct report r;
	shop_close(f->shop);
	assert_int_equal(shop_open(f->store, SHOP_READ, &f->shop, &f->err), SHOP_OK);
	look(f, &r);
	for (size_t i = 0; i < r.count; i++)
		assert_int_equal(r.items[i].health, strcmp(r.items[i].check, "text_index") == 0
							    ? SHOP_HEALTH_UNKNOWN
							    : SHOP_HEALTH_OK);
}

/* Backups */

static void test_backup(void **state)
{
	struct fixture *f = *state;
	char path[SCRATCH_PATH_SIZE];
	struct stat sb;
	int64_t bytes = 0;
	fill(f);
	scratch_path(path, f->folder, "copy.db");
	assert_int_equal(shop_backup(f->shop, path, &bytes, &f->err), SHOP_OK);
	assert_int_equal(stat(path, &sb), 0);
	assert_int_equal(sb.st_mode & 0777, 0600);
	assert_int_equal(sb.st_size, bytes);
	assert_int_equal(scratch_sql(path, "SELECT count(*) FROM product"), 2);
	/* Nothing is replaced, and nothing left lying about. */
	assert_int_equal(shop_backup(f->shop, path, &bytes, &f->err), SHOP_E_EXISTS);
	assert_int_equal(shop_backup(f->shop, f->store, &bytes, &f->err), SHOP_E_EXISTS);
	assert_int_equal(shop_backup(f->shop, f->folder, &bytes, &f->err), SHOP_E_EXISTS);
	scratch_path(path, f->folder, "no/such/folder.db");
	assert_int_equal(shop_backup(f->shop, path, &bytes, &f->err), SHOP_E_IO);
	scratch_path(path, f->folder, "hanging");
	assert_int_equal(symlink("nowhere", path), 0);
	assert_int_equal(shop_backup(f->shop, path, &bytes, &f->err), SHOP_E_EXISTS);
	scratch_path(path, f->folder, "nowhere");
	assert_int_not_equal(stat(path, &sb), 0);
	/* A reader can make one too. */
	shop_close(f->shop);
	assert_int_equal(shop_open(f->store, SHOP_READ, &f->shop, &f->err), SHOP_OK);
	act_as_admin(f->shop);
	assert_int_equal(shop_backup(f->shop, path, &bytes, &f->err), SHOP_OK);
}

static bool always(void *ctx)
{
	(void)ctx;
	return true;
}

static void test_backup_stopped(void **state)
{
	struct fixture *f = *state;
	char path[SCRATCH_PATH_SIZE];
	int before = scratch_count(f->folder);
	scratch_path(path, f->folder, "copy.db");
	shop_on_progress(f->shop, always, NULL);
	assert_int_equal(shop_backup(f->shop, path, NULL, &f->err), SHOP_E_CANCELLED);
	shop_on_progress(f->shop, NULL, NULL);
	assert_int_equal(scratch_count(f->folder), before);
}

struct writer {
	const char *store;
	volatile bool stop;
	int written;
};

/* Each transaction puts the same number into both of two rows. */
static void *write_on(void *arg)
{
	struct writer *w = arg;
	while (!w->stop && w->written < 100000) {
		char text[512];
		w->written++;
		snprintf(text, sizeof(text),
			 "PRAGMA busy_timeout = 10000; BEGIN IMMEDIATE;"
			 "UPDATE product SET stock = %d WHERE sku = 'LAMP';"
			 "UPDATE product SET stock = %d WHERE sku = 'MUG'; COMMIT",
			 w->written, w->written);
		scratch_sql(w->store, text);
	}
	return NULL;
}

/* While somebody writes all the time, each backup has one state of the store, and the writer never
 * waits for it to end. */
static void test_backup_while_written(void **state)
{
	struct fixture *f = *state;
	struct writer w = { .store = f->store };
	pthread_t thread;
	fill(f);
	sql(f, "CREATE TABLE ballast AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1"
	       " FROM n WHERE i < 20000) SELECT i, hex(zeroblob(200)) AS text FROM n");
	assert_int_equal(pthread_create(&thread, NULL, write_on, &w), 0);
	while (w.written < 3)
		usleep(1000);
	for (int i = 0; i < 5; i++) {
		char path[SCRATCH_PATH_SIZE], name[32];
		int before = w.written;
		snprintf(name, sizeof(name), "copy%d.db", i);
		scratch_path(path, f->folder, name);
		assert_int_equal(shop_backup(f->shop, path, NULL, &f->err), SHOP_OK);
		assert_int_equal(scratch_sql(path, "SELECT max(stock) - min(stock) FROM product"),
				 0);
		assert_int_equal(scratch_sql(path, "SELECT count(*) FROM ballast"), 20000);
		assert_true(scratch_sql(path, "SELECT max(stock) FROM product") >= before - 1);
	}
	w.stop = true;
	assert_int_equal(pthread_join(thread, NULL), 0);
	assert_true(w.written > 5);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_well),   TEST(test_each_thing),     TEST(test_many),
		TEST(test_files),  TEST(test_damaged),        TEST(test_for_reading),
		TEST(test_backup), TEST(test_backup_stopped), TEST(test_backup_while_written),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
