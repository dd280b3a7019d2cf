/* SPDX-License-Identifier: MIT */
/* Records of orders. */
#include <stdlib.h>
#include <string.h>

#include "exchange/record_type.h"
#include "shop/time.h"

enum { LINES_MAX = 1000 };

#define LINE(member) offsetof(struct record_line, member)
static const struct field line_fields[] = {
	{ "sku", FIELD_TEXT, FIELD_REQUIRED, LINE(sku), 1, SKU_MAX, NULL },
	{ "name", FIELD_PROSE, 0, LINE(name), 1, TITLE_MAX, NULL },
	{ "category", FIELD_PROSE, 0, LINE(category), 0, CATEGORY_MAX, NULL },
	{ "price_cents", FIELD_CENTS, FIELD_REQUIRED, LINE(price_cents), 0, CENTS_MAX, NULL },
	{ "quantity", FIELD_INT, FIELD_REQUIRED, LINE(quantity), 1, QUANTITY_MAX, NULL },
};
#undef LINE

static enum shop_status read_lines(const struct field_source *from, const struct field *field,
				   json_t *value, void *to, struct shop_error *err)
{
	static const struct field_table table = FIELD_TABLE(line_fields);
	struct record_order *o = to;
	size_t count = json_array_size(value);
	if (!json_is_array(value) || count == 0)
		return field_expected(from, field, "a list of items", value, err);
	if (count > LINES_MAX)
		return shop_error_set(err, SHOP_E_INVALID, "items: at most %d are allowed",
				      LINES_MAX);
	o->lines = calloc(count, sizeof(*o->lines));
	if (o->lines == NULL)
		return shop_error_set(err, SHOP_E_NOMEM, "out of memory");
	for (size_t i = 0; i < count; i++) {
		json_t *each = json_array_get(value, i);
		enum shop_status st =
			json_is_object(each) ?
				fields_read(from, &table, each, NULL, &o->lines[i], err) :
				shop_error_set(err, SHOP_E_INVALID, " expected an object");
		if (st) {
			shop_error_prefix(err, json_is_object(each) ? "items[%zu]." : "items[%zu]:",
					  i);
			return st;
		}
	}
	o->line_count = count;
	return SHOP_OK;
}

/* Nothing can happen to an order before it is there. */
static enum shop_status check_time(const struct record_order *o, const char *key, int64_t at,
				   struct shop_error *err)
{
	if (at == SHOP_TIME_NONE || at >= o->created_at)
		return SHOP_OK;
	return shop_error_set(err, SHOP_E_INVALID, "%s: is before created_at", key);
}

static enum shop_status check(const struct record *r, struct shop_error *err)
{
	const struct record_order *o = &r->as.order;
	enum shop_status st = check_time(o, "paid_at", o->paid_at, err);
	if (!st)
		st = check_time(o, "shipped_at", o->shipped_at, err);
	if (!st)
		st = check_time(o, "delivered_at", o->delivered_at, err);
	if (!st)
		st = check_time(o, "cancelled_at", o->cancelled_at, err);
	if (!st && o->currency != NULL && !record_is_currency(o->currency))
		st = shop_error_set(err, SHOP_E_INVALID,
				    "currency: expected three letters such as USD, got '%s'",
				    o->currency);
	return st;
}

#define AT(member) offsetof(struct record_order, member)
static const struct field fields[] = {
	{ "id", FIELD_INT, FIELD_REQUIRED, AT(id), 1, ID_MAX, NULL },
	{ "email", FIELD_TEXT, FIELD_NULLABLE, AT(email), 1, EMAIL_MAX, NULL },
	{ "created_at", FIELD_TIME, FIELD_REQUIRED, AT(created_at), 0, 0, NULL },
	{ "payment_method", FIELD_TEXT, FIELD_REQUIRED, AT(payment_method), 1, WORD_MAX, NULL },
	{ "currency", FIELD_TEXT, 0, AT(currency), 1, WORD_MAX, NULL },
	{ "address", FIELD_OTHER, 0, AT(address), 0, 0, record_read_address },
	{ "items", FIELD_OTHER, FIELD_REQUIRED, 0, 0, 0, read_lines },
	{ "shipping_cents", FIELD_CENTS, FIELD_REQUIRED, AT(shipping_cents), 0, CENTS_MAX, NULL },
	{ "tax_cents", FIELD_CENTS, FIELD_REQUIRED, AT(tax_cents), 0, CENTS_MAX, NULL },
	{ "paid_at", FIELD_TIME, 0, AT(paid_at), 0, 0, NULL },
	{ "shipped_at", FIELD_TIME, 0, AT(shipped_at), 0, 0, NULL },
	{ "delivered_at", FIELD_TIME, 0, AT(delivered_at), 0, 0, NULL },
	{ "cancelled_at", FIELD_TIME, 0, AT(cancelled_at), 0, 0, NULL },
};
#undef AT

const struct record_type_info record_type_order = { "order", FIELD_TABLE(fields), check };
