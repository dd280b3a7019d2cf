/* SPDX-License-Identifier: MIT */
/* cheapest STORE WORDS: the three cheapest products that the words find, with their prices. */
#include <inttypes.h>
#include <stdio.h>

#include <shop.h>

static enum shop_status show(void *ctx, const struct shop_product *p, struct shop_error *err)
{
	char price[SHOP_MONEY_SIZE];
	(void)err;
	printf("%" PRId64 "\t%s\t%s\n", p->id,
	       shop_money_format(p->price_cents, shop_currency(ctx), price), p->name);
	return SHOP_OK;
}

int main(int argc, char **argv)
{
	struct shop_error err;
	struct shop *shop = NULL;
	struct shop_product_filter filter;
	shop_product_filter_init(&filter);
	filter.text = argc == 3 ? argv[2] : "";
	filter.sort = SHOP_SORT_PRICE;
	filter.limit = 3;
	enum shop_status st = shop_open(argc == 3 ? argv[1] : "", SHOP_READ, &shop, &err);
	if (st == SHOP_OK)
		st = shop_product_each(shop, &filter, show, shop, NULL, &err);
	shop_close(shop);
	if (st != SHOP_OK)
		fprintf(stderr, "cheapest: %s (%s)\n", err.text, shop_status_word(st));
	return st == SHOP_OK ? 0 : 1;
}
