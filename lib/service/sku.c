/* SPDX-License-Identifier: MIT */
/* Asks the index of SKUs for each text that is one typing error away, which takes as long for a
 * million products as for ten. Where numbers run on, another number is another product and no typing
 * error, unless a digit is missing or one too many. */
#include "service/sku.h"

#include <string.h>

#include "base/text.h"
#include "store/product.h"

enum { LENGTH_MIN = 3 };

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";

struct near {
	struct db *db;
	const char *name; /* in the case that is tried */
	size_t len;
	char *out;
};

static bool there_is(const struct near *n)
{
	int64_t id = 0;
	return strcmp(n->out, n->name) != 0 && product_id_by_sku(n->db, n->out, &id, NULL) == 0 &&
	       id != 0;
}

/* The name without `skip` bytes at `at`, with `len` bytes of `more` there instead. */
static bool variant(const struct near *n, size_t at, size_t skip, const char *more, size_t len)
{
	memcpy(n->out, n->name, at);
	memcpy(n->out + at, more, len);
	memcpy(n->out + at + len, n->name + at + skip, n->len - at - skip + 1);
	return there_is(n);
}

static bool left_out_or_swapped(const struct near *n)
{
	for (size_t i = 0; i < n->len; i++)
		if (variant(n, i, 1, "", 0))
			return true;
	for (size_t i = 0; i + 1 < n->len; i++) {
		const char swapped[] = { n->name[i + 1], n->name[i] };
		bool digits = text_is_digit(swapped[0]) && text_is_digit(swapped[1]);
		if (!digits && variant(n, i, 2, swapped, 2))
			return true;
	}
	return false;
}

static bool changed_or_put_in(const struct near *n)
{
	for (size_t i = 0; i < n->len; i++)
		for (const char *l = letters; *l != '\0'; l++)
			if ((!text_is_digit(*l) || !text_is_digit(n->name[i])) &&
			    variant(n, i, 1, l, 1))
				return true;
	for (size_t i = 0; i <= n->len; i++)
		for (const char *l = letters; *l != '\0'; l++)
			if (variant(n, i, 0, l, 1))
				return true;
	return false;
}

bool sku_near(struct db *db, const char *name, char out[SKU_NEAR_MAX + 2])
{
	char upper[SKU_NEAR_MAX + 1];
	struct near n = { .db = db, .name = name, .len = strlen(name), .out = out };
	bool number = true;
	if (n.len < LENGTH_MIN || n.len > SKU_NEAR_MAX)
		return false;
	for (size_t i = 0; i <= n.len; i++) {
		char c = name[i];
		upper[i] = c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
		if (c != '\0' && strchr(letters, upper[i]) == NULL)
			return false;
		number = number && (c == '\0' || text_is_digit(c));
	}
	/* A number is somebody's who does not think of SKUs. */
	if (number)
		return false;
	if (variant(&n, 0, n.len, upper, n.len))
		return true;
	n.name = upper;
	return left_out_or_swapped(&n) || changed_or_put_in(&n);
}
