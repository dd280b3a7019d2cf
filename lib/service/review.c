/* SPDX-License-Identifier: MIT */
/* Reviews through the public door: anybody may read them, and a customer writes one of each
 * product. */
#include "store/review.h"

#include <string.h>

#include "base/text.h"
#include "service/service.h"

enum { COMMENT_BYTES_MAX = 10000 };

void shop_reviews_done(struct shop_reviews *list)
{
	reviews_done(list);
}

void shop_review_done(struct shop_review *review)
{
	review_done(review);
}

enum shop_status shop_product_reviews(struct shop *shop, int64_t id, int64_t limit,
				      struct shop_reviews *ret, struct shop_error *err)
{
	return review_list(shop->db, id, limit, ret, err);
}

static enum shop_status check(const struct shop_review_new *in, struct shop_error *err)
{
	const char *comment = in->comment != NULL ? in->comment : "";
	size_t len = strnlen(comment, COMMENT_BYTES_MAX + 1);
	if (in->rating < 1 || in->rating > 5)
		return shop_error_set(err, SHOP_E_INVALID, "a rating is from 1 to 5, not %lld",
				      (long long)in->rating);
	if (len > COMMENT_BYTES_MAX)
		return shop_error_set(err, SHOP_E_INVALID, "a comment has up to %d bytes",
				      COMMENT_BYTES_MAX);
	if (!text_is_plain(comment, len, /* one_line= */ false))
		return shop_error_set(err, SHOP_E_INVALID,
				      "a comment is plain text, without control characters");
	return SHOP_OK;
}

/* Within a write transaction. */
static enum shop_status add(struct shop *shop, const struct shop_review_new *in, int64_t product,
			    struct shop_review *ret, struct shop_error *err)
{
	struct review_record record = {
		.product = product,
		.customer = shop->actor.customer,
		.rating = in->rating,
		.comment = in->comment != NULL ? in->comment : "",
		.created_at = shop_now(shop),
	};
	struct shop_error local;
	int64_t id = 0;
	enum shop_status st = review_add(shop->db, &record, &id, &local);
	if (st == SHOP_E_EXISTS)
		return shop_error_set(err, st, "you have reviewed '%s' already", in->product);
	if (st && err != NULL)
		*err = local;
	return st ? st : review_get(shop->db, id, ret, err);
}

enum shop_status shop_review_add(struct shop *shop, const struct shop_review_new *in,
				 struct shop_review *ret, struct shop_error *err)
{
	enum shop_status st = actor_need_write(shop, err);
	if (!st)
		st = check(in, err);
	if (st)
		return st;
	struct shop_product product;
	struct shop_review review = { 0 };
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	st = db_begin(shop->db, /* write= */ true, &txn, err);
	if (!st)
		st = shop_product_get(shop, in->product, &product, err);
	if (st)
		return st;
	st = add(shop, in, product.id, &review, err);
	shop_product_done(&product);
	if (!st)
		st = txn_commit(&txn, err);
	if (st)
		review_done(&review);
	else
		*ret = review;
	return st;
}
