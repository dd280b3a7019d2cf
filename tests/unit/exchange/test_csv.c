/* SPDX-License-Identifier: MIT */
/* Tables as records, and long lists of JSON one element at a time. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "exchange/csv.h"
#include "exchange/elements.h"
#include "shop/time.h"
#include "support/scratch.h"

#define NOW INT64_C(1795341600)

struct file {
	char folder[SCRATCH_PATH_SIZE], path[SCRATCH_PATH_SIZE];
	struct lines lines;
	struct shop_error err;
};

static int set_up(void **state)
{
	struct file *f = calloc(1, sizeof(*f));
	assert_non_null(f);
	scratch_make(f->folder);
	scratch_path(f->path, f->folder, "file");
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct file *f = *state;
	scratch_remove(f->folder);
	free(f);
	return 0;
}

static void open_text(struct file *f, const char *text)
{
	size_t len = strlen(text);
	f->lines =
		(struct lines){ .fd = open(f->path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600) };
	assert_true(f->lines.fd > 0);
	assert_int_equal(write(f->lines.fd, text, len), (ssize_t)len);
	assert_int_equal(lseek(f->lines.fd, 0, SEEK_SET), 0);
}

static void close_text(struct file *f)
{
	close(f->lines.fd);
	lines_done(&f->lines);
}

/* Reads all rows: how many records there were, and the last of them. */
static enum shop_status read_csv(struct file *f, const char *text, size_t *ret_count,
				 struct record *ret, int64_t *ret_line)
{
	struct csv c;
	enum shop_status st = SHOP_OK;
	open_text(f, text);
	csv_init(&c, &f->lines, "USD");
	memset(&f->err, 0, sizeof(f->err));
	*ret_count = 0;
	*ret = (struct record){ 0 };
	for (bool some = true; !st && some;) {
		struct record r = { 0 };
		st = csv_next(&c, NOW, &r, &some, &f->err);
		if (!st && some) {
			record_done(ret);
			*ret = r;
			++*ret_count;
		}
	}
	*ret_line = c.number;
	csv_done(&c);
	close_text(f);
	return st;
}

static struct record last_of(struct file *f, const char *text, size_t count)
{
	struct record r;
	size_t got;
	int64_t line;
	if (read_csv(f, text, &got, &r, &line) != SHOP_OK)
		fail_msg("line %d: %s", (int)line, f->err.text);
	assert_int_equal(got, count);
	return r;
}

static void refuse(struct file *f, const char *text, int64_t at, const char *message)
{
	struct record r;
	size_t got;
	int64_t line;
	assert_int_equal(read_csv(f, text, &got, &r, &line), SHOP_E_INVALID);
	assert_string_equal(f->err.text, message);
	assert_int_equal(line, at);
	record_done(&r);
}

#define HEAD "sku,name,price_cents,stock,description\n"

static void test_plain(void **state)
{
	struct file *f = *state;
	struct record r = last_of(f, HEAD "A-1,Lamp,1290,3,Shines.\nB-2,Mug,500,0,\n", 2);
	assert_int_equal(r.type, RECORD_PRODUCT);
	assert_string_equal(r.as.product.sku, "B-2");
	assert_int_equal(r.as.product.price_cents, 500);
	assert_int_equal(r.as.product.stock, 0);
	assert_null(r.as.product.description);
	record_done(&r);
}

/* What a spreadsheet makes of it: a mark, CRLF, other delimiters, marks around everything, empty
 * rows, no newline at the end. */
static void test_spreadsheets(void **state)
{
	struct file *f = *state;
	static const char *const rows[] = {
		"\xEF\xBB\xBF" HEAD "A-1,\"Lamp, \"\"big\"\"\",1290,3,\"one\ntwo\"",
		"sku,name,price_cents,stock,description\r\n\r\nA-1,\"Lamp, \"\"big\"\"\",1290,3,"
		"\"one\r\ntwo\"\r\n\r\n",
		"\"sku\";\"name\";\"price_cents\";\"stock\";\"description\"\n"
		"\"A-1\";\"Lamp, \"\"big\"\"\";\"1290\";\"3\";\"one\ntwo\"\n",
		"sku\tname\tprice_cents\tstock\tdescription\nA-1\tLamp, \"big\"\t1290\t3\t\"one\n"
		"two\"\n",
		" sku , name,price,stock,description\nA-1,\"Lamp, \"\"big\"\"\",12.90,3,\"one\n"
		"two\"\n",
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct record r = last_of(f, rows[i], 1);
		assert_string_equal(r.as.product.sku, "A-1");
		assert_string_equal(r.as.product.name, "Lamp, \"big\"");
		assert_int_equal(r.as.product.price_cents, 1290);
		assert_string_equal(r.as.product.description, "one\ntwo");
		record_done(&r);
	}
}

/* Inches in a cell without marks stand for themselves, and swallow nothing. */
static void test_inches(void **state)
{
	struct file *f = *state;
	struct record r = last_of(f, HEAD "A-1,3.5\" disk,1,1,x\nB-2,5\" disk,1,1,y\n", 2);
	assert_string_equal(r.as.product.name, "5\" disk");
	record_done(&r);
}

static void test_nested(void **state)
{
	struct file *f = *state;
	struct record r =
		last_of(f,
			"sku,name,price_cents,stock,attributes.color,attributes.case size\n"
			"A,B,1,1,red,\nA,B,1,1,,40 mm\n",
			2);
	assert_int_equal(r.as.product.attribute_count, 1);
	assert_string_equal(r.as.product.attributes[0].name, "case size");
	assert_string_equal(r.as.product.attributes[0].value, "40 mm");
	record_done(&r);
	r = last_of(f,
		    "type,email,name,password,address.city,address.postal_code\n"
		    "user,a@b.c,A,long enough,Town,01234\n",
		    1);
	assert_int_equal(r.type, RECORD_USER);
	assert_string_equal(r.as.user.address.city, "Town");
	/* Digits are a number only where one is wanted. */
	assert_string_equal(r.as.user.address.postal_code, "01234");
	record_done(&r);
}

static void test_refused(void **state)
{
	struct file *f = *state;
	refuse(f, HEAD "A,B,12.90,1,\n", 2,
	       "price_cents: expected a whole number of cents, got '12.90'");
	refuse(f, HEAD "A,B,1,1,\nA,B,1,,\n", 3, "stock: is missing");
	refuse(f, HEAD "A,B,1,1\n", 2, "has 4 cells, and the header has 5");
	refuse(f, HEAD "A,B,1,1,,\n", 2, "more cells than the 5 of the header");
	refuse(f, HEAD "A,B,1,1,\"x\ny\n\nz", 2, "a quotation mark stays open");
	refuse(f, HEAD "A,\"B\"C,1,1,\n", 2, "cell 2: something stands behind its quotation mark");
	refuse(f, "sku,name,price_cents,stock,colour\nA,B,1,1,red\n", 2, "colour: unknown key");
	refuse(f, "sku,,price_cents\nA,B,1\n", 1, "column 2 has no name");
	refuse(f, "sku,name,sku\nA,B,1\n", 1, "the column 'sku' is there twice");
	refuse(f, "sku,name,price,stock\nA,B,cheap,1\n", 2,
	       "price: expected an amount such as 12.90, got 'cheap'");
	refuse(f, "type,sku\nspaceship,A\n", 2,
	       "type: expected product, image, user, review, order, policy, setting or message, "
	       "got 'spaceship'");
	refuse(f, HEAD "A,\xFF,1,1,\n", 2, "name: is not UTF-8 text");
	refuse(f, "sku,name,price_cents,stock,attributes.c\nA,B,1,1,\xFF\n", 2,
	       "attributes.c: is not UTF-8 text");
	/* The line that a row begins on. */
	refuse(f, HEAD "A,B,1,1,\"1\n2\n3\"\nA,B,1,1,\"1\n2\"x\n", 5,
	       "cell 5: something stands behind its quotation mark");
}

static void test_nothing(void **state)
{
	struct file *f = *state;
	struct record r = last_of(f, "", 0);
	record_done(&r);
	r = last_of(f, HEAD, 0);
	record_done(&r);
	r = last_of(f, HEAD "\n\r\n", 0);
	record_done(&r);
}

/* Lists */

static enum shop_status read_elements(struct file *f, const char *text, char *out)
{
	struct elements e;
	enum shop_status st = SHOP_OK;
	open_text(f, text);
	elements_init(&e, &f->lines);
	memset(&f->err, 0, sizeof(f->err));
	*out = '\0';
	for (bool some = true; !st && some;) {
		const char *each;
		size_t len;
		st = elements_next(&e, &each, &len, &some, &f->err);
		if (!st && some)
			out = stpcpy(stpcpy(out, each), ";");
	}
	elements_done(&e);
	close_text(f);
	return st;
}

static void test_elements(void **state)
{
	struct file *f = *state;
	static const char *const rows[][2] = {
		{ "[]", "" },
		{ " [ ] \n", "" },
		{ "\xEF\xBB\xBF[{}]", "{};" },
		{ "[{\"a\":1},{\"b\":[{},[2]]}\n,\n{}]\n", "{\"a\":1};{\"b\":[{},[2]]};{};" },
		{ "[{\"a\":\"}]{\\\"[\\\\\"}]", "{\"a\":\"}]{\\\"[\\\\\"};" },
	};
	static const char *const wrong[][2] = {
		{ "", "not JSON: expected a list" },
		{ "{}", "not JSON: expected a list" },
		{ "[", "not JSON: the list is cut short" },
		{ "[{}", "not JSON: the list is cut short" },
		{ "[{", "not JSON: the list is cut short" },
		{ "[{},", "not JSON: the list is cut short" },
		{ "[{},]", "not JSON: expected an object in the list" },
		{ "[,{}]", "not JSON: expected an object in the list" },
		{ "[5]", "not JSON: expected an object in the list" },
		{ "[{}{}]", "not JSON: expected a comma or the end of the list" },
		{ "[{}] x", "not JSON: something stands behind the list" },
		{ "[] []", "not JSON: something stands behind the list" },
	};
	char out[256];
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (read_elements(f, rows[i][0], out) != SHOP_OK)
			fail_msg("%s: %s", rows[i][0], f->err.text);
		assert_string_equal(out, rows[i][1]);
	}
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		if (read_elements(f, wrong[i][0], out) != SHOP_E_INVALID)
			fail_msg("%s was read", wrong[i][0]);
		assert_string_equal(f->err.text, wrong[i][1]);
	}
}

/* Longer than any buffer, with an element across each border. */
static void test_many_elements(void **state)
{
	struct file *f = *state;
	enum { COUNT = 20000, EACH = 32 };
	char *text = malloc(COUNT * EACH + 3), *at = text;
	struct elements e;
	bool some = true;
	size_t count = 0;
	assert_non_null(text);
	*at++ = '[';
	for (int i = 0; i < COUNT; i++)
		at += snprintf(at, EACH + 1, "%s{\"n\":\"%019d\"}", i > 0 ? "," : "", i);
	memcpy(at, "]", 2);
	open_text(f, text);
	free(text);
	elements_init(&e, &f->lines);
	for (; some; count += some ? 1 : 0) {
		const char *each;
		size_t len;
		char expected[EACH + 1];
		assert_int_equal(elements_next(&e, &each, &len, &some, &f->err), SHOP_OK);
		snprintf(expected, sizeof(expected), "{\"n\":\"%019d\"}", (int)count);
		if (some)
			assert_string_equal(each, expected);
	}
	assert_int_equal(count, COUNT);
	elements_done(&e);
	close_text(f);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_plain),    TEST(test_spreadsheets),  TEST(test_inches),
		TEST(test_nested),   TEST(test_refused),       TEST(test_nothing),
		TEST(test_elements), TEST(test_many_elements),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
