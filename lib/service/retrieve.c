/* SPDX-License-Identifier: MIT */
/* Sends each kind of question to where its answer is looked up. */
#include "service/retrieve.h"

#include <stdlib.h>
#include <string.h>

#include "store/product.h"

enum shop_status retrieve_by_ids(struct retrieval *r, const int64_t *ids, size_t count,
				 struct shop_products *list, struct shop_error *err)
{
	for (size_t i = 0; i < count; i++) {
		struct shop_product p;
		enum shop_status st = product_by_id(r->shop->db, ids[i], &p, err);
		if (st == SHOP_E_NOT_FOUND)
			continue;
		if (st)
			return st;
		st = product_collect(list, &p, err);
		shop_product_done(&p);
		if (st)
			return st;
	}
	return SHOP_OK;
}

enum shop_status retrieve_details(struct retrieval *r, struct shop_error *err)
{
	enum shop_status st = SHOP_OK;
	for (size_t i = 0; !st && i < r->e->products.count && i < EVIDENCE_DETAILS; i++) {
		shop_attributes_done(&r->e->attributes[i]);
		st = shop_product_attributes(r->shop, r->e->products.items[i].id,
					     &r->e->attributes[i], err);
	}
	return st;
}

bool retrieve_is_thing(const struct retrieval *r, const char *fold)
{
	for (size_t i = 0; i < r->things.count; i++)
		if (strcmp(r->things.items[i], fold) == 0)
			return true;
	return false;
}

enum shop_status retrieve_leave_out(struct retrieval *r, const struct match *m,
				    const bool left_out[MATCH_WORDS_MAX], struct shop_error *err)
{
	struct buf b;
	buf_init(&b, MATCH_WORDS_MAX * (WORD_SIZE + sizeof(" or ")));
	match_text(m, left_out, &b);
	char *text = buf_take(&b);
	if (text == NULL)
		return out_of_memory(err);
	free(r->u->query.text);
	r->u->query.text = text;
	return SHOP_OK;
}

enum shop_status retrieve(struct retrieval *r, struct shop_error *err)
{
	switch (r->u->query.intent) {
	case SHOP_INTENT_PRODUCT_SEARCH:
	case SHOP_INTENT_PRODUCT_COUNT:
	case SHOP_INTENT_RECOMMEND:
		return retrieve_products(r, err);
	case SHOP_INTENT_PRODUCT_FACT:
		return retrieve_facts(r, err);
	case SHOP_INTENT_PRODUCT_COMPARE:
		return retrieve_comparison(r, err);
	case SHOP_INTENT_ORDER_LIST:
	case SHOP_INTENT_ORDER_TRACK:
	case SHOP_INTENT_ORDER_COUNT:
		return retrieve_orders(r, err);
	case SHOP_INTENT_ORDER_ACTION:
		return retrieve_action(r, err);
	case SHOP_INTENT_SHOP_INFO:
		return retrieve_policy(r, err);
	case SHOP_INTENT_ACCOUNT:
	case SHOP_INTENT_GREETING:
	case SHOP_INTENT_UNSUPPORTED:
		break;
	}
	return SHOP_OK;
}
