/* SPDX-License-Identifier: MIT */
/* Turns options into what a product is to be. */
#include "core/product_args.h"

#include <inttypes.h>
#include <stdio.h>

#include "core/product_view.h"

/* What the options say; texts belong to the options. */
static enum shop_status edit_make(struct cmd_context *cx, const struct product_edit_options *o,
				  struct shop_product_edit *ret)
{
	*ret = (struct shop_product_edit){
		.sku = o->sku,
		.name = o->name,
		.brand = o->brand,
		.category = o->category,
		.description = o->description,
		.group = o->group,
		.image = o->image,
		.price_cents = SHOP_NONE,
		.stock = o->stock,
		.attributes = o->attributes,
	};
	if (o->price == NULL)
		return SHOP_OK;
	enum shop_status st =
		shop_money_parse(o->price, shop_currency(cx->shop), &ret->price_cents, &cx->err);
	if (st)
		shop_error_prefix(&cx->err, "option '--price': ");
	return st;
}

enum shop_status product_edited_emit(struct cmd_context *cx, int64_t id)
{
	char name[32];
	struct product_details details;
	snprintf(name, sizeof(name), "#%" PRId64, id);
	enum shop_status st = product_details_get(cx, name, &details);
	if (st)
		return st;
	product_details_emit(cx, &details);
	product_details_done(&details);
	return SHOP_OK;
}

enum shop_status product_edit_run(struct cmd_context *cx, const char *name,
				  const struct product_edit_options *o)
{
	struct shop_product_edit edit;
	int64_t id = 0;
	enum shop_status st = edit_make(cx, o, &edit);
	if (!st)
		st = name != NULL ? shop_product_update(cx->shop, name, &edit, &id, &cx->err)
				  : shop_product_create(cx->shop, &edit, &id, &cx->err);
	return st ? st : product_edited_emit(cx, id);
}
