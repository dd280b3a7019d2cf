/* SPDX-License-Identifier: MIT */
/* Names by how they begin, through the public interface. */
#include "loader.h"

static void create(struct fixture *f, const char *sku, const char *brand, const char *category)
{
	struct shop_product_edit e = SHOP_PRODUCT_EDIT_NONE;
	int64_t id;
	e.sku = e.name = sku;
	e.brand = brand;
	e.category = category;
	e.price_cents = 1;
	if (shop_product_create(f->shop, &e, &id, &f->err) != SHOP_OK)
		fail_msg("%s", f->err.text);
}

struct gathered {
	char text[256];
	size_t most; /* after which it is ended */
};

static enum shop_status gather(void *ctx, const char *name, const char *about)
{
	struct gathered *g = ctx;
	size_t len = strlen(g->text);
	snprintf(g->text + len, sizeof(g->text) - len, "%s%s%s ", name, about != NULL ? ":" : "",
		 about != NULL ? about : "");
	return --g->most == 0 ? SHOP_E_CANCELLED : SHOP_OK;
}

static void expect(struct fixture *f, enum shop_name kind, const char *beginning, int64_t limit,
		   const char *expected)
{
	struct gathered g = { .most = 100 };
	if (shop_name_each(f->shop, kind, beginning, limit, gather, &g, &f->err) != SHOP_OK)
		fail_msg("%s", f->err.text);
	assert_string_equal(g.text, expected);
}

static void test_products(void **state)
{
	struct fixture *f = *state;
	for (int i = 1; i <= 12; i++) {
		char sku[16];
		snprintf(sku, sizeof(sku), "AB-%d", i);
		create(f, sku, NULL, NULL);
	}
	create(f, "ab-z", NULL, NULL);
	create(f, "12x", NULL, NULL);
	expect(f, SHOP_NAME_PRODUCT, "AB-2", 9, "AB-2:AB-2 ");
	expect(f, SHOP_NAME_PRODUCT, "aB-2", 9, "AB-2:AB-2 ");
	expect(f, SHOP_NAME_PRODUCT, "AB-", 2, "AB-1:AB-1 AB-10:AB-10 ");
	expect(f, SHOP_NAME_PRODUCT, "1", 9,
	       "1:AB-1 10:AB-10 11:AB-11 12:AB-12 13:ab-z 14:12x 12x:12x ");
	expect(f, SHOP_NAME_PRODUCT, "1", 3, "1:AB-1 10:AB-10 11:AB-11 ");
	expect(f, SHOP_NAME_PRODUCT, "ab-1", 0, "");
	expect(f, SHOP_NAME_PRODUCT, "#12", 9, "#12:AB-12 ");
	expect(f, SHOP_NAME_PRODUCT, "#", 2, "#1:AB-1 #2:AB-2 ");
	expect(f, SHOP_NAME_PRODUCT, "12x", 9, "12x:12x ");
	expect(f, SHOP_NAME_PRODUCT, "99999999999999999", 9, "");
	expect(f, SHOP_NAME_PRODUCT, "999999999999999999999999", 9, "");
	expect(f, SHOP_NAME_PRODUCT, "%", 9, "");
	expect(f, SHOP_NAME_PRODUCT, "A_", 9, "");
}

static void test_shared(void **state)
{
	struct fixture *f = *state;
	create(f, "A", "Kestrel", "Home/Light");
	create(f, "B", "kes", "Home/Lamps");
	create(f, "C", "Éclat", "Garden");
	expect(f, SHOP_NAME_BRAND, "KES", 9, "Kestrel kes ");
	expect(f, SHOP_NAME_BRAND, "", 2, "Kestrel kes ");
	expect(f, SHOP_NAME_BRAND, "É", 9, "Éclat ");
	expect(f, SHOP_NAME_CATEGORY, "home", 9, "Home Home/Lamps Home/Light ");
	expect(f, SHOP_NAME_CATEGORY, "Home/Li", 9, "Home/Light ");
	expect(f, SHOP_NAME_CATEGORY, "H_me", 9, "");
}

static void test_ended(void **state)
{
	struct fixture *f = *state;
	struct gathered g = { .most = 1 };
	create(f, "A1", NULL, NULL);
	create(f, "A2", NULL, NULL);
	assert_int_equal(shop_name_each(f->shop, SHOP_NAME_PRODUCT, "A", 9, gather, &g, &f->err),
			 SHOP_E_CANCELLED);
	assert_string_equal(g.text, "A1:A1 ");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_products),
		TEST(test_shared),
		TEST(test_ended),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
