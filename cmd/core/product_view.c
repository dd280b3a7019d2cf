/* SPDX-License-Identifier: MIT */
/* Shows products: as rows of a list, and one with all its details. */
#include "core/product_view.h"

#include "core/review_view.h"
#include "ui/emit.h"
#include "ui/picture.h"

enum { REVIEWS_FOR_PEOPLE = 5 };

/* The cells of a product, in the order of both tables of columns below. */
enum { CARD_CELLS = 12, PRODUCT_CELLS = 15 };

static const struct column row_columns[PRODUCT_CELLS] = {
	{ "id", "ID", CELL_NUMBER, 0 },
	{ "sku", "SKU", CELL_TEXT, COLUMN_SPARE },
	{ "name", "Name", CELL_TEXT, COLUMN_SHRINK },
	{ "brand", "Brand", CELL_TEXT, COLUMN_SHRINK | COLUMN_SPARE },
	{ "category", "Category", CELL_TEXT, COLUMN_JSON_ONLY },
	{ "price_cents", "Price", CELL_MONEY, 0 },
	{ "currency", "Currency", CELL_TEXT, COLUMN_JSON_ONLY },
	{ "stock", "Stock", CELL_NUMBER, 0 },
	{ "rating", "Rating", CELL_RATING, COLUMN_SPARE },
	{ "reviews", "Reviews", CELL_NUMBER, COLUMN_JSON_ONLY },
	{ "image", "Image", CELL_TEXT, COLUMN_JSON_ONLY },
	{ "url", "Link", CELL_TEXT, COLUMN_JSON_ONLY },
	{ "description", "Description", CELL_TEXT, COLUMN_JSON_ONLY },
	{ "group", "Group", CELL_TEXT, COLUMN_JSON_ONLY },
	{ "created_at", "Added", CELL_TIME, COLUMN_JSON_ONLY },
};

static const struct column detail_columns[PRODUCT_CELLS] = {
	{ "id", "ID", CELL_NUMBER, 0 },
	{ "sku", "SKU", CELL_TEXT, 0 },
	{ "name", "Name", CELL_TEXT, 0 },
	{ "brand", "Brand", CELL_TEXT, 0 },
	{ "category", "Category", CELL_TEXT, 0 },
	{ "price_cents", "Price", CELL_MONEY, 0 },
	{ "currency", "Currency", CELL_TEXT, COLUMN_JSON_ONLY },
	{ "stock", "Stock", CELL_NUMBER, 0 },
	{ "rating", "Rating", CELL_RATING, 0 },
	{ "reviews", "Reviews", CELL_NUMBER, 0 },
	{ "image", "Image", CELL_TEXT, 0 },
	{ "url", "Link", CELL_TEXT, 0 },
	{ "description", "Description", CELL_TEXT, 0 },
	{ "group", "Group", CELL_TEXT, COLUMN_JSON_ONLY },
	{ "created_at", "Added", CELL_TIME, 0 },
};

/* From here on down there is reason to hurry. */
enum { STOCK_LOW = 5 };

static struct cell stock_cell(int64_t stock)
{
	enum tone tone = stock == 0 ? TONE_BAD : stock <= STOCK_LOW ? TONE_WARN : TONE_PLAIN;
	return cell_toned(cell_number(stock), tone);
}

static void product_cells(const struct shop_product *p, const char *currency,
			  struct cell out[PRODUCT_CELLS])
{
	size_t n = 0;
	out[n++] = cell_number(p->id);
	out[n++] = cell_text(p->sku);
	out[n] = cell_text(p->name);
	out[n++].link = p->url;
	out[n++] = cell_text(p->brand);
	out[n++] = cell_text(p->category);
	out[n++] = cell_number(p->price_cents);
	out[n++] = cell_text(currency);
	out[n++] = stock_cell(p->stock);
	out[n++] = cell_number(p->reviews > 0 ? p->rating_centi : SHOP_NONE);
	out[n++] = cell_number(p->reviews);
	out[n] = cell_text(p->image);
	out[n++].link = p->image;
	out[n] = cell_text(p->url);
	out[n++].link = p->url;
	out[n++] = cell_text(p->description);
	out[n++] = cell_text(p->group);
	out[n++] = cell_number(p->created_at);
}

void product_cards_emit(struct cmd_context *cx, const char *key, const char *title,
			const struct shop_products *list)
{
	struct cell cells[PRODUCT_CELLS];
	emit_currency(cx->out, shop_currency(cx->shop));
	emit_list_begin(cx->out, key, title, row_columns, CARD_CELLS);
	for (size_t i = 0; i < list->count; i++) {
		product_cells(&list->items[i], shop_currency(cx->shop), cells);
		emit_row(cx->out, cells);
	}
	emit_list_end(cx->out);
}

struct rows {
	struct emit *out;
	const char *currency;
	int64_t count;
};

static enum shop_status row_emit(void *ctx, const struct shop_product *p, struct shop_error *err)
{
	(void)err;
	struct rows *rows = ctx;
	struct cell cells[PRODUCT_CELLS];
	product_cells(p, rows->currency, cells);
	emit_row(rows->out, cells);
	rows->count++;
	return SHOP_OK;
}

enum shop_status product_list_emit(struct cmd_context *cx, const struct shop_product_filter *filter)
{
	struct rows rows = { .out = cx->out, .currency = shop_currency(cx->shop) };
	/* Counting what is not shown takes time that only a person's remark is worth. */
	bool count = emit_is_terminal(cx->out) && filter->limit != SHOP_NONE;
	int64_t total = SHOP_NONE;
	emit_currency(cx->out, rows.currency);
	emit_list_begin(cx->out, NULL, NULL, row_columns, PRODUCT_CELLS);
	enum shop_status st = shop_product_each(cx->shop, filter, row_emit, &rows,
						count ? &total : NULL, &cx->err);
	if (st)
		return st;
	emit_list_end(cx->out);
	int64_t offset = filter->offset != SHOP_NONE ? filter->offset : 0;
	if (rows.count == 0)
		emit_note(cx->out, "no products");
	else if (total > offset + rows.count)
		emit_note(cx->out, "%lld more: --limit and --offset show them",
			  (long long)(total - offset - rows.count));
	return SHOP_OK;
}

enum shop_status product_details_get(struct cmd_context *cx, const char *name,
				     struct product_details *ret)
{
	*ret = (struct product_details){ 0 };
	enum shop_status st = shop_product_get(cx->shop, name, &ret->product, &cx->err);
	if (!st)
		st = shop_product_attributes(cx->shop, ret->product.id, &ret->attributes, &cx->err);
	if (!st)
		st = shop_product_variants(cx->shop, &ret->product, &ret->variants, &cx->err);
	if (!st)
		st = shop_product_reviews(cx->shop, ret->product.id, SHOP_NONE, &ret->reviews,
					  &cx->err);
	if (!st)
		st = shop_product_image_about(cx->shop, ret->product.id, &ret->image, &cx->err);
	if (st)
		product_details_done(ret);
	return st;
}

void product_details_done(struct product_details *d)
{
	shop_product_done(&d->product);
	shop_attributes_done(&d->attributes);
	shop_products_done(&d->variants);
	shop_reviews_done(&d->reviews);
	shop_image_done(&d->image);
	*d = (struct product_details){ 0 };
}

static void attributes_emit(struct emit *out, const struct shop_attributes *list)
{
	if (list->count == 0)
		emit_programs_begin(out);
	emit_record_begin(out, "attributes", "Attributes");
	for (size_t i = 0; i < list->count; i++) {
		const struct column column = { list->items[i].name, list->items[i].name, CELL_TEXT,
					       0 };
		emit_field(out, &column, cell_text(list->items[i].value));
	}
	emit_record_end(out);
	if (list->count == 0)
		emit_programs_end(out);
}

static void reviews_emit(struct cmd_context *cx, const struct shop_reviews *list)
{
	struct emit *out = cx->out;
	if (list->count == 0)
		emit_programs_begin(out);
	review_distribution_emit(cx, list);
	review_list_emit(cx, "review_list", "Reviews", list, REVIEWS_FOR_PEOPLE);
	if (list->count == 0)
		emit_programs_end(out);
	if (list->count > REVIEWS_FOR_PEOPLE)
		emit_note(out, "%zu more: 'shop products reviews' shows all",
			  list->count - REVIEWS_FOR_PEOPLE);
}

/* What the store has of the picture itself. */
static void image_emit(struct emit *out, const struct shop_image *image)
{
	static const struct column type = { "image_type", NULL, CELL_TEXT, COLUMN_JSON_ONLY };
	static const struct column bytes = { "image_bytes", NULL, CELL_NUMBER, COLUMN_JSON_ONLY };
	emit_field(out, &type, cell_text(image->media_type));
	emit_field(out, &bytes,
		   cell_number(image->media_type != NULL ? (int64_t)image->len : SHOP_NONE));
}

/* The picture itself, where there is one and the terminal can show it. */
static void picture_emit(struct cmd_context *cx, const struct product_details *d)
{
	struct shop_image image = { 0 };
	if (d->image.media_type == NULL || !emit_has_pictures(cx->out))
		return;
	/* A picture that cannot be read is no reason not to show the rest. */
	if (!shop_product_image(cx->shop, d->product.id, &image, NULL) && image.bytes != NULL)
		emit_picture(cx->out, image.bytes, image.len);
	shop_image_done(&image);
}

void product_details_emit(struct cmd_context *cx, const struct product_details *d)
{
	struct cell cells[PRODUCT_CELLS];
	const char *currency = shop_currency(cx->shop);
	product_cells(&d->product, currency, cells);
	emit_currency(cx->out, currency);
	emit_record_begin(cx->out, NULL, NULL);
	picture_emit(cx, d);
	for (size_t i = 0; i < PRODUCT_CELLS; i++)
		emit_field(cx->out, &detail_columns[i], cells[i]);
	image_emit(cx->out, &d->image);
	attributes_emit(cx->out, &d->attributes);
	if (d->variants.count == 0)
		emit_programs_begin(cx->out);
	product_cards_emit(cx, "variants", "Variants", &d->variants);
	if (d->variants.count == 0)
		emit_programs_end(cx->out);
	reviews_emit(cx, &d->reviews);
	emit_record_end(cx->out);
}
