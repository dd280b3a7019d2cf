/* SPDX-License-Identifier: MIT */
/* Turns the options of a product list into a filter. */
#include "core/product_filter.h"

#include <string.h>

enum { RATING_MAX_CENTI = 500 };

static enum shop_status price_read(struct cmd_context *cx, const char *option, const char *text,
				   int64_t *ret)
{
	if (text == NULL)
		return SHOP_OK;
	enum shop_status st = shop_money_parse(text, shop_currency(cx->shop), ret, &cx->err);
	if (st)
		shop_error_prefix(&cx->err, "option '--%s': ", option);
	return st;
}

/* "4", "4.5" or "4.25" stars as hundredths. */
static bool rating_parse(const char *text, int64_t *ret)
{
	int64_t centi = 0, unit = 100;
	const char *p = text;
	if (*p < '0' || *p > '9')
		return false;
	for (; *p >= '0' && *p <= '9' && centi <= RATING_MAX_CENTI; p++)
		centi = centi * 10 + (*p - '0') * 100;
	if (*p == '.' && p[1] != '\0')
		for (p++; *p >= '0' && *p <= '9' && unit > 1; p++) {
			unit /= 10;
			centi += (*p - '0') * unit;
		}
	*ret = centi;
	return *p == '\0' && centi <= RATING_MAX_CENTI;
}

static enum shop_status rating_read(struct cmd_context *cx, const char *option, const char *text,
				    int64_t *ret)
{
	if (text == NULL || rating_parse(text, ret))
		return SHOP_OK;
	return shop_error_set(&cx->err, SHOP_E_INVALID,
			      "option '--%s' takes stars from 0 to 5, not '%s'", option, text);
}

enum shop_status product_filter_make(struct cmd_context *cx, const struct product_options *o,
				     struct shop_product_filter *ret)
{
	shop_product_filter_init(ret);
	ret->categories = o->categories;
	ret->brands = o->brands;
	ret->attributes = o->attributes;
	ret->not_texts = o->not_texts;
	ret->not_brands = o->not_brands;
	ret->not_attributes = o->not_attributes;
	ret->things = o->thing;
	ret->in_stock = o->in_stock;
	ret->sold_out = o->sold_out;
	ret->limit = o->limit;
	ret->offset = o->offset;
	if (o->in_stock && o->sold_out)
		return shop_error_set(&cx->err, SHOP_E_INVALID,
				      "--in-stock and --sold-out cannot go together");
	enum shop_status st = rating_read(cx, "min-rating", o->min_rating, &ret->rating_min_centi);
	if (!st)
		st = rating_read(cx, "max-rating", o->max_rating, &ret->rating_max_centi);
	if (st)
		return st;
	if (o->sort != NULL && !shop_sort_find(o->sort, &ret->sort, &ret->reverse))
		return shop_error_set(&cx->err, SHOP_E_INVALID,
				      "option '--sort' does not take '%s'", o->sort);
	st = price_read(cx, "min-price", o->min_price, &ret->price_min_cents);
	return st ? st : price_read(cx, "max-price", o->max_price, &ret->price_max_cents);
}
