/* SPDX-License-Identifier: MIT */
/* Reading files into a store through the public interface: what stands there afterwards, and what
 * does not after something was wrong. */

#include "loader.h"

/* One of each type. */
#define ALL                                                                                        \
	"{\"type\":\"setting\",\"key\":\"currency\",\"value\":\"EUR\"}\n"                          \
	"{\"type\":\"policy\",\"topic\":\"returns\",\"text\":\"Within 30 days.\"}\n" AL BO LAMP(   \
		",\"currency\":\"EUR\",\"category\":\"Home/Light\",\"brand\":\"Kes\","             \
		"\"attributes\":{\"color\":\"red\"},\"created_at\":\"-9d\"") MUG("")               \
		REVIEW("\"al@example.com\"", "4") REVIEW("\"bo@example.com\"", "5")                \
			ORDER("12", "al@example.com",                                              \
			      LAMP_LINE ",\"paid_at\":\"-1d\",\"address\":{\"line\":\"1 Road\"}")  \
				MESSAGE("al@example.com", "7", "hello")

static void test_all_types(void **state)
{
	struct fixture *f = *state;
	load_well(f, ALL);
	assert_int_equal(f->counts.products, 2);
	assert_int_equal(f->counts.users, 2);
	assert_int_equal(f->counts.reviews, 2);
	assert_int_equal(f->counts.orders, 1);
	assert_int_equal(f->counts.policies, 1);
	assert_int_equal(f->counts.settings, 1);
	assert_int_equal(f->counts.messages, 1);
	expect_counts(f, 9, 1, 0); /* there was a currency */
	assert_string_equal(shop_currency(f->shop), "EUR");
	assert_int_equal(sql(f, "SELECT rating_centi FROM product WHERE sku = 'LAMP'"), 450);
	assert_int_equal(sql(f, "SELECT review_count FROM product WHERE sku = 'LAMP'"), 2);
	assert_int_equal(sql(f, "SELECT created_at FROM product WHERE sku = 'LAMP'"),
			 NOW - 9 * DAY);
	assert_int_equal(sql(f, "SELECT created_at FROM product WHERE sku = 'MUG'"), NOW);
	assert_int_equal(sql(f, "SELECT total_cents FROM purchase WHERE id = 12"), 2120);
	assert_int_equal(sql(f, "SELECT count(*) FROM order_line l JOIN product p"
				" ON p.id = l.product_id AND l.name = 'Lamp'"
				" AND l.category = 'Home/Light'"),
			 1);
	assert_int_equal(sql(f, "SELECT count(*) FROM message m JOIN conversation c"
				" ON c.id = m.conversation_id JOIN customer u"
				" ON u.id = c.customer_id AND u.email = 'al@example.com'"),
			 1);
}

static void test_twice(void **state)
{
	static const char dump[] =
		"SELECT (SELECT sum(rowid * (length(sku) + updated_at)) FROM product) +"
		" (SELECT count(*) FROM message) + (SELECT count(*) FROM conversation) +"
		" (SELECT sum(at) FROM order_event) +"
		" (SELECT sum(id) FROM review) + (SELECT sum(updated_at) FROM policy) +"
		" (SELECT sum(tokens_after + length(password_hash)) FROM customer)";
	struct fixture *f = *state;
	load_well(f, ALL);
	int64_t before = sql(f, dump);
	/* A later clock alone changes nothing that is not told relative to it. */
	load_well(f, ALL);
	expect_counts(f, 0, 0, 10);
	assert_int_equal(sql(f, dump), before);
}

static void test_without_time(void **state)
{
	struct fixture *f = *state;
	load_well(f, MUG(""));
	shop_set_now(f->shop, NOW + DAY, 0);
	load_well(f, MUG(""));
	expect_counts(f, 0, 0, 1);
	assert_int_equal(sql(f, "SELECT created_at FROM product"), NOW);
}

static void test_update(void **state)
{
	struct fixture *f = *state;
	load_well(f, ALL);
	load_well(f, "{\"type\":\"policy\",\"topic\":\"returns\",\"text\":\"Never.\"}\n"
		     "{\"type\":\"product\",\"sku\":\"LAMP\",\"name\":\"Torch\",\"price_cents\":1,"
		     "\"stock\":0}\n" REVIEW("\"al@example.com\"", "1")
			     ORDER("12", "al@example.com",
				   LAMP_LINE ",\"paid_at\":\"-1d\","
					     "\"shipped_at\":\"-1h\""));
	expect_counts(f, 0, 4, 0);
	assert_int_equal(sql(f, "SELECT rating_centi FROM product WHERE sku = 'LAMP'"), 300);
	assert_int_equal(sql(f, "SELECT count(*) FROM purchase WHERE status = 'shipped'"
				" AND address_line IS NULL"),
			 1);
	assert_int_equal(sql(f, "SELECT count(*) FROM order_event"), 3);
	/* What was bought keeps the name it had, and the index forgets the old one. */
	assert_int_equal(sql(f, "SELECT count(*) FROM order_line WHERE name = 'Lamp'"), 1);
	assert_int_equal(sql(f, "SELECT count(*) FROM product_fts WHERE product_fts MATCH 'lamp'"),
			 0);
	assert_int_equal(sql(f, "SELECT count(*) FROM product_fts WHERE product_fts MATCH 'torch'"),
			 1);
}

static void test_bad_line(void **state)
{
	struct fixture *f = *state;
	refuse(f,
	       LAMP("") "\n  \r\n"
			"{\"type\":\"product\",\"sku\":\"X\",\"name\":\"X\",\"stock\":1,"
			"\"price_cents\":12.90}\n",
	       SHOP_E_INVALID,
	       "line 4: price_cents: expected a whole number of cents, got '12.90'");
	assert_int_equal(sql(f, "SELECT count(*) FROM product"), 0);
	refuse(f, LAMP("") "nonsense", SHOP_E_INVALID,
	       "line 2: not JSON: '[' or '{' expected at byte 8");
	assert_int_equal(sql(f, "SELECT count(*) FROM product"), 0);
	refuse(f, LAMP(",\"stok\":1"), SHOP_E_INVALID, "line 1: stok: unknown key");
	assert_string_equal(f->err.hint, "did you mean 'stock'?");
}

static void test_references(void **state)
{
	struct fixture *f = *state;
	refuse(f, REVIEW("\"al@example.com\"", "4"), SHOP_E_INVALID,
	       "line 1: sku: there is no product 'LAMP'");
	refuse(f, LAMP("") REVIEW("\"al@example.com\"", "4"), SHOP_E_INVALID,
	       "line 2: email: there is no user 'al@example.com'");
	refuse(f, AL ORDER("1", "al@example.com", LAMP_LINE), SHOP_E_INVALID,
	       "line 2: items[0].sku: there is no product 'LAMP'");
	refuse(f, MESSAGE("al@example.com", "1", "x"), SHOP_E_INVALID,
	       "line 1: email: there is no user 'al@example.com'");
	/* A product that is gone is a line without one. */
	load_well(f, AL ORDER("1", "al@example.com",
			      "\"items\":[{\"sku\":\"OLD\",\"quantity\":1,\"price_cents\":5,"
			      "\"name\":\"Old thing\"}]"));
	assert_int_equal(sql(f, "SELECT count(*) FROM order_line WHERE product_id IS NULL"
				" AND name = 'Old thing' AND category = ''"),
			 1);
}

static void test_sums(void **state)
{
	struct fixture *f = *state;
#define HUGE "{\"sku\":\"LAMP\",\"quantity\":1000000,\"price_cents\":1000000000000}"
	refuse(f,
	       AL LAMP("") ORDER("1", "al@example.com",
				 "\"items\":[" HUGE "," HUGE "," HUGE "," HUGE "," HUGE "," HUGE
				 "," HUGE "," HUGE "," HUGE "," HUGE "]"),
	       SHOP_E_INVALID, "line 3: items: the sum is too large");
#undef HUGE
}

static void test_foreign_order(void **state)
{
	struct fixture *f = *state;
	load_well(f, AL BO LAMP("") ORDER("12", "al@example.com", LAMP_LINE));
	refuse(f, ORDER("12", "bo@example.com", LAMP_LINE), SHOP_E_CONFLICT,
	       "line 1: id: order #12 is another customer's");
	/* Without its account it is anybody's to bring back. */
	sql(f, "PRAGMA foreign_keys = ON; DELETE FROM customer WHERE email = 'al@example.com'");
	assert_int_equal(sql(f, "SELECT count(*) FROM purchase WHERE customer_id IS NULL"), 1);
	load_well(f, AL ORDER("12", "al@example.com", LAMP_LINE));
	expect_counts(f, 1, 1, 0);
}

static void test_batch(void **state)
{
	struct fixture *f = *state;
	static const char text[] = LAMP("") MUG("") AL "{}\n";
	assert_int_equal(load_batch(f, text, 2), SHOP_E_INVALID);
	assert_string_equal(f->err.text, "line 4: type: is missing");
	assert_string_equal(f->err.hint, "lines 1 to 2 are in the store already");
	assert_int_equal(sql(f, "SELECT count(*) FROM product"), 2);
	assert_int_equal(sql(f, "SELECT count(*) FROM customer"), 1);
	assert_int_equal(load_batch(f, LAMP("") MUG("") AL, 2), SHOP_OK);
	expect_counts(f, 1, 0, 2);
	assert_int_equal(load_batch(f, text, 0), SHOP_E_INVALID);
}

static void test_currency(void **state)
{
	struct fixture *f = *state;
	refuse(f, LAMP(",\"currency\":\"EUR\""), SHOP_E_INVALID,
	       "line 1: currency: the store sells in USD, got 'EUR'");
	/* A currency that is not kept is forgotten too. */
	refuse(f,
	       "{\"type\":\"setting\",\"key\":\"currency\",\"value\":\"EUR\"}\n" MUG(
		       ",\"currency\":\"EUR\"") "{}\n",
	       SHOP_E_INVALID, "line 3: type: is missing");
	assert_string_equal(shop_currency(f->shop), "USD");
	load_well(f, "{\"type\":\"setting\",\"key\":\"currency\",\"value\":\"EUR\"}\n"
		     "{\"type\":\"product\",\"sku\":\"X\",\"name\":\"X\",\"price_cents\":1,"
		     "\"stock\":1,\"currency\":\"EUR\"}\n");
	/* Where there are prices, they would be others. */
	refuse(f, "{\"type\":\"setting\",\"key\":\"currency\",\"value\":\"USD\"}\n",
	       SHOP_E_CONFLICT, "line 1: the prices of the products are in EUR");
}

/* Conversations */

static void test_conversations(void **state)
{
	struct fixture *f = *state;
	static const char text[] = AL BO MESSAGE("al@example.com", "7", "hello")
		MESSAGE("bo@example.com", "7", "hello") MESSAGE("al@example.com", "9", "hello")
			MESSAGE("al@example.com", "7", "more")
				MESSAGE("al@example.com", "9", "else");
	static const char count[] = "SELECT 100 * (SELECT count(*) FROM conversation) +"
				    " (SELECT count(*) FROM message)";
	load_well(f, text);
	/* A number is a conversation of one customer, even if two begin in the same way. */
	assert_int_equal(sql(f, count), 305);
	load_well(f, text);
	expect_counts(f, 0, 0, 7);
	assert_int_equal(sql(f, count), 305);
	/* What goes on is added where it belongs, under whatever number. */
	load_well(f, MESSAGE("al@example.com", "1", "hello") MESSAGE("al@example.com", "1", "more")
			     MESSAGE("al@example.com", "1", "and more"));
	expect_counts(f, 1, 0, 2);
	assert_int_equal(sql(f, count), 306);
	assert_int_equal(sql(f, "SELECT count(*) FROM message WHERE conversation_id ="
				" (SELECT conversation_id FROM message WHERE text = 'more')"),
			 3);
	/* The same words of somebody else are his own. */
	load_well(f, MESSAGE("bo@example.com", "1", "more"));
	assert_int_equal(sql(f, count), 407);
}

/* Reviews of accounts that are gone */

static void test_gone_reviewer(void **state)
{
	struct fixture *f = *state;
	static const char text[] =
		LAMP("") "{\"type\":\"review\",\"sku\":\"LAMP\",\"email\":null,\"author\":\"Zed\","
			 "\"rating\":2,\"created_at\":\"-3d\"}\n"
			 "{\"type\":\"review\",\"sku\":\"LAMP\",\"email\":null,\"author\":\"Yan\","
			 "\"rating\":3,\"created_at\":\"-3d\"}\n";
	load_well(f, text);
	load_well(f, text);
	expect_counts(f, 0, 0, 3);
	assert_int_equal(sql(f, "SELECT rating_centi FROM product"), 250);
}

/* Who, where from, and being stopped */

static void test_rights(void **state)
{
	struct fixture *f = *state;
	static const struct {
		int64_t customer;
		enum shop_role role;
		enum shop_scope scope;
		enum shop_status st;
	} rows[] = {
		{ SHOP_NONE, SHOP_ROLE_CUSTOMER, SHOP_SCOPE_FULL, SHOP_E_NOT_LOGGED_IN },
		{ 1, SHOP_ROLE_CUSTOMER, SHOP_SCOPE_FULL, SHOP_E_DENIED },
		{ 1, SHOP_ROLE_ADMIN, SHOP_SCOPE_READ, SHOP_E_DENIED },
		{ 1, SHOP_ROLE_ADMIN, SHOP_SCOPE_FULL, SHOP_OK },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		f->shop->actor.customer = rows[i].customer;
		f->shop->actor.role = rows[i].role;
		f->shop->actor.scope = rows[i].scope;
		assert_int_equal(load(f, LAMP("")), rows[i].st);
	}
}

static void test_no_file(void **state)
{
	struct fixture *f = *state;
	struct shop_import in = { .path = f->file, .batch = SHOP_NONE };
	assert_int_equal(shop_import(f->shop, &in, &f->counts, &f->err), SHOP_E_NOT_FOUND);
	in.path = f->folder;
	assert_int_equal(shop_import(f->shop, &in, &f->counts, &f->err), SHOP_E_IO);
	assert_non_null(strstr(f->err.text, f->folder));
	/* The handle can be used afterwards. */
	load_well(f, LAMP(""));
	load_well(f, "");
	expect_counts(f, 0, 0, 0);
}

struct told {
	int64_t calls, lines, done, all;
};

static void on_progress(void *ctx, int64_t lines, int64_t done, int64_t all)
{
	struct told *t = ctx;
	assert_true(lines >= t->lines && done >= t->done && done <= all);
	t->calls++;
	t->lines = lines;
	t->done = done;
	t->all = all;
}

static char *many_lines(size_t count)
{
	char *text = malloc(count * 128 + 1);
	size_t n = 0;
	assert_non_null(text);
	for (size_t i = 0; i < count; i++)
		n += (size_t)snprintf(
			text + n, 128,
			"{\"type\":\"product\",\"sku\":\"S%zu\",\"name\":\"Thing %zu\","
			"\"price_cents\":%zu,\"stock\":1}\n",
			i, i, i);
	return text;
}

static void test_progress(void **state)
{
	struct fixture *f = *state;
	struct told told = { 0 };
	CLEANUP(free_charp) char *text = many_lines(2500);
	write_data(f, text);
	const struct shop_import in = {
		.path = f->file, .batch = SHOP_NONE, .progress = on_progress, .ctx = &told
	};
	assert_int_equal(shop_import(f->shop, &in, &f->counts, &f->err), SHOP_OK);
	assert_int_equal(told.calls, 3);
	assert_int_equal(told.lines, 2500);
	assert_int_equal(told.done, (int64_t)strlen(text));
	assert_int_equal(told.all, (int64_t)strlen(text));
	assert_int_equal(f->counts.created, 2500);
	/* The index is whole: it agrees with what it was made from. */
	sql(f, "INSERT INTO product_fts (product_fts, rank) VALUES ('integrity-check', 1)");
}

static bool stop(void *ctx)
{
	(void)ctx;
	return true;
}

static void test_stopped(void **state)
{
	struct fixture *f = *state;
	CLEANUP(free_charp) char *text = many_lines(2500);
	shop_on_progress(f->shop, stop, NULL);
	assert_int_equal(load(f, text), SHOP_E_CANCELLED);
	/* Also where one record takes long and hardly asks the store. */
	assert_int_equal(load(f, USER "\"password\":\"12345678\"}\n"), SHOP_E_CANCELLED);
	shop_on_progress(f->shop, NULL, NULL);
	assert_int_equal(sql(f, "SELECT count(*) FROM product"), 0);
	load_well(f, LAMP(""));
}

/* Making a store */

static void test_init_demo(void **state)
{
	struct fixture *f = *state;
	write_data(f, ALL);
	assert_int_equal(init(f, f->file), SHOP_OK);
	open_store(f);
	assert_string_equal(shop_currency(f->shop), "EUR");
	assert_int_equal(sql(f, "SELECT created_at FROM product WHERE sku = 'LAMP'"),
			 NOW - 9 * DAY);
	assert_int_equal(sql(f, "SELECT count(*) FROM customer WHERE role = 'admin'"), 1);
	assert_int_equal(sql(f, "SELECT count(*) FROM setting WHERE key IN ('tax_basis_points',"
				" 'shipping_cents', 'payment_methods')"),
			 3);
	load_well(f, ALL);
	expect_counts(f, 0, 0, 10);
	assert_int_equal(init(f, NULL), SHOP_E_EXISTS);
}

static void test_init_fails(void **state)
{
	struct fixture *f = *state;
	char path[SCRATCH_PATH_SIZE];
	write_data(f, LAMP("") "{}\n");
	assert_int_equal(init(f, f->file), SHOP_E_INVALID);
	assert_string_equal(f->err.text, "line 2: type: is missing");
	/* The demo has a user that the admin is. */
	write_data(f, "{\"type\":\"user\",\"email\":\"" ADMIN
		      "\",\"name\":\"A\",\"role\":\"customer\"}");
	assert_int_equal(init(f, f->file), SHOP_E_CONFLICT);
	assert_int_equal(scratch_count(f->folder), 1);
	assert_int_equal(init(f, scratch_path(path, f->folder, "nothing")), SHOP_E_NOT_FOUND);
	struct shop_init in = { f->store, "nobody", "N", PASSWORD, NULL, SHOP_NONE };
	assert_int_equal(shop_init(&in, &f->err), SHOP_E_INVALID);
	in = (struct shop_init){ f->store, ADMIN, "N", "short", NULL, SHOP_NONE };
	assert_int_equal(shop_init(&in, &f->err), SHOP_E_INVALID);
	in = (struct shop_init){ "mysql://x", ADMIN, "N", PASSWORD, NULL, SHOP_NONE };
	assert_int_equal(shop_init(&in, &f->err), SHOP_E_INVALID);
	assert_int_equal(scratch_count(f->folder), 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_all_types),
		TEST(test_twice),
		TEST(test_without_time),
		TEST(test_update),
		TEST(test_bad_line),
		TEST(test_references),
		TEST(test_sums),
		TEST(test_foreign_order),
		TEST(test_batch),
		TEST(test_currency),
		TEST(test_conversations),
		TEST(test_gone_reviewer),
		TEST(test_rights),
		TEST(test_no_file),
		TEST(test_progress),
		TEST(test_stopped),
		cmocka_unit_test_setup_teardown(test_init_demo, set_up_folder, tear_down),
		cmocka_unit_test_setup_teardown(test_init_fails, set_up_folder, tear_down),
	};
	return cmocka_run_group_tests_name("service/import", tests, NULL, NULL);
}
