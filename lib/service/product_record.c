/* SPDX-License-Identifier: MIT */
/* Brings a record's texts into the forms that the catalogue and thing_heads() read. */
#include "service/product_record.h"

#include <string.h>

#include "assistant/thing.h"
#include "base/buf.h"

enum { THINGS_MAX = 4096 };

/* What the product is, for the index. */
static void things_of(const struct product_record *p, struct buf *out)
{
	struct buf types;
	buf_init(&types, THINGS_MAX);
	for (size_t i = 0; i < p->attribute_count; i++) {
		const struct shop_attribute *a = &p->attributes[i];
		/* Others say nothing of what it is, and some catalogues have hundreds. */
		if (strcasestr(a->name, "type") != NULL || strcasestr(a->name, "kind") != NULL)
			buf_printf(&types, "%s: %s\n", a->name, a->value);
	}
	const struct thing_product thing = { .name = p->name,
					     .category = p->category,
					     .attributes = buf_text(&types) };
	thing_heads(&thing, out);
	buf_done(&types);
}

enum shop_status product_put_record(struct db *db, struct catalogue_cache *cache,
				    const struct record_product *p, int64_t now, int64_t *ret_id,
				    enum change *ret_change, struct shop_error *err)
{
	char category[CATEGORY_PATH_SIZE];
	struct buf things;
	if (!category_path(p->category != NULL ? p->category : "", category))
		return shop_error_set(err, SHOP_E_INVALID, "category: is too long");
	struct product_record record = {
		.id = p->id,
		.sku = p->sku,
		.name = p->name,
		.brand = p->brand,
		.category = category,
		.description = p->description != NULL ? p->description : "",
		.group = p->group,
		.image = p->image,
		.price_cents = p->price_cents,
		.stock = p->stock,
		.created_at = p->created_at,
		.attributes = p->attributes,
		.attribute_count = p->attribute_count,
	};
	buf_init(&things, THINGS_MAX);
	things_of(&record, &things);
	record.things = buf_text(&things);
	enum shop_status st = product_put(db, cache, &record, now, ret_id, ret_change, err);
	buf_done(&things);
	return st;
}
