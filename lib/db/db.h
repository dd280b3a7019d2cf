/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * The storage engine as everybody else sees it: connections, named statements, transactions,
 * migrations. No SQL passes through here but by its name: the statements stand in the .sql files
 * of lib/store and are known by the enum that the build makes of them.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "db/statements.h" /* enum db_statement, made at build time */
#include "shop/error.h"

struct db;
struct stmt;
struct txn;

/*
 * Opens the store in the file `path`, for reading alone or for both; an older store is brought up
 * to date when it is opened for writing. NOT_FOUND, FOREIGN, TOO_NEW, CORRUPT, BUSY, IO.
 */
enum shop_status db_open(const char *path, bool write, struct db **ret, struct shop_error *err);

/*
 * Makes a new store under a passing name beside `path` (its folder with mode 0700 where missing,
 * its file with 0600) and begins a write transaction in it. Nobody else sees it before it is
 * committed and db_publish() gives it its name, so that a store is never there half.
 * EXISTS (something stands at path), IO.
 */
enum shop_status db_create(const char *path, struct db **ret, struct txn **ret_txn,
			   struct shop_error *err);

/* Gives a new store its name, unless another took it meanwhile (EXISTS), and closes it. */
enum shop_status db_publish(struct db **db, struct shop_error *err);

/* Rolls back what is not committed and removes what is not published. NULL is fine.
 * db_closep is for CLEANUP. */
void db_close(struct db *db);
void db_closep(struct db **db);

/* A typed argument of a statement; text and bytes are borrowed for the call's length. */
struct db_arg {
	enum { DB_ARG_NULL, DB_ARG_INT, DB_ARG_TEXT, DB_ARG_BYTES } kind;
	int64_t number;
	const void *bytes;
	size_t len;
};

static inline struct db_arg db_arg_int(int64_t v)
{
	return (struct db_arg){ .kind = DB_ARG_INT, .number = v };
}
/* A NULL text is SQL's NULL. */
struct db_arg db_arg_text(const char *v);
static inline struct db_arg db_arg_self(struct db_arg v)
{
	return v;
}
static inline struct db_arg db_arg_bytes(const void *bytes, size_t len)
{
	return (struct db_arg){ .kind = DB_ARG_BYTES, .bytes = bytes, .len = len };
}
static inline struct db_arg db_arg_null(void)
{
	return (struct db_arg){ .kind = DB_ARG_NULL };
}
/* NULL for the value that stands for "none" (a time, a limit), the number otherwise. */
static inline struct db_arg db_arg_unless(int64_t v, int64_t none)
{
	return v == none ? db_arg_null() : db_arg_int(v);
}

#define DB_ARG(x)                                                                                  \
	_Generic((x), bool                                                                         \
		 : db_arg_int, int                                                                 \
		 : db_arg_int, int64_t                                                             \
		 : db_arg_int, char *                                                              \
		 : db_arg_text, const char *                                                       \
		 : db_arg_text, struct db_arg                                                      \
		 : db_arg_self)(x)

/* DB_ARGS(a, b, ...): the arguments as an array and their count, up to twenty. */
#define DB_NTH(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18,    \
	       a19, a20, n, ...)                                                                   \
	n
#define DB_MAP1(x)       DB_ARG(x)
#define DB_MAP2(x, ...)  DB_ARG(x), DB_MAP1(__VA_ARGS__)
#define DB_MAP3(x, ...)  DB_ARG(x), DB_MAP2(__VA_ARGS__)
#define DB_MAP4(x, ...)  DB_ARG(x), DB_MAP3(__VA_ARGS__)
#define DB_MAP5(x, ...)  DB_ARG(x), DB_MAP4(__VA_ARGS__)
#define DB_MAP6(x, ...)  DB_ARG(x), DB_MAP5(__VA_ARGS__)
#define DB_MAP7(x, ...)  DB_ARG(x), DB_MAP6(__VA_ARGS__)
#define DB_MAP8(x, ...)  DB_ARG(x), DB_MAP7(__VA_ARGS__)
#define DB_MAP9(x, ...)  DB_ARG(x), DB_MAP8(__VA_ARGS__)
#define DB_MAP10(x, ...) DB_ARG(x), DB_MAP9(__VA_ARGS__)
#define DB_MAP11(x, ...) DB_ARG(x), DB_MAP10(__VA_ARGS__)
#define DB_MAP12(x, ...) DB_ARG(x), DB_MAP11(__VA_ARGS__)
#define DB_MAP13(x, ...) DB_ARG(x), DB_MAP12(__VA_ARGS__)
#define DB_MAP14(x, ...) DB_ARG(x), DB_MAP13(__VA_ARGS__)
#define DB_MAP15(x, ...) DB_ARG(x), DB_MAP14(__VA_ARGS__)
#define DB_MAP16(x, ...) DB_ARG(x), DB_MAP15(__VA_ARGS__)
#define DB_MAP17(x, ...) DB_ARG(x), DB_MAP16(__VA_ARGS__)
#define DB_MAP18(x, ...) DB_ARG(x), DB_MAP17(__VA_ARGS__)
#define DB_MAP19(x, ...) DB_ARG(x), DB_MAP18(__VA_ARGS__)
#define DB_MAP20(x, ...) DB_ARG(x), DB_MAP19(__VA_ARGS__)
#define DB_MAP(...)                                                                                \
	DB_NTH(__VA_ARGS__, DB_MAP20, DB_MAP19, DB_MAP18, DB_MAP17, DB_MAP16, DB_MAP15, DB_MAP14,  \
	       DB_MAP13, DB_MAP12, DB_MAP11, DB_MAP10, DB_MAP9, DB_MAP8, DB_MAP7, DB_MAP6,         \
	       DB_MAP5, DB_MAP4, DB_MAP3, DB_MAP2, DB_MAP1)                                        \
	(__VA_ARGS__)
#define DB_ARGS(...)                                                                               \
	(const struct db_arg[]){ DB_MAP(__VA_ARGS__) },                                            \
		sizeof((const struct db_arg[]){ DB_MAP(__VA_ARGS__) }) / sizeof(struct db_arg)
#define DB_NO_ARGS NULL, 0

/*
 * Gets a statement ready to be stepped, with its arguments bound; their number must be what the
 * statement takes. The statement belongs to the connection: hold it as
 *     CLEANUP(stmt_reset) struct stmt *s = NULL;
 * so that it is put back at the end of the scope. A statement in use cannot be had a second time.
 */
enum shop_status db_query(struct db *db, enum db_statement id, const struct db_arg *args,
			  size_t count, struct stmt **ret, struct shop_error *err);
void stmt_reset(struct stmt **s);

/* The first row of a statement, held in the same way; *ret is NULL if it has none. */
enum shop_status db_first(struct db *db, enum db_statement id, const struct db_arg *args,
			  size_t count, struct stmt **ret, struct shop_error *err);

/* The next row. *ret_row is false at the end. */
enum shop_status stmt_step(struct stmt *s, bool *ret_row, struct shop_error *err);

/* Columns of the current row, from 0. Text is "" for NULL, and lives until the next step. */
int64_t stmt_int(struct stmt *s, int column);
double stmt_real(struct stmt *s, int column);
const char *stmt_text(struct stmt *s, int column);
const char *stmt_text_or_null(struct stmt *s, int column);
/* A copy, which the caller frees, and NULL for NULL; *ok becomes false if there is no memory. */
char *stmt_copy(struct stmt *s, int column, bool *ok);
const void *stmt_bytes(struct stmt *s, int column, size_t *ret_len);
bool stmt_is_null(struct stmt *s, int column);
/* The number, or none for NULL. */
int64_t stmt_int_or(struct stmt *s, int column, int64_t none);

/* A statement without rows. ret_changes (may be NULL): how many rows it changed. */
enum shop_status db_run(struct db *db, enum db_statement id, const struct db_arg *args,
			size_t count, int64_t *ret_changes, struct shop_error *err);
/* A statement with exactly one row of one number (INSERT ... RETURNING id, SELECT count(*)). */
enum shop_status db_run_int(struct db *db, enum db_statement id, const struct db_arg *args,
			    size_t count, int64_t *ret, struct shop_error *err);
/* The one number of a statement with one row or none; 0 for none and for NULL. */
enum shop_status db_find_int(struct db *db, enum db_statement id, const struct db_arg *args,
			     size_t count, int64_t *ret, struct shop_error *err);

/*
 * Transactions: one at a time for each connection. Held as
 *     CLEANUP(txn_rollback) struct txn *txn = NULL;
 * every way out of the scope but txn_commit() rolls back. A write transaction takes the store's
 * write lock at once, waiting up to the busy timeout: SHOP_E_BUSY.
 */
enum shop_status db_begin(struct db *db, bool write, struct txn **ret, struct shop_error *err);
enum shop_status txn_commit(struct txn **txn, struct shop_error *err);
void txn_rollback(struct txn **txn);

/*
 * Copies the store as it is now to a new file at `path` with mode 0600, while others read and
 * write. The file is there as a whole or not at all. ret_bytes (may be NULL): its size. EXISTS
 * (something stands at path), IO, CANCELLED.
 */
enum shop_status db_backup(struct db *db, const char *path, int64_t *ret_bytes,
			   struct shop_error *err);

/* Called every so often during a backup: how many of all bytes have been copied. */
void db_on_copied(struct db *db, void (*copied)(void *ctx, int64_t done, int64_t all), void *ctx);

/* Has another connection committed something since the last call? The first call says true. */
bool db_changed_elsewhere(struct db *db);

/* Called every so often while a statement runs; true stops it with SHOP_E_CANCELLED. */
void db_on_progress(struct db *db, bool (*cancelled)(void *ctx), void *ctx);

/* Settings for a load of many rows by one connection: larger cache. */
void db_bulk(struct db *db);
