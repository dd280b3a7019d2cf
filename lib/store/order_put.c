/* SPDX-License-Identifier: MIT */
/* Orders from outside: compared with what stands there, and written only if they differ. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/cleanup.h"
#include "base/memory.h"
#include "base/text.h"
#include "store/order_write.h"

enum { EVENTS_MAX = 5 };

struct put {
	struct db *db;
	const struct order_record *o;
	struct shop_order old;         /* id 0: there is none */
	struct shop_order_line *lines; /* as they are to be; the texts are borrowed */
	int64_t items_cents, total_cents;
};

static enum shop_order_status status_of(const struct order_record *o)
{
	if (o->cancelled_at != SHOP_NONE)
		return SHOP_ORDER_CANCELLED;
	if (o->delivered_at != SHOP_NONE)
		return SHOP_ORDER_DELIVERED;
	if (o->shipped_at != SHOP_NONE)
		return SHOP_ORDER_SHIPPED;
	return o->paid_at != SHOP_NONE ? SHOP_ORDER_PAID : SHOP_ORDER_PENDING;
}

static enum shop_status count_money(struct put *put, struct shop_error *err)
{
	const struct order_record *o = put->o;
	int64_t items = 0, total = 0;
	bool over = false;
	for (size_t i = 0; i < o->line_count; i++) {
		int64_t line = 0;
		over |= __builtin_mul_overflow(o->lines[i].price_cents, o->lines[i].quantity,
					       &line);
		over |= __builtin_add_overflow(items, line, &items);
	}
	over |= __builtin_add_overflow(items, o->shipping_cents, &total);
	over |= __builtin_add_overflow(total, o->tax_cents, &total);
	if (over)
		return shop_error_set(err, SHOP_E_INVALID, "items: the sum is too large");
	put->items_cents = items;
	put->total_cents = total;
	return SHOP_OK;
}

/* The line of the stored order that has the SKU: the one at that place, if it has. */
static const struct shop_order_line *old_line(const struct put *put, size_t at, const char *sku)
{
	const struct shop_order *old = &put->old;
	if (at < old->line_count && strcmp(old->lines[at].sku, sku) == 0)
		return &old->lines[at];
	for (size_t i = 0; i < old->line_count; i++)
		if (strcmp(old->lines[i].sku, sku) == 0)
			return &old->lines[i];
	return NULL;
}

static const char *first_of(const char *a, const char *b)
{
	return a != NULL ? a : b;
}

/* Fills in what the record leaves open. The product's texts are copied: they are the row's. */
static enum shop_status resolve_line(struct put *put, size_t at, struct shop_error *err)
{
	const struct order_record_line *line = &put->o->lines[at];
	const struct shop_order_line *old = old_line(put, at, line->sku);
	const char *name = first_of(line->name, old != NULL ? old->name : NULL);
	const char *category = first_of(line->category, old != NULL ? old->category : NULL);
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	const char *sku = first_of(line->product, line->sku);
	enum shop_status st = db_first(put->db, STMT_ORDER_LINE_PRODUCT, DB_ARGS(sku), &s, err);
	if (st)
		return st;
	if (s == NULL && name == NULL) {
		shop_error_set(err, SHOP_E_INVALID, "items[%zu].sku: there is no product '%s'", at,
			       line->sku);
		shop_error_hint(err, "a product that is gone needs a name in its order's line");
		return SHOP_E_INVALID;
	}
	struct shop_order_line *to = &put->lines[at];
	*to = (struct shop_order_line){
		.product_id = s != NULL ? stmt_int(s, 0) : SHOP_NONE,
		.sku = strdup(line->sku),
		.name = strdup(first_of(name, s != NULL ? stmt_text(s, 1) : NULL)),
		.category = strdup(first_of(category, s != NULL ? stmt_text(s, 2) : "")),
		.price_cents = line->price_cents,
		.quantity = line->quantity,
	};
	if (to->sku == NULL || to->name == NULL || to->category == NULL)
		return out_of_memory(err);
	return SHOP_OK;
}

static bool same_lines(const struct put *put)
{
	const struct shop_order *old = &put->old;
	if (old->line_count != put->o->line_count)
		return false;
	for (size_t i = 0; i < old->line_count; i++) {
		const struct shop_order_line *a = &old->lines[i], *b = &put->lines[i];
		if (a->product_id != b->product_id || strcmp(a->sku, b->sku) != 0 ||
		    strcmp(a->name, b->name) != 0 || strcmp(a->category, b->category) != 0 ||
		    a->price_cents != b->price_cents || a->quantity != b->quantity)
			return false;
	}
	return true;
}

static bool same_events(const struct put *put)
{
	const struct order_record *o = put->o;
	if (o->event_count == 0)
		return true;
	if (o->event_count != put->old.event_count)
		return false;
	for (size_t i = 0; i < o->event_count; i++) {
		const struct shop_order_event *old = &put->old.events[i];
		if (old->at != o->events[i].at || strcmp(old->kind, o->events[i].kind) != 0 ||
		    strcmp(old->actor, o->events[i].actor) != 0)
			return false;
	}
	return true;
}

static bool same_order(const struct put *put)
{
	const struct shop_order *old = &put->old;
	const struct order_record *o = put->o;
	int64_t customer = old->customer_id != SHOP_NONE ? old->customer_id : 0;
	return customer == o->customer && old->status == status_of(o) &&
	       old->shipping_cents == o->shipping_cents && old->tax_cents == o->tax_cents &&
	       text_same(old->currency, o->currency) &&
	       text_same(old->payment_method, o->payment_method) &&
	       text_same(old->address_line, o->address_line) && text_same(old->city, o->city) &&
	       text_same(old->postal_code, o->postal_code) && text_same(old->country, o->country) &&
	       old->created_at == o->created_at && old->paid_at == o->paid_at &&
	       old->shipped_at == o->shipped_at && old->delivered_at == o->delivered_at &&
	       old->cancelled_at == o->cancelled_at && same_lines(put) && same_events(put);
}

static enum shop_status write_row(struct put *put, struct shop_error *err)
{
	const struct order_record *o = put->o;
	return db_run(put->db, STMT_ORDER_PUT,
		      DB_ARGS(o->id, db_arg_unless(o->customer, 0), o->currency, put->items_cents,
			      o->shipping_cents, o->tax_cents, put->total_cents, o->payment_method,
			      o->address_line, o->city, o->postal_code, o->country,
			      order_status_word(status_of(o)), o->created_at,
			      db_arg_unless(o->paid_at, SHOP_NONE),
			      db_arg_unless(o->shipped_at, SHOP_NONE),
			      db_arg_unless(o->delivered_at, SHOP_NONE),
			      db_arg_unless(o->cancelled_at, SHOP_NONE)),
		      NULL, err);
}

static enum shop_status write_lines(struct put *put, struct shop_error *err)
{
	int64_t id = put->o->id;
	enum shop_status st = db_run(put->db, STMT_ORDER_LINES_DELETE, DB_ARGS(id), NULL, err);
	for (size_t i = 0; !st && i < put->o->line_count; i++)
		st = order_line_insert(put->db, id, (int64_t)i + 1, &put->lines[i], err);
	return st;
}

/* In the order of time; at the same second, in the order in which they usually come. */
static void sort_events(struct order_record_event *events, size_t count)
{
	for (size_t i = 1; i < count; i++)
		for (size_t j = i; j > 0 && events[j].at < events[j - 1].at; j--) {
			struct order_record_event swap = events[j];
			events[j] = events[j - 1];
			events[j - 1] = swap;
		}
}

/* An event that stands there already stays whose it is. */
static const char *event_actor(const struct put *put, const struct order_record_event *event)
{
	const struct shop_order *old = &put->old;
	for (size_t i = 0; i < old->event_count; i++)
		if (old->events[i].at == event->at && strcmp(old->events[i].kind, event->kind) == 0)
			return old->events[i].actor;
	return "import";
}

/* The events that follow from the times; returns how many. */
static size_t events_of_times(const struct put *put, struct order_record_event out[EVENTS_MAX])
{
	const struct order_record *o = put->o;
	const struct order_record_event all[EVENTS_MAX] = {
		{ "placed", NULL, o->created_at },      { "paid", NULL, o->paid_at },
		{ "shipped", NULL, o->shipped_at },     { "delivered", NULL, o->delivered_at },
		{ "cancelled", NULL, o->cancelled_at },
	};
	size_t count = 0;
	for (size_t i = 0; i < EVENTS_MAX; i++)
		if (all[i].at != SHOP_NONE)
			out[count++] = all[i];
	sort_events(out, count);
	for (size_t i = 0; i < count; i++)
		out[i].actor = event_actor(put, &out[i]);
	return count;
}

static enum shop_status write_events(struct put *put, struct shop_error *err)
{
	const struct order_record *o = put->o;
	struct order_record_event made[EVENTS_MAX];
	const struct order_record_event *events = o->events;
	size_t count = o->event_count;
	if (count == 0) {
		count = events_of_times(put, made);
		events = made;
	}
	enum shop_status st = db_run(put->db, STMT_ORDER_EVENTS_DELETE, DB_ARGS(o->id), NULL, err);
	for (size_t i = 0; !st && i < count; i++)
		st = db_run(put->db, STMT_ORDER_EVENT_INSERT,
			    DB_ARGS(o->id, (int64_t)i + 1, events[i].at, events[i].kind,
				    events[i].actor),
			    NULL, err);
	return st;
}

static enum shop_status write_key(struct put *put, struct shop_error *err)
{
	const struct order_record *o = put->o;
	if (o->key == NULL || o->customer == 0)
		return SHOP_OK;
	return db_run(put->db, STMT_IMPORT_ORDER_KEY,
		      DB_ARGS(o->customer, o->key, o->request, o->id), NULL, err);
}

static enum shop_status put_write(struct put *put, enum change *ret_change, struct shop_error *err)
{
	bool there = put->old.id != 0;
	if (there && put->old.customer_id != SHOP_NONE && put->old.customer_id != put->o->customer)
		return shop_error_set(err, SHOP_E_CONFLICT,
				      "id: order #%" PRId64 " is another customer's", put->o->id);
	enum shop_status st = count_money(put, err);
	for (size_t i = 0; !st && i < put->o->line_count; i++)
		st = resolve_line(put, i, err);
	if (st)
		return st;
	*ret_change = !there ? CHANGE_CREATED : same_order(put) ? CHANGE_UNCHANGED : CHANGE_UPDATED;
	if (*ret_change == CHANGE_UNCHANGED)
		return SHOP_OK;
	st = write_row(put, err);
	if (!st)
		st = write_lines(put, err);
	if (!st)
		st = write_events(put, err);
	return st ? st : write_key(put, err);
}

enum shop_status order_put(struct db *db, const struct order_record *o, enum change *ret_change,
			   struct shop_error *err)
{
	struct put put = { .db = db, .o = o };
	enum shop_status st = order_find(db, o->id, /* customer= */ 0, &put.old, err);
	if (st)
		return st;
	put.lines = calloc(o->line_count + 1, sizeof(*put.lines));
	st = put.lines != NULL ? put_write(&put, ret_change, err) : out_of_memory(err);
	for (size_t i = 0; put.lines != NULL && i < o->line_count; i++) {
		free(put.lines[i].sku);
		free(put.lines[i].name);
		free(put.lines[i].category);
	}
	free(put.lines);
	order_done(&put.old);
	return st;
}
