/* SPDX-License-Identifier: MIT */
/* Records of products. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "exchange/record_type.h"

enum { ATTRIBUTES_MAX = 500, ATTRIBUTE_NAME_MAX = 200, VALUE_MAX = 2000 };

bool record_is_currency(const char *text)
{
	return strlen(text) == 3 && strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
}

static enum shop_status read_attribute(const struct field_source *from, const char *key,
				       json_t *value, struct shop_attribute *to,
				       struct shop_error *err)
{
	const char *text = NULL;
	struct field field = { .key = key, .kind = FIELD_PROSE, .min = 1, .max = VALUE_MAX };
	if (!field_is_name(key, ATTRIBUTE_NAME_MAX))
		return shop_error_set(err, SHOP_E_INVALID,
				      "attributes: a name is one line of 1 to %d bytes",
				      ATTRIBUTE_NAME_MAX);
	enum shop_status st = field_read(from, &field, value, &text, err);
	if (st) {
		shop_error_prefix(err, "attributes.");
		return st;
	}
	/* Borrowed, as all texts of a record are. */
	to->name = (char *)(uintptr_t)key;
	to->value = (char *)(uintptr_t)text;
	return SHOP_OK;
}

static enum shop_status read_attributes(const struct field_source *from, const struct field *field,
					json_t *value, void *to, struct shop_error *err)
{
	struct record_product *p = to;
	const char *key;
	json_t *each;
	if (!json_is_object(value))
		return field_expected(from, field, "an object of texts", value, err);
	if (json_object_size(value) > ATTRIBUTES_MAX)
		return shop_error_set(err, SHOP_E_INVALID, "attributes: at most %d are allowed",
				      ATTRIBUTES_MAX);
	p->attributes = calloc(json_object_size(value) + 1, sizeof(*p->attributes));
	if (p->attributes == NULL)
		return out_of_memory(err);
	json_object_foreach (value, key, each) {
		enum shop_status st =
			read_attribute(from, key, each, &p->attributes[p->attribute_count], err);
		if (st)
			return st;
		p->attribute_count++;
	}
	return SHOP_OK;
}

enum shop_status record_check_attributes(const struct record_product *p, struct shop_error *err)
{
	static const struct field_source nowhere = { .now = 0, .line = "", .len = 0 };
	enum shop_status st = SHOP_OK;
	if (p->attribute_count > ATTRIBUTES_MAX)
		return shop_error_set(err, SHOP_E_INVALID, "attributes: at most %d are allowed",
				      ATTRIBUTES_MAX);
	for (size_t i = 0; !st && i < p->attribute_count; i++) {
		const struct shop_attribute *a = &p->attributes[i];
		struct shop_attribute unused;
		json_t *value = json_string(a->value);
		st = value != NULL && text_is_utf8(a->name, strlen(a->name))
			     ? read_attribute(&nowhere, a->name, value, &unused, err)
			     : shop_error_set(err, SHOP_E_INVALID, "attributes: is not UTF-8 text");
		json_decref(value);
	}
	return st;
}

static enum shop_status check(const struct record *r, struct shop_error *err)
{
	const char *currency = r->as.product.currency;
	if (currency != NULL && !record_is_currency(currency))
		return shop_error_set(err, SHOP_E_INVALID,
				      "currency: expected three letters such as USD, got '%s'",
				      currency);
	return SHOP_OK;
}

#define AT(member) offsetof(struct record_product, member)
static const struct field fields[] = {
	{ "id", FIELD_INT, 0, AT(id), 0, ID_MAX, NULL },
	{ "sku", FIELD_TEXT, FIELD_REQUIRED, AT(sku), 1, SKU_MAX, NULL },
	{ "name", FIELD_PROSE, FIELD_REQUIRED, AT(name), 1, TITLE_MAX, NULL },
	{ "brand", FIELD_PROSE, 0, AT(brand), 0, ATTRIBUTE_NAME_MAX, NULL },
	{ "category", FIELD_PROSE, 0, AT(category), 0, CATEGORY_MAX, NULL },
	{ "price_cents", FIELD_CENTS, FIELD_REQUIRED, AT(price_cents), 0, CENTS_MAX, NULL },
	{ "currency", FIELD_TEXT, 0, AT(currency), 1, WORD_MAX, NULL },
	{ "stock", FIELD_INT, FIELD_REQUIRED, AT(stock), 0, STOCK_MAX, NULL },
	{ "description", FIELD_PROSE, 0, AT(description), 0, PROSE_MAX, NULL },
	{ "attributes", FIELD_OTHER, 0, 0, 0, 0, read_attributes },
	{ "group", FIELD_TEXT, 0, AT(group), 0, WORD_MAX, NULL },
	{ "image", FIELD_TEXT, 0, AT(image), 0, PATH_TEXT_MAX, NULL },
	{ "created_at", FIELD_TIME, 0, AT(created_at), 0, 0, NULL },
};
#undef AT

const struct record_type_info record_type_product = { "product", FIELD_TABLE(fields), check };
