/* SPDX-License-Identifier: MIT */
/* Opening, making and upgrading stores; statements and transactions. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/cleanup.h"
#include "db/db.h"
#include "db/embedded.h"
#include "support/scratch.h"

enum { NOBODY = 65534 };

struct fixture {
	char folder[SCRATCH_PATH_SIZE], path[SCRATCH_PATH_SIZE];
	struct shop_error err;
};

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));
	assert_non_null(f);
	scratch_make(f->folder);
	scratch_path(f->path, f->folder, "shop.db");
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;
	scratch_remove(f->folder);
	free(f);
	return 0;
}

static void make_store(struct fixture *f)
{
	struct db *db = NULL;
	struct txn *txn = NULL;
	assert_int_equal(db_create(f->path, &db, &txn, &f->err), SHOP_OK);
	assert_int_equal(txn_commit(&txn, &f->err), SHOP_OK);
	assert_int_equal(db_publish(&db, &f->err), SHOP_OK);
	assert_null(db);
}

static struct db *open_store(struct fixture *f, bool write)
{
	struct db *db = NULL;
	assert_int_equal(db_open(f->path, write, &db, &f->err), SHOP_OK);
	assert_non_null(db);
	return db;
}

static void refused(struct fixture *f, bool write, enum shop_status expected)
{
	struct db *db = NULL;
	memset(&f->err, 0, sizeof(f->err));
	assert_int_equal(db_open(f->path, write, &db, &f->err), expected);
	assert_null(db);
	assert_int_equal(f->err.status, expected);
	assert_true(f->err.text[0] != '\0');
}

static int64_t insert_brand(struct db *db, const char *name)
{
	int64_t id = 0;
	assert_int_equal(db_run_int(db, STMT_BRAND_INSERT, DB_ARGS(name), &id, NULL), SHOP_OK);
	return id;
}

static bool has_brand(struct db *db, const char *name)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false;
	assert_int_equal(db_query(db, STMT_BRAND_ID, DB_ARGS(name), &s, NULL), SHOP_OK);
	assert_int_equal(stmt_step(s, &row, NULL), SHOP_OK);
	return row;
}

static void test_new_store(void **state)
{
	struct fixture *f = *state;
	make_store(f);
	struct stat sb;
	assert_int_equal(stat(f->path, &sb), 0);
	assert_int_equal(sb.st_mode & 0777, 0600);
	assert_int_equal(scratch_count(f->folder), 1);
	/* "shop" in ASCII; write-ahead log; every link between tables holds. */
	assert_int_equal(scratch_sql(f->path, "PRAGMA application_id"), 0x73686F70);
	assert_int_equal(
		scratch_sql(f->path, "SELECT journal_mode = 'wal' FROM pragma_journal_mode"), 1);
	assert_int_equal(scratch_sql(f->path, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
	assert_int_equal(
		scratch_sql(f->path, "SELECT integrity_check = 'ok' FROM pragma_integrity_check"),
		1);
	int steps = 0;
	while (db_migrations[steps] != NULL)
		steps++;
	assert_int_equal(scratch_sql(f->path, "PRAGMA user_version"), steps);
}

static void test_folders_are_private(void **state)
{
	struct fixture *f = *state;
	char folder[SCRATCH_PATH_SIZE];
	struct stat sb;
	scratch_path(f->path, f->folder, "a/b/shop.db");
	make_store(f);
	assert_int_equal(stat(scratch_path(folder, f->folder, "a"), &sb), 0);
	assert_int_equal(sb.st_mode & 0777, 0700);
	assert_int_equal(stat(scratch_path(folder, f->folder, "a/b"), &sb), 0);
	assert_int_equal(sb.st_mode & 0777, 0700);
}

/* Until it is published, a store is not there; if it never is, nothing of it stays. */
static void test_nothing_half_made(void **state)
{
	struct fixture *f = *state;
	struct db *db = NULL;
	struct txn *txn = NULL;
	assert_int_equal(db_create(f->path, &db, &txn, &f->err), SHOP_OK);
	insert_brand(db, "Acme");
	assert_int_equal(access(f->path, F_OK), -1);
	db_close(db);
	assert_int_equal(scratch_count(f->folder), 0);

	txn = NULL;
	assert_int_equal(db_create(f->path, &db, &txn, &f->err), SHOP_OK);
	assert_int_equal(txn_commit(&txn, &f->err), SHOP_OK);
	db_close(db);
	assert_int_equal(scratch_count(f->folder), 0);
}

static void test_occupied(void **state)
{
	struct fixture *f = *state;
	struct db *db = NULL;
	struct txn *txn = NULL;
	make_store(f);
	assert_int_equal(db_create(f->path, &db, &txn, &f->err), SHOP_E_EXISTS);
	assert_null(db);
	assert_int_equal(unlink(f->path), 0);
	/* A link that leads nowhere is something too: writing through it would be a surprise. */
	assert_int_equal(symlink("/nowhere/at/all", f->path), 0);
	assert_int_equal(db_create(f->path, &db, &txn, &f->err), SHOP_E_EXISTS);
	assert_int_equal(unlink(f->path), 0);
	assert_int_equal(scratch_count(f->folder), 0);
}

/* Two make the same store: the one who is first has it, whole. */
static void test_long_path(void **state)
{
	struct fixture *f = *state;
	struct db *db = NULL;
	struct txn *txn = NULL;
	char path[5000];
	memset(path, 'x', sizeof(path) - 1);
	path[0] = '/';
	path[sizeof(path) - 1] = '\0';
	assert_int_equal(db_create(path, &db, &txn, &f->err), SHOP_E_IO);
	assert_null(db);
	assert_non_null(strstr(f->err.text, "File name too long"));
}

static void test_two_at_once(void **state)
{
	struct fixture *f = *state;
	struct db *db = NULL;
	struct txn *txn = NULL;
	assert_int_equal(db_create(f->path, &db, &txn, &f->err), SHOP_OK);
	insert_brand(db, "late");
	assert_int_equal(txn_commit(&txn, &f->err), SHOP_OK);
	pid_t child = fork();
	if (child == 0) {
		make_store(f);
		_exit(0);
	}
	int status;
	waitpid(child, &status, 0);
	assert_int_equal(status, 0);
	assert_int_equal(db_publish(&db, &f->err), SHOP_E_EXISTS);
	db_close(db);
	assert_int_equal(scratch_count(f->folder), 1);
	assert_int_equal(scratch_sql(f->path, "SELECT count(*) FROM brand"), 0);
}

static void test_no_store(void **state)
{
	struct fixture *f = *state;
	refused(f, false, SHOP_E_NOT_FOUND);
	refused(f, true, SHOP_E_NOT_FOUND);
	assert_non_null(strstr(f->err.hint, "shop init"));
	scratch_path(f->path, f->folder, "no/such/folder/shop.db");
	refused(f, true, SHOP_E_NOT_FOUND);
	/* Looking must not make anything. */
	assert_int_equal(scratch_count(f->folder), 0);
}

static void write_file(const char *path, const void *bytes, size_t len)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes, len), len);
	close(fd);
}

static void test_foreign_files(void **state)
{
	struct fixture *f = *state;
	static const char text[] = "Dear diary, this is not a database, but it is quite long. "
				   "It goes on and on, so that it could be a header of a file.\n"
				   "One more line makes more than a hundred bytes of it.\n";
	write_file(f->path, text, sizeof(text) - 1);
	refused(f, false, SHOP_E_FOREIGN);
	refused(f, true, SHOP_E_FOREIGN);
	assert_int_equal(scratch_count(f->folder), 1);
	write_file(f->path, "", 0);
	refused(f, true, SHOP_E_FOREIGN);
	unlink(f->path);
	scratch_sql(f->path, "CREATE TABLE diary (day, text); PRAGMA user_version = 1");
	refused(f, false, SHOP_E_FOREIGN);
	refused(f, true, SHOP_E_FOREIGN);
	assert_int_equal(scratch_sql(f->path, "SELECT count(*) FROM sqlite_schema"), 1);
	snprintf(f->path, sizeof(f->path), "%s", f->folder);
	refused(f, true, SHOP_E_FOREIGN);
	snprintf(f->path, sizeof(f->path), "/dev/null");
	refused(f, true, SHOP_E_FOREIGN);
}

static void test_newer_store(void **state)
{
	struct fixture *f = *state;
	make_store(f);
	scratch_sql(f->path, "PRAGMA user_version = 9999");
	refused(f, false, SHOP_E_TOO_NEW);
	refused(f, true, SHOP_E_TOO_NEW);
	assert_non_null(strstr(f->err.text, "9999"));
	assert_true(f->err.hint[0] != '\0');
	assert_int_equal(scratch_sql(f->path, "PRAGMA user_version"), 9999);
}

static void test_damaged_store(void **state)
{
	struct fixture *f = *state;
	make_store(f);
	/* The first page stays, so that it still looks like a store; the rest is overwritten. */
	struct stat sb;
	assert_int_equal(stat(f->path, &sb), 0);
	char noise[4096];
	memset(noise, 0xA5, sizeof(noise));
	int fd = open(f->path, O_WRONLY);
	for (off_t at = 4096; at + 4096 <= sb.st_size; at += 4096)
		assert_int_equal(pwrite(fd, noise, sizeof(noise), at), sizeof(noise));
	close(fd);
	struct db *db = NULL;
	enum shop_status st = db_open(f->path, /* write= */ true, &db, &f->err);
	int64_t id = 0;
	if (st == SHOP_OK)
		st = db_run_int(db, STMT_BRAND_INSERT, DB_ARGS("x"), &id, &f->err);
	assert_int_equal(st, SHOP_E_CORRUPT);
	assert_non_null(strstr(f->err.hint, "backup"));
	db_close(db);
}

/* A folder that the user cannot write to can be read from, and writing says what is wrong. */
static void test_read_only_folder(void **state)
{
	struct fixture *f = *state;
	make_store(f);
	bool root = geteuid() == 0;
	if (root) {
		assert_int_equal(chown(f->folder, NOBODY, NOBODY), 0);
		assert_int_equal(chown(f->path, NOBODY, NOBODY), 0);
		assert_int_equal(seteuid(NOBODY), 0);
	}
	assert_int_equal(chmod(f->path, 0400), 0);
	assert_int_equal(chmod(f->folder, 0500), 0);
	struct db *db = NULL;
	int64_t id;
	enum shop_status st = db_open(f->path, /* write= */ true, &db, &f->err);
	if (st == SHOP_OK)
		st = db_run_int(db, STMT_BRAND_INSERT, DB_ARGS("x"), &id, &f->err);
	enum shop_status reader = SHOP_OK;
	db_closep(&db);
	reader = db_open(f->path, /* write= */ false, &db, NULL);
	db_closep(&db);
	if (root)
		assert_int_equal(seteuid(0), 0);
	assert_int_equal(st, SHOP_E_IO);
	assert_true(f->err.hint[0] != '\0');
	/* WAL needs its shared memory beside the file: that it cannot be made must be said too. */
	assert_true(reader == SHOP_OK || reader == SHOP_E_IO);
}

static void test_folder_that_cannot_be_entered(void **state)
{
	struct fixture *f = *state;
	make_store(f);
	assert_int_equal(chmod(f->folder, 0), 0);
	bool root = geteuid() == 0;
	if (root)
		assert_int_equal(seteuid(NOBODY), 0);
	struct db *db = NULL;
	enum shop_status st = db_open(f->path, /* write= */ false, &db, &f->err);
	if (root)
		assert_int_equal(seteuid(0), 0);
	assert_int_equal(st, SHOP_E_IO);
	assert_non_null(strstr(f->err.hint, "permissions"));
}

static void test_reader_cannot_write(void **state)
{
	struct fixture *f = *state;
	make_store(f);
	struct db *db = open_store(f, /* write= */ false);
	int64_t id = -7;
	enum shop_status st = db_run_int(db, STMT_BRAND_INSERT, DB_ARGS("x"), &id, &f->err);
	assert_int_equal(st, SHOP_E_IO);
	assert_true(id == -7);
	assert_false(has_brand(db, "x"));
	db_close(db);
}

static void test_commit_and_rollback(void **state)
{
	struct fixture *f = *state;
	make_store(f);
	struct db *db = open_store(f, /* write= */ true),
		  *other = open_store(f, /* write= */ false);
	struct txn *txn = NULL;
	assert_int_equal(db_begin(db, /* write= */ true, &txn, &f->err), SHOP_OK);
	insert_brand(db, "kept");
	assert_false(has_brand(other, "kept"));
	assert_int_equal(txn_commit(&txn, &f->err), SHOP_OK);
	assert_null(txn);
	assert_true(has_brand(other, "kept"));
	{
		CLEANUP(txn_rollback) struct txn *dropped = NULL;
		assert_int_equal(db_begin(db, /* write= */ true, &dropped, &f->err), SHOP_OK);
		insert_brand(db, "dropped");
		assert_true(has_brand(db, "dropped"));
	}
	assert_false(has_brand(db, "dropped"));
	/* What is open when the connection is closed is rolled back too. */
	assert_int_equal(db_begin(db, /* write= */ true, &txn, &f->err), SHOP_OK);
	insert_brand(db, "left");
	db_close(db);
	assert_false(has_brand(other, "left"));
	db_close(other);
}

/* A reader in a transaction sees one state of the store, whatever is written meanwhile. */
static void test_snapshot(void **state)
{
	struct fixture *f = *state;
	make_store(f);
	struct db *writer = open_store(f, /* write= */ true);
	struct db *reader = open_store(f, /* write= */ false);
	struct txn *txn = NULL;
	assert_int_equal(db_begin(reader, /* write= */ false, &txn, &f->err), SHOP_OK);
	assert_false(has_brand(reader, "new"));
	insert_brand(writer, "new");
	assert_false(has_brand(reader, "new"));
	assert_int_equal(txn_commit(&txn, &f->err), SHOP_OK);
	assert_true(has_brand(reader, "new"));
	db_close(reader);
	db_close(writer);
}

/* The second writer waits for the first one; the wait is seconds, so the first lets go in time. */
static void test_writers_wait(void **state)
{
	struct fixture *f = *state;
	make_store(f);
	int ends[2];
	assert_int_equal(pipe(ends), 0);
	pid_t child = fork();
	if (child == 0) {
		struct db *db = NULL;
		struct txn *txn = NULL;
		if (db_open(f->path, true, &db, NULL) || db_begin(db, true, &txn, NULL))
			_exit(1);
		if (write(ends[1], "x", 1) != 1)
			_exit(1);
		usleep(200000);
		insert_brand(db, "first");
		_exit(txn_commit(&txn, NULL) ? 1 : 0);
	}
	char byte;
	struct db *db = open_store(f, /* write= */ true);
	struct txn *txn = NULL;
	assert_int_equal(read(ends[0], &byte, 1), 1);
	assert_int_equal(db_begin(db, /* write= */ true, &txn, &f->err), SHOP_OK);
	assert_true(has_brand(db, "first"));
	assert_int_equal(txn_commit(&txn, &f->err), SHOP_OK);
	int status;
	waitpid(child, &status, 0);
	assert_int_equal(status, 0);
	db_close(db);
	close(ends[0]);
	close(ends[1]);
}

static void test_arguments(void **state)
{
	struct fixture *f = *state;
	make_store(f);
	struct db *db = open_store(f, /* write= */ true);
	const char *odd[] = { "", "'; DROP TABLE brand; --", "\xf0\x9f\x98\x80", "%", "a\tb\nc" };
	for (size_t i = 0; i < sizeof(odd) / sizeof(odd[0]); i++) {
		int64_t id = insert_brand(db, odd[i]), found = 0;
		assert_true(has_brand(db, odd[i]));
		assert_int_equal(db_run_int(db, STMT_BRAND_ID, DB_ARGS(odd[i]), &found, NULL),
				 SHOP_OK);
		assert_true(found == id);
	}
	int64_t id;
	assert_int_equal(db_run_int(db, STMT_BRAND_INSERT, DB_ARGS(""), &id, &f->err),
			 SHOP_E_EXISTS);
	/* NULL is not a name: the table refuses it. */
	assert_int_equal(
		db_run_int(db, STMT_BRAND_INSERT, DB_ARGS((const char *)NULL), &id, &f->err),
		SHOP_E_INVALID);
	db_close(db);
}

static void test_changes_are_counted(void **state)
{
	struct fixture *f = *state;
	make_store(f);
	scratch_sql(f->path, "INSERT INTO policy (topic, text, updated_at) VALUES ('t', 'x', 0)");
	CLEANUP(db_closep) struct db *db = open_store(f, /* write= */ true);
	int64_t changes = -1;
	assert_int_equal(db_run(db, STMT_POLICY_DELETE, DB_ARGS("t"), &changes, &f->err), SHOP_OK);
	assert_true(changes == 1);
	assert_int_equal(db_run(db, STMT_POLICY_DELETE, DB_ARGS("t"), &changes, &f->err), SHOP_OK);
	assert_true(changes == 0);
}

static bool at_once(void *calls)
{
	++*(int *)calls;
	return true;
}

static enum shop_status count_brands(struct db *db, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false;
	int count = 0;
	enum shop_status st = db_query(db, STMT_BRAND_NAMES, DB_NO_ARGS, &s, err);
	do {
		if (!st)
			st = stmt_step(s, &row, err);
		count++;
	} while (!st && row);
	assert_true(st != SHOP_OK || count == 20001);
	return st;
}

static void test_cancelling(void **state)
{
	struct fixture *f = *state;
	make_store(f);
	/* More rows than a statement passes without asking. */
	scratch_sql(f->path, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
			     " WHERE i < 20000) INSERT INTO brand (name) SELECT 'B' || i FROM n");
	struct db *db = open_store(f, /* write= */ false);
	int calls = 0;
	db_on_progress(db, at_once, &calls);
	assert_int_equal(count_brands(db, &f->err), SHOP_E_CANCELLED);
	assert_int_equal(calls, 1);
	db_on_progress(db, NULL, NULL);
	assert_int_equal(count_brands(db, &f->err), SHOP_OK);
	db_close(db);
}

/* Prepares a statement with NULL for each of its parameters, ?1, ?2, ...; steps it once if asked.
 */
static void try_statement(struct fixture *f, struct db *db, enum db_statement id, bool step)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	struct db_arg args[32] = { 0 };
	size_t count = 0;
	bool row;
	for (const char *p = db_statements[id].sql; (p = strchr(p, '?')) != NULL; p++) {
		size_t n = strtoul(p + 1, NULL, 10);
		count = n > count ? n : count;
	}
	assert_true(count <= sizeof(args) / sizeof(args[0]));
	enum shop_status st = db_query(db, id, args, count, &s, &f->err);
	if (!st && step)
		st = stmt_step(s, &row, &f->err);
	if (st)
		fail_msg("%s: %s", db_statements[id].name, f->err.text);
}

/* Every named statement can be prepared on a store of this version: what is misspelt is found here
 * and not by the first user of a rare command. */
static void test_every_statement_is_good(void **state)
{
	struct fixture *f = *state;
	static const char temporary[] = "CREATE TEMP TABLE";
	make_store(f);
	CLEANUP(db_closep) struct db *db = open_store(f, /* write= */ true);
	assert_true(STMT_COUNT > 50);
	/* Tables of this connection's own come first: others name them. */
	for (int id = 0; id < STMT_COUNT; id++)
		if (strncmp(db_statements[id].sql, temporary, strlen(temporary)) == 0)
			try_statement(f, db, (enum db_statement)id, /* step= */ true);
	for (int id = 0; id < STMT_COUNT; id++)
		try_statement(f, db, (enum db_statement)id, /* step= */ false);
}

/* What stands in the schema of a stranger's store may call nothing that is not known to be
 * harmless, also where SQLite would let an owner's schema call it. */
static void test_hostile_schema(void **state)
{
	struct fixture *f = *state;
	make_store(f);
	scratch_sql(f->path, "CREATE TRIGGER trap AFTER INSERT ON brand BEGIN"
			     " SELECT fts5_source_id(); END");
	struct db *db = NULL;
	enum shop_status st = db_open(f->path, /* write= */ true, &db, &f->err);
	int64_t id;
	if (st == SHOP_OK)
		st = db_run_int(db, STMT_BRAND_INSERT, DB_ARGS("x"), &id, &f->err);
	assert_int_equal(st, SHOP_E_FAILED);
	assert_non_null(strstr(f->err.text, "unsafe use of fts5_source_id"));
	db_close(db);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_new_store),
		TEST(test_folders_are_private),
		TEST(test_nothing_half_made),
		TEST(test_occupied),
		TEST(test_long_path),
		TEST(test_two_at_once),
		TEST(test_no_store),
		TEST(test_foreign_files),
		TEST(test_newer_store),
		TEST(test_damaged_store),
		TEST(test_read_only_folder),
		TEST(test_folder_that_cannot_be_entered),
		TEST(test_reader_cannot_write),
		TEST(test_commit_and_rollback),
		TEST(test_snapshot),
		TEST(test_writers_wait),
		TEST(test_arguments),
		TEST(test_changes_are_counted),
		TEST(test_cancelling),
		TEST(test_every_statement_is_good),
		TEST(test_hostile_schema),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
