/* SPDX-License-Identifier: MIT */
/* shop products review: says what a product is like, once. */
#include "commands.h"
#include "core/fail.h"
#include "core/review_view.h"
#include "ui/emit.h"

struct options {
	const char *product, *comment;
	int64_t rating;
};

static const struct opt table[] = {
	OPT_ARG(struct options, product, "ID", "number or SKU of a product", .values = "@product"),
	OPT_INT(struct options, rating, 'r', "rating", "N", "how many stars, 1 to 5", 1, 5),
	OPT_TEXT(struct options, comment, 0, "comment", "TEXT", "what you think of it"),
	OPT_END,
};

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	struct shop_review review = { 0 };
	struct shop_review_new in = { .product = o->product,
				      .rating = o->rating,
				      .comment = o->comment };
	if (o->rating == SHOP_NONE)
		return shop_error_set(&cx->err, SHOP_E_INVALID, "missing --rating");
	enum shop_status st = shop_review_add(cx->shop, &in, &review, &cx->err);
	if (st)
		return st;
	fail_done(cx, "the review was written");
	review_emit(cx, &review);
	emit_note(cx->out, "reviewed %s with %lld of 5 stars", o->product, (long long)o->rating);
	shop_review_done(&review);
	return SHOP_OK;
}

const struct command cmd_products_review = {
	.name = "review",
	.summary = "review a product",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RW | NEED_LOGIN,
	.run = run,
};
