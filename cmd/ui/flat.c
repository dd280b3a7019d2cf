/* SPDX-License-Identifier: MIT */
/* Reads a JSON object. */
#include "ui/flat.h"

#include <jansson.h>

enum shop_status flat_read(const char *text,
			   enum shop_status (*each)(void *ctx, const struct flat_member *m),
			   void *ctx, struct shop_error *err)
{
	json_t *object = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
	enum shop_status st = SHOP_OK;
	if (!json_is_object(object))
		st = shop_error_set(err, SHOP_E_INVALID, "the input is not a JSON object");
	const char *key;
	json_t *value;
	json_object_foreach (object, key, value) {
		const struct flat_member m = {
			.key = key,
			.text = json_string_value(value),
			.number = json_is_integer(value) ? json_integer_value(value) : SHOP_NONE,
			.null = json_is_null(value),
		};
		st = each(ctx, &m);
		if (st)
			break;
	}
	json_decref(object);
	return st;
}
