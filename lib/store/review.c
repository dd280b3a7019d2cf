/* SPDX-License-Identifier: MIT */
/* Reviews: rows to structs and back. */
#include "store/review.h"

#include <stdlib.h>

#include "base/cleanup.h"
#include "base/memory.h"
#include "store/product.h"

void review_done(struct shop_review *r)
{
	free(r->author);
	free(r->comment);
	*r = (struct shop_review){ 0 };
}

void reviews_done(struct shop_reviews *list)
{
	for (size_t i = 0; i < list->count; i++)
		review_done(&list->items[i]);
	free(list->items);
	*list = (struct shop_reviews){ 0 };
}

static bool review_read(struct stmt *s, struct shop_review *ret)
{
	bool ok = true;
	*ret = (struct shop_review){
		.id = stmt_int(s, 0),
		.author = stmt_copy(s, 1, &ok),
		.rating = stmt_int(s, 2),
		.comment = stmt_copy(s, 3, &ok),
		.created_at = stmt_int(s, 4),
		.verified = stmt_int(s, 5) != 0,
	};
	return ok;
}

static bool reviews_add(struct shop_reviews *list, struct stmt *s)
{
	struct shop_review *items = array_room(list->items, list->count, sizeof(*items));
	if (items == NULL)
		return false;
	list->items = items;
	return review_read(s, &items[list->count++]);
}

enum shop_status review_list(struct db *db, int64_t product, int64_t limit,
			     struct shop_reviews *ret, struct shop_error *err)
{
	CLEANUP(reviews_done) struct shop_reviews list = { 0 };
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false;
	enum shop_status st = db_query(db, STMT_REVIEW_LIST,
				       DB_ARGS(product, db_arg_unless(limit, SHOP_NONE)), &s, err);
	while (!st && !(st = stmt_step(s, &row, err)) && row)
		if (!reviews_add(&list, s))
			return out_of_memory(err);
	if (!st) {
		*ret = list;
		list = (struct shop_reviews){ 0 };
	}
	return st;
}

enum shop_status review_import_begin(struct db *db, struct shop_error *err)
{
	enum shop_status st = db_run(db, STMT_REVIEW_IMPORT_TABLE, DB_NO_ARGS, NULL, err);
	return st ? st : db_run(db, STMT_REVIEW_IMPORT_CLEAR, DB_NO_ARGS, NULL, err);
}

static enum shop_status review_find(struct db *db, const struct review_record *r, int64_t *ret,
				    struct shop_error *err)
{
	if (r->customer != 0)
		return db_run_int(db, STMT_REVIEW_FIND, DB_ARGS(r->product, r->customer), ret, err);
	return db_run_int(db, STMT_REVIEW_IMPORT_NEXT,
			  DB_ARGS(r->product, r->author, r->rating, r->comment, r->created_at), ret,
			  err);
}

/* *id is 0 for a review that is not there yet, and its number afterwards. */
static enum shop_status review_write(struct db *db, const struct review_record *r, int64_t now,
				     int64_t *id, int64_t *ret_changes, struct shop_error *err)
{
	*ret_changes = 1;
	if (*id == 0)
		return db_run_int(db, STMT_REVIEW_INSERT,
				  DB_ARGS(r->product, db_arg_unless(r->customer, 0), r->author,
					  r->rating, r->comment,
					  r->created_at != SHOP_NONE ? r->created_at : now),
				  id, err);
	return db_run(db, STMT_REVIEW_UPDATE,
		      DB_ARGS(*id, r->author, r->rating, r->comment,
			      db_arg_unless(r->created_at, SHOP_NONE)),
		      ret_changes, err);
}

enum shop_status review_put(struct db *db, const struct review_record *r, int64_t now,
			    enum change *ret_change, struct shop_error *err)
{
	int64_t id = 0, changes = 0;
	enum shop_status st = review_find(db, r, &id, err);
	bool known = id != 0;
	if (!st)
		st = review_write(db, r, now, &id, &changes, err);
	if (!st && r->customer == 0)
		st = db_run(db, STMT_REVIEW_IMPORT_PASS, DB_ARGS(id), NULL, err);
	if (!st && changes != 0)
		st = product_rating_refresh(db, r->product, err);
	if (!st)
		*ret_change = changes == 0 ? CHANGE_UNCHANGED
			      : known      ? CHANGE_UPDATED
					   : CHANGE_CREATED;
	return st;
}

enum shop_status review_add(struct db *db, const struct review_record *r, int64_t *ret_id,
			    struct shop_error *err)
{
	enum shop_status st =
		db_run_int(db, STMT_REVIEW_ADD,
			   DB_ARGS(r->product, r->customer, r->rating, r->comment, r->created_at),
			   ret_id, err);
	return st ? st : product_rating_refresh(db, r->product, err);
}

enum shop_status review_get(struct db *db, int64_t id, struct shop_review *ret,
			    struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	enum shop_status st = db_first(db, STMT_REVIEW_BY_ID, DB_ARGS(id), &s, err);
	if (st)
		return st;
	if (s == NULL)
		return shop_error_set(err, SHOP_E_NOT_FOUND, "there is no such review");
	if (review_read(s, ret))
		return SHOP_OK;
	review_done(ret);
	return out_of_memory(err);
}
