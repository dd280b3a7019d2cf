/* SPDX-License-Identifier: MIT */
/* The commands, and the statements that give a person with the sqlite3 shell the same answer. */
#include "rows.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "vocabulary.h"

#define PRODUCT                                                                                    \
	"p.id, p.sku, p.name, b.name AS brand, c.path AS category, p.price_cents, p.stock,"        \
	" p.rating_centi, p.review_count, p.image, p.description, p.variant_group, p.created_at"
#define NAMES " LEFT JOIN brand b ON b.id = p.brand_id LEFT JOIN category c ON c.id = p.category_id"

#define SHOW                                                                                       \
	"SELECT " PRODUCT ","                                                                      \
	" (SELECT json_group_object(a.name, v.value) FROM product_attribute pa"                    \
	"    JOIN attribute_value v ON v.id = pa.value_id"                                         \
	"    JOIN attribute a ON a.id = v.attribute_id"                                            \
	"   WHERE pa.product_id = p.id) AS attributes,"                                            \
	" (SELECT json_group_array(json_object('id', o.id, 'sku', o.sku, 'name', o.name, 'brand'," \
	"    ob.name, 'category', oc.path, 'price_cents', o.price_cents, 'stock', o.stock))"       \
	"    FROM product o LEFT JOIN brand ob ON ob.id = o.brand_id"                              \
	"    LEFT JOIN category oc ON oc.id = o.category_id"                                       \
	"   WHERE o.variant_group = p.variant_group AND o.id <> p.id) AS variants,"                \
	" (SELECT json_group_array(json_object('id', r.id, 'created_at', r.created_at, 'author',"  \
	"    r.author, 'rating', r.rating, 'comment', r.comment))"                                 \
	"    FROM review r WHERE r.product_id = p.id) AS review_list"                              \
	" FROM product p" NAMES " WHERE p.id = 1"

#define SEARCH(words)                                                                              \
	"SELECT " PRODUCT " FROM product_fts f JOIN product p ON p.id = f.rowid" NAMES             \
	" WHERE product_fts MATCH '" words "' ORDER BY rank LIMIT 20"

#define LIST "SELECT " PRODUCT " FROM product p" NAMES " ORDER BY p.id LIMIT 20"

/* The kinds of things are the categories of this catalogue. */
#define CHEAPEST                                                                                   \
	"SELECT " PRODUCT " FROM product p" NAMES " WHERE p.category_id IN"                        \
	" (SELECT id FROM category WHERE path LIKE '%/" WORD_NOUN "s')"                            \
	" AND p.stock > 0 ORDER BY p.price_cents, p.id LIMIT 1"

#define WHO                                                                                        \
	"SELECT c.id, c.email, c.name, c.role, t.scope, t.expires_at FROM token t"                 \
	" JOIN customer c ON c.id = t.customer_id WHERE t.revoked_at IS NULL"

#define SQLITE(sql)                                                                                \
	{                                                                                          \
		PROGRAM_SQLITE, { "-readonly", "-json", "shop.db", sql }, NULL                     \
	}

static void fail(const char *what, const char *path)
{
	fprintf(stderr, "cannot %s '%s': %s\n", what, path, strerror(errno));
	exit(1);
}

static void remove_store(const char *path)
{
	static const char *const ends[] = { "", "-wal", "-shm", "-journal" };
	char name[64];
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		snprintf(name, sizeof(name), "%s%s", path, ends[i]);
		if (unlink(name) != 0 && errno != ENOENT)
			fail("remove", name);
	}
}

static void copy_file(const char *from, const char *to)
{
	int in = open(from, O_RDONLY | O_CLOEXEC);
	int out = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (in < 0 || out < 0)
		fail("copy to", to);
	char bytes[16384];
	ssize_t n;
	while ((n = read(in, bytes, sizeof(bytes))) > 0)
		if (write(out, bytes, (size_t)n) != n)
			fail("copy to", to);
	if (n < 0)
		fail("read", from);
	close(in);
	close(out);
}

static void empty_store(void)
{
	remove_store(STORE_LOADED);
	copy_file("empty.db", STORE_LOADED);
}

static void empty_reference(void)
{
	remove_store(REFERENCE_LOADED);
}

const struct row rows[] = {
	{ "--version : sqlite3",
	  { PROGRAM_SHOP, { "--version" }, NULL },
	  { PROGRAM_SQLITE, { "--version" }, NULL },
	  0 },
	{ "--version : empty program",
	  { PROGRAM_SHOP, { "--version" }, NULL },
	  { PROGRAM_EMPTY, { NULL }, NULL },
	  0 },
	{ "products show",
	  { PROGRAM_SHOP, { "products", "show", "1", "--json" }, NULL },
	  SQLITE(SHOW),
	  0 },
	{ "products list, 20",
	  { PROGRAM_SHOP, { "products", "list", "--limit", "20", "--json" }, NULL },
	  SQLITE(LIST),
	  0 },
	{ "search, rare word",
	  { PROGRAM_SHOP, { "products", "search", WORD_RARE, "--json" }, NULL },
	  SQLITE(SEARCH(WORD_RARE)),
	  0 },
	{ "search, common word",
	  { PROGRAM_SHOP, { "products", "search", WORD_COMMON, "--json" }, NULL },
	  SQLITE(SEARCH(WORD_COMMON)),
	  0 },
	{ "search, two words",
	  { PROGRAM_SHOP, { "products", "search", WORD_ADJECTIVE, WORD_NOUN, "--json" }, NULL },
	  SQLITE(SEARCH(WORD_ADJECTIVE " " WORD_NOUN)),
	  ROW_MORE },
	{ "whoami", { PROGRAM_SHOP, { "whoami", "--json" }, NULL }, SQLITE(WHO), 0 },
	{ "chat, cheapest",
	  { PROGRAM_SHOP, { "chat", "--new", "--json", "cheapest " WORD_NOUN "?" }, NULL },
	  SQLITE(CHEAPEST),
	  0 },
	{ "TAB after a SKU",
	  { PROGRAM_SHOP, { "__complete", "--", "products", "show", "BN-00" }, NULL },
	  { PROGRAM_SHOP, { "--version" }, NULL },
	  0 },
	{ "TAB after a number",
	  { PROGRAM_SHOP, { "__complete", "--", "products", "show", "12" }, NULL },
	  { PROGRAM_SHOP, { "--version" }, NULL },
	  0 },
	{ "TAB after a brand",
	  { PROGRAM_SHOP, { "__complete", "--", "products", "list", "--brand", "a" }, NULL },
	  { PROGRAM_SHOP, { "--version" }, NULL },
	  0 },
	{ "TAB after a category",
	  { PROGRAM_SHOP, { "__complete", "--", "products", "list", "--category", "a" }, NULL },
	  { PROGRAM_SHOP, { "--version" }, NULL },
	  0 },
	{ "import",
	  { PROGRAM_SHOP,
	    { "admin", "import", "catalogue.jsonl", "--store", STORE_LOADED, "--json" },
	    empty_store },
	  { PROGRAM_SQLITE, { REFERENCE_LOADED, ".read load.sql" }, empty_reference },
	  ROW_LOADS },
};
const size_t row_count = sizeof(rows) / sizeof(rows[0]);
