/* SPDX-License-Identifier: MIT */
/* Records into rows: names become ids, and what a record leaves open is filled in. */
#include <stdlib.h>
#include <string.h>

#include "service/import.h"
#include "service/product_record.h"
#include "service/setting.h"
#include "store/conversation.h"
#include "store/customer.h"
#include "store/order.h"
#include "store/policy.h"
#include "store/product.h"
#include "store/review.h"

/* The customer of that address. INVALID: there is none. */
static enum shop_status find_customer(struct import *im, const char *email, int64_t *ret,
				      struct shop_error *err)
{
	CLEANUP(customer_row_done) struct customer_row row = { 0 };
	enum shop_status st = customer_find_email(im->shop->db, email, &row, err);
	if (st)
		return st;
	*ret = row.customer.id;
	return *ret != 0
		       ? SHOP_OK
		       : shop_error_set(err, SHOP_E_INVALID, "email: there is no user '%s'", email);
}

/* The time a product was made known: what a record without one leaves as it is. */
static enum shop_status product_time(struct import *im, const struct record_product *p,
				     int64_t *ret, struct shop_error *err)
{
	*ret = p->created_at;
	if (*ret != SHOP_NONE)
		return SHOP_OK;
	*ret = im->now;
	int64_t id = 0;
	enum shop_status st = product_id_by_sku(im->shop->db, p->sku, &id, err);
	if (st || id == 0)
		return st;
	CLEANUP(shop_product_done) struct shop_product old = { 0 };
	st = product_by_id(im->shop->db, id, &old, err);
	*ret = old.created_at;
	return st;
}

static enum shop_status product_check(struct import *im, const struct record_product *p,
				      struct shop_error *err)
{
	const char *currency = shop_currency(im->shop);
	if (p->currency != NULL && strcmp(p->currency, currency) != 0)
		return shop_error_set(err, SHOP_E_INVALID,
				      "currency: the store sells in %s, got '%s'", currency,
				      p->currency);
	return p->image != NULL ? import_image_check(p->image, err) : SHOP_OK;
}

static enum shop_status put_product(struct import *im, const struct record_product *p,
				    enum change *ret, struct shop_error *err)
{
	struct record_product product = *p;
	int64_t id = 0;
	enum shop_status st = product_check(im, p, err);
	if (!st)
		st = product_time(im, p, &product.created_at, err);
	if (!st)
		st = product_put_record(im->shop->db, im->cache, &product, im->now, &id, ret, err);
	if (!st && p->image != NULL && p->image[0] != '\0')
		st = import_image(im, id, p->image, err);
	return st;
}

static enum shop_status put_review(struct import *im, const struct record_review *r,
				   enum change *ret, struct shop_error *err)
{
	struct review_record record = {
		.author = r->author,
		.rating = r->rating,
		.comment = r->comment != NULL ? r->comment : "",
		.created_at = r->created_at,
	};
	enum shop_status st = product_id_by_sku(im->shop->db, r->sku, &record.product, err);
	if (!st && record.product == 0)
		return shop_error_set(err, SHOP_E_INVALID, "sku: there is no product '%s'", r->sku);
	if (!st && r->email != NULL)
		st = find_customer(im, r->email, &record.customer, err);
	if (!st && !im->reviews)
		st = review_import_begin(im->shop->db, err);
	im->reviews = im->reviews || !st;
	return st ? st : review_put(im->shop->db, &record, im->now, ret, err);
}

static struct order_record order_of(struct import *im, const struct record_order *o)
{
	return (struct order_record){
		.id = o->id,
		.currency = o->currency != NULL ? o->currency : shop_currency(im->shop),
		.payment_method = o->payment_method,
		.address_line = o->address.line,
		.city = o->address.city,
		.postal_code = o->address.postal_code,
		.country = o->address.country,
		.shipping_cents = o->shipping_cents,
		.tax_cents = o->tax_cents,
		.created_at = o->created_at,
		.paid_at = o->paid_at,
		.shipped_at = o->shipped_at,
		.delivered_at = o->delivered_at,
		.cancelled_at = o->cancelled_at,
		.line_count = o->line_count,
		.event_count = o->event_count,
		.key = o->idempotency_key,
		.request = o->idempotency_request,
	};
}

/* The lines and events, each in room for all of them. */
static void copy_parts(const struct record_order *o, struct order_record_line *lines,
		       struct order_record_event *events)
{
	for (size_t i = 0; i < o->line_count; i++)
		lines[i] = (struct order_record_line){
			.sku = o->lines[i].sku,
			.name = o->lines[i].name,
			.category = o->lines[i].category,
			.product = o->lines[i].product,
			.price_cents = o->lines[i].price_cents,
			.quantity = o->lines[i].quantity,
		};
	for (size_t i = 0; i < o->event_count; i++)
		events[i] = (struct order_record_event){ o->events[i].kind, o->events[i].actor,
							 o->events[i].at };
}

static enum shop_status put_order(struct import *im, const struct record_order *o, enum change *ret,
				  struct shop_error *err)
{
	struct order_record record = order_of(im, o);
	enum shop_status st = SHOP_OK;
	if (o->email != NULL)
		st = find_customer(im, o->email, &record.customer, err);
	if (st)
		return st;
	struct order_record_line *lines = calloc(o->line_count + 1, sizeof(*lines));
	struct order_record_event *events = calloc(o->event_count + 1, sizeof(*events));
	if (lines != NULL && events != NULL) {
		copy_parts(o, lines, events);
		record.lines = lines;
		record.events = events;
		st = order_put(im->shop->db, &record, ret, err);
	} else {
		st = out_of_memory(err);
	}
	free(lines);
	free(events);
	return st;
}

static enum shop_status put_policy(struct import *im, const struct record_policy *p,
				   enum change *ret, struct shop_error *err)
{
	bool known = false, changed = false;
	int64_t at = p->updated_at != SHOP_NONE ? p->updated_at : im->now;
	enum shop_status st = policy_known(im->shop->db, p->topic, &known, err);
	if (!st)
		st = policy_put(im->shop->db, p->topic, p->text, at, &changed, err);
	*ret = !known ? CHANGE_CREATED : changed ? CHANGE_UPDATED : CHANGE_UNCHANGED;
	return st;
}

static enum shop_status put_setting(struct import *im, const struct record_setting *s,
				    enum change *ret, struct shop_error *err)
{
	bool changed = false;
	CLEANUP(free_charp) char *old = NULL;
	enum shop_status st = setting_get(im->shop->db, s->key, &old, err);
	if (!st)
		st = setting_check_change(im->shop, s->key, old, s->value, err);
	if (!st)
		st = setting_put(im->shop->db, s->key, s->value, &changed, err);
	*ret = old == NULL ? CHANGE_CREATED : changed ? CHANGE_UPDATED : CHANGE_UNCHANGED;
	if (strcmp(s->key, "currency") == 0)
		im->shop->currency[0] = '\0';
	return st;
}

static enum shop_status put_message(struct import *im, const struct record_message *m,
				    enum change *ret, struct shop_error *err)
{
	int64_t customer = 0;
	struct message_new message = {
		.conversation = m->conversation,
		.role = m->role,
		.text = m->text,
		.engine = m->engine,
		.model = m->model,
		.context = m->context,
		.created_at = m->created_at,
	};
	enum shop_status st = find_customer(im, m->email, &customer, err);
	if (!st && !im->messages)
		st = message_import_begin(im->shop->db, err);
	im->messages = im->messages || !st;
	return st ? st : message_import(im->shop->db, customer, &message, ret, err);
}

static enum shop_status put(struct import *im, const struct record *r, enum change *ret,
			    struct shop_error *err)
{
	switch (r->type) {
	case RECORD_PRODUCT:
		return put_product(im, &r->as.product, ret, err);
	case RECORD_USER:
		return import_put_user(im, &r->as.user, ret, err);
	case RECORD_REVIEW:
		return put_review(im, &r->as.review, ret, err);
	case RECORD_ORDER:
		return put_order(im, &r->as.order, ret, err);
	case RECORD_POLICY:
		return put_policy(im, &r->as.policy, ret, err);
	case RECORD_SETTING:
		return put_setting(im, &r->as.setting, ret, err);
	case RECORD_IMAGE:
		return import_put_image(im, &r->as.image, ret, err);
	case RECORD_MESSAGE:
		break;
	}
	return put_message(im, &r->as.message, ret, err);
}

static void count(struct shop_import_counts *c, enum record_type type, enum change change)
{
	int64_t *const types[] = {
		[RECORD_PRODUCT] = &c->products, [RECORD_USER] = &c->users,
		[RECORD_REVIEW] = &c->reviews,   [RECORD_ORDER] = &c->orders,
		[RECORD_POLICY] = &c->policies,  [RECORD_SETTING] = &c->settings,
		[RECORD_MESSAGE] = &c->messages, [RECORD_IMAGE] = &c->images,
	};
	++*types[type];
	if (change == CHANGE_CREATED)
		c->created++;
	else if (change == CHANGE_UPDATED)
		c->updated++;
	else
		c->unchanged++;
}

enum shop_status import_put(struct import *im, const struct record *r, struct shop_error *err)
{
	enum change change = CHANGE_UNCHANGED;
	enum shop_status st = put(im, r, &change, err);
	if (!st)
		count(&im->counts, r->type, change);
	return st;
}
