/* SPDX-License-Identifier: MIT */
/* Changing the catalogue through the public interface: what may be said of a product, what stays as
 * it was, and pictures by their content. */
#include <fcntl.h>
#include <inttypes.h>
#include <sys/stat.h>

#include "loader.h"

static struct shop_product_edit edit_none(void)
{
	return (struct shop_product_edit)SHOP_PRODUCT_EDIT_NONE;
}

static int64_t create_lamp(struct fixture *f)
{
	static const char *const attributes[] = { "color=red", "size=big" };
	struct shop_product_edit e = edit_none();
	int64_t id = 0;
	e.sku = "LAMP";
	e.name = "Desk Lamp";
	e.brand = "Kes";
	e.category = " Home / Light ";
	e.description = "Shines.";
	e.group = "lamps";
	e.image = "https://shop.example/lamp.png";
	e.price_cents = 1290;
	e.stock = 3;
	e.attributes = (struct shop_texts){ attributes, 2 };
	if (shop_product_create(f->shop, &e, &id, &f->err) != SHOP_OK)
		fail_msg("%s", f->err.text);
	return id;
}

static void expect_attributes(struct fixture *f, int64_t id, const char *expected)
{
	struct shop_attributes list;
	char text[256] = "";
	assert_int_equal(shop_product_attributes(f->shop, id, &list, &f->err), SHOP_OK);
	for (size_t i = 0; i < list.count; i++)
		snprintf(text + strlen(text), sizeof(text) - strlen(text), "%s=%s;",
			 list.items[i].name, list.items[i].value);
	shop_attributes_done(&list);
	assert_string_equal(text, expected);
}

static void test_create(void **state)
{
	struct fixture *f = *state;
	struct shop_product p;
	int64_t id = create_lamp(f);
	assert_int_equal(shop_product_get(f->shop, "LAMP", &p, &f->err), SHOP_OK);
	assert_int_equal(p.id, id);
	assert_string_equal(p.name, "Desk Lamp");
	assert_string_equal(p.brand, "Kes");
	assert_string_equal(p.category, "Home/Light");
	assert_string_equal(p.description, "Shines.");
	assert_string_equal(p.group, "lamps");
	assert_string_equal(p.image, "https://shop.example/lamp.png");
	assert_int_equal(p.price_cents, 1290);
	assert_int_equal(p.stock, 3);
	assert_int_equal(p.created_at, NOW);
	shop_product_done(&p);
	expect_attributes(f, id, "color=red;size=big;");
	/* The index knows it, and what it is. */
	assert_int_equal(sql(f, "SELECT count(*) FROM product_fts WHERE product_fts MATCH 'desk'"),
			 1);
	assert_int_equal(sql(f, "SELECT count(*) FROM product WHERE instr(things, 'lamp') > 0"), 1);
}

static void test_bare(void **state)
{
	struct fixture *f = *state;
	struct shop_product_edit e = edit_none();
	struct shop_product p;
	int64_t id;
	e.sku = e.name = "X";
	e.price_cents = 0;
	assert_int_equal(shop_product_create(f->shop, &e, &id, &f->err), SHOP_OK);
	assert_int_equal(shop_product_get(f->shop, "X", &p, &f->err), SHOP_OK);
	assert_int_equal(p.stock, 0);
	assert_null(p.brand);
	assert_null(p.category);
	assert_null(p.group);
	assert_string_equal(p.description, "");
	shop_product_done(&p);
}

static void refuse_create(struct fixture *f, const struct shop_product_edit *e, enum shop_status st,
			  const char *message)
{
	int64_t id = 0, before = sql(f, "SELECT count(*) FROM product");
	assert_int_equal(shop_product_create(f->shop, e, &id, &f->err), st);
	assert_string_equal(f->err.text, message);
	assert_int_equal(sql(f, "SELECT count(*) FROM product"), before);
}

static void test_create_refused(void **state)
{
	struct fixture *f = *state;
	static const char *const wrong[] = { "color", "=red", "size= " };
	struct shop_product_edit e = edit_none();
	create_lamp(f);
	refuse_create(f, &e, SHOP_E_INVALID, "a new product needs a SKU");
	e.sku = "NEW";
	refuse_create(f, &e, SHOP_E_INVALID, "a new product needs a name");
	e.name = "New";
	refuse_create(f, &e, SHOP_E_INVALID, "a new product needs a price");
	e.price_cents = 5;
	e.sku = "LAMP";
	refuse_create(f, &e, SHOP_E_EXISTS, "there is a product 'LAMP' already");
	assert_string_equal(f->err.hint, "'shop admin product update LAMP' changes it");
	e.sku = "";
	refuse_create(f, &e, SHOP_E_INVALID, "sku: is empty");
	e.sku = "NEW";
	e.name = " ";
	refuse_create(f, &e, SHOP_E_INVALID, "name: is empty");
	e.name = "New";
	e.image = "images/x.png";
	refuse_create(f, &e, SHOP_E_INVALID, "'images/x.png' is not a web address");
	e.image = NULL;
	for (size_t i = 0; i < 2; i++) {
		e.attributes = (struct shop_texts){ &wrong[i], 1 };
		int64_t id;
		assert_int_equal(shop_product_create(f->shop, &e, &id, &f->err), SHOP_E_INVALID);
	}
	e.attributes = (struct shop_texts){ &wrong[2], 1 };
	refuse_create(f, &e, SHOP_E_INVALID, "attributes.size: is empty");
}

/* What is not said stays; "" takes away. */
static void test_update(void **state)
{
	struct fixture *f = *state;
	static const char *const attributes[] = { "COLOR=blue", "size=", "shape=round" };
	struct shop_product_edit e = edit_none();
	struct shop_product p;
	int64_t id = create_lamp(f), same = 0;
	shop_set_now(f->shop, NOW + DAY, 0);
	e.price_cents = 999;
	assert_int_equal(shop_product_update(f->shop, "LAMP", &e, &same, &f->err), SHOP_OK);
	assert_int_equal(same, id);
	assert_int_equal(shop_product_get(f->shop, "LAMP", &p, &f->err), SHOP_OK);
	assert_int_equal(p.price_cents, 999);
	assert_int_equal(p.stock, 3);
	assert_string_equal(p.brand, "Kes");
	assert_string_equal(p.description, "Shines.");
	assert_int_equal(p.created_at, NOW);
	shop_product_done(&p);
	expect_attributes(f, id, "color=red;size=big;");
	e = edit_none();
	e.brand = e.category = e.description = e.group = e.image = "";
	e.stock = 0;
	e.attributes = (struct shop_texts){ attributes, 3 };
	char name[32];
	snprintf(name, sizeof(name), "#%" PRId64, id);
	assert_int_equal(shop_product_update(f->shop, name, &e, &same, &f->err), SHOP_OK);
	assert_int_equal(shop_product_get(f->shop, "LAMP", &p, &f->err), SHOP_OK);
	assert_null(p.brand);
	assert_null(p.category);
	assert_null(p.group);
	assert_null(p.image);
	assert_string_equal(p.description, "");
	assert_int_equal(p.stock, 0);
	assert_int_equal(p.price_cents, 999);
	shop_product_done(&p);
	expect_attributes(f, id, "color=blue;shape=round;");
}

static void test_update_sku(void **state)
{
	struct fixture *f = *state;
	struct shop_product_edit e = edit_none();
	int64_t id = create_lamp(f), same = 0;
	load_well(f, MUG(""));
	e.sku = "MUG";
	assert_int_equal(shop_product_update(f->shop, "LAMP", &e, &same, &f->err), SHOP_E_EXISTS);
	e.sku = "LAMP-2";
	e.name = "Floor Lamp";
	assert_int_equal(shop_product_update(f->shop, "LAMP", &e, &same, &f->err), SHOP_OK);
	assert_int_equal(same, id);
	assert_int_equal(sql(f, "SELECT count(*) FROM product WHERE sku = 'LAMP-2' AND name ="
				" 'Floor Lamp'"),
			 1);
	assert_int_equal(sql(f, "SELECT count(*) FROM product"), 2);
}

static void test_update_refused(void **state)
{
	struct fixture *f = *state;
	struct shop_product_edit e = edit_none();
	int64_t id;
	create_lamp(f);
	assert_int_equal(shop_product_update(f->shop, "LAMP", &e, &id, &f->err), SHOP_E_INVALID);
	assert_string_equal(f->err.text, "nothing is to be changed");
	e.stock = 1;
	assert_int_equal(shop_product_update(f->shop, "NOPE", &e, &id, &f->err), SHOP_E_NOT_FOUND);
	e.stock = -1;
	assert_int_equal(shop_product_update(f->shop, "LAMP", &e, &id, &f->err), SHOP_E_INVALID);
	e.stock = SHOP_NONE;
	e.name = "";
	assert_int_equal(shop_product_update(f->shop, "LAMP", &e, &id, &f->err), SHOP_E_INVALID);
	e.name = "\xC3(";
	assert_int_equal(shop_product_update(f->shop, "LAMP", &e, &id, &f->err), SHOP_E_INVALID);
	assert_int_equal(sql(f, "SELECT count(*) FROM product WHERE name = 'Desk Lamp' AND stock ="
				" 3"),
			 1);
}

static void test_delete(void **state)
{
	struct fixture *f = *state;
	struct shop_product p;
	int64_t id = create_lamp(f);
	load_well(f, AL ORDER("12", "al@example.com", LAMP_LINE));
	assert_int_equal(shop_product_delete(f->shop, "LAMP", &p, &f->err), SHOP_OK);
	assert_int_equal(p.id, id);
	assert_string_equal(p.name, "Desk Lamp");
	shop_product_done(&p);
	assert_int_equal(shop_product_delete(f->shop, "LAMP", &p, &f->err), SHOP_E_NOT_FOUND);
	assert_int_equal(sql(f, "SELECT count(*) FROM product"), 0);
	assert_int_equal(sql(f, "SELECT count(*) FROM order_line WHERE product_id IS NULL AND sku ="
				" 'LAMP' AND name = 'Desk Lamp' AND category = 'Home/Light'"),
			 1);
}

/* Pictures */

static enum shop_status upload(struct fixture *f, const void *bytes, size_t len)
{
	char path[SCRATCH_PATH_SIZE];
	int64_t id;
	write_file(f, "picture", bytes, len);
	return shop_product_upload(f->shop, "LAMP", scratch_path(path, f->folder, "picture"), &id,
				   &f->err);
}

static void test_upload_kinds(void **state)
{
	struct fixture *f = *state;
	static const struct {
		const char *bytes;
		size_t len;
		const char *type, *name;
	} rows[] = {
		{ "\x89PNG\r\n\x1A\n....", 12, "image/png", "images/LAMP.png" },
		{ "\xFF\xD8\xFF\xE0....", 8, "image/jpeg", "images/LAMP.jpg" },
		{ "GIF89a....", 10, "image/gif", "images/LAMP.gif" },
		{ "GIF87a....", 10, "image/gif", "images/LAMP.gif" },
		{ "RIFF....WEBPVP8 ", 16, "image/webp", "images/LAMP.webp" },
		/* and others, whatever they are called */
		{ "RIFF....WAVEfmt ", 16, NULL, NULL },
		{ "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", 40, NULL, NULL },
		{ "\x89PNG\r\n\x1A", 7, NULL, NULL },
		{ "\x89PNG\r\n\x1A\n", 8, NULL, NULL },
		{ "BM......", 8, NULL, NULL },
		{ "%PDF-1.7", 8, NULL, NULL },
		{ "", 0, NULL, NULL },
	};
	int64_t id = create_lamp(f);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct shop_image image = { 0 };
		struct shop_product p;
		enum shop_status st = upload(f, rows[i].bytes, rows[i].len);
		if (rows[i].type == NULL) {
			assert_int_equal(st, SHOP_E_INVALID);
			assert_non_null(
				strstr(f->err.text, "is not a PNG, JPEG, WebP or GIF picture"));
			continue;
		}
		assert_int_equal(st, SHOP_OK);
		assert_int_equal(shop_product_image(f->shop, id, &image, &f->err), SHOP_OK);
		assert_string_equal(image.media_type, rows[i].type);
		assert_int_equal(image.len, rows[i].len);
		assert_memory_equal(image.bytes, rows[i].bytes, rows[i].len);
		shop_image_done(&image);
		assert_int_equal(shop_product_image_about(f->shop, id, &image, &f->err), SHOP_OK);
		assert_int_equal(image.len, rows[i].len);
		assert_null(image.bytes);
		shop_image_done(&image);
		assert_int_equal(shop_product_get(f->shop, "LAMP", &p, &f->err), SHOP_OK);
		assert_string_equal(p.image, rows[i].name);
		assert_int_equal(p.stock, 3);
		shop_product_done(&p);
	}
	assert_int_equal(sql(f, "SELECT count(*) FROM product_image"), 1);
	expect_attributes(f, id, "color=red;size=big;");
}

static void test_upload_size(void **state)
{
	struct fixture *f = *state;
	enum { MAX = 5 * 1024 * 1024 };
	char *bytes = calloc(1, MAX + 1);
	assert_non_null(bytes);
	create_lamp(f);
	memcpy(bytes, "GIF89a", 6);
	assert_int_equal(upload(f, bytes, MAX), SHOP_OK);
	assert_int_equal(sql(f, "SELECT length(bytes) FROM product_image"), MAX);
	assert_int_equal(upload(f, bytes, MAX + 1), SHOP_E_INVALID);
	assert_non_null(strstr(f->err.text, "is larger than 5 MiB"));
	assert_int_equal(sql(f, "SELECT length(bytes) FROM product_image"), MAX);
	free(bytes);
}

static void test_upload_refused(void **state)
{
	struct fixture *f = *state;
	char path[SCRATCH_PATH_SIZE];
	int64_t id;
	create_lamp(f);
	scratch_path(path, f->folder, "nowhere");
	assert_int_equal(shop_product_upload(f->shop, "LAMP", path, &id, &f->err),
			 SHOP_E_NOT_FOUND);
	assert_int_equal(shop_product_upload(f->shop, "LAMP", f->folder, &id, &f->err), SHOP_E_IO);
	write_file(f, "picture", "GIF89a....", 10);
	scratch_path(path, f->folder, "picture");
	assert_int_equal(shop_product_upload(f->shop, "NOPE", path, &id, &f->err),
			 SHOP_E_NOT_FOUND);
	assert_int_equal(sql(f, "SELECT count(*) FROM product_image"), 0);
}

/* A SKU may hold anything that is one line; no picture's name leads out of its folder. */
static void test_picture_names(void **state)
{
	struct fixture *f = *state;
	static const char *const rows[][2] = {
		{ "a/../../b", "images/a%2F..%2F..%2Fb.gif" },
		{ "..", "images/...gif" },
		{ "\xC3\xA9 1%", "images/%C3%A9%201%25.gif" },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct shop_product_edit e = edit_none();
		struct shop_product p;
		char path[SCRATCH_PATH_SIZE];
		int64_t id;
		e.sku = rows[i][0];
		e.name = "X";
		e.price_cents = 1;
		assert_int_equal(shop_product_create(f->shop, &e, &id, &f->err), SHOP_OK);
		write_file(f, "picture", "GIF89a....", 10);
		assert_int_equal(shop_product_upload(f->shop, rows[i][0],
						     scratch_path(path, f->folder, "picture"), &id,
						     &f->err),
				 SHOP_OK);
		assert_int_equal(shop_product_get(f->shop, rows[i][0], &p, &f->err), SHOP_OK);
		assert_string_equal(p.image, rows[i][1]);
		shop_product_done(&p);
	}
}

/* Settings and policies */

static char *setting(struct fixture *f, const char *key)
{
	struct shop_settings list;
	char *value = NULL;
	bool there = false;
	assert_int_equal(shop_setting_list(f->shop, &list, &f->err), SHOP_OK);
	for (size_t i = 0; i < list.count; i++) {
		if (strcmp(list.items[i].key, key) != 0)
			continue;
		assert_false(there);
		there = true;
		value = list.items[i].value != NULL ? strdup(list.items[i].value) : NULL;
	}
	shop_settings_done(&list);
	return value;
}

static void test_settings(void **state)
{
	struct fixture *f = *state;
	static const struct {
		const char *key, *value;
		enum shop_status st;
	} rows[] = {
		{ "currency", "EUR", SHOP_OK },
		{ "currency", "eur", SHOP_E_INVALID },
		{ "currency", "", SHOP_E_INVALID },
		{ "tax_basis_points", "820", SHOP_OK },
		{ "tax_basis_points", "10001", SHOP_E_INVALID },
		{ "tax_basis_points", "-1", SHOP_E_INVALID },
		{ "shipping_cents", "5.90", SHOP_E_INVALID },
		{ "shipping_cents", "", SHOP_E_INVALID },
		{ "free_shipping_cents", "7500", SHOP_OK },
		{ "free_shipping_cents", "", SHOP_OK },
		{ "payment_methods", "card,paypal", SHOP_OK },
		{ "payment_methods", "card,,paypal", SHOP_E_INVALID },
		{ "payment_methods", "Card", SHOP_E_INVALID },
		{ "shop_name", "Fennel & Fuse", SHOP_OK },
		{ "shop_name", "two\nlines", SHOP_E_INVALID },
		{ "shop_url", "https://shop.example", SHOP_OK },
		{ "shop_url", "shop.example", SHOP_E_INVALID },
		{ "shop_url", "https://a b", SHOP_E_INVALID },
		{ "product_url", "https://shop.example/{sku}", SHOP_OK },
		{ "product_url", "", SHOP_OK },
		{ "tax_basis_point", "5", SHOP_E_INVALID },
		{ "no_such_thing", "5", SHOP_E_INVALID },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char *before = setting(f, rows[i].key);
		enum shop_status st =
			shop_setting_set(f->shop, rows[i].key, rows[i].value, &f->err);
		if (st != rows[i].st)
			fail_msg("%s=%s: %d", rows[i].key, rows[i].value, st);
		char *after = setting(f, rows[i].key);
		const char *expected = st ? before : rows[i].value[0] ? rows[i].value : NULL;
		if (expected == NULL)
			assert_null(after);
		else
			assert_string_equal(after, expected);
		free(before);
		free(after);
	}
	assert_string_equal(shop_currency(f->shop), "EUR");
	shop_setting_set(f->shop, "tax_basis_point", "5", &f->err);
	assert_string_equal(f->err.hint, "did you mean 'tax_basis_points'?");
	/* One that an import brought can be changed. */
	load_well(f, "{\"type\":\"setting\",\"key\":\"other\",\"value\":\"1\"}\n");
	assert_int_equal(shop_setting_set(f->shop, "other", "2", &f->err), SHOP_OK);
	/* Where there are prices, the currency stays. */
	create_lamp(f);
	assert_int_equal(shop_setting_set(f->shop, "currency", "EUR", &f->err), SHOP_OK);
	assert_int_equal(shop_setting_set(f->shop, "currency", "USD", &f->err), SHOP_E_CONFLICT);
	assert_string_equal(shop_currency(f->shop), "EUR");
}

static void test_policies(void **state)
{
	struct fixture *f = *state;
	struct shop_policies list;
	assert_int_equal(shop_policy_set(f->shop, "returns", "Within 30 days.", &f->err), SHOP_OK);
	assert_int_equal(shop_policy_set(f->shop, "hours", "Always.", &f->err), SHOP_OK);
	shop_set_now(f->shop, NOW + 5, 0);
	assert_int_equal(shop_policy_set(f->shop, "returns", "Never.\nReally.", &f->err), SHOP_OK);
	assert_int_equal(shop_policy_list(f->shop, &list, &f->err), SHOP_OK);
	assert_int_equal(list.count, 2);
	assert_string_equal(list.items[0].topic, "hours");
	assert_int_equal(list.items[0].updated_at, NOW);
	assert_string_equal(list.items[1].text, "Never.\nReally.");
	assert_int_equal(list.items[1].updated_at, NOW + 5);
	shop_policies_done(&list);
	assert_int_equal(shop_policy_set(f->shop, "", "x", &f->err), SHOP_E_INVALID);
	assert_int_equal(shop_policy_set(f->shop, "x", " \n", &f->err), SHOP_E_INVALID);
	assert_int_equal(shop_policy_delete(f->shop, "hours", &f->err), SHOP_OK);
	assert_int_equal(shop_policy_delete(f->shop, "hours", &f->err), SHOP_E_NOT_FOUND);
	assert_int_equal(sql(f, "SELECT count(*) FROM policy"), 1);
}

static void test_rights(void **state)
{
	struct fixture *f = *state;
	struct shop_product_edit e = edit_none();
	struct shop_settings settings;
	struct shop_policies policies;
	struct shop_product p;
	int64_t id;
	create_lamp(f);
	actor_clear(f->shop);
	e.stock = 1;
	assert_int_equal(shop_product_update(f->shop, "LAMP", &e, &id, &f->err),
			 SHOP_E_NOT_LOGGED_IN);
	assert_int_equal(shop_product_create(f->shop, &e, &id, &f->err), SHOP_E_NOT_LOGGED_IN);
	assert_int_equal(shop_product_delete(f->shop, "LAMP", &p, &f->err), SHOP_E_NOT_LOGGED_IN);
	assert_int_equal(shop_product_upload(f->shop, "LAMP", "/", &id, &f->err),
			 SHOP_E_NOT_LOGGED_IN);
	assert_int_equal(shop_setting_list(f->shop, &settings, &f->err), SHOP_E_NOT_LOGGED_IN);
	assert_int_equal(shop_setting_set(f->shop, "shop_name", "x", &f->err),
			 SHOP_E_NOT_LOGGED_IN);
	assert_int_equal(shop_policy_list(f->shop, &policies, &f->err), SHOP_E_NOT_LOGGED_IN);
	assert_int_equal(shop_policy_set(f->shop, "x", "y", &f->err), SHOP_E_NOT_LOGGED_IN);
	assert_int_equal(shop_policy_delete(f->shop, "x", &f->err), SHOP_E_NOT_LOGGED_IN);
	assert_int_equal(sql(f, "SELECT stock FROM product"), 3);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_create),         TEST(test_bare),          TEST(test_create_refused),
		TEST(test_update),         TEST(test_update_sku),    TEST(test_update_refused),
		TEST(test_delete),         TEST(test_upload_kinds),  TEST(test_upload_size),
		TEST(test_upload_refused), TEST(test_picture_names), TEST(test_settings),
		TEST(test_policies),       TEST(test_rights),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
