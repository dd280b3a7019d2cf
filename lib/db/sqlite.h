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
	struct stmt statements[STMT_COUNT];
};

/* Translates SQLite's result code; `what` names the statement or step. */
enum shop_status sqlite_error(struct db *db, int rc, const char *what, struct shop_error *err);
