/* SPDX-License-Identifier: MIT */
/* Takes addresses apart. */
#include <stdlib.h>
#include <string.h>

#include "base/cleanup.h"
#include "base/memory.h"
#include "base/text.h"
#include "shop/account.h"

enum { PARTS = 4, PART_BYTES_MAX = 200 /* as in the exchange format */ };

void shop_address_done(struct shop_address *a)
{
	free(a->line);
	free(a->city);
	free(a->postal_code);
	free(a->country);
	*a = (struct shop_address){ 0 };
}

static enum shop_status refuse(struct shop_error *err)
{
	enum shop_status st = shop_error_set(err, SHOP_E_INVALID, "this is not a whole address");
	shop_error_hint(err, "write it as \"LINE, CITY, POSTAL CODE, COUNTRY\"");
	return st;
}

static enum shop_status part_copy(const char *from, size_t len, char **ret, struct shop_error *err)
{
	while (len > 0 && *from == ' ') {
		from++;
		len--;
	}
	while (len > 0 && from[len - 1] == ' ')
		len--;
	if (len == 0)
		return refuse(err);
	if (len > PART_BYTES_MAX || !text_is_plain(from, len, /* one_line= */ true))
		return shop_error_set(err, SHOP_E_INVALID,
				      "a part of an address is up to %d bytes of plain text",
				      PART_BYTES_MAX);
	*ret = strndup(from, len);
	return *ret != NULL ? SHOP_OK : out_of_memory(err);
}

enum shop_status shop_address_parse(const char *text, struct shop_address *ret,
				    struct shop_error *err)
{
	CLEANUP(shop_address_done) struct shop_address a = { 0 };
	char **const parts[PARTS] = { &a.line, &a.city, &a.postal_code, &a.country };
	size_t end = strlen(text);
	for (size_t i = PARTS; i-- > 0;) {
		size_t start = end;
		while (start > 0 && (i == 0 || text[start - 1] != ','))
			start--;
		/* Only the first part may reach to the beginning: else a comma is missing. */
		if ((start == 0) != (i == 0))
			return refuse(err);
		enum shop_status st = part_copy(text + start, end - start, parts[i], err);
		if (st)
			return st;
		end = start > 0 ? start - 1 : 0;
	}
	*ret = a;
	a = (struct shop_address){ 0 };
	return SHOP_OK;
}
