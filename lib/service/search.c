/* SPDX-License-Identifier: MIT */
/* Runs a filter with or without words against the catalogue. */
#include "service/search.h"

#include <stdlib.h>
#include <string.h>

#include "service/ranking.h"
#include "store/product.h"

enum { EXPRESSION_MAX = 65536 };

enum shop_status search_init(struct search *s, struct shop *shop,
			     const struct shop_product_filter *from, enum match_mode mode,
			     struct shop_error *err)
{
	*s = (struct search){ .shop = shop, .from = from };
	buf_init(&s->expression, EXPRESSION_MAX);
	enum shop_status st = filter_init(&s->filter, shop, from, err);
	if (st || from->text == NULL)
		return st;
	match_read(&s->match, from->text);
	s->nothing = s->match.count == 0 && from->text[0] != '\0';
	return search_mode(s, mode, err);
}

void search_done(struct search *s)
{
	filter_done(&s->filter);
	buf_done(&s->expression);
}

enum shop_status search_mode(struct search *s, enum match_mode mode, struct shop_error *err)
{
	if (s->match.count == 0)
		return SHOP_OK;
	if (!match_write(&s->match, mode, &s->expression))
		return out_of_memory(err);
	return SHOP_OK;
}

static bool has_text(const struct search *s)
{
	return s->expression.len > 0;
}

/* The filter's arguments, then the text's (where there is one), then those given. */
struct args {
	struct db_arg items[FILTER_ARGS + 3];
	size_t count;
};

static struct args args_of(const struct search *s, bool text)
{
	struct args a = { .count = FILTER_ARGS };
	memcpy(a.items, s->filter.args, FILTER_ARGS * sizeof(a.items[0]));
	if (text)
		a.items[a.count++] = db_arg_text(has_text(s) ? buf_text(&s->expression) : NULL);
	return a;
}

static enum db_statement list_statement(const struct search *s)
{
	static const enum db_statement forward[] = {
		[SHOP_SORT_RELEVANCE] = STMT_PRODUCT_LIST_BY_ID,
		[SHOP_SORT_PRICE] = STMT_PRODUCT_LIST_BY_PRICE,
		[SHOP_SORT_RATING] = STMT_PRODUCT_LIST_BY_RATING,
		[SHOP_SORT_NEWEST] = STMT_PRODUCT_LIST_BY_NEWEST,
		[SHOP_SORT_STOCK] = STMT_PRODUCT_LIST_BY_STOCK,
		[SHOP_SORT_NAME] = STMT_PRODUCT_LIST_BY_NAME,
	};
	static const enum db_statement backward[] = {
		[SHOP_SORT_RELEVANCE] = STMT_PRODUCT_LIST_BY_ID_DESC,
		[SHOP_SORT_PRICE] = STMT_PRODUCT_LIST_BY_PRICE_DESC,
		[SHOP_SORT_RATING] = STMT_PRODUCT_LIST_BY_RATING_DESC,
		[SHOP_SORT_NEWEST] = STMT_PRODUCT_LIST_BY_NEWEST_DESC,
		[SHOP_SORT_STOCK] = STMT_PRODUCT_LIST_BY_STOCK_DESC,
		[SHOP_SORT_NAME] = STMT_PRODUCT_LIST_BY_NAME_DESC,
	};
	return s->from->reverse ? backward[s->from->sort] : forward[s->from->sort];
}

static enum db_statement match_statement(const struct search *s)
{
	static const enum db_statement forward[] = {
		[SHOP_SORT_PRICE] = STMT_PRODUCT_MATCH_BY_PRICE,
		[SHOP_SORT_RATING] = STMT_PRODUCT_MATCH_BY_RATING,
		[SHOP_SORT_NEWEST] = STMT_PRODUCT_MATCH_BY_NEWEST,
		[SHOP_SORT_STOCK] = STMT_PRODUCT_MATCH_BY_STOCK,
		[SHOP_SORT_NAME] = STMT_PRODUCT_MATCH_BY_NAME,
	};
	static const enum db_statement backward[] = {
		[SHOP_SORT_PRICE] = STMT_PRODUCT_MATCH_BY_PRICE_DESC,
		[SHOP_SORT_RATING] = STMT_PRODUCT_MATCH_BY_RATING_DESC,
		[SHOP_SORT_NEWEST] = STMT_PRODUCT_MATCH_BY_NEWEST_DESC,
		[SHOP_SORT_STOCK] = STMT_PRODUCT_MATCH_BY_STOCK_DESC,
		[SHOP_SORT_NAME] = STMT_PRODUCT_MATCH_BY_NAME_DESC,
	};
	return s->from->reverse ? backward[s->from->sort] : forward[s->from->sort];
}

static int64_t offset_of(const struct search *s)
{
	return s->from->offset > 0 ? s->from->offset : 0;
}

/* Rows of the whole product, as they come. */
static enum shop_status each_listed(struct search *s, product_fn each, void *ctx,
				    struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *rows = NULL;
	struct args a = args_of(s, /* text= */ false);
	bool row = true;
	a.items[a.count++] = db_arg_unless(s->from->limit, SHOP_NONE);
	a.items[a.count++] = db_arg_int(offset_of(s));
	enum shop_status st =
		db_query(s->shop->db, list_statement(s), a.items, a.count, &rows, err);
	while (!st && (st = stmt_step(rows, &row, err)) == SHOP_OK && row) {
		struct shop_product p;
		CLEANUP(free_charp) char *url = NULL;
		product_row_read(rows, &p);
		st = product_url(&p, &url, err);
		p.url = url;
		if (!st)
			st = each(ctx, &p, err);
	}
	return st;
}

static enum shop_status give(struct search *s, int64_t id, product_fn each, void *ctx,
			     struct shop_error *err)
{
	struct shop_product p;
	enum shop_status st = product_by_id(s->shop->db, id, &p, err);
	if (st)
		return st;
	st = each(ctx, &p, err);
	shop_product_done(&p);
	return st;
}

/* Matches in an order that the store knows: ids, then the rest of those that are wanted. */
static enum shop_status each_matched(struct search *s, product_fn each, void *ctx,
				     struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *rows = NULL;
	struct args a = args_of(s, /* text= */ true);
	bool row = true;
	a.items[a.count++] = db_arg_unless(s->from->limit, SHOP_NONE);
	a.items[a.count++] = db_arg_int(offset_of(s));
	enum shop_status st =
		db_query(s->shop->db, match_statement(s), a.items, a.count, &rows, err);
	while (!st && (st = stmt_step(rows, &row, err)) == SHOP_OK && row)
		st = give(s, stmt_int(rows, 0), each, ctx, err);
	return st;
}

static enum shop_status each_ranked(struct search *s, product_fn each, void *ctx,
				    int64_t *ret_total, struct shop_error *err)
{
	struct ranking r;
	int64_t limit = s->from->limit, offset = offset_of(s);
	size_t wanted = SIZE_MAX;
	if (limit != SHOP_NONE)
		wanted = limit > INT32_MAX || offset > INT32_MAX ? SIZE_MAX
								 : (size_t)(limit + offset);
	enum shop_status st = ranking_init(&r, s, wanted, err);
	for (size_t i = (size_t)offset; !st && i < r.count && i < wanted; i++)
		st = give(s, r.items[i].id, each, ctx, err);
	if (!st && ret_total != NULL)
		*ret_total = r.total;
	ranking_done(&r);
	return st;
}

enum shop_status search_count(struct search *s, int64_t *ret, struct shop_error *err)
{
	*ret = 0;
	if (s->nothing)
		return SHOP_OK;
	struct args a = args_of(s, has_text(s));
	return db_run_int(s->shop->db,
			  has_text(s) ? STMT_PRODUCT_MATCH_COUNT : STMT_PRODUCT_LIST_COUNT, a.items,
			  a.count, ret, err);
}

enum shop_status search_each(struct search *s, product_fn each, void *ctx, int64_t *ret_total,
			     struct shop_error *err)
{
	if (ret_total != NULL)
		*ret_total = 0;
	if (s->nothing)
		return SHOP_OK;
	if (has_text(s) && s->from->sort == SHOP_SORT_RELEVANCE)
		return each_ranked(s, each, ctx, ret_total, err);
	enum shop_status st = ret_total != NULL ? search_count(s, ret_total, err) : SHOP_OK;
	if (st)
		return st;
	return has_text(s) ? each_matched(s, each, ctx, err) : each_listed(s, each, ctx, err);
}

enum shop_status search_stats(struct search *s, struct search_stats *ret, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *rows = NULL;
	*ret = (struct search_stats){ .price_low = SHOP_NONE, .price_high = SHOP_NONE };
	if (s->nothing)
		return SHOP_OK;
	struct args a = args_of(s, has_text(s));
	bool row = false;
	enum shop_status st =
		has_text(s) && s->filter.everything
			? db_query(s->shop->db, STMT_PRODUCT_HITS_STATS, a.items + FILTER_ARGS, 1,
				   &rows, err)
			: db_query(s->shop->db,
				   has_text(s) ? STMT_PRODUCT_MATCH_STATS : STMT_PRODUCT_LIST_STATS,
				   a.items, a.count, &rows, err);
	if (!st)
		st = stmt_step(rows, &row, err);
	if (!st && row)
		*ret = (struct search_stats){
			.total = stmt_int(rows, 0),
			.in_stock = stmt_int(rows, 1),
			.price_low = stmt_int_or(rows, 2, SHOP_NONE),
			.price_high = stmt_int_or(rows, 3, SHOP_NONE),
			.things = stmt_int(rows, 4),
		};
	return st;
}

enum shop_status product_collect(void *ctx, const struct shop_product *p, struct shop_error *err)
{
	struct shop_products *list = ctx;
	struct shop_product *items =
		reallocarray(list->items, list->count + 1, sizeof(*list->items));
	if (items == NULL)
		return out_of_memory(err);
	list->items = items;
	enum shop_status st = product_copy(p, &list->items[list->count], err);
	if (!st)
		list->count++;
	return st;
}

enum shop_status
search_values(struct search *s, enum db_statement statement, const char *ids, int64_t limit,
	      enum shop_status (*each)(void *ctx, const char *value, struct shop_error *err),
	      void *ctx, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *rows = NULL;
	if (s->nothing)
		return SHOP_OK;
	struct args a = args_of(s, /* text= */ true);
	bool row = true;
	if (ids != NULL)
		a.items[a.count++] = db_arg_text(ids);
	a.items[a.count++] = db_arg_int(limit);
	enum shop_status st = db_query(s->shop->db, statement, a.items, a.count, &rows, err);
	while (!st && (st = stmt_step(rows, &row, err)) == SHOP_OK && row)
		st = each(ctx, stmt_text(rows, 0), err);
	return st;
}
