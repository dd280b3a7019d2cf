/* SPDX-License-Identifier: MIT */
/* The whole store out and in again: an import into a new store, and an export from there, give the
 * same lines. */
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "loader.h"

enum { OUT_MAX = 64 * 1024 * 1024 };

static enum shop_status gather(void *ctx, const char *line, size_t len, struct shop_error *err)
{
	(void)err;
	assert_true(len > 0 && line[len - 1] == '\n' && memchr(line, '\n', len - 1) == NULL);
	assert_true(buf_append(ctx, line, len));
	return SHOP_OK;
}

static char *export_of(struct fixture *f)
{
	struct buf b;
	const struct shop_export in = { .write = gather, .ctx = &b };
	buf_init(&b, OUT_MAX);
	if (shop_export(f->shop, &in, &f->err) != SHOP_OK)
		fail_msg("%s", f->err.text);
	return buf_take(&b);
}

/* Another store with the same first admin, which has read the text. */
static struct fixture *copy_of(const char *text)
{
	void *state;
	set_up(&state);
	load_well(state, text);
	return state;
}

static void drop(struct fixture *f)
{
	void *state = f;
	tear_down(&state);
}

/* Fails with the first line that differs. */
static void same_lines(const char *a, const char *b)
{
	while (*a != '\0' || *b != '\0') {
		size_t n = strcspn(a, "\n"), m = strcspn(b, "\n");
		if (n != m || memcmp(a, b, n) != 0)
			fail_msg("\n%.*s\n%.*s", (int)(n < 3000 ? n : 3000), a,
				 (int)(m < 3000 ? m : 3000), b);
		a += n + (a[n] == '\n' ? 1 : 0);
		b += m + (b[m] == '\n' ? 1 : 0);
	}
}

/* Exports, imports, exports, and imports once more: all is the same, and the last changes nothing.
 */
static void round_trip(struct fixture *f)
{
	char *first = export_of(f);
	struct fixture *copy = copy_of(first);
	char *second = export_of(copy);
	same_lines(first, second);
	load_well(copy, first);
	assert_int_equal(copy->counts.created, 0);
	assert_int_equal(copy->counts.updated, 0);
	assert_int_equal(copy->counts.images_missing, 0);
	free(second);
	second = export_of(copy);
	same_lines(first, second);
	free(first);
	free(second);
	drop(copy);
}

static void test_empty(void **state)
{
	round_trip(*state);
}

#define PNG "iVBORw0KGgoAAAAN"

/* One of each, and the corners: accounts and products that are gone, a product under another SKU
 * now, one under the SKU of one that is gone, who did what, the same said twice, two conversations
 * that begin alike. */
static void test_corners(void **state)
{
	struct fixture *f = *state;
	load_well(
		f,
		AL BO "{\"type\":\"policy\",\"topic\":\"returns\",\"text\":\"One\\ntwo.\"}\n" LAMP(
			",\"id\":40,\"brand\":\"Kes\",\"category\":\"A/B\","
			"\"attributes\":{\"z\":\"1\",\"a\":\"2\"},\"image\":\"images/lamp.png\"")
			MUG("") "{\"type\":\"image\",\"sku\":\"LAMP\",\"data\":\"" PNG
				"\"}\n" REVIEW("\"al@example.com\"", "4") REVIEW(
					"\"bo@example.com\"", "5") ORDER("12", "al@example.com",
									 LAMP_LINE
									 ",\"paid_at\":\"-1d\"")
					ORDER("15", "bo@example.com",
					      LAMP_LINE) "{\"type\":\"order\",\"id\":20,\"email\":"
							 "\"al@example.com\",\"created_at\":\"-"
							 "2d\","
							 "\"payment_method\":\"card\",\"shipping_"
							 "cents\":1,\"tax_cents\":0,\"items\":["
							 "{\"sku\":\"MUG\",\"quantity\":1,\"price_"
							 "cents\":5},"
							 "{\"sku\":\"OLD\",\"name\":\"Gone\","
							 "\"quantity\":3,\"price_cents\":7}],"
							 "\"idempotency_key\":\"k "
							 "1\",\"idempotency_request\":\"a\\nb\"}"
							 "\n" MESSAGE(
								 "al@example.com", "7",
								 "hello") MESSAGE("al@example.com",
										  "9", "hello")
								 MESSAGE("al@example.com", "7",
									 "hello")
									 MESSAGE("bo@example.com",
										 "3", "yes"));
	sql(f, "UPDATE order_event SET actor = 'admin' WHERE kind = 'paid';"
	       "UPDATE order_event SET actor = 'customer' WHERE kind = 'placed';"
	       "UPDATE product SET sku = 'TORCH' WHERE sku = 'LAMP';"
	       "PRAGMA foreign_keys = ON; DELETE FROM product WHERE sku = 'MUG';"
	       "DELETE FROM customer WHERE email = 'bo@example.com'");
	load_well(f, MUG(""));
	char *text = export_of(f);
	static const char *const expected[] = {
		"\"sku\":\"TORCH\",\"id\":40,",
		"\"attributes\":{\"z\":\"1\",\"a\":\"2\"}",
		"{\"sku\":\"LAMP\",\"product\":\"TORCH\",\"name\":\"Lamp\",",
		"{\"sku\":\"MUG\",\"product\":\"\",\"name\":\"Mug\",",
		"{\"sku\":\"OLD\",\"name\":\"Gone\",",
		"{\"type\":\"image\",\"sku\":\"TORCH\",\"data\":\"" PNG "\"}",
		"\"type\":\"review\",\"sku\":\"TORCH\",\"email\":null,\"author\":\"Bo\",",
		"\"type\":\"order\",\"id\":15,\"email\":null,",
		"\"kind\":\"paid\",\"actor\":\"admin\"",
		"\"idempotency_key\":\"k 1\",\"idempotency_request\":\"a\\nb\"}",
		"\"conversation\":7,",
	};
	for (size_t i = 0; i < sizeof(expected) / sizeof(expected[0]); i++)
		if (strstr(text, expected[i]) == NULL)
			fail_msg("%s is not in\n%s", expected[i], text);
	/* Nothing that opens an account without its password. */
	assert_null(strstr(text, "token"));
	free(text);
	assert_int_equal(sql(f, "SELECT count(*) FROM message"), 3);
	round_trip(f);
	/* And nothing was lost on the way. */
	text = export_of(f);
	struct fixture *copy = copy_of(text);
	assert_int_equal(sql(copy, "SELECT count(*) FROM message WHERE conversation_id = 7"), 2);
	assert_int_equal(sql(copy, "SELECT count(*) FROM order_line WHERE product_id = 40"), 2);
	assert_int_equal(sql(copy, "SELECT count(*) FROM order_line WHERE sku = 'MUG'"
				   " AND product_id IS NULL"),
			 1);
	assert_int_equal(sql(copy, "SELECT count(*) FROM order_key"), 1);
	assert_int_equal(sql(copy, "SELECT length(bytes) FROM product_image"), 12);
	free(text);
	drop(copy);
}

#define GONE(rating, comment)                                                                      \
	"{\"type\":\"review\",\"sku\":\"LAMP\",\"email\":null,\"author\":\"a former customer\","   \
	"\"rating\":" rating ",\"comment\":\"" comment                                             \
	"\",\"created_at\":\"2026-09-14T01:11:05Z\"}\n"

/* Reviews whose authors are gone, of the same second: none takes another's place. */
static void test_reviews_of_a_second(void **state)
{
	static const char reviews[] =
		GONE("5", "good") GONE("1", "bad") GONE("5", "good") GONE("5", "also good");
	struct fixture *f = *state;
	load_well(f, LAMP(""));
	load_well(f, reviews);
	expect_counts(f, 4, 0, 0);
	assert_int_equal(sql(f, "SELECT rating_centi FROM product"), 400);
	load_well(f, reviews);
	expect_counts(f, 0, 0, 4);
	/* In any order, and what is new among them is added. */
	load_well(f, GONE("1", "bad") GONE("2", "new") GONE("5", "good"));
	expect_counts(f, 1, 0, 2);
	assert_int_equal(sql(f, "SELECT count(*) FROM review"), 5);
	assert_int_equal(sql(f, "SELECT review_count FROM product"), 5);
	round_trip(f);
}

/* Generated stores: names out of awkward letters, everything that may be missing missing now and
 * then. */
static uint32_t draw(uint32_t *seed, uint32_t below)
{
	*seed = *seed * 1664525 + 1013904223;
	return (*seed >> 8) % below;
}

static const char *draw_text(uint32_t *seed, char out[256])
{
	static const char *const parts[] = {
		"lamp",
		"black ",
		"\\\"",
		"\\\\",
		"caf\xC3\xA9",
		"\xE6\x9D\xB1\xE4\xBA\xAC",
		"\xF0\x9F\x8D\x95",
		"/",
		"'",
		"{}",
		" t-shirt ",
		"\\n",
		"\\u001b",
		"\\u202e",
		"100%",
		"a,b;c",
		"men's ",
		"5 cm",
		"SELECT",
		"\xC3\x85ngstr\xC3\xB6m",
	};
	size_t count = 1 + draw(seed, 5);
	char *at = stpcpy(out, "x");
	for (size_t i = 0; i < count; i++)
		at = stpcpy(at, parts[draw(seed, sizeof(parts) / sizeof(parts[0]))]);
	return out;
}

/* A name: one line. */
static const char *draw_name(uint32_t *seed, char out[256])
{
	do
		draw_text(seed, out);
	while (strstr(out, "\\n") != NULL || strstr(out, "\\u001b") != NULL);
	return out;
}

static void draw_product(uint32_t *seed, struct buf *b, int i)
{
	char t[256];
	buf_printf(b, "{\"type\":\"product\",\"sku\":\"S%d\",\"price_cents\":%u,\"stock\":%u", i,
		   draw(seed, 100000), draw(seed, 10));
	buf_printf(b, ",\"name\":\"%s\"", draw_text(seed, t));
	if (draw(seed, 3) > 0)
		buf_printf(b, ",\"brand\":\"%s\"", draw_name(seed, t));
	if (draw(seed, 3) > 0)
		buf_printf(b, ",\"category\":\"C%u/%s\"", draw(seed, 4), draw_name(seed, t));
	if (draw(seed, 2) > 0)
		buf_printf(b, ",\"description\":\"%s\"", draw_text(seed, t));
	if (draw(seed, 2) > 0)
		buf_printf(b, ",\"group\":\"g%u\"", draw(seed, 5));
	buf_puts(b, ",\"attributes\":{");
	for (uint32_t n = draw(seed, 4), j = 0; j < n; j++)
		buf_printf(b, "%s\"a%u %s\":\"%s\"", j > 0 ? "," : "", j, draw(seed, 2) ? "b" : "c",
			   draw_text(seed, t));
	buf_printf(b, "},\"created_at\":\"-%uh\"}\n", draw(seed, 9999));
}

static void draw_order(uint32_t *seed, struct buf *b, int i)
{
	char t[256];
	uint32_t at = 100 + draw(seed, 900);
	buf_printf(b,
		   "{\"type\":\"order\",\"id\":%d,\"email\":\"u%u@example.com\",\"created_at\":\"-%"
		   "uh\","
		   "\"payment_method\":\"card\",\"shipping_cents\":%u,\"tax_cents\":%u",
		   100 + 3 * i, (unsigned)i % 5, at, draw(seed, 500), draw(seed, 500));
	if (draw(seed, 2) > 0)
		buf_printf(b, ",\"address\":{\"line\":\"%s\",\"city\":\"T\"}", draw_name(seed, t));
	if (draw(seed, 2) > 0)
		buf_printf(b, ",\"paid_at\":\"-%uh\"", at - draw(seed, 3));
	if (draw(seed, 3) == 0)
		buf_printf(b, ",\"cancelled_at\":\"-%uh\"", at - 5);
	buf_puts(b, ",\"items\":[");
	for (uint32_t n = 1 + draw(seed, 3), j = 0; j < n; j++)
		buf_printf(b, "%s{\"sku\":\"S%u\",\"quantity\":%u,\"price_cents\":%u}",
			   j > 0 ? "," : "", draw(seed, 40), 1 + draw(seed, 4), draw(seed, 9999));
	buf_puts(b, "]}\n");
}

static void draw_store(uint32_t *seed, struct buf *b)
{
	char t[256];
	for (int i = 0; i < 5; i++)
		buf_printf(b,
			   "{\"type\":\"user\",\"email\":\"u%d@example.com\",\"name\":\"%s\","
			   "\"password_hash\":\"" HASH_1 "\"}\n",
			   i, "Person");
	for (int i = 0; i < 40; i++)
		draw_product(seed, b, i);
	for (int i = 0; i < 30; i++)
		buf_printf(b,
			   "{\"type\":\"review\",\"sku\":\"S%u\",\"email\":\"u%u@example.com\","
			   "\"rating\":%u,\"comment\":\"%s\"}\n",
			   draw(seed, 40), draw(seed, 5), 1 + draw(seed, 5), draw_text(seed, t));
	for (int i = 0; i < 20; i++)
		draw_order(seed, b, i);
	for (int i = 0; i < 20; i++)
		buf_printf(
			b,
			"{\"type\":\"message\",\"email\":\"u%u@example.com\",\"conversation\":%u,"
			"\"role\":\"%s\",\"text\":\"%s\",\"created_at\":\"-%uh\"}\n",
			draw(seed, 5), 1 + draw(seed, 3), draw(seed, 2) ? "user" : "assistant",
			draw_text(seed, t), draw(seed, 9));
}

static void test_generated(void **state)
{
	struct fixture *f = *state;
	for (uint32_t seed = 1; seed <= 3; seed++) {
		uint32_t s = seed;
		struct buf b;
		buf_init(&b, OUT_MAX);
		draw_store(&s, &b);
		/* Each on top of the last: much is changed, and some of it unused. */
		load_well(f, buf_text(&b));
		buf_done(&b);
		round_trip(f);
	}
}

/* Text that is not UTF-8 in the store comes out as text, and stays the same then. */
static void test_broken_text(void **state)
{
	struct fixture *f = *state;
	load_well(f, AL LAMP("") REVIEW("\"al@example.com\"", "4"));
	sql(f, "UPDATE review SET comment = CAST(x'61ff62' AS TEXT)");
	char *first = export_of(f);
	assert_non_null(strstr(first, "\"comment\":\"a\xEF\xBF\xBD"
				      "b\""));
	struct fixture *copy = copy_of(first);
	char *second = export_of(copy);
	same_lines(first, second);
	free(first);
	free(second);
	drop(copy);
}

/* Pictures as files */

static enum shop_status export_images(struct fixture *f, const char *folder, struct buf *b)
{
	char path[SCRATCH_PATH_SIZE];
	const struct shop_export in = { .write = gather,
					.ctx = b,
					.images = scratch_path(path, f->folder, folder) };
	buf_clear(b);
	return shop_export(f->shop, &in, &f->err);
}

static void test_images_as_files(void **state)
{
	struct fixture *f = *state;
	char path[SCRATCH_PATH_SIZE], inner[SCRATCH_PATH_SIZE];
	struct stat sb;
	struct buf b;
	buf_init(&b, OUT_MAX);
	load_well(f,
		  LAMP(",\"image\":\"a/b/lamp.png\"") MUG(
			  ",\"image\":\"https://x.example/m\"") "{\"type\":\"image\",\"sku\":"
								"\"LAMP\",\"data\":\"" PNG "\"}\n"
								"{\"type\":\"image\",\"sku\":"
								"\"MUG\",\"data\":\"" PNG "\"}\n");
	assert_int_equal(export_images(f, "out", &b), SHOP_E_IO);
	assert_int_equal(mkdir(scratch_path(path, f->folder, "out"), 0700), 0);
	assert_int_equal(export_images(f, "out", &b), SHOP_OK);
	/* What has no name of a file stays a record. */
	assert_null(strstr(b.data, "\"type\":\"image\",\"sku\":\"LAMP\""));
	assert_non_null(strstr(b.data, "\"type\":\"image\",\"sku\":\"MUG\""));
	assert_int_equal(stat(scratch_path(inner, path, "a/b/lamp.png"), &sb), 0);
	assert_int_equal(sb.st_size, 12);
	/* Again, it is there already. */
	assert_int_equal(export_images(f, "out", &b), SHOP_OK);
	assert_null(strstr(b.data, "\"type\":\"image\",\"sku\":\"LAMP\""));
	/* Something else is not replaced, and nothing is lost. */
	assert_int_equal(truncate(inner, 5), 0);
	assert_int_equal(export_images(f, "out", &b), SHOP_OK);
	assert_non_null(strstr(b.data, "\"type\":\"image\",\"sku\":\"LAMP\""));
	assert_int_equal(stat(inner, &sb), 0);
	assert_int_equal(sb.st_size, 5);
	/* Out of the folder leads nothing. */
	assert_int_equal(unlink(inner), 0);
	assert_int_equal(rmdir(scratch_path(inner, path, "a/b")), 0);
	assert_int_equal(symlink(f->folder, inner), 0);
	assert_int_equal(export_images(f, "out", &b), SHOP_OK);
	assert_non_null(strstr(b.data, "\"type\":\"image\",\"sku\":\"LAMP\""));
	assert_int_not_equal(stat(scratch_path(inner, f->folder, "lamp.png"), &sb), 0);
	sql(f, "UPDATE product SET image = '../lamp.png' WHERE sku = 'LAMP'");
	assert_int_equal(export_images(f, "out", &b), SHOP_OK);
	assert_non_null(strstr(b.data, "\"type\":\"image\",\"sku\":\"LAMP\""));
	assert_int_not_equal(stat(inner, &sb), 0);
	buf_done(&b);
}

static enum shop_status stop_at_second(void *ctx, const char *line, size_t len,
				       struct shop_error *err)
{
	(void)line;
	(void)len;
	return ++*(int *)ctx == 2 ? shop_error_set(err, SHOP_E_IO, "full") : SHOP_OK;
}

static void test_stopped(void **state)
{
	struct fixture *f = *state;
	int lines = 0;
	const struct shop_export in = { .write = stop_at_second, .ctx = &lines };
	assert_int_equal(shop_export(f->shop, &in, &f->err), SHOP_E_IO);
	assert_int_equal(lines, 2);
	/* The store can be used as before. */
	load_well(f, LAMP(""));
}

/* An order was asked for once: another key for it is not kept, and it is exported once. */
static void test_second_key(void **state)
{
	struct fixture *f = *state;
	load_well(f, AL LAMP("") ORDER("12", "al@example.com",
				       LAMP_LINE ",\"idempotency_key\":\"k1\","
						 "\"idempotency_request\":\"r\""));
	load_well(f, ORDER("12", "al@example.com",
			   LAMP_LINE ",\"paid_at\":\"-1d\",\"idempotency_key\":\"k2\","
				     "\"idempotency_request\":\"r\""));
	assert_int_equal(f->counts.updated, 1);
	char *text = export_of(f), *at = strstr(text, "\"type\":\"order\"");
	assert_non_null(at);
	assert_null(strstr(at + 1, "\"type\":\"order\""));
	assert_non_null(strstr(at, "\"idempotency_key\":\"k1\""));
	free(text);
	round_trip(f);
}

static void test_rights(void **state)
{
	struct fixture *f = *state;
	int lines = 0;
	const struct shop_export in = { .write = stop_at_second, .ctx = &lines };
	char path[SCRATCH_PATH_SIZE];
	scratch_path(path, f->folder, "copy.db");
	actor_clear(f->shop);
	assert_int_equal(shop_export(f->shop, &in, &f->err), SHOP_E_NOT_LOGGED_IN);
	assert_int_equal(shop_backup(f->shop, path, NULL, &f->err), SHOP_E_NOT_LOGGED_IN);
	assert_int_equal(lines, 0);
	assert_int_not_equal(access(path, F_OK), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_empty),
		TEST(test_corners),
		TEST(test_generated),
		TEST(test_broken_text),
		TEST(test_images_as_files),
		TEST(test_stopped),
		TEST(test_reviews_of_a_second),
		TEST(test_second_key),
		TEST(test_rights),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
