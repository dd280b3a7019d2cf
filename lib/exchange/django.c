/* SPDX-License-Identifier: MIT */
/* Rows of Django's models: what they are, and what they are called here. */
#include "exchange/django.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "exchange/django_field.h"
#include "exchange/record_type.h"
#include "shop/money.h"

void django_row_done(struct django_row *row)
{
	free(row->pk);
	free(row->natural);
	free(row->of);
	free(row->by);
	free(row->name);
	free(row->fields);
	json_decref(row->owner);
	*row = (struct django_row){ 0 };
}

/* "shop.OrderItem" by its part behind the dot. */
static enum django_kind kind_of(const char *model)
{
	static const struct {
		const char *names;
		enum django_kind kind;
	} kinds[] = {
		{ "user|customuser|account|useraccount|shopuser|appuser", DJANGO_USER },
		{ "product|shopproduct|catalogproduct", DJANGO_PRODUCT },
		{ "brand|productbrand|manufacturer", DJANGO_BRAND },
		{ "category|productcategory|department", DJANGO_CATEGORY },
		{ "review|productreview|customerreview", DJANGO_REVIEW },
		{ "order|purchase|customerorder", DJANGO_ORDER },
		{ "orderitem|orderline|orderproduct|lineitem|orderdetail|orderentry", DJANGO_ITEM },
		{ "shippingaddress|deliveryaddress|orderaddress", DJANGO_ADDRESS },
	};
	const char *dot = strrchr(model, '.');
	const char *name = dot != NULL ? dot + 1 : model;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (django_name_in(name, kinds[i].names))
			return kinds[i].kind;
	return DJANGO_OTHER;
}

static char *copy_or_empty(const char *text)
{
	return strdup(text != NULL ? text : "");
}

/* A product without a code of its own is called by its number, which no other one has. */
static char *sku_of(const json_t *fields, const char *pk)
{
	char *sku = NULL;
	const char *own = django_pick_text(fields, "sku|code|productcode");
	if (own != NULL && field_is_name(own, SKU_MAX))
		return strdup(own);
	return asprintf(&sku, "P-%.60s", pk) >= 0 ? sku : NULL;
}

static char *email_of(const json_t *fields)
{
	const char *email = django_pick_text(fields, "email");
	const char *user = django_pick_text(fields, "username");
	if (email == NULL && user != NULL && strchr(user, '@') != NULL)
		email = user;
	return copy_or_empty(email);
}

static char *name_of(enum django_kind kind, const json_t *fields, const char *pk)
{
	if (kind == DJANGO_PRODUCT)
		return sku_of(fields, pk);
	if (kind == DJANGO_USER)
		return email_of(fields);
	return copy_or_empty(django_pick_text(fields, "name|title"));
}

/* What the row belongs to. */
static const char *belongs_to(enum django_kind kind)
{
	if (kind == DJANGO_ITEM || kind == DJANGO_ADDRESS)
		return "order|purchase";
	if (kind == DJANGO_REVIEW)
		return "product|item";
	return kind == DJANGO_CATEGORY ? "parent|parentcategory" : "";
}

static enum shop_status fill(struct django_row *row, const json_t *object, struct shop_error *err)
{
	const json_t *fields = json_object_get(object, "fields");
	const json_t *pk = json_object_get(object, "pk");
	if (!json_is_object(fields))
		return shop_error_set(err, SHOP_E_INVALID, "fields: expected an object");
	row->pk = django_key(pk != NULL ? pk : django_pick(fields, "id"));
	row->natural = copy_or_empty(django_pick_text(fields, "username"));
	row->of = django_key(django_pick(fields, belongs_to(row->kind)));
	row->by = django_key(django_pick(fields, "user|customer|owner|buyer|author"));
	row->name = row->pk != NULL ? name_of(row->kind, fields, row->pk) : NULL;
	row->fields = json_dumps(fields, JSON_COMPACT);
	if (row->pk == NULL || row->natural == NULL || row->of == NULL || row->by == NULL ||
	    row->name == NULL || row->fields == NULL)
		return out_of_memory(err);
	return SHOP_OK;
}

enum shop_status django_read(const char *text, size_t len, struct django_row *ret, bool *ret_is_row,
			     struct shop_error *err)
{
	json_error_t e;
	*ret_is_row = false;
	json_t *object = json_loadb(text, len, 0, &e);
	if (object == NULL)
		return shop_error_set(err, SHOP_E_INVALID, "not JSON: %.100s", e.text);
	*ret = (struct django_row){ .owner = object };
	ret->model = json_string_value(json_object_get(object, "model"));
	enum shop_status st = SHOP_OK;
	if (ret->model != NULL) {
		*ret_is_row = true;
		ret->kind = kind_of(ret->model);
		st = ret->kind != DJANGO_OTHER ? fill(ret, object, err) : SHOP_OK;
	}
	if (st || !*ret_is_row)
		django_row_done(ret);
	return st;
}

/* Texts of a product that have no place of their own are attributes of it. */
static bool is_attribute(const char *key, const json_t *value)
{
	const char *text = json_string_value(value);
	return text != NULL && text[strspn(text, " \t\r\n")] != '\0' && strlen(text) <= 500 &&
	       !django_name_in(key, django_known(DJANGO_PRODUCT));
}

#define PRICE_NAMES "price|unitprice"
#define STOCK_NAMES "countinstock|stock|stockquantity|inventory|quantity|instock"

static const char *wrong_stock(const struct django_row *row, const char *key, const json_t *value)
{
	bool wrong = row->kind == DJANGO_PRODUCT && json_number_value(value) < 0 &&
		     django_name_in(key, STOCK_NAMES);
	return wrong ? "a number below zero: taken for 0" : NULL;
}

enum shop_status django_left_out(const struct django_row *row,
				 enum shop_status (*each)(void *ctx, const char *field,
							  const char *why, struct shop_error *err),
				 void *ctx, struct shop_error *err)
{
	static const char no_place[] = "a field that has no place here";
	json_t *fields = json_object_get(row->owner, "fields"), *value;
	const char *key;
	json_object_foreach (fields, key, value) {
		bool empty = json_is_null(value) || json_is_false(value) ||
			     (json_is_string(value) && json_string_length(value) == 0) ||
			     (json_is_array(value) && json_array_size(value) == 0);
		bool taken = django_name_in(key, django_known(row->kind)) ||
			     (row->kind == DJANGO_PRODUCT && is_attribute(key, value));
		const char *why = empty ? NULL : taken ? wrong_stock(row, key, value) : no_place;
		enum shop_status st = why != NULL ? each(ctx, key, why, err) : SHOP_OK;
		if (st)
			return st;
	}
	return SHOP_OK;
}

void django_keys_done(struct django_keys *keys)
{
	free(keys->product);
	free(keys->brand);
	free(keys->category);
	*keys = (struct django_keys){ 0 };
}

enum shop_status django_keys_read(const struct django_row *row, struct django_keys *ret,
				  struct shop_error *err)
{
	json_t *fields = json_loads(row->fields, 0, NULL);
	const json_t *brand = django_pick(fields, "brand|manufacturer");
	const json_t *category = django_pick(fields, "category");
	*ret = (struct django_keys){
		.product = django_key(django_pick(fields, "product|item")),
		.brand = django_key(brand),
		.category = django_key(category),
		.brand_is_text = json_is_string(brand),
		.category_is_text = json_is_string(category),
	};
	json_decref(fields);
	if (ret->product != NULL && ret->brand != NULL && ret->category != NULL)
		return SHOP_OK;
	django_keys_done(ret);
	return out_of_memory(err);
}

/* A record of the object, which is taken over. */
static enum shop_status finish(json_t *object, struct record *ret, struct shop_error *err)
{
	const struct field_source from = { .line = "" };
	return record_read(&from, object, ret, err);
}

static enum shop_status begin(const struct django_row *row, const char *type, json_t **ret_fields,
			      json_t **ret, struct shop_error *err)
{
	*ret_fields = json_loads(row->fields, 0, NULL);
	*ret = json_pack("{s:s}", "type", type);
	if (*ret_fields != NULL && *ret != NULL)
		return SHOP_OK;
	json_decref(*ret_fields);
	json_decref(*ret);
	return out_of_memory(err);
}

static void put_person(json_t *to, const json_t *fields, const char *email)
{
	char name[NAME_MAX_BYTES + 1];
	const char *first = django_pick_text(fields, "firstname");
	const char *last = django_pick_text(fields, "lastname");
	const char *full = django_pick_text(fields, "name|fullname");
	if (full == NULL && (first != NULL || last != NULL))
		snprintf(name, sizeof(name), "%.150s%s%.150s", first != NULL ? first : "",
			 first != NULL && last != NULL ? " " : "", last != NULL ? last : "");
	else
		snprintf(name, sizeof(name), "%.300s",
			 full != NULL ? full
				      : (django_pick_text(fields, "username") != NULL
						 ? django_pick_text(fields, "username")
						 : email));
	django_put_text(to, "name", name, NAME_MAX_BYTES);
}

/* Django keeps "argon2$argon2id$v=19$...". */
static const char *hash_of(const json_t *fields)
{
	const char *password = django_pick_text(fields, "password");
	bool argon = password != NULL && strncmp(password, "argon2$argon2id$", 16) == 0;
	return argon ? password + 6 : "!";
}

enum shop_status django_user(const struct django_row *row, struct record *ret, const char **ret_why,
			     struct shop_error *err)
{
	json_t *fields, *to;
	*ret_why = row->name[0] == '\0' ? "a user without an e-mail address" : NULL;
	if (*ret_why != NULL)
		return SHOP_OK;
	enum shop_status st = begin(row, "user", &fields, &to, err);
	if (st)
		return st;
	bool admin = json_is_true(django_pick(fields, "isstaff")) ||
		     json_is_true(django_pick(fields, "issuperuser")) ||
		     json_is_true(django_pick(fields, "isadmin"));
	django_put_text(to, "email", row->name, EMAIL_MAX + 1);
	put_person(to, fields, row->name);
	/* Who is an admin here already stays one. */
	django_put_text(to, "role", admin ? "admin" : NULL, WORD_MAX);
	django_put_text(to, "password_hash", hash_of(fields), SECRET_MAX);
	django_put_time(to, "created_at", django_pick_text(fields, "datejoined|createdat|created"));
	json_decref(fields);
	return finish(to, ret, err);
}

static void put_attribute(json_t *to, const char *key, const json_t *value)
{
	char number[64];
	const char *text = json_string_value(value);
	if (json_is_integer(value))
		snprintf(number, sizeof(number), "%" JSON_INTEGER_FORMAT,
			 json_integer_value(value));
	else if (json_is_real(value))
		snprintf(number, sizeof(number), "%.15g", json_real_value(value));
	else if (text == NULL || text[strspn(text, " \t\r\n")] == '\0' || strlen(text) > 2000)
		return;
	json_object_set_new(to, key, json_string(text != NULL ? text : number));
}

/* The texts that are left, and an object of them, where there is one. */
static void put_attributes(json_t *to, json_t *fields)
{
	json_t *all = json_object(), *value;
	json_t *own = django_pick(fields, "attributes|specs|specifications|options");
	const char *key;
	json_object_foreach (own, key, value) {
		put_attribute(all, key, value);
	}
	json_object_foreach (fields, key, value) {
		if (is_attribute(key, value))
			put_attribute(all, key, value);
	}
	if (json_object_size(all) > 0)
		json_object_set(to, "attributes", all);
	json_decref(all);
}

/* Pictures are named from the root of the site; here it is from the file's folder. */
static void put_image(json_t *to, const char *image)
{
	while (image != NULL && *image == '/')
		image++;
	if (image != NULL && strstr(image, "..") == NULL && field_is_name(image, PATH_TEXT_MAX))
		django_put_text(to, "image", image, PATH_TEXT_MAX);
}

/* "inStock": true says that there is one; a number how many. */
static int64_t stock_of(const json_t *fields)
{
	const json_t *stock = django_pick(fields, STOCK_NAMES);
	if (json_is_integer(stock))
		return json_integer_value(stock) > 0 ? json_integer_value(stock) : 0;
	return json_is_true(stock) ? 1 : 0;
}

/* What has no price is not for sale, and must not be free. */
static const char *product_why(const json_t *fields)
{
	const json_t *price = django_pick(fields, PRICE_NAMES);
	const char *text = json_string_value(price);
	if (django_pick_text(fields, "name|title") == NULL)
		return "a product without a name";
	if (price == NULL || (text != NULL && text[0] == '\0'))
		return "a product without a price";
	if (json_number_value(price) < 0 || (text != NULL && text[0] == '-'))
		return "a product with a price below zero";
	return NULL;
}

enum shop_status django_product(const struct django_row *row, const struct django_names *names,
				struct record *ret, const char **ret_why, struct shop_error *err)
{
	json_t *fields, *to;
	enum shop_status st = begin(row, "product", &fields, &to, err);
	if (st)
		return st;
	*ret_why = product_why(fields);
	if (*ret_why == NULL) {
		django_put_text(to, "sku", row->name, SKU_MAX);
		django_put_text(to, "name", django_pick_text(fields, "name|title"), TITLE_MAX);
		django_put_text(to, "brand", names->brand, 200);
		django_put_text(to, "category", names->category, CATEGORY_MAX);
		django_put_text(to, "description", django_pick_text(fields, "description|body"),
				PROSE_MAX);
		django_put_text(to, "group", django_pick_text(fields, "group"), WORD_MAX);
		put_image(to, django_pick_text(fields, "image|thumbnail"));
		django_put_time(to, "created_at",
				django_pick_text(fields, "createdat|created|datecreated"));
		json_object_set_new(to, "stock", json_integer(stock_of(fields)));
		put_attributes(to, fields);
		st = django_put_amount(to, "price_cents", django_pick(fields, PRICE_NAMES),
				       names->currency, err);
	}
	json_decref(fields);
	if (!st && *ret_why == NULL)
		return finish(to, ret, err);
	json_decref(to);
	return st;
}

static const char *review_why(const struct django_names *names, const json_t *fields)
{
	int64_t rating = json_integer_value(django_pick(fields, "rating|stars|score"));
	if (names->product == NULL)
		return "a review of a product that is not there";
	if (rating < 1 || rating > 5)
		return "a review without a rating from 1 to 5";
	if (names->customer == NULL && (django_pick_text(fields, "name") == NULL ||
					django_pick_text(fields, "createdat|created|date") == NULL))
		return "a review by nobody";
	return NULL;
}

enum shop_status django_review(const struct django_row *row, const struct django_names *names,
			       struct record *ret, const char **ret_why, struct shop_error *err)
{
	json_t *fields, *to;
	enum shop_status st = begin(row, "review", &fields, &to, err);
	if (st)
		return st;
	*ret_why = review_why(names, fields);
	if (*ret_why == NULL) {
		django_put_text(to, "sku", names->product, SKU_MAX);
		json_object_set_new(to, "email",
				    names->customer != NULL ? json_string(names->customer)
							    : json_null());
		django_put_text(to, "author", django_pick_text(fields, "name"), NAME_MAX_BYTES);
		json_object_set(to, "rating", django_pick(fields, "rating|stars|score"));
		django_put_text(to, "comment", django_pick_text(fields, "comment|text|body|review"),
				PROSE_MAX);
		django_put_time(to, "created_at",
				django_pick_text(fields, "createdat|created|date"));
	}
	json_decref(fields);
	if (*ret_why == NULL)
		return finish(to, ret, err);
	json_decref(to);
	return SHOP_OK;
}
