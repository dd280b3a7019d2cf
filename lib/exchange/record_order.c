/* SPDX-License-Identifier: MIT */
/* Records of orders. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "exchange/record_type.h"

enum { LINES_MAX = 1000, EVENTS_MAX = 5, KEY_MAX = 200, REQUEST_MAX = 256 * 1024 };

#define LINE(member) offsetof(struct record_line, member)
static const struct field line_fields[] = {
	{ "sku", FIELD_TEXT, FIELD_REQUIRED, LINE(sku), 1, SKU_MAX, NULL },
	{ "name", FIELD_PROSE, 0, LINE(name), 1, TITLE_MAX, NULL },
	{ "category", FIELD_PROSE, 0, LINE(category), 0, CATEGORY_MAX, NULL },
	{ "price_cents", FIELD_CENTS, FIELD_REQUIRED, LINE(price_cents), 0, CENTS_MAX, NULL },
	{ "quantity", FIELD_INT, FIELD_REQUIRED, LINE(quantity), 1, QUANTITY_MAX, NULL },
	{ "product", FIELD_TEXT, 0, LINE(product), 0, SKU_MAX, NULL },
};
#undef LINE

static enum shop_status read_lines(const struct field_source *from, const struct field *field,
				   json_t *value, void *to, struct shop_error *err)
{
	static const struct field_table table = FIELD_TABLE(line_fields);
	struct record_order *o = to;
	size_t count = json_array_size(value);
	if (!json_is_array(value))
		return field_expected(from, field, "a list", value, err);
	if (count == 0)
		return shop_error_set(err, SHOP_E_INVALID, "items: is empty");
	if (count > LINES_MAX)
		return shop_error_set(err, SHOP_E_INVALID, "items: at most %d are allowed",
				      LINES_MAX);
	o->lines = calloc(count, sizeof(*o->lines));
	if (o->lines == NULL)
		return out_of_memory(err);
	for (size_t i = 0; i < count; i++) {
		json_t *each = json_array_get(value, i);
		enum shop_status st =
			json_is_object(each)
				? fields_read(from, &table, each, NULL, &o->lines[i], err)
				: shop_error_set(err, SHOP_E_INVALID, " expected an object");
		if (st) {
			shop_error_prefix(err,
					  json_is_object(each) ? "items[%zu]." : "items[%zu]:", i);
			return st;
		}
	}
	o->line_count = count;
	return SHOP_OK;
}

#define EVENT(member) offsetof(struct record_event, member)
static const struct field event_fields[] = {
	{ "at", FIELD_TIME, FIELD_REQUIRED, EVENT(at), 0, 0, NULL },
	{ "kind", FIELD_TEXT, FIELD_REQUIRED, EVENT(kind), 1, WORD_MAX, NULL },
	{ "actor", FIELD_TEXT, FIELD_REQUIRED, EVENT(actor), 1, WORD_MAX, NULL },
};
#undef EVENT

static enum shop_status read_events(const struct field_source *from, const struct field *field,
				    json_t *value, void *to, struct shop_error *err)
{
	static const struct field_table table = FIELD_TABLE(event_fields);
	struct record_order *o = to;
	size_t count = json_array_size(value);
	if (!json_is_array(value))
		return field_expected(from, field, "a list", value, err);
	if (count > EVENTS_MAX)
		return shop_error_set(err, SHOP_E_INVALID, "events: at most %d are allowed",
				      EVENTS_MAX);
	o->events = calloc(count + 1, sizeof(*o->events));
	if (o->events == NULL)
		return out_of_memory(err);
	for (size_t i = 0; i < count; i++) {
		json_t *each = json_array_get(value, i);
		if (!json_is_object(each))
			return shop_error_set(err, SHOP_E_INVALID,
					      "events[%zu]: expected an object", i);
		enum shop_status st = fields_read(from, &table, each, NULL, &o->events[i], err);
		if (st) {
			shop_error_prefix(err, "events[%zu].", i);
			return st;
		}
	}
	o->event_count = count;
	return SHOP_OK;
}

/* The time of the order that an event of this kind is about; NULL: there is no such kind. */
static const int64_t *event_time(const struct record_order *o, const char *kind)
{
	static const struct {
		const char *kind;
		size_t at;
	} kinds[] = {
		{ "placed", offsetof(struct record_order, created_at) },
		{ "paid", offsetof(struct record_order, paid_at) },
		{ "shipped", offsetof(struct record_order, shipped_at) },
		{ "delivered", offsetof(struct record_order, delivered_at) },
		{ "cancelled", offsetof(struct record_order, cancelled_at) },
	};
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kind, kinds[i].kind) == 0)
			return (const int64_t *)(const void *)((const char *)o + kinds[i].at);
	return NULL;
}

static bool is_actor(const char *word)
{
	return strcmp(word, "customer") == 0 || strcmp(word, "admin") == 0 ||
	       strcmp(word, "import") == 0;
}

/* The events say nothing else than the times do, but who it was. */
static enum shop_status check_events(const struct record_order *o, struct shop_error *err)
{
	size_t times =
		1 + (size_t)(o->paid_at != SHOP_NONE) + (size_t)(o->shipped_at != SHOP_NONE) +
		(size_t)(o->delivered_at != SHOP_NONE) + (size_t)(o->cancelled_at != SHOP_NONE);
	if (o->events == NULL)
		return SHOP_OK;
	if (o->event_count != times)
		return shop_error_set(err, SHOP_E_INVALID,
				      "events: expected one for each time of the order");
	for (size_t i = 0; i < o->event_count; i++) {
		const struct record_event *e = &o->events[i];
		const int64_t *at = event_time(o, e->kind);
		bool twice = false;
		for (size_t j = 0; j < i; j++)
			twice = twice || strcmp(o->events[j].kind, e->kind) == 0;
		if (at == NULL || twice)
			return shop_error_set(err, SHOP_E_INVALID,
					      "events[%zu].kind: did not expect '%s'", i, e->kind);
		if (*at != e->at)
			return shop_error_set(err, SHOP_E_INVALID,
					      "events[%zu].at: is not the order's time for it", i);
		if (!is_actor(e->actor))
			return shop_error_set(err, SHOP_E_INVALID,
					      "events[%zu].actor: expected customer, admin or "
					      "import, got '%s'",
					      i, e->actor);
	}
	return SHOP_OK;
}

/* Nothing can happen to an order before it is there. */
static enum shop_status check_time(const struct record_order *o, const char *key, int64_t at,
				   struct shop_error *err)
{
	if (at == SHOP_NONE || at >= o->created_at)
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
	if (!st && (o->idempotency_key == NULL) != (o->idempotency_request == NULL))
		st = shop_error_set(err, SHOP_E_INVALID,
				    "idempotency_key: goes with idempotency_request");
	return st ? st : check_events(o, err);
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
	{ "events", FIELD_OTHER, 0, 0, 0, 0, read_events },
	{ "idempotency_key", FIELD_TEXT, 0, AT(idempotency_key), 1, KEY_MAX, NULL },
	{ "idempotency_request", FIELD_PROSE, 0, AT(idempotency_request), 1, REQUEST_MAX, NULL },
};
#undef AT

const struct record_type_info record_type_order = { "order", FIELD_TABLE(fields), check };
