/* SPDX-License-Identifier: MIT */
/* The words for intents and orders of results, and the freeing of a query. */
#include <stdlib.h>
#include <string.h>

#include "shop/chat.h"

static const char *const intents[] = {
	[SHOP_INTENT_PRODUCT_SEARCH] = "product_search",
	[SHOP_INTENT_PRODUCT_FACT] = "product_fact",
	[SHOP_INTENT_PRODUCT_COMPARE] = "product_compare",
	[SHOP_INTENT_PRODUCT_COUNT] = "product_count",
	[SHOP_INTENT_RECOMMEND] = "recommend",
	[SHOP_INTENT_ORDER_LIST] = "order_list",
	[SHOP_INTENT_ORDER_TRACK] = "order_track",
	[SHOP_INTENT_ORDER_COUNT] = "order_count",
	[SHOP_INTENT_ORDER_ACTION] = "order_action",
	[SHOP_INTENT_ACCOUNT] = "account",
	[SHOP_INTENT_SHOP_INFO] = "shop_info",
	[SHOP_INTENT_GREETING] = "greeting",
	[SHOP_INTENT_UNSUPPORTED] = "unsupported",
};

/* The word for the other way round stands behind its dash. */
static const char *const sorts[] = {
	[SHOP_SORT_RELEVANCE] = "-relevance", [SHOP_SORT_PRICE] = "-price",
	[SHOP_SORT_RATING] = "-rating",       [SHOP_SORT_NEWEST] = "-newest",
	[SHOP_SORT_STOCK] = "-stock",         [SHOP_SORT_NAME] = "-name",
};

const char *shop_intent_word(enum shop_intent intent)
{
	return intents[intent];
}

const char *shop_sort_word(enum shop_sort sort, bool reverse)
{
	return sorts[sort] + (reverse ? 0 : 1);
}

bool shop_sort_find(const char *word, enum shop_sort *ret, bool *ret_reverse)
{
	bool reverse = word[0] == '-';
	for (size_t i = 0; i < sizeof(sorts) / sizeof(sorts[0]); i++) {
		if (strcmp(sorts[i] + 1, word + (reverse ? 1 : 0)) != 0)
			continue;
		*ret = (enum shop_sort)i;
		*ret_reverse = reverse;
		return true;
	}
	return false;
}

static void free_texts(char **items, size_t count)
{
	for (size_t i = 0; i < count; i++)
		free(items[i]);
	free(items);
}

void shop_query_done(struct shop_query *q)
{
	free(q->text);
	free_texts(q->brands, q->brand_count);
	free_texts(q->categories, q->category_count);
	free_texts(q->attributes, q->attribute_count);
	free(q->command);
	*q = (struct shop_query){ 0 };
}
