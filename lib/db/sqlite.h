/* SPDX-License-Identifier: MIT */
#pragma once

/* What the SQLite files share. */

#include <sqlite3.h>

#include "base/cleanup.h"
#include "db/db.h"

struct stmt {
	struct db *db;
	sqlite3_stmt *handle;
	enum db_statement id;
	bool used;
};

struct txn {
	struct db *db;
	bool open;
};

struct db {
	sqlite3 *handle;
	char *path;
	char *publish_as; /* a new store's name to be; NULL for one that has it */
	struct txn txn;
	bool (*cancelled)(void *ctx);
	void *cancelled_ctx;
	void (*copied)(void *ctx, int64_t done, int64_t all); /* db_on_copied() */
	void *copied_ctx;
	int64_t busy_since;   /* of the wait for another writer; by the monotonic clock */
	unsigned busy_random; /* spreads the tries of processes that wait */
	int64_t data_version; /* when it was last looked at: see db_changed_elsewhere() */
	struct stmt statements[STMT_COUNT];
};

/* How long a connection waits for others, and how: sqlite_busy.c. */
void sqlite_wait_if_busy(struct db *db);

/* The value of a pragma that is one number; *ret stays where it has none. SQLite's result code. */
int sqlite_pragma(struct db *db, const char *sql, int64_t *ret);

/* What the function of db_on_progress() says. */
bool sqlite_is_cancelled(struct db *db);

/* Translates SQLite's result code; `what` names the statement or step. */
enum shop_status sqlite_error(struct db *db, int rc, const char *what, struct shop_error *err);

/* fsync() of a file, or of the folder that a file is in; -1 and errno if it fails. */
int sqlite_flush(const char *path);
int sqlite_flush_folder(const char *path);
