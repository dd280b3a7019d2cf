/* SPDX-License-Identifier: MIT */
/* Freeing of evidence. */
#include "assistant/evidence.h"

#include <stdlib.h>

void evidence_done(struct evidence *e)
{
	shop_products_done(&e->products);
	shop_products_done(&e->instead);
	shop_products_done(&e->than);
	texts_done(&e->dropped);
	texts_done(&e->values);
	texts_done(&e->topics);
	for (size_t i = 0; i < EVIDENCE_DETAILS; i++)
		shop_attributes_done(&e->attributes[i]);
	shop_reviews_done(&e->reviews);
	shop_orders_done(&e->orders);
	free(e->topic);
	free(e->policy);
	*e = (struct evidence){ 0 };
}
