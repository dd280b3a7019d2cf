/* SPDX-License-Identifier: MIT */
/* Checks requests, and reads the settings that orders need. */
#include "service/order_request.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "store/policy.h"

enum { WORDS_MAX = 64 * 1024, TAX_MAX = 10000 };

void order_wanted_done(struct order_wanted *w)
{
	shop_address_done(&w->address);
	free(w->words);
	*w = (struct order_wanted){ 0 };
}

static enum shop_status check_items(const struct shop_order_request *in, struct shop_error *err)
{
	if (in->item_count == 0)
		return shop_error_set(err, SHOP_E_INVALID, "there is nothing to order");
	if (in->item_count > SHOP_ORDER_ITEMS_MAX)
		return shop_error_set(err, SHOP_E_INVALID, "an order has at most %d items",
				      SHOP_ORDER_ITEMS_MAX);
	for (size_t i = 0; i < in->item_count; i++)
		if (in->items[i].quantity < 1 || in->items[i].quantity > SHOP_ORDER_QUANTITY_MAX)
			return shop_error_set(err, SHOP_E_INVALID,
					      "a quantity is from 1 to %d, not %" PRId64,
					      SHOP_ORDER_QUANTITY_MAX, in->items[i].quantity);
	return SHOP_OK;
}

static enum shop_status check_key(const char *key, struct shop_error *err)
{
	size_t len = key != NULL ? strnlen(key, SHOP_ORDER_KEY_MAX + 1) : 1;
	bool ok = len >= 1 && len <= SHOP_ORDER_KEY_MAX;
	for (size_t i = 0; key != NULL && ok && i < len; i++)
		ok = key[i] > ' ' && key[i] <= '~';
	if (ok)
		return SHOP_OK;
	return shop_error_set(err, SHOP_E_INVALID,
			      "an idempotency key is 1 to %d letters, digits and signs, no spaces",
			      SHOP_ORDER_KEY_MAX);
}

/* With its length before it, no text can pass for another by what is in it. */
static void put_text(struct buf *b, const char *text)
{
	if (text == NULL)
		buf_puts(b, "-\n");
	else
		buf_printf(b, "%zu %s\n", strlen(text), text);
}

static enum shop_status put_words(struct order_wanted *w, struct shop_error *err)
{
	struct buf b;
	buf_init(&b, WORDS_MAX);
	for (size_t i = 0; i < w->from->item_count; i++) {
		const struct shop_order_item *item = &w->from->items[i];
		buf_printf(&b, "%" PRId64 " ", item->quantity);
		put_text(&b, item->product[0] == '#' ? item->product + 1 : item->product);
	}
	put_text(&b, w->from->payment);
	put_text(&b, w->address.line);
	put_text(&b, w->address.city);
	put_text(&b, w->address.postal_code);
	put_text(&b, w->address.country);
	w->words = buf_take(&b);
	buf_done(&b);
	return w->words != NULL ? SHOP_OK
				: shop_error_set(err, SHOP_E_INVALID, "the order is too long");
}

enum shop_status order_wanted_read(const struct shop_order_request *in, struct order_wanted *ret,
				   struct shop_error *err)
{
	*ret = (struct order_wanted){ .from = in };
	enum shop_status st = check_items(in, err);
	if (!st)
		st = check_key(in->key, err);
	if (!st && in->address != NULL)
		st = shop_address_parse(in->address, &ret->address, err);
	return st ? st : put_words(ret, err);
}

/* *ret stays as it is if the setting is not there, or empty. */
static enum shop_status read_number(struct db *db, const char *key, int64_t max, int64_t *ret,
				    struct shop_error *err)
{
	CLEANUP(free_charp) char *text = NULL;
	enum shop_status st = setting_get(db, key, &text, err);
	if (st || text == NULL || text[0] == '\0')
		return st;
	size_t len = strspn(text, "0123456789");
	int64_t value = len <= 15 && text[len] == '\0' ? strtoll(text, NULL, 10) : INT64_MAX;
	if (value <= max) {
		*ret = value;
		return SHOP_OK;
	}
	st = shop_error_set(err, SHOP_E_FAILED, "the setting %s is not a number: '%.80s'", key,
			    text);
	shop_error_hint(err, "an admin sets it: 'shop admin settings set %s VALUE'", key);
	return st;
}

enum shop_status order_rates_read(struct db *db, struct order_rates *ret, struct shop_error *err)
{
	*ret = (struct order_rates){ .free_shipping_cents = SHOP_NONE };
	enum shop_status st =
		read_number(db, "tax_basis_points", TAX_MAX, &ret->tax_basis_points, err);
	if (!st)
		st = read_number(db, "shipping_cents", ORDER_CENTS_MAX, &ret->shipping_cents, err);
	if (!st)
		st = read_number(db, "free_shipping_cents", ORDER_CENTS_MAX,
				 &ret->free_shipping_cents, err);
	return st;
}

enum shop_status order_payment_choose(struct db *db, const char *wanted, char **ret,
				      struct shop_error *err)
{
	CLEANUP(free_charp) char *methods = NULL;
	enum shop_status st = setting_get(db, "payment_methods", &methods, err);
	if (st)
		return st;
	const char *at = methods != NULL ? methods : "";
	while (*at != '\0') {
		size_t len = strcspn(at, ",");
		bool is_it =
			wanted == NULL || (strlen(wanted) == len && strncmp(at, wanted, len) == 0);
		if (is_it && len > 0) {
			*ret = strndup(at, len);
			return *ret != NULL ? SHOP_OK : out_of_memory(err);
		}
		at += len + (at[len] == ',' ? 1 : 0);
	}
	if (methods == NULL || methods[0] == '\0')
		return shop_error_set(err, SHOP_E_FAILED, "the shop has no payment method");
	st = shop_error_set(err, SHOP_E_INVALID, "there is no payment method '%s'",
			    wanted != NULL ? wanted : "");
	shop_error_hint(err, "the shop takes %s", methods);
	return st;
}
