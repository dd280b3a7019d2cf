/* SPDX-License-Identifier: MIT */
/* What a person looks for: whatever is typed, the text index takes it for words. */
#include <sqlite3.h>
#include <stdlib.h>

#include "fuzz/fuzz.h"
#include "service/match.h"

const char *const fuzz_seeds[] = {
	"red cotton t-shirts",
	"\"quoted\" NEAR(a b) AND NOT c*",
	"name:x ^y {a b}:c",
	"e-book 15",
	"the of",
	"''--;",
	NULL,
};

/* An empty index with the columns that products have. */
static sqlite3_stmt *index_open(void)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *s = NULL;
	FUZZ_CHECK(sqlite3_open(":memory:", &db) == SQLITE_OK);
	FUZZ_CHECK(sqlite3_exec(db,
				"CREATE VIRTUAL TABLE product_fts USING fts5 (name, brand,"
				" category, attributes, description, things)",
				NULL, NULL, NULL) == SQLITE_OK);
	FUZZ_CHECK(sqlite3_prepare_v2(db,
				      "SELECT rowid FROM product_fts WHERE product_fts MATCH ?1",
				      -1, &s, NULL) == SQLITE_OK);
	return s;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static sqlite3_stmt *s;
	if (s == NULL)
		s = index_open();
	char *text = fuzz_text(data, size);
	struct match m;
	match_read(&m, text);
	FUZZ_CHECK(m.count <= MATCH_WORDS_MAX && match_head(&m) <= m.count);
	for (int i = 0; i <= MATCH_ANY + 3; i++) {
		struct buf out;
		buf_init(&out, 64 * 1024);
		bool written = i <= MATCH_ANY       ? match_write(&m, (enum match_mode)i, &out)
			       : i == MATCH_ANY + 1 ? match_write_denied(text, text, &out)
			       : i == MATCH_ANY + 2 ? match_write_has(text, &out)
						    : match_write_things(text, &out);
		if (written) {
			sqlite3_bind_text(s, 1, buf_text(&out), -1, SQLITE_STATIC);
			FUZZ_CHECK(sqlite3_step(s) == SQLITE_DONE);
			sqlite3_reset(s);
		}
		buf_done(&out);
	}
	free(text);
	return 0;
}
