/* SPDX-License-Identifier: MIT */
/* SQLite: a copy of a store that is in use. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "db/sqlite.h"

/* Pages between two questions whether to go on: some ten milliseconds. */
enum { PAGES_A_STEP = 1000, PATH_SIZE = 4096 };

static enum shop_status occupied(const char *path, struct shop_error *err)
{
	enum shop_status st =
		shop_error_set(err, SHOP_E_EXISTS, "there is something at '%s' already", path);
	shop_error_hint(err, "a backup replaces nothing: name another file");
	return st;
}

static enum shop_status cannot_make(const char *path, const char *why, struct shop_error *err)
{
	return shop_error_set(err, SHOP_E_IO, "cannot make the backup '%s': %s", path, why);
}

static void tell(struct db *db, sqlite3_backup *backup)
{
	if (db->copied == NULL)
		return;
	int64_t all = sqlite3_backup_pagecount(backup), page = 0;
	sqlite_pragma(db, "PRAGMA page_size", &page);
	db->copied(db->copied_ctx, (all - sqlite3_backup_remaining(backup)) * page, all * page);
}

void db_on_copied(struct db *db, void (*copied)(void *ctx, int64_t done, int64_t all), void *ctx)
{
	db->copied = copied;
	db->copied_ctx = ctx;
}

static int copy_pages(struct db *db, sqlite3_backup *backup)
{
	int rc = SQLITE_OK;
	while (rc == SQLITE_OK) {
		if (sqlite_is_cancelled(db))
			return SQLITE_INTERRUPT;
		rc = sqlite3_backup_step(backup, PAGES_A_STEP);
		tell(db, backup);
	}
	return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

static int copy_store(struct db *db, sqlite3 *to)
{
	/* Nobody else sees the file, and it is flushed once, at the end. */
	int rc = sqlite3_exec(to, "PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF", NULL, NULL,
			      NULL);
	sqlite3_backup *backup =
		rc == SQLITE_OK ? sqlite3_backup_init(to, "main", db->handle, "main") : NULL;
	if (backup == NULL)
		return rc != SQLITE_OK ? rc : sqlite3_extended_errcode(to);
	rc = copy_pages(db, backup);
	int finished = sqlite3_backup_finish(backup);
	return rc != SQLITE_OK ? rc : finished;
}

/* A transaction holds one state of the store for all steps: otherwise each commit of somebody else
 * would make the copy begin again. */
static enum shop_status copy_state(struct db *db, const char *passing, const char *path,
				   struct shop_error *err)
{
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	sqlite3 *to = NULL;
	enum shop_status st = db_begin(db, /* write= */ false, &txn, err);
	if (st)
		return st;
	int rc = sqlite3_exec(db->handle, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL);
	if (rc != SQLITE_OK)
		return sqlite_error(db, sqlite3_extended_errcode(db->handle), "backup", err);
	rc = sqlite3_open_v2(passing, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
	if (rc == SQLITE_OK)
		rc = copy_store(db, to);
	sqlite3_close(to);
	/* What the copy could not write is not the store's fault. */
	if ((rc & 0xFF) == SQLITE_FULL)
		return cannot_make(path, "no space left", err);
	if ((rc & 0xFF) == SQLITE_IOERR || (rc & 0xFF) == SQLITE_CANTOPEN)
		return cannot_make(path, "reading or writing failed", err);
	return rc == SQLITE_OK ? SHOP_OK : sqlite_error(db, rc, "backup", err);
}

static enum shop_status publish(const char *passing, const char *path, int64_t *ret_bytes,
				struct shop_error *err)
{
	struct stat sb;
	/* link() never replaces what is there. */
	if (sqlite_flush(passing) != 0 || stat(passing, &sb) != 0 || link(passing, path) != 0)
		return errno == EEXIST ? occupied(path, err)
				       : cannot_make(path, strerror(errno), err);
	sqlite_flush_folder(path);
	if (ret_bytes != NULL)
		*ret_bytes = (int64_t)sb.st_size;
	return SHOP_OK;
}

enum shop_status db_backup(struct db *db, const char *path, int64_t *ret_bytes,
			   struct shop_error *err)
{
	char passing[PATH_SIZE];
	struct stat sb;
	int n = snprintf(passing, sizeof(passing), "%s.new-%ld", path, (long)getpid());
	if (n < 0 || n >= (int)sizeof(passing))
		return cannot_make(path, strerror(ENAMETOOLONG), err);
	if (lstat(path, &sb) == 0)
		return occupied(path, err);
	int fd = open(passing, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0)
		return cannot_make(path, strerror(errno), err);
	close(fd);
	enum shop_status st = copy_state(db, passing, path, err);
	if (!st)
		st = publish(passing, path, ret_bytes, err);
	unlink(passing);
	return st;
}
