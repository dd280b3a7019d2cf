/* SPDX-License-Identifier: MIT */
/* SQLite: statements and transactions. The only files that know SQLite are this one and the
 * sqlite_*.c beside it. */
#include <assert.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/statvfs.h>

#include "base/memory.h"
#include "db/db.h"
#include "db/embedded.h"
#include "db/sqlite.h"

struct db_arg db_arg_text(const char *v)
{
	if (v == NULL)
		return db_arg_null();
	return (struct db_arg){ .kind = DB_ARG_TEXT, .bytes = v, .len = strlen(v) };
}

/* On a full disk SQLite fails in other ways too: also a reader of a WAL needs room for a small file. */
static bool is_disk_full(const struct db *db, int rc)
{
	struct statvfs fs;
	int code = rc & 0xFF;
	bool perhaps = code == SQLITE_FULL || code == SQLITE_CANTOPEN || code == SQLITE_IOERR;
	return perhaps && statvfs(db->path, &fs) == 0 && fs.f_bavail == 0;
}

enum shop_status sqlite_error(struct db *db, int rc, const char *what, struct shop_error *err)
{
	enum shop_status st;
	if (is_disk_full(db, rc))
		return shop_error_set(err, SHOP_E_IO, "no space left for the store '%s'", db->path);
	switch (rc & 0xFF) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
	case SQLITE_PROTOCOL: /* many open and close the store at the same moment */
		if (sqlite_is_cancelled(db))
			return shop_error_set(err, SHOP_E_CANCELLED, "interrupted");
		st = shop_error_set(err, SHOP_E_BUSY, "the store is busy");
		shop_error_hint(err,
				"another process, an import perhaps, is writing to it: try again");
		return st;
	case SQLITE_NOTADB:
		st = shop_error_set(err, SHOP_E_FOREIGN, "'%s' is not a store of shop", db->path);
		shop_error_hint(err, "name another with --store or SHOP_STORE");
		return st;
	case SQLITE_CORRUPT:
		st = shop_error_set(err, SHOP_E_CORRUPT, "the store '%s' is damaged (%s)", db->path,
				    what);
		shop_error_hint(err, "keep a copy of it, and go back to a backup");
		return st;
	case SQLITE_FULL:
		return shop_error_set(err, SHOP_E_IO, "no space left for the store '%s'", db->path);
	case SQLITE_READONLY:
	case SQLITE_CANTOPEN:
		st = shop_error_set(err, SHOP_E_IO, "cannot write to the store '%s'", db->path);
		shop_error_hint(err,
				"check who owns the file and its folder, and their permissions");
		return st;
	case SQLITE_INTERRUPT:
		return shop_error_set(err, SHOP_E_CANCELLED, "interrupted");
	case SQLITE_NOMEM:
		return out_of_memory(err);
	case SQLITE_IOERR:
		return shop_error_set(err, SHOP_E_IO, "reading or writing the store '%s' failed",
				      db->path);
	case SQLITE_CONSTRAINT:
		st = rc == SQLITE_CONSTRAINT_UNIQUE || rc == SQLITE_CONSTRAINT_PRIMARYKEY
			     ? SHOP_E_EXISTS
			     : SHOP_E_INVALID;
		return shop_error_set(err, st, "the store refused it (%s): %s", what,
				      sqlite3_errmsg(db->handle));
	default:
		return shop_error_set(err, SHOP_E_FAILED, "the store failed (%s): %s", what,
				      sqlite3_errmsg(db->handle));
	}
}

static enum shop_status stmt_prepare(struct db *db, enum db_statement id, struct shop_error *err)
{
	struct stmt *s = &db->statements[id];
	if (s->handle != NULL)
		return SHOP_OK;
	s->db = db;
	s->id = id;
	int rc = sqlite3_prepare_v3(db->handle, db_statements[id].sql, -1,
				    SQLITE_PREPARE_PERSISTENT, &s->handle, NULL);
	return rc == SQLITE_OK ? SHOP_OK : sqlite_error(db, rc, db_statements[id].name, err);
}

static int bind_one(sqlite3_stmt *handle, int at, const struct db_arg *arg)
{
	switch (arg->kind) {
	case DB_ARG_INT:
		return sqlite3_bind_int64(handle, at, arg->number);
	case DB_ARG_TEXT:
		return sqlite3_bind_text64(handle, at, arg->bytes, arg->len, SQLITE_STATIC,
					   SQLITE_UTF8);
	case DB_ARG_BYTES:
		return sqlite3_bind_blob64(handle, at, arg->bytes, arg->len, SQLITE_STATIC);
	case DB_ARG_NULL:
		break;
	}
	return sqlite3_bind_null(handle, at);
}

enum shop_status db_query(struct db *db, enum db_statement id, const struct db_arg *args,
			  size_t count, struct stmt **ret, struct shop_error *err)
{
	enum shop_status st = stmt_prepare(db, id, err);
	if (st)
		return st;
	struct stmt *s = &db->statements[id];
	assert(!s->used && "a statement is asked for while it is in use");
	assert((size_t)sqlite3_bind_parameter_count(s->handle) == count &&
	       "a statement got too few or too many arguments");
	for (size_t i = 0; i < count; i++) {
		int rc = bind_one(s->handle, (int)i + 1, &args[i]);
		if (rc != SQLITE_OK)
			return sqlite_error(db, rc, db_statements[id].name, err);
	}
	s->used = true;
	*ret = s;
	return SHOP_OK;
}

void stmt_reset(struct stmt **s)
{
	if (*s == NULL)
		return;
	sqlite3_reset((*s)->handle);
	/* What was bound is borrowed, and may be gone by the next use. */
	sqlite3_clear_bindings((*s)->handle);
	(*s)->used = false;
	*s = NULL;
}

enum shop_status stmt_step(struct stmt *s, bool *ret_row, struct shop_error *err)
{
	int rc = sqlite3_step(s->handle);
	if (rc != SQLITE_ROW && rc != SQLITE_DONE)
		return sqlite_error(s->db, sqlite3_extended_errcode(s->db->handle),
				    db_statements[s->id].name, err);
	*ret_row = rc == SQLITE_ROW;
	return SHOP_OK;
}

int64_t stmt_int(struct stmt *s, int column)
{
	return sqlite3_column_int64(s->handle, column);
}

double stmt_real(struct stmt *s, int column)
{
	return sqlite3_column_double(s->handle, column);
}

const char *stmt_text(struct stmt *s, int column)
{
	const unsigned char *text = sqlite3_column_text(s->handle, column);
	return text != NULL ? (const char *)text : "";
}

const char *stmt_text_or_null(struct stmt *s, int column)
{
	return stmt_is_null(s, column) ? NULL : stmt_text(s, column);
}

char *stmt_copy(struct stmt *s, int column, bool *ok)
{
	const char *text = stmt_text_or_null(s, column);
	char *copy = text != NULL ? strdup(text) : NULL;
	*ok = *ok && (text == NULL || copy != NULL);
	return copy;
}

const void *stmt_bytes(struct stmt *s, int column, size_t *ret_len)
{
	const void *bytes = sqlite3_column_blob(s->handle, column);
	*ret_len = (size_t)sqlite3_column_bytes(s->handle, column);
	return bytes;
}

bool stmt_is_null(struct stmt *s, int column)
{
	return sqlite3_column_type(s->handle, column) == SQLITE_NULL;
}

int64_t stmt_int_or(struct stmt *s, int column, int64_t none)
{
	return stmt_is_null(s, column) ? none : stmt_int(s, column);
}

enum shop_status db_first(struct db *db, enum db_statement id, const struct db_arg *args,
			  size_t count, struct stmt **ret, struct shop_error *err)
{
	bool row = false;
	enum shop_status st = db_query(db, id, args, count, ret, err);
	if (!st)
		st = stmt_step(*ret, &row, err);
	if (!row)
		stmt_reset(ret);
	return st;
}

enum shop_status db_run(struct db *db, enum db_statement id, const struct db_arg *args,
			size_t count, int64_t *ret_changes, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	enum shop_status st = db_first(db, id, args, count, &s, err);
	if (st)
		return st;
	assert(s == NULL && "a statement that is run without rows returned one");
	if (ret_changes != NULL)
		*ret_changes = sqlite3_changes64(db->handle);
	return SHOP_OK;
}

enum shop_status db_run_int(struct db *db, enum db_statement id, const struct db_arg *args,
			    size_t count, int64_t *ret, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row;
	enum shop_status st = db_first(db, id, args, count, &s, err);
	if (st)
		return st;
	assert(s != NULL && "a statement that must have a row returned none");
	*ret = stmt_int(s, 0);
	/* An INSERT ... RETURNING is complete only when it has been stepped to its end. */
	return stmt_step(s, &row, err);
}

enum shop_status db_find_int(struct db *db, enum db_statement id, const struct db_arg *args,
			     size_t count, int64_t *ret, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	enum shop_status st = db_first(db, id, args, count, &s, err);
	if (!st)
		*ret = s != NULL ? stmt_int_or(s, 0, 0) : 0;
	return st;
}

int sqlite_pragma(struct db *db, const char *sql, int64_t *ret)
{
	sqlite3_stmt *s = NULL;
	int rc = sqlite3_prepare_v2(db->handle, sql, -1, &s, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(s);
	if (rc == SQLITE_ROW) {
		*ret = sqlite3_column_int64(s, 0);
		rc = SQLITE_OK;
	}
	sqlite3_finalize(s);
	return rc;
}

bool db_changed_elsewhere(struct db *db)
{
	int64_t version = 0;
	int rc = sqlite_pragma(db, "PRAGMA data_version", &version);
	/* What cannot be found out may have happened. */
	bool changed = rc != SQLITE_OK || version != db->data_version;
	db->data_version = version;
	return changed;
}

static enum shop_status exec(struct db *db, const char *sql, struct shop_error *err)
{
	int rc = sqlite3_exec(db->handle, sql, NULL, NULL, NULL);
	return rc == SQLITE_OK
		       ? SHOP_OK
		       : sqlite_error(db, sqlite3_extended_errcode(db->handle), "transaction", err);
}

enum shop_status db_begin(struct db *db, bool write, struct txn **ret, struct shop_error *err)
{
	assert(!db->txn.open && "a transaction within a transaction");
	/* Immediate: the write lock is had at the start, where waiting for it is harmless; a
	 * reader that turned writer later could only fail. */
	enum shop_status st = exec(db, write ? "BEGIN IMMEDIATE" : "BEGIN", err);
	if (st)
		return st;
	db->txn = (struct txn){ .db = db, .open = true };
	*ret = &db->txn;
	return SHOP_OK;
}

enum shop_status txn_commit(struct txn **txn, struct shop_error *err)
{
	struct db *db = (*txn)->db;
	enum shop_status st = exec(db, "COMMIT", err);
	if (st) {
		txn_rollback(txn);
		return st;
	}
	db->txn.open = false;
	*txn = NULL;
	return SHOP_OK;
}

void txn_rollback(struct txn **txn)
{
	if (*txn == NULL)
		return;
	struct db *db = (*txn)->db;
	/* Some failures (a full disk) have rolled back already. */
	if (!sqlite3_get_autocommit(db->handle))
		sqlite3_exec(db->handle, "ROLLBACK", NULL, NULL, NULL);
	db->txn.open = false;
	*txn = NULL;
}

bool sqlite_is_cancelled(struct db *db)
{
	return db->cancelled != NULL && db->cancelled(db->cancelled_ctx);
}

static int on_progress(void *ctx)
{
	return sqlite_is_cancelled(ctx) ? 1 : 0;
}

void db_on_progress(struct db *db, bool (*cancelled)(void *ctx), void *ctx)
{
	enum { STEPS_BETWEEN_CALLS = 20000 }; /* about a millisecond */
	db->cancelled = cancelled;
	db->cancelled_ctx = ctx;
	sqlite3_progress_handler(db->handle, STEPS_BETWEEN_CALLS,
				 cancelled != NULL ? on_progress : NULL, db);
}

void db_bulk(struct db *db)
{
	/* 64 MiB, so that the index pages of a large load stay in memory; still bounded. */
	sqlite3_exec(db->handle, "PRAGMA cache_size = -65536", NULL, NULL, NULL);
	/* What a statement needs to undo itself is small, and stands in a file otherwise. */
	sqlite3_exec(db->handle, "PRAGMA temp_store = MEMORY", NULL, NULL, NULL);
}
