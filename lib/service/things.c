/* SPDX-License-Identifier: MIT */
/* Brings a record's texts into the form that thing_heads() reads. */
#include "service/things.h"

#include <string.h>

#include "assistant/thing.h"

void things_of(const struct product_record *p, struct buf *out)
{
	struct buf types;
	buf_clear(out);
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
