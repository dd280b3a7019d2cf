/* SPDX-License-Identifier: MIT */
/* shop products reviews: what customers say about a product. */
#include "commands.h"
#include "core/review_view.h"
#include "ui/emit.h"

struct options {
	const char *product;
	int64_t limit;
};

static const struct opt table[] = {
	OPT_ARG(struct options, product, "ID", "number or SKU of a product", .values = "@product"),
	OPT_INT(struct options, limit, 'n', "limit", "N", "show at most N, the newest", 1,
		INT32_MAX),
	OPT_END,
};

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	struct shop_product product;
	struct shop_reviews list = { 0 };
	enum shop_status st = shop_product_get(cx->shop, o->product, &product, &cx->err);
	if (st)
		return st;
	st = shop_product_reviews(cx->shop, product.id, o->limit, &list, &cx->err);
	shop_product_done(&product);
	if (st)
		return st;
	/* Of a part of them it would be a part of the truth. */
	if (o->limit == SHOP_NONE)
		review_distribution_emit(cx, &list);
	review_list_emit(cx, NULL, NULL, &list, list.count);
	if (list.count == 0)
		emit_note(cx->out, "no reviews");
	shop_reviews_done(&list);
	return SHOP_OK;
}

const struct command cmd_products_reviews = {
	.name = "reviews",
	.summary = "show the reviews of a product",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RO,
	.run = run,
};
