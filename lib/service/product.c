/* SPDX-License-Identifier: MIT */
/* The catalogue through the public door: anybody may look. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "service/search.h"
#include "service/sku.h"
#include "store/product.h"

void shop_product_filter_init(struct shop_product_filter *filter)
{
	*filter = (struct shop_product_filter){
		.price_min_cents = SHOP_NONE,
		.price_max_cents = SHOP_NONE,
		.rating_min_centi = SHOP_NONE,
		.rating_max_centi = SHOP_NONE,
		.limit = SHOP_NONE,
	};
}

void shop_products_done(struct shop_products *list)
{
	for (size_t i = 0; i < list->count; i++)
		shop_product_done(&list->items[i]);
	free(list->items);
	*list = (struct shop_products){ 0 };
}

void shop_attributes_done(struct shop_attributes *list)
{
	for (size_t i = 0; i < list->count; i++) {
		free(list->items[i].name);
		free(list->items[i].value);
	}
	free(list->items);
	*list = (struct shop_attributes){ 0 };
}

/* The strictest reading of the text under which anything is found. */
static enum shop_status choose_mode(struct search *s, struct shop_error *err)
{
	bool sorted = s->from->sort != SHOP_SORT_RELEVANCE;
	if (!sorted && !s->from->things)
		return SHOP_OK;
	for (enum match_mode mode = MATCH_THINGS; mode <= MATCH_ANY; mode++) {
		int64_t found = 0;
		enum shop_status st = search_mode(s, mode, err);
		/* By relevance, fewer words are tried where it is known how few there are. */
		if (st || mode == MATCH_ANY || (!sorted && mode == MATCH_ALL))
			return st;
		st = search_count(s, &found, err);
		if (st || found > 0)
			return st;
	}
	return SHOP_OK;
}

enum shop_status shop_product_each(struct shop *shop, const struct shop_product_filter *filter,
				   enum shop_status (*each)(void *ctx, const struct shop_product *p,
							    struct shop_error *err),
				   void *ctx, int64_t *ret_total, struct shop_error *err)
{
	struct search s;
	enum shop_status st = search_init(&s, shop, filter, MATCH_ALL, err);
	if (!st && !s.nothing)
		st = choose_mode(&s, err);
	if (!st)
		st = search_each(&s, each, ctx, ret_total, err);
	search_done(&s);
	return st;
}

enum shop_status shop_product_list(struct shop *shop, const struct shop_product_filter *filter,
				   struct shop_products *ret, int64_t *ret_total,
				   struct shop_error *err)
{
	struct shop_products list = { 0 };
	enum shop_status st =
		shop_product_each(shop, filter, product_collect, &list, ret_total, err);
	if (st)
		shop_products_done(&list);
	else
		*ret = list;
	return st;
}

enum shop_status shop_product_get(struct shop *shop, const char *name, struct shop_product *ret,
				  struct shop_error *err)
{
	int64_t id = 0;
	struct shop_error local;
	bool number = text_id(name, &id);
	enum shop_status st = number ? product_by_id(shop->db, id, ret, &local) : SHOP_E_NOT_FOUND;
	/* The catalogue of a stranger may have numbers for SKUs. */
	if (st == SHOP_E_NOT_FOUND && name[0] != '#')
		st = product_by_sku(shop->db, name, ret, &local);
	if (st == SHOP_E_NOT_FOUND) {
		char meant[SKU_NEAR_MAX + 2];
		shop_error_set(err, st, "there is no product '%s'", name);
		if (err != NULL && sku_near(shop->db, name, meant))
			shop_error_hint(err, "did you mean '%s'?", meant);
		else
			shop_error_hint(
				err,
				"'shop products search WORDS' finds products by what they are");
		return st;
	}
	if (st && err != NULL)
		*err = local;
	return st;
}

static enum shop_status attribute_add(struct shop_attributes *list, struct stmt *row,
				      struct shop_error *err)
{
	struct shop_attribute *items =
		reallocarray(list->items, list->count + 1, sizeof(*list->items));
	if (items == NULL)
		return out_of_memory(err);
	list->items = items;
	struct shop_attribute *a = &items[list->count++];
	a->name = strdup(stmt_text(row, 0));
	a->value = strdup(stmt_text(row, 1));
	return a->name != NULL && a->value != NULL ? SHOP_OK : out_of_memory(err);
}

enum shop_status shop_product_attributes(struct shop *shop, int64_t id, struct shop_attributes *ret,
					 struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *rows = NULL;
	struct shop_attributes list = { 0 };
	bool row = true;
	enum shop_status st = db_query(shop->db, STMT_PRODUCT_ATTRIBUTES, DB_ARGS(id), &rows, err);
	while (!st && (st = stmt_step(rows, &row, err)) == SHOP_OK && row)
		st = attribute_add(&list, rows, err);
	if (st)
		shop_attributes_done(&list);
	else
		*ret = list;
	return st;
}

enum shop_status shop_product_variants(struct shop *shop, const struct shop_product *p,
				       struct shop_products *ret, struct shop_error *err)
{
	struct shop_products list = { 0 };
	if (p->group == NULL) {
		*ret = list;
		return SHOP_OK;
	}
	CLEANUP(stmt_reset) struct stmt *rows = NULL;
	bool row = true;
	const char *group = p->group;
	enum shop_status st =
		db_query(shop->db, STMT_PRODUCT_VARIANTS, DB_ARGS(group, p->id), &rows, err);
	while (!st && (st = stmt_step(rows, &row, err)) == SHOP_OK && row) {
		struct shop_product variant;
		st = product_row_copy(rows, &variant, err);
		if (!st) {
			st = product_collect(&list, &variant, err);
			shop_product_done(&variant);
		}
	}
	if (st)
		shop_products_done(&list);
	else
		*ret = list;
	return st;
}
