/* SPDX-License-Identifier: MIT */
/* Orders out of the rows of an order, its lines and its address. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "exchange/django_field.h"
#include "exchange/record_type.h"

struct django_order {
	json_t *fields, *to, *items;
	char *currency;
	const char *why; /* there can be no record of it */
};

void django_order_free(struct django_order **o)
{
	if (*o == NULL)
		return;
	json_decref((*o)->fields);
	json_decref((*o)->to);
	json_decref((*o)->items);
	free((*o)->currency);
	free(*o);
	*o = NULL;
}

/* "Credit Card" as "credit_card". */
static void put_payment(json_t *to, const char *method)
{
	char word[WORD_MAX + 1];
	size_t n = 0;
	for (const char *p = method != NULL ? method : "unknown"; *p != '\0' && n < WORD_MAX; p++) {
		bool plain = text_is_alpha(*p) || text_is_digit(*p);
		if (plain)
			word[n++] = text_lower(*p);
		else if (n > 0 && word[n - 1] != '_')
			word[n++] = '_';
	}
	while (n > 0 && word[n - 1] == '_')
		n--;
	word[n] = '\0';
	django_put_text(to, "payment_method", n > 0 ? word : "unknown", WORD_MAX);
}

static void put_address(json_t *to, const json_t *fields)
{
	static const char *const lines = "address|street|line|addressline";
	json_t *address = json_object();
	/* An order may hold a key of an address under that name. */
	django_put_text(address, "line", django_pick_text(fields, lines), ADDRESS_MAX);
	django_put_text(address, "city", django_pick_text(fields, "city"), ADDRESS_MAX);
	django_put_text(address, "postal_code",
			django_pick_text(fields, "postalcode|zip|zipcode|postcode"), WORD_MAX);
	django_put_text(address, "country", django_pick_text(fields, "country"), ADDRESS_MAX);
	if (json_object_size(address) > 0)
		json_object_set(to, "address", address);
	json_decref(address);
}

struct step {
	const char *flags, *times, *key, *status;
};

/* A step was done if its flag says so; without a flag, if it has a time. What was done at no known
 * time was done when the order was placed, for want of a better one. */
static void put_step(struct django_order *o, const struct step *step)
{
	const json_t *flag = django_pick(o->fields, step->flags);
	const char *time = django_pick_text(o->fields, step->times);
	const char *status = django_pick_text(o->fields, "status");
	bool said = status != NULL && django_name_in(status, step->status);
	bool done = json_is_boolean(flag) ? json_is_true(flag) : time != NULL;
	const char *created = json_string_value(json_object_get(o->to, "created_at"));
	if (!done && !said)
		return;
	json_object_set_new(o->to, step->key, json_string(created));
	django_put_time(o->to, step->key, time);
	/* Clocks of two machines: nothing happens to an order before it is there. */
	if (strcmp(json_string_value(json_object_get(o->to, step->key)), created) < 0)
		json_object_set_new(o->to, step->key, json_string(created));
}

static void put_steps(struct django_order *o)
{
	static const struct step steps[] = {
		{ "ispaid|paid", "paidat", "paid_at", "paid" },
		{ "isshipped|shipped", "shippedat", "shipped_at", "shipped|dispatched" },
		{ "isdelivered|delivered", "deliveredat", "delivered_at",
		  "delivered|completed|complete" },
		{ "iscancelled|iscanceled", "cancelledat|canceledat", "cancelled_at",
		  "cancelled|canceled" },
	};
	json_object_set_new(o->to, "created_at", json_string("1970-01-01T00:00:00Z"));
	django_put_time(o->to, "created_at",
			django_pick_text(o->fields, "createdat|created|dateordered|orderdate|"
						    "datecreated|date|paidat|deliveredat"));
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		put_step(o, &steps[i]);
}

static void put_id(struct django_order *o, const char *pk)
{
	char *end;
	errno = 0;
	long long id = text_is_digit(pk[0]) ? strtoll(pk, &end, 10) : 0;
	if (id < 1 || errno != 0 || *end != '\0' || id > ID_MAX)
		o->why = "an order whose key is not a number";
	else
		json_object_set_new(o->to, "id", json_integer(id));
}

enum shop_status django_order_begin(const struct django_row *row, const struct django_names *names,
				    struct django_order **ret, struct shop_error *err)
{
	struct django_order *o = calloc(1, sizeof(*o));
	if (o == NULL)
		return out_of_memory(err);
	o->fields = json_loads(row->fields, 0, NULL);
	o->to = json_pack("{s:s}", "type", "order");
	o->items = json_array();
	o->currency = strdup(names->currency);
	if (o->fields == NULL || o->to == NULL || o->items == NULL || o->currency == NULL) {
		django_order_free(&o);
		return out_of_memory(err);
	}
	put_id(o, row->pk);
	json_object_set_new(o->to, "email",
			    names->customer != NULL ? json_string(names->customer) : json_null());
	put_payment(o->to, django_pick_text(o->fields, "paymentmethod|payment"));
	put_address(o->to, o->fields);
	put_steps(o);
	enum shop_status st = django_put_amount(
		o->to, "tax_cents", django_pick(o->fields, "taxprice|tax"), names->currency, err);
	if (!st)
		st = django_put_amount(
			o->to, "shipping_cents",
			django_pick(o->fields, "shippingprice|shippingcost|shipping"),
			names->currency, err);
	if (st)
		django_order_free(&o);
	*ret = o;
	return st;
}

enum shop_status django_order_item(struct django_order *o, const struct django_row *row,
				   const char *sku, struct shop_error *err)
{
	json_t *fields = json_loads(row->fields, 0, NULL), *item = json_object();
	const json_t *quantity = fields != NULL ? django_pick(fields, "qty|quantity") : NULL;
	/* Nothing of something is no line. */
	bool some = json_is_integer(quantity) && json_integer_value(quantity) > 0;
	enum shop_status st = fields != NULL && item != NULL ? SHOP_OK : out_of_memory(err);
	if (!st && some) {
		const char *name = django_pick_text(fields, "name|title");
		django_put_text(item, "sku", sku != NULL ? sku : "gone", SKU_MAX);
		/* Not even its name is left of some. */
		django_put_text(item, "name", name != NULL || sku != NULL ? name : "gone",
				TITLE_MAX);
		json_object_set_new(item, "quantity", json_integer(json_integer_value(quantity)));
		st = django_put_amount(item, "price_cents", django_pick(fields, "price|unitprice"),
				       o->currency, err);
		json_array_append(o->items, item);
	}
	json_decref(fields);
	json_decref(item);
	return st;
}

enum shop_status django_order_address(struct django_order *o, const struct django_row *row,
				      struct shop_error *err)
{
	json_t *fields = json_loads(row->fields, 0, NULL);
	if (fields == NULL)
		return out_of_memory(err);
	put_address(o->to, fields);
	json_decref(fields);
	return SHOP_OK;
}

enum shop_status django_order_end(struct django_order **o, struct record *ret, const char **ret_why,
				  struct shop_error *err)
{
	const struct field_source from = { .line = "" };
	enum shop_status st = SHOP_OK;
	*ret_why = (*o)->why;
	if (*ret_why == NULL && json_array_size((*o)->items) == 0)
		*ret_why = "an order without items";
	if (*ret_why == NULL) {
		json_object_set((*o)->to, "items", (*o)->items);
		json_t *object = (*o)->to;
		(*o)->to = NULL;
		st = record_read(&from, object, ret, err);
	}
	django_order_free(o);
	return st;
}
