/* SPDX-License-Identifier: MIT */
/* SQLite: opening, making and upgrading a store. */
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/memory.h"
#include "db/embedded.h"
#include "db/sqlite.h"

/* "shop" in ASCII: tells a store of ours from any other SQLite file. */
#define APPLICATION_ID 0x73686F70

static int schema_version_known(void)
{
	int n = 0;
	while (db_migrations[n] != NULL)
		n++;
	return n;
}

static void configure(struct db *db)
{
	sqlite3_extended_result_codes(db->handle, 1);
	sqlite_wait_if_busy(db);
	/* Orders must not point at customers that are not there. */
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
	/* A misspelt column in double quotes must be an error, not a text. */
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	/* A store may come from a stranger: its schema must not be able to call or corrupt. */
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
}

static int connect_file(struct db *db, int flags)
{
	int rc = sqlite3_open_v2(db->path, &db->handle, flags | SQLITE_OPEN_NOMUTEX, NULL);
	if (rc == SQLITE_OK)
		configure(db);
	return rc;
}

/* On a file system that nobody can write to, WAL's shared memory cannot be made, and is not
 * needed: SQLite is told that the file will not change. */
static int connect_immutable(struct db *db)
{
	struct statvfs fs;
	if (statvfs(db->path, &fs) != 0 || (fs.f_flag & ST_RDONLY) == 0)
		return SQLITE_CANTOPEN;
	char *uri = sqlite3_mprintf("file:%s?immutable=1", db->path);
	if (uri == NULL)
		return SQLITE_NOMEM;
	sqlite3_close(db->handle);
	db->handle = NULL;
	int rc = strpbrk(db->path, "?#%") != NULL
			 ? SQLITE_CANTOPEN
			 : sqlite3_open_v2(uri, &db->handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
					   NULL);
	sqlite3_free(uri);
	if (rc == SQLITE_OK)
		configure(db);
	return rc;
}

static struct db *db_new(const char *path)
{
	struct db *db = calloc(1, sizeof(*db));
	if (db == NULL)
		return NULL;
	db->path = strdup(path);
	if (db->path == NULL) {
		free(db);
		return NULL;
	}
	return db;
}

void db_close(struct db *db)
{
	if (db == NULL)
		return;
	struct txn *txn = db->txn.open ? &db->txn : NULL;
	txn_rollback(&txn);
	for (size_t i = 0; i < STMT_COUNT; i++)
		sqlite3_finalize(db->statements[i].handle);
	sqlite3_close(db->handle);
	if (db->publish_as != NULL)
		unlink(db->path);
	free(db->publish_as);
	free(db->path);
	free(db);
}

void db_closep(struct db **db)
{
	db_close(*db);
	*db = NULL;
}

static enum shop_status foreign(struct db *db, struct shop_error *err)
{
	enum shop_status st =
		shop_error_set(err, SHOP_E_FOREIGN, "'%s' is not a store of shop", db->path);
	shop_error_hint(err, "name another with --store or SHOP_STORE");
	return st;
}

/* Whose file is it, and of which version? */
static enum shop_status check_identity(struct db *db, int *ret_version, struct shop_error *err)
{
	int64_t id = 0, version = 0;
	int rc = sqlite_pragma(db, "PRAGMA application_id", &id);
	if (rc == SQLITE_OK)
		rc = sqlite_pragma(db, "PRAGMA user_version", &version);
	*ret_version = (int)version;
	if (rc != SQLITE_OK)
		return sqlite_error(db, sqlite3_extended_errcode(db->handle), "open", err);
	if (id != APPLICATION_ID || *ret_version < 1)
		return foreign(db, err);
	if (*ret_version > schema_version_known()) {
		enum shop_status st = shop_error_set(
			err, SHOP_E_TOO_NEW,
			"the store '%s' has version %d, and this program knows up to %d", db->path,
			*ret_version, schema_version_known());
		shop_error_hint(err, "it was made by a newer shop: update the program");
		return st;
	}
	return SHOP_OK;
}

/* Runs the steps that the store has not seen. Within the caller's transaction. */
static enum shop_status migrate(struct db *db, int from, struct shop_error *err)
{
	for (int v = from; db_migrations[v] != NULL; v++) {
		char set_version[64];
		snprintf(set_version, sizeof(set_version), "PRAGMA user_version = %d", v + 1);
		int rc = sqlite3_exec(db->handle, db_migrations[v], NULL, NULL, NULL);
		if (rc == SQLITE_OK)
			rc = sqlite3_exec(db->handle, set_version, NULL, NULL, NULL);
		if (rc != SQLITE_OK)
			return sqlite_error(db, sqlite3_extended_errcode(db->handle), "upgrade",
					    err);
	}
	return SHOP_OK;
}

static enum shop_status upgrade(struct db *db, int version, struct shop_error *err)
{
	if (version == schema_version_known())
		return SHOP_OK;
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	enum shop_status st = db_begin(db, /* write= */ true, &txn, err);
	/* Another process may have done it while this one waited. */
	if (!st)
		st = check_identity(db, &version, err);
	if (!st)
		st = migrate(db, version, err);
	return st ? st : txn_commit(&txn, err);
}

static enum shop_status open_failed(struct db *db, int rc, struct shop_error *err)
{
	struct stat sb;
	enum shop_status st;
	bool seen = stat(db->path, &sb) == 0;
	if (!seen && (errno == ENOENT || errno == ENOTDIR)) {
		st = shop_error_set(err, SHOP_E_NOT_FOUND, "there is no store at '%s'", db->path);
		shop_error_hint(err, "run 'shop init' to make one, or name another with --store");
		return st;
	}
	if (seen && !S_ISREG(sb.st_mode))
		return foreign(db, err);
	if (rc != SQLITE_CANTOPEN && rc != SQLITE_PERM && rc != SQLITE_AUTH)
		return sqlite_error(db, rc, "open", err);
	st = shop_error_set(err, SHOP_E_IO, "cannot open the store '%s'", db->path);
	shop_error_hint(err, "check who owns the file and its folder, and their permissions");
	return st;
}

static bool folder_is_open(const char *path)
{
	char *copy = strdup(path);
	bool open = copy != NULL && access(dirname(copy), W_OK) == 0;
	free(copy);
	return open;
}

/* Also readers of a WAL keep a file of their own beside the store. */
static enum shop_status unreadable(struct db *db, struct shop_error *err)
{
	enum shop_status st = shop_error_set(
		err, SHOP_E_IO, "cannot read the store '%s': its folder cannot be written to",
		db->path);
	shop_error_hint(err,
			"ask its owner for access to the folder, or read a backup of the store");
	return st;
}

enum shop_status db_open(const char *path, bool write, struct db **ret, struct shop_error *err)
{
	CLEANUP(db_closep) struct db *db = db_new(path);
	if (db == NULL)
		return out_of_memory(err);
	struct stat sb;
	if (stat(path, &sb) != 0 || !S_ISREG(sb.st_mode))
		return open_failed(db, SQLITE_CANTOPEN, err);
	int rc = connect_file(db, write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY);
	if (rc != SQLITE_OK)
		return open_failed(db, rc, err);
	int version = 0;
	enum shop_status st = check_identity(db, &version, err);
	if (st == SHOP_E_IO && !write && connect_immutable(db) == SQLITE_OK)
		st = check_identity(db, &version, err);
	else if (st == SHOP_E_IO && !write && !folder_is_open(path))
		return unreadable(db, err);
	if (st)
		return st;
	/* The read-only handle of an old store could not upgrade it: that takes a writer. */
	if (!write && version < schema_version_known()) {
		db_closep(&db);
		return db_open(path, /* write= */ true, ret, err);
	}
	st = write ? upgrade(db, version, err) : SHOP_OK;
	if (!st)
		*ret = TAKE(db);
	return st;
}

/* mkdir -p of the folder that path is in; new folders are the user's alone. */
static int make_parents(const char *path)
{
	char *copy = strdup(path);
	if (copy == NULL)
		return -1;
	int rc = 0;
	for (char *p = copy + 1; rc == 0 && (p = strchr(p, '/')) != NULL; p++) {
		*p = '\0';
		if (mkdir(copy, 0700) != 0 && errno != EEXIST)
			rc = -1;
		*p = '/';
	}
	int saved = errno;
	free(copy);
	errno = saved;
	return rc;
}

static enum shop_status occupied(const char *path, struct shop_error *err)
{
	enum shop_status st =
		shop_error_set(err, SHOP_E_EXISTS, "there is something at '%s' already", path);
	shop_error_hint(err, "if it is your store, use it; else name another place with --store");
	return st;
}

static enum shop_status cannot_make(const char *path, int why, struct shop_error *err)
{
	return shop_error_set(err, SHOP_E_IO, "cannot make the store '%.300s': %s", path,
			      strerror(why));
}

static enum shop_status make_schema(struct db *db, struct txn **txn, struct shop_error *err)
{
	char set_up[128];
	/* Nobody waits for this file and a crash only leaves it behind: it is flushed once, when
	 * it is published. */
	snprintf(set_up, sizeof(set_up),
		 "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; PRAGMA application_id = "
		 "%d",
		 APPLICATION_ID);
	int rc = sqlite3_exec(db->handle, set_up, NULL, NULL, NULL);
	if (rc != SQLITE_OK)
		return sqlite_error(db, sqlite3_extended_errcode(db->handle), "init", err);
	enum shop_status st = db_begin(db, /* write= */ true, txn, err);
	return st ? st : migrate(db, 0, err);
}

enum shop_status db_create(const char *path, struct db **ret, struct txn **ret_txn,
			   struct shop_error *err)
{
	char passing[4096];
	int n = snprintf(passing, sizeof(passing), "%s.new-%ld", path, (long)getpid());
	if (n < 0 || n >= (int)sizeof(passing))
		return cannot_make(path, ENAMETOOLONG, err);
	CLEANUP(db_closep) struct db *db = db_new(passing);
	if (db == NULL)
		return out_of_memory(err);
	struct stat sb;
	if (lstat(path, &sb) == 0)
		return occupied(path, err);
	int fd = make_parents(path);
	if (fd == 0)
		fd = open(passing, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0)
		return cannot_make(path, errno, err);
	close(fd);
	db->publish_as = strdup(path);
	if (db->publish_as == NULL)
		return out_of_memory(err);
	int rc = connect_file(db, SQLITE_OPEN_READWRITE);
	if (rc != SQLITE_OK)
		return open_failed(db, rc, err);
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	enum shop_status st = make_schema(db, &txn, err);
	if (st)
		return st;
	*ret_txn = TAKE(txn);
	*ret = TAKE(db);
	return SHOP_OK;
}

int sqlite_flush(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return -1;
	int rc = fsync(fd);
	close(fd);
	return rc;
}

int sqlite_flush_folder(const char *path)
{
	char *copy = strdup(path);
	if (copy == NULL)
		return -1;
	int rc = sqlite_flush(dirname(copy));
	free(copy);
	return rc;
}

enum shop_status db_publish(struct db **db, struct shop_error *err)
{
	struct db *d = *db;
	/* WAL: readers never wait for the writer, nor the writer for them. The file keeps it. */
	int rc = sqlite3_exec(d->handle, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
	if (rc != SQLITE_OK)
		return sqlite_error(d, sqlite3_extended_errcode(d->handle), "init", err);
	for (size_t i = 0; i < STMT_COUNT; i++) {
		sqlite3_finalize(d->statements[i].handle);
		d->statements[i].handle = NULL;
	}
	rc = sqlite3_close(d->handle);
	d->handle = NULL;
	/* link() never replaces what is there. */
	if (rc != SQLITE_OK || sqlite_flush(d->path) != 0 || link(d->path, d->publish_as) != 0) {
		if (errno == EEXIST)
			return occupied(d->publish_as, err);
		return cannot_make(d->publish_as, errno, err);
	}
	sqlite_flush_folder(d->publish_as);
	db_closep(db);
	return SHOP_OK;
}
