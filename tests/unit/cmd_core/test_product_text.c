/* SPDX-License-Identifier: MIT */
/* A product as text: what is written is read back the same, and what is changed is found. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/product_text.h"

#define BASE                                                                                       \
	"sku: A-1\nname: Apple\nbrand: B\ncategory: C/D\nprice: $1.25\nstock: 3\n"                 \
	"attribute: color=red\nattribute: size=1=2\ndescription:\nOne line.\n\n# Two lines.\n"

static void read_text(const char *text, struct product_text *ret)
{
	struct shop_error err = { 0 };
	if (product_text_read(strdup(text), ret, &err))
		fail_msg("%s", err.text);
}

/* What is to be changed to get from BASE to the text. The three are freed by done(). */
struct edit {
	struct product_text from, to;
	struct product_text_change change;
	struct shop_error err;
};

static enum shop_status compare(struct edit *e, const char *text)
{
	*e = (struct edit){ .change = { .any = false } };
	read_text(BASE, &e->from);
	read_text(text, &e->to);
	return product_text_compare(&e->from, &e->to, "USD", &e->change, &e->err);
}

static void done(struct edit *e)
{
	product_text_change_done(&e->change);
	product_text_done(&e->to);
	product_text_done(&e->from);
}

static void test_read(void **state)
{
	(void)state;
	struct product_text t;
	read_text("# a\n\n  sku :  A-1  \r\nname:a: b\nattribute:x=\ndescription:\n d\n: e\n\n",
		  &t);
	assert_string_equal(t.sku, "A-1");
	assert_string_equal(t.name, "a: b");
	assert_null(t.brand);
	assert_int_equal(t.attribute_count, 0);
	assert_string_equal(t.description, "d\n: e");
	product_text_done(&t);
	read_text("", &t);
	assert_string_equal(t.description, "");
	product_text_done(&t);
	read_text("description:", &t);
	assert_string_equal(t.description, "");
	product_text_done(&t);
}

static void test_refused(void **state)
{
	(void)state;
	static const struct {
		const char *text, *message;
	} all[] = {
		{ "#\nsku\n", "line 2: expected KEY: VALUE: 'sku'" },
		{ "sku: a\nname: b\nsku: c\n", "line 3: stands there twice: 'sku'" },
		{ "weight: 3\n", "line 1: unknown key: 'weight'" },
		{ "attribute: red\n", "line 1: attribute: expected NAME=VALUE: 'red'" },
		{ "attribute: =red\n", "line 1: attribute: expected NAME=VALUE: '=red'" },
		{ "description: red\n", "line 1: the description stands below its key: 'red'" },
	};
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		struct product_text t;
		struct shop_error err = { 0 };
		assert_int_equal(product_text_read(strdup(all[i].text), &t, &err), SHOP_E_INVALID);
		assert_string_equal(err.text, all[i].message);
		assert_null(t.text);
	}
}

static void test_same(void **state)
{
	(void)state;
	struct edit e;
	assert_int_equal(compare(&e, BASE), SHOP_OK);
	assert_false(e.change.any);
	done(&e);
}

static void test_changes(void **state)
{
	(void)state;
	struct edit e;
	assert_int_equal(compare(&e, "name: Pear\nbrand:\nsku: A-1\nprice: 2\nstock: 0\n"
				     "category: C/D\nattribute: color=blue\nattribute: new=1\n"),
			 SHOP_OK);
	const struct shop_product_edit *edit = &e.change.edit;
	assert_true(e.change.any);
	assert_null(edit->sku);
	assert_string_equal(edit->name, "Pear");
	assert_string_equal(edit->brand, "");
	assert_null(edit->category);
	assert_null(edit->image);
	assert_string_equal(edit->description, "");
	assert_int_equal(edit->price_cents, 200);
	assert_int_equal(edit->stock, 0);
	assert_int_equal(edit->attributes.count, 3);
	assert_string_equal(edit->attributes.items[0], "size=");
	assert_string_equal(edit->attributes.items[1], "color=blue");
	assert_string_equal(edit->attributes.items[2], "new=1");
	done(&e);
}

/* What was not touched is not said, so that what others do to it meanwhile stays. */
static void test_untouched(void **state)
{
	(void)state;
	struct edit e;
	assert_int_equal(compare(&e, "sku: A-1\nname: Apple\nbrand: B\ncategory: C/D\n"
				     "price: $1.25\nstock: 3\nattribute: color=red\n"
				     "attribute: size=1=2\ndescription:\nOther\n"),
			 SHOP_OK);
	assert_string_equal(e.change.edit.description, "Other");
	assert_int_equal(e.change.edit.stock, SHOP_NONE);
	assert_int_equal(e.change.edit.price_cents, SHOP_NONE);
	assert_int_equal(e.change.edit.attributes.count, 0);
	done(&e);
}

static void test_numbers(void **state)
{
	(void)state;
	static const struct {
		const char *text, *message;
	} all[] = {
		{ "stock: 3\n", "the price is missing" },
		{ "price: $1.25\n", "the stock is missing" },
		{ "price: $1.25\nstock: -1\n", "line 2: stock: expected a whole number: '-1'" },
		{ "price: $1.25\nstock:\n", "line 2: stock: expected a whole number: ''" },
		{ "price: $1.25\nstock: 3.5\n", "line 2: stock: expected a whole number: '3.5'" },
		{ "price: $1.25\nstock: 99999999999999999999\n",
		  "line 2: stock: expected a whole number: '99999999999999999999'" },
		{ "stock: 3\n\nprice: x\n", NULL },
	};
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		struct edit e;
		assert_int_equal(compare(&e, all[i].text), SHOP_E_INVALID);
		if (all[i].message != NULL)
			assert_string_equal(e.err.text, all[i].message);
		else
			assert_memory_equal(e.err.text, "line 3: price: ", 15);
		done(&e);
	}
}

/* Whatever stands in the store, writing and reading it changes nothing. */
static void test_round(void **state)
{
	(void)state;
	struct shop_attribute attributes[] = { { (char *)"a", (char *)"x\ny" },
					       { (char *)"b: c", (char *)"=\033[31m" } };
	const struct product_details d = {
		.product = { .id = 5,
			     .sku = (char *)"# no comment",
			     .name = (char *)"name: x\nsku: y\x9B",
			     .price_cents = 129900,
			     .stock = 7,
			     .description = (char *)"description:\n\n# x\nprice: 1\n" },
		.attributes = { attributes, 2 },
	};
	struct product_text from, to;
	struct product_text_change change;
	struct shop_error err = { 0 };
	char *text = product_text_write(&d, "USD"), *again = strdup(text);
	assert_null(strpbrk(text, "\033"));
	assert_int_equal(product_text_read(text, &from, &err), SHOP_OK);
	assert_int_equal(product_text_read(again, &to, &err), SHOP_OK);
	assert_string_equal(from.price, "$1,299.00");
	assert_string_equal(from.sku, "# no comment");
	assert_int_equal(from.attribute_count, 2);
	assert_string_equal(from.description, "description:\n\n# x\nprice: 1");
	assert_int_equal(product_text_compare(&from, &to, "USD", &change, &err), SHOP_OK);
	assert_false(change.any);
	product_text_change_done(&change);
	product_text_done(&from);
	product_text_done(&to);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read),      cmocka_unit_test(test_refused),
		cmocka_unit_test(test_same),      cmocka_unit_test(test_changes),
		cmocka_unit_test(test_untouched), cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_round),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
