/* SPDX-License-Identifier: MIT */
/* Reviews: one for each customer and product, and the product's rating with it. */
#include "account_scene.h"

static void act_as(struct fixture *f, const char *email, const char *password)
{
	char *token = login(f, email, password);
	assert_int_equal(authenticate(f, token), SHOP_OK);
	free(token);
}

static void products_make(struct fixture *f)
{
	sql(f, "INSERT INTO product (id, sku, name, price_cents, stock, description, attributes, "
	       "things, created_at, updated_at) VALUES (1, 'S-1', 'One', 1, 1, '', '', '', 1, 1), "
	       "(2, 'S-2', 'Two', 1, 1, '', '', '', 1, 1)");
}

static enum shop_status add(struct fixture *f, const char *product, int64_t rating,
			    const char *comment)
{
	struct shop_review_new in = { product, rating, comment };
	struct shop_review review;
	memset(&f->err, 0, sizeof(f->err));
	enum shop_status st = shop_review_add(f->shop, &in, &review, &f->err);
	if (st == SHOP_OK)
		shop_review_done(&review);
	return st;
}

static void test_review_and_rating(void **state)
{
	struct fixture *f = *state;
	struct shop_review review;
	struct shop_product product;
	products_make(f);
	shop_set_now(f->shop, 1234567890, 0);
	act_as(f, ALICE_EMAIL, ALICE_PASSWORD);
	struct shop_review_new in = { "S-1", 4, "fine,\nand\tplain" };
	assert_int_equal(shop_review_add(f->shop, &in, &review, &f->err), SHOP_OK);
	assert_string_equal(review.author, "Alice");
	assert_string_equal(review.comment, "fine,\nand\tplain");
	assert_true(review.rating == 4 && review.created_at == 1234567890 && !review.verified);
	shop_review_done(&review);
	act_as(f, ADMIN_EMAIL, ADMIN_PASSWORD);
	assert_int_equal(add(f, "#1", 5, NULL), SHOP_OK);
	assert_int_equal(shop_product_get(f->shop, "S-1", &product, &f->err), SHOP_OK);
	assert_true(product.reviews == 2 && product.rating_centi == 450);
	shop_product_done(&product);
	assert_int_equal(shop_product_get(f->shop, "S-2", &product, &f->err), SHOP_OK);
	assert_true(product.reviews == 0 && product.rating_centi == 0);
	shop_product_done(&product);
	/* Who changes his name later has written it under the old one. */
	struct shop_profile_change name = { .name = "Root" };
	char *token = NULL;
	assert_int_equal(shop_profile_update(f->shop, &name, &token, &f->err), SHOP_OK);
	struct shop_reviews list;
	assert_int_equal(shop_product_reviews(f->shop, 1, SHOP_NONE, &list, &f->err), SHOP_OK);
	assert_int_equal(list.count, 2);
	assert_string_equal(list.items[0].author, "Admin");
	shop_reviews_done(&list);
	assert_int_equal(shop_product_reviews(f->shop, 1, 1, &list, &f->err), SHOP_OK);
	assert_int_equal(list.count, 1);
	shop_reviews_done(&list);
}

static void test_once(void **state)
{
	struct fixture *f = *state;
	products_make(f);
	act_as(f, ALICE_EMAIL, ALICE_PASSWORD);
	assert_int_equal(add(f, "S-1", 4, NULL), SHOP_OK);
	assert_int_equal(add(f, "1", 1, "again"), SHOP_E_EXISTS);
	assert_string_equal(f->err.text, "you have reviewed '1' already");
	assert_int_equal(add(f, "S-2", 1, "another"), SHOP_OK);
	assert_int_equal(sql(f, "SELECT rating_centi FROM product WHERE id = 1"), 400);
	assert_int_equal(sql(f, "SELECT count(*) FROM review"), 2);
}

static void test_refused(void **state)
{
	struct fixture *f = *state;
	char comment[10002];
	products_make(f);
	assert_int_equal(add(f, "S-1", 4, NULL), SHOP_E_NOT_LOGGED_IN);
	act_as(f, ALICE_EMAIL, ALICE_PASSWORD);
	static const int64_t ratings[] = { 0, 6, -1, SHOP_NONE, INT64_MAX };
	for (size_t i = 0; i < sizeof(ratings) / sizeof(ratings[0]); i++)
		assert_int_equal(add(f, "S-1", ratings[i], NULL), SHOP_E_INVALID);
	assert_int_equal(add(f, "S-9", 4, NULL), SHOP_E_NOT_FOUND);
	assert_int_equal(add(f, "", 4, NULL), SHOP_E_NOT_FOUND);
	assert_int_equal(add(f, "S-1", 4, "a\x1b[31m"), SHOP_E_INVALID);
	assert_int_equal(add(f, "S-1", 4, "\xff"), SHOP_E_INVALID);
	memset(comment, 'c', sizeof(comment));
	comment[10001] = '\0';
	assert_int_equal(add(f, "S-1", 4, comment), SHOP_E_INVALID);
	sql(f, "UPDATE token SET scope = 'read'");
	assert_int_equal(add(f, "S-1", 4, NULL), SHOP_E_DENIED);
	sql(f, "UPDATE token SET scope = 'full'");
	assert_int_equal(sql(f, "SELECT count(*) FROM review"), 0);
	comment[10000] = '\0';
	assert_int_equal(add(f, "S-1", 4, comment), SHOP_OK);
}

static void test_verified(void **state)
{
	struct fixture *f = *state;
	struct shop_reviews list;
	static const struct {
		const char *status;
		bool verified;
	} rows[] = { { "pending", false },
		     { "paid", true },
		     { "shipped", true },
		     { "delivered", true },
		     { "cancelled", false } };
	products_make(f);
	act_as(f, ALICE_EMAIL, ALICE_PASSWORD);
	assert_int_equal(add(f, "S-1", 4, NULL), SHOP_OK);
	assert_int_equal(add(f, "S-2", 4, NULL), SHOP_OK);
	sql(f,
	    "INSERT INTO purchase (id, customer_id, currency, items_cents, shipping_cents, "
	    "tax_cents, total_cents, payment_method, status, created_at) SELECT 7, id, 'USD', 5, "
	    "0, 0, 5, 'card', 'paid', 1 FROM customer WHERE email = '" ALICE_EMAIL "'");
	sql(f, "INSERT INTO order_line (purchase_id, position, product_id, sku, name, category, "
	       "price_cents, quantity) VALUES (7, 1, 1, 'S-1', 'One', '', 5, 1)");
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char text[128];
		snprintf(text, sizeof(text), "UPDATE purchase SET status = '%s'", rows[i].status);
		sql(f, text);
		shop_product_reviews(f->shop, 1, SHOP_NONE, &list, &f->err);
		assert_int_equal(list.items[0].verified, rows[i].verified);
		shop_reviews_done(&list);
	}
	sql(f, "UPDATE purchase SET status = 'delivered'");
	/* What was not in it, and what another bought, does not count. */
	shop_product_reviews(f->shop, 2, SHOP_NONE, &list, &f->err);
	assert_false(list.items[0].verified);
	shop_reviews_done(&list);
	sql(f, "UPDATE purchase SET customer_id = (SELECT min(id) FROM customer)");
	shop_product_reviews(f->shop, 1, SHOP_NONE, &list, &f->err);
	assert_false(list.items[0].verified);
	shop_reviews_done(&list);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_review_and_rating),
		TEST(test_once),
		TEST(test_refused),
		TEST(test_verified),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
