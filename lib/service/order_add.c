/* SPDX-License-Identifier: MIT */
/* Placing an order: all of it in one write transaction, so that prices, stock and totals are of one
 * moment, and nothing is ordered by halves. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "service/order_request.h"
#include "store/customer.h"
#include "store/order_write.h"

struct adding {
	struct shop *shop;
	const struct order_wanted *wanted;
	struct shop_order order; /* as it is going to be */
};

static bool copy(char **to, const char *from)
{
	*to = strdup(from);
	return *to != NULL;
}

static enum shop_status no_address(struct shop_error *err)
{
	enum shop_status st =
		shop_error_set(err, SHOP_E_INVALID, "there is no address to send it to");
	shop_error_hint(err, "give one with --address, or keep one with 'shop profile update'");
	return st;
}

/* Where it goes, and that the customer is still there. */
static enum shop_status set_customer(struct adding *a, struct shop_error *err)
{
	CLEANUP(customer_row_done) struct customer_row row = { 0 };
	enum shop_status st = customer_find_id(a->shop->db, a->shop->actor.customer, &row, err);
	if (st)
		return st;
	if (row.customer.id == 0)
		return actor_gone(err);
	const struct shop_customer *c = &row.customer;
	struct shop_address home = { c->address_line, c->city, c->postal_code, c->country };
	const struct shop_address *to =
		a->wanted->from->address != NULL ? &a->wanted->address : &home;
	if (to->line == NULL || to->city == NULL || to->postal_code == NULL || to->country == NULL)
		return no_address(err);
	struct shop_order *o = &a->order;
	o->customer_id = c->id;
	return copy(&o->address_line, to->line) && copy(&o->city, to->city) &&
			       copy(&o->postal_code, to->postal_code) &&
			       copy(&o->country, to->country)
		       ? SHOP_OK
		       : out_of_memory(err);
}

static enum shop_status out_of_stock(const struct shop_product *p, struct shop_error *err)
{
	return p->stock > 0 ? shop_error_set(err, SHOP_E_OUT_OF_STOCK,
					     "only %" PRId64 " of '%s' %s in stock", p->stock,
					     p->name, p->stock == 1 ? "is" : "are")
			    : shop_error_set(err, SHOP_E_OUT_OF_STOCK, "'%s' is sold out", p->name);
}

/* The line of the product, new or the one that it has already. */
static enum shop_status line_of(struct shop_order *o, const struct shop_product *p,
				struct shop_order_line **ret, struct shop_error *err)
{
	for (size_t i = 0; i < o->line_count; i++)
		if (o->lines[i].product_id == p->id) {
			*ret = &o->lines[i];
			return SHOP_OK;
		}
	struct shop_order_line *l = &o->lines[o->line_count++];
	*l = (struct shop_order_line){ .product_id = p->id, .price_cents = p->price_cents };
	*ret = l;
	return copy(&l->sku, p->sku) && copy(&l->name, p->name) &&
			       copy(&l->category, p->category != NULL ? p->category : "")
		       ? SHOP_OK
		       : out_of_memory(err);
}

static enum shop_status add_item(struct adding *a, const struct shop_order_item *item,
				 struct shop_error *err)
{
	CLEANUP(shop_product_done) struct shop_product p = { 0 };
	struct shop_order_line *line = NULL;
	bool taken = false;
	enum shop_status st = shop_product_get(a->shop, item->product, &p, err);
	if (!st)
		st = line_of(&a->order, &p, &line, err);
	if (st)
		return st;
	line->quantity += item->quantity;
	if (line->quantity > SHOP_ORDER_QUANTITY_MAX)
		return shop_error_set(err, SHOP_E_INVALID, "'%s' is ordered more than %d times",
				      p.name, SHOP_ORDER_QUANTITY_MAX);
	st = order_stock_take(a->shop->db, p.id, item->quantity, &taken, err);
	if (st || taken)
		return st;
	/* What this order has taken already was there, too. */
	p.stock += line->quantity - item->quantity;
	return out_of_stock(&p, err);
}

static enum shop_status build(struct adding *a, struct shop_error *err)
{
	struct db *db = a->shop->db;
	const struct shop_order_request *in = a->wanted->from;
	struct order_rates rates;
	enum shop_status st = set_customer(a, err);
	if (!st)
		st = order_payment_choose(db, in->payment, &a->order.payment_method, err);
	if (!st)
		st = order_rates_read(db, &rates, err);
	a->order.created_at = shop_now(a->shop);
	a->order.lines = calloc(in->item_count, sizeof(*a->order.lines));
	if (!st && (a->order.lines == NULL || !copy(&a->order.currency, shop_currency(a->shop))))
		st = out_of_memory(err);
	for (size_t i = 0; !st && i < in->item_count; i++)
		st = add_item(a, &in->items[i], err);
	return st ? st : order_count_money(&a->order, &rates, err);
}

static enum shop_status store(struct adding *a, int64_t *ret_id, struct shop_error *err)
{
	struct db *db = a->shop->db;
	const struct order_event_new placed = { "placed", "customer", a->order.created_at };
	enum shop_status st = order_insert(db, &a->order, ret_id, err);
	if (!st)
		st = order_event_append(db, *ret_id, &placed, err);
	if (st || a->wanted->from->key == NULL)
		return st;
	const struct order_key_new key = { a->order.customer_id, *ret_id, a->wanted->from->key,
					   a->wanted->words };
	return order_key_insert(db, &key, err);
}

/* The order that the key stands for already; *ret_id is 0 if there is none. */
static enum shop_status find_by_key(struct shop *shop, const struct order_wanted *w,
				    int64_t *ret_id, struct shop_error *err)
{
	const char *key = w->from->key;
	bool same = false;
	*ret_id = 0;
	if (key == NULL)
		return SHOP_OK;
	enum shop_status st =
		order_key_find(shop->db, shop->actor.customer, key, w->words, ret_id, &same, err);
	if (st || *ret_id == 0 || same)
		return st;
	st = shop_error_set(err, SHOP_E_CONFLICT,
			    "the key '%s' was used for another request, which made order #%" PRId64,
			    key, *ret_id);
	shop_error_hint(err, "a new order needs a new key");
	return st;
}

static enum shop_status add(struct shop *shop, const struct order_wanted *w, struct shop_order *ret,
			    struct shop_error *err)
{
	struct adding a = { .shop = shop, .wanted = w };
	int64_t id = 0;
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	enum shop_status st = db_begin(shop->db, /* write= */ true, &txn, err);
	if (!st)
		st = find_by_key(shop, w, &id, err);
	if (!st && id == 0) {
		st = build(&a, err);
		if (!st)
			st = store(&a, &id, err);
		shop_order_done(&a.order);
	}
	CLEANUP(shop_order_done) struct shop_order order = { 0 };
	if (!st)
		st = order_get(shop->db, id, shop->actor.customer, &order, err);
	if (!st)
		st = txn_commit(&txn, err);
	if (!st) {
		*ret = order;
		order = (struct shop_order){ 0 };
	}
	return st;
}

enum shop_status shop_order_add(struct shop *shop, const struct shop_order_request *in,
				struct shop_order *ret, struct shop_error *err)
{
	CLEANUP(order_wanted_done) struct order_wanted wanted = { 0 };
	enum shop_status st = actor_need_write(shop, err);
	if (!st)
		st = order_wanted_read(in, &wanted, err);
	return st ? st : add(shop, &wanted, ret, err);
}
