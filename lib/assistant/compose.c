/* SPDX-License-Identifier: MIT */
/* The answer in words: which part writes it, and the notes that go with it. */
#include "assistant/compose.h"

#include "shop/money.h"

/* What the answer took the words for, where that is not what was typed. */
static void put_notes(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	if (u->query.intent >= SHOP_INTENT_ACCOUNT)
		return;
	for (size_t i = 0; i < e->correction_count && i < EVIDENCE_CORRECTIONS; i++) {
		buf_puts(b, i == 0 ? "\nI took " : " and ");
		put_quoted(b, e->corrections[i].from);
		buf_puts(b, " for ");
		put_quoted(b, e->corrections[i].to);
	}
	if (e->correction_count > 0)
		buf_putc(b, '.');
	if (u->foreign_currency) {
		buf_puts(b, "\nPrices here are in ");
		put_clean(b, e->currency, SHOP_CURRENCY_SIZE);
		buf_puts(b, ", so I took your amount as that.");
	}
}

char *compose(const struct understanding *u, const struct evidence *e)
{
	struct buf b;
	buf_init(&b, REPLY_MAX);
	switch (u->query.intent) {
	case SHOP_INTENT_PRODUCT_SEARCH:
	case SHOP_INTENT_PRODUCT_COUNT:
	case SHOP_INTENT_RECOMMEND:
		compose_products(&b, u, e);
		break;
	case SHOP_INTENT_PRODUCT_FACT:
		if (u->list_brands || u->fact == FACT_NONE)
			compose_products(&b, u, e);
		else
			compose_fact(&b, u, e);
		break;
	case SHOP_INTENT_PRODUCT_COMPARE:
		compose_comparison(&b, u, e);
		break;
	case SHOP_INTENT_ORDER_LIST:
	case SHOP_INTENT_ORDER_TRACK:
	case SHOP_INTENT_ORDER_COUNT:
		if (u->others)
			buf_puts(&b, "I only know of your own orders. ");
		compose_orders(&b, u, e);
		break;
	case SHOP_INTENT_ORDER_ACTION:
		compose_action(&b, u, e);
		break;
	default:
		compose_shop(&b, u, e);
	}
	put_notes(&b, u, e);
	char *reply = buf_take(&b);
	buf_done(&b);
	return reply;
}
