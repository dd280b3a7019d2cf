/* SPDX-License-Identifier: MIT */
/* The whole store as lines: rows become records, one at a time, within one read transaction. */
#include <stdlib.h>

#include "exchange/lines.h"
#include "exchange/write.h"
#include "service/export.h"

/* Longer than any line that an import takes: what is exported can always be read back. */
enum { TEXT_MAX = LINE_BYTES_MAX };

struct export
{
	struct shop *shop;
	const struct shop_export *in;
	struct buf line;
	struct shop_attribute *attributes; /* of the record that is being made, as the next two */
	struct record_line *lines;
	struct record_event events[8];
	char **texts; /* of the children of a record, which live until it is written */
	size_t text_count;
	int64_t done, all; /* records, for whoever wants to know */
};

/* What a record has been made of. */
static void parts_done(struct export *x)
{
	for (size_t i = 0; i < x->text_count; i++)
		free(x->texts[i]);
	free(x->texts);
	free(x->attributes);
	free(x->lines);
	x->texts = NULL;
	x->attributes = NULL;
	x->lines = NULL;
	x->text_count = 0;
}

static void export_done(struct export *x)
{
	parts_done(x);
	buf_done(&x->line);
}

/* A copy of a column that lives until the record is written; NULL for NULL. */
static bool keep_text(struct export *x, struct stmt *s, int column, const char **ret)
{
	bool ok = true;
	char **texts = array_room(x->texts, x->text_count, sizeof(*texts));
	if (texts == NULL)
		return false;
	x->texts = texts;
	*ret = texts[x->text_count++] = stmt_copy(s, column, &ok);
	return ok;
}

static enum shop_status put(struct export *x, const struct record *r, struct shop_error *err)
{
	buf_clear(&x->line);
	record_write(r, &x->line);
	if (x->line.failed)
		return shop_error_set(err, SHOP_E_FAILED, "a record is too large to be exported");
	return x->in->write(x->in->ctx, x->line.data, x->line.len, err);
}

static enum shop_status put_setting(struct export *x, struct stmt *s, struct shop_error *err)
{
	const struct record r = { .type = RECORD_SETTING,
				  .as.setting = { stmt_text(s, 0), stmt_text(s, 1) } };
	return put(x, &r, err);
}

static enum shop_status put_policy(struct export *x, struct stmt *s, struct shop_error *err)
{
	const struct record r = { .type = RECORD_POLICY,
				  .as.policy = { stmt_text(s, 0), stmt_text(s, 1),
						 stmt_int(s, 2) } };
	return put(x, &r, err);
}

/* Four columns from `at` on. */
static struct record_address read_address(struct stmt *s, int at)
{
	struct record_address a = { .line = stmt_text_or_null(s, at),
				    .city = stmt_text_or_null(s, at + 1),
				    .postal_code = stmt_text_or_null(s, at + 2),
				    .country = stmt_text_or_null(s, at + 3) };
	a.given = a.line != NULL || a.city != NULL || a.postal_code != NULL || a.country != NULL;
	return a;
}

static enum shop_status put_user(struct export *x, struct stmt *s, struct shop_error *err)
{
	const struct record r = { .type = RECORD_USER,
				  .as.user = { .email = stmt_text(s, 0),
					       .name = stmt_text(s, 1),
					       .role = stmt_text(s, 2),
					       .password_hash = stmt_text(s, 3),
					       .address = read_address(s, 4),
					       .created_at = stmt_int(s, 8) } };
	return put(x, &r, err);
}

static enum shop_status read_attributes(struct export *x, int64_t product, size_t *ret,
					struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false;
	*ret = 0;
	enum shop_status st =
		db_query(x->shop->db, STMT_PRODUCT_ATTRIBUTES, DB_ARGS(product), &s, err);
	while (!st && !(st = stmt_step(s, &row, err)) && row) {
		const char *name = NULL, *value = NULL;
		struct shop_attribute *attributes =
			array_room(x->attributes, *ret, sizeof(*attributes));
		if (attributes == NULL)
			return out_of_memory(err);
		x->attributes = attributes;
		if (!keep_text(x, s, 0, &name) || !keep_text(x, s, 1, &value))
			return out_of_memory(err);
		attributes[(*ret)++] = (struct shop_attribute){ (char *)(uintptr_t)name,
								(char *)(uintptr_t)value };
	}
	return st;
}

static enum shop_status put_product(struct export *x, struct stmt *s, struct shop_error *err)
{
	struct record r = { .type = RECORD_PRODUCT,
			    .as.product = { .id = stmt_int(s, 0),
					    .sku = stmt_text(s, 1),
					    .name = stmt_text(s, 2),
					    .brand = stmt_text_or_null(s, 3),
					    .category = stmt_text_or_null(s, 4),
					    .price_cents = stmt_int(s, 5),
					    .currency = shop_currency(x->shop),
					    .stock = stmt_int(s, 6),
					    .description = stmt_text(s, 7),
					    .group = stmt_text_or_null(s, 8),
					    .image = stmt_text_or_null(s, 9),
					    .created_at = stmt_int(s, 10) } };
	enum shop_status st =
		read_attributes(x, r.as.product.id, &r.as.product.attribute_count, err);
	r.as.product.attributes = x->attributes;
	return st ? st : put(x, &r, err);
}

static enum shop_status put_image(struct export *x, struct stmt *s, struct shop_error *err)
{
	struct record r = { .type = RECORD_IMAGE, .as.image.sku = stmt_text(s, 0) };
	const void *bytes = stmt_bytes(s, 2, &r.as.image.len);
	const struct export_picture picture = { stmt_text_or_null(s, 1), bytes, r.as.image.len };
	bool there = false;
	enum shop_status st = x->in->images != NULL
				      ? export_image(x->in->images, &picture, &there, err)
				      : SHOP_OK;
	if (st || there)
		return st;
	/* Borrowed from the row, and only read. */
	r.as.image.bytes = (void *)(uintptr_t)bytes;
	return put(x, &r, err);
}

static enum shop_status put_review(struct export *x, struct stmt *s, struct shop_error *err)
{
	const struct record r = { .type = RECORD_REVIEW,
				  .as.review = { .sku = stmt_text(s, 0),
						 .email = stmt_text_or_null(s, 1),
						 .author = stmt_text(s, 2),
						 .rating = stmt_int(s, 3),
						 .comment = stmt_text(s, 4),
						 .created_at = stmt_int(s, 5) } };
	return put(x, &r, err);
}

static enum shop_status read_lines(struct export *x, struct record_order *o, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false;
	enum shop_status st =
		db_query(x->shop->db, STMT_EXPORT_ORDER_LINES, DB_ARGS(o->id), &s, err);
	while (!st && !(st = stmt_step(s, &row, err)) && row) {
		struct record_line line = { .price_cents = stmt_int(s, 3),
					    .quantity = stmt_int(s, 4) };
		struct record_line *lines = array_room(x->lines, o->line_count, sizeof(*lines));
		if (lines == NULL)
			return out_of_memory(err);
		x->lines = lines;
		if (!keep_text(x, s, 0, &line.sku) || !keep_text(x, s, 1, &line.name) ||
		    !keep_text(x, s, 2, &line.category) || !keep_text(x, s, 5, &line.product))
			return out_of_memory(err);
		lines[o->line_count++] = line;
	}
	o->lines = x->lines;
	return st;
}

static enum shop_status read_events(struct export *x, struct record_order *o,
				    struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false;
	size_t max = sizeof(x->events) / sizeof(x->events[0]);
	enum shop_status st = db_query(x->shop->db, STMT_ORDER_EVENTS, DB_ARGS(o->id), &s, err);
	while (!st && !(st = stmt_step(s, &row, err)) && row && o->event_count < max) {
		struct record_event event = { .at = stmt_int(s, 0) };
		if (!keep_text(x, s, 1, &event.kind) || !keep_text(x, s, 2, &event.actor))
			return out_of_memory(err);
		x->events[o->event_count++] = event;
	}
	o->events = x->events;
	return st;
}

static enum shop_status put_order(struct export *x, struct stmt *s, struct shop_error *err)
{
	struct record r = { .type = RECORD_ORDER,
			    .as.order = { .id = stmt_int(s, 0),
					  .email = stmt_text_or_null(s, 1),
					  .created_at = stmt_int(s, 2),
					  .payment_method = stmt_text(s, 3),
					  .currency = stmt_text(s, 4),
					  .address = read_address(s, 5),
					  .shipping_cents = stmt_int(s, 9),
					  .tax_cents = stmt_int(s, 10),
					  .paid_at = stmt_int_or(s, 11, SHOP_NONE),
					  .shipped_at = stmt_int_or(s, 12, SHOP_NONE),
					  .delivered_at = stmt_int_or(s, 13, SHOP_NONE),
					  .cancelled_at = stmt_int_or(s, 14, SHOP_NONE),
					  .idempotency_key = stmt_text_or_null(s, 15),
					  .idempotency_request = stmt_text_or_null(s, 16) } };
	enum shop_status st = read_lines(x, &r.as.order, err);
	if (!st)
		st = read_events(x, &r.as.order, err);
	return st ? st : put(x, &r, err);
}

static enum shop_status put_message(struct export *x, struct stmt *s, struct shop_error *err)
{
	const struct record r = { .type = RECORD_MESSAGE,
				  .as.message = { .email = stmt_text(s, 0),
						  .conversation = stmt_int(s, 1),
						  .role = stmt_text(s, 2),
						  .text = stmt_text(s, 3),
						  .engine = stmt_text_or_null(s, 4),
						  .model = stmt_text_or_null(s, 5),
						  .context = stmt_text_or_null(s, 6),
						  .created_at = stmt_int(s, 7) } };
	return put(x, &r, err);
}

static enum shop_status put_all(struct export *x, enum db_statement rows,
				enum shop_status (*each)(struct export *, struct stmt *,
							 struct shop_error *),
				struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	bool row = false;
	enum shop_status st = db_query(x->shop->db, rows, DB_NO_ARGS, &s, err);
	while (!st && !(st = stmt_step(s, &row, err)) && row) {
		st = each(x, s, err);
		parts_done(x);
		if (!st && x->in->progress != NULL)
			x->in->progress(x->in->ctx, ++x->done, x->all);
	}
	return st;
}

enum shop_status shop_export(struct shop *shop, const struct shop_export *in,
			     struct shop_error *err)
{
	/* What a record names stands before it. */
	static const struct {
		enum db_statement rows;
		enum shop_status (*each)(struct export *, struct stmt *, struct shop_error *);
	} parts[] = {
		{ STMT_SETTING_LIST, put_setting }, { STMT_POLICY_LIST, put_policy },
		{ STMT_EXPORT_USERS, put_user },    { STMT_EXPORT_PRODUCTS, put_product },
		{ STMT_EXPORT_IMAGES, put_image },  { STMT_EXPORT_REVIEWS, put_review },
		{ STMT_EXPORT_ORDERS, put_order },  { STMT_EXPORT_MESSAGES, put_message },
	};
	CLEANUP(export_done) struct export x = { .shop = shop, .in = in };
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	buf_init(&x.line, TEXT_MAX);
	enum shop_status st = actor_need_admin(shop, err);
	/* Before the first line is out. */
	if (!st && in->images != NULL)
		st = export_image_folder(in->images, err);
	if (!st)
		st = db_begin(shop->db, /* write= */ false, &txn, err);
	if (!st && in->progress != NULL)
		st = db_run_int(shop->db, STMT_EXPORT_COUNT, DB_NO_ARGS, &x.all, err);
	for (size_t i = 0; !st && i < sizeof(parts) / sizeof(parts[0]); i++)
		st = put_all(&x, parts[i].rows, parts[i].each, err);
	return st;
}

enum shop_status shop_backup(struct shop *shop, const char *path, int64_t *ret_bytes,
			     struct shop_error *err)
{
	enum shop_status st = actor_need_admin(shop, err);
	return st ? st : db_backup(shop->db, path, ret_bytes, err);
}
