/* SPDX-License-Identifier: MIT */
#include "support/scratch.h"

#include <dirent.h>
#include <ftw.h>
#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

void scratch_make(char folder[SCRATCH_PATH_SIZE])
{
	const char *parent = getenv("TMPDIR");
	snprintf(folder, SCRATCH_PATH_SIZE, "%s/shop-test-XXXXXX",
		 parent != NULL ? parent : P_tmpdir);
	assert_non_null(mkdtemp(folder));
}

static int remove_entry(const char *path, const struct stat *sb, int kind, struct FTW *at)
{
	(void)sb;
	(void)at;
	return kind == FTW_DP ? rmdir(path) : unlink(path);
}

void scratch_remove(const char *folder)
{
	chmod(folder, 0700);
	assert_int_equal(nftw(folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS), 0);
}

char *scratch_path(char out[SCRATCH_PATH_SIZE], const char *folder, const char *name)
{
	int n = snprintf(out, SCRATCH_PATH_SIZE, "%s/%s", folder, name);
	assert_true(n > 0 && n < SCRATCH_PATH_SIZE);
	return out;
}

int scratch_count(const char *folder)
{
	DIR *dir = opendir(folder);
	assert_non_null(dir);
	int n = 0;
	while (readdir(dir) != NULL)
		n++;
	closedir(dir);
	return n - 2; /* "." and ".." */
}

int64_t scratch_sql(const char *path, const char *sql)
{
	sqlite3 *db = NULL;
	int64_t value = 0;
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	/* Others may be at work on it. */
	sqlite3_busy_timeout(db, 10000);
	while (*sql != '\0') {
		sqlite3_stmt *s = NULL;
		if (sqlite3_prepare_v2(db, sql, -1, &s, &sql) != SQLITE_OK)
			fail_msg("%s: %s", sql, sqlite3_errmsg(db));
		if (s == NULL)
			break;
		int rc = sqlite3_step(s);
		value = rc == SQLITE_ROW ? sqlite3_column_int64(s, 0) : 0;
		if (rc != SQLITE_ROW && rc != SQLITE_DONE)
			fail_msg("%s: %s", sqlite3_sql(s), sqlite3_errmsg(db));
		sqlite3_finalize(s);
	}
	sqlite3_close(db);
	return value;
}
