/* SPDX-License-Identifier: MIT */
/* Shows postal addresses. */
#include "core/address_view.h"

#include "ui/emit.h"

void address_emit(struct emit *out, const struct shop_address *a)
{
	static const struct column none = { "address", "Address", CELL_TEXT, 0 };
	static const struct column parts[] = {
		{ "line", "Street", CELL_TEXT, 0 },
		{ "city", "City", CELL_TEXT, 0 },
		{ "postal_code", "Postal code", CELL_TEXT, 0 },
		{ "country", "Country", CELL_TEXT, 0 },
	};
	const char *const texts[] = { a->line, a->city, a->postal_code, a->country };
	bool any = false;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		any = any || texts[i] != NULL;
	if (!any) {
		emit_field(out, &none, cell_text(NULL));
		return;
	}
	emit_record_begin(out, "address", "Address");
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		emit_field(out, &parts[i], cell_text(texts[i]));
	emit_record_end(out);
}
