/* SPDX-License-Identifier: MIT */
/* Shows products under a reply. */
#include "core/chat_cards.h"

#include "ui/emit.h"
#include "ui/picture.h"

/* From here on down there is reason to hurry. */
enum { STOCK_LOW = 5 };

static void picture_emit(struct cmd_context *cx, const struct shop_product *p)
{
	struct shop_image image = { 0 };
	if (p->image == NULL || !emit_has_pictures(cx->out))
		return;
	/* A picture that cannot be read is no reason not to show the rest. */
	if (!shop_product_image(cx->shop, p->id, &image, NULL) && image.bytes != NULL)
		emit_picture(cx->out, image.bytes, image.len);
	shop_image_done(&image);
}

void chat_cards_emit(struct cmd_context *cx, const struct shop_products *list)
{
	static const struct column columns[] = {
		{ "number", "#", CELL_NUMBER, 0 },
		{ "name", "Product", CELL_TEXT, COLUMN_SHRINK },
		{ "price_cents", "Price", CELL_MONEY, 0 },
		{ "stock", "Stock", CELL_NUMBER, 0 },
		{ "rating", "Rating", CELL_RATING, COLUMN_SPARE },
		{ "reviews", "Reviews", CELL_NUMBER, COLUMN_SPARE },
	};
	if (!emit_is_terminal(cx->out) || list->count == 0)
		return;
	emit_record_begin(cx->out, NULL, NULL);
	if (list->count == 1)
		picture_emit(cx, &list->items[0]);
	emit_list_begin(cx->out, "products", NULL, columns, sizeof(columns) / sizeof(columns[0]));
	for (size_t i = 0; i < list->count; i++) {
		const struct shop_product *p = &list->items[i];
		struct cell cells[] = {
			cell_number((int64_t)i + 1),
			cell_text(p->name),
			cell_number(p->price_cents),
			cell_toned(cell_number(p->stock), p->stock == 0           ? TONE_BAD
							  : p->stock <= STOCK_LOW ? TONE_WARN
										  : TONE_PLAIN),
			cell_number(p->reviews > 0 ? p->rating_centi : SHOP_NONE),
			cell_number(p->reviews),
		};
		cells[1].link = p->url;
		emit_row(cx->out, cells);
	}
	emit_list_end(cx->out);
	emit_record_end(cx->out);
}
