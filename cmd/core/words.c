/* SPDX-License-Identifier: MIT */
/* Joins words. */
#include "core/words.h"

#include <stdlib.h>
#include <string.h>

enum shop_status words_join(struct cmd_context *cx, const struct shop_texts *words, char **ret)
{
	size_t size = 1;
	for (size_t i = 0; i < words->count; i++)
		size += strlen(words->items[i]) + 1;
	char *text = malloc(size), *at = text;
	if (text == NULL)
		return shop_error_set(&cx->err, SHOP_E_NOMEM, "out of memory");
	*at = '\0';
	for (size_t i = 0; i < words->count; i++) {
		if (i > 0)
			*at++ = ' ';
		at = stpcpy(at, words->items[i]);
	}
	*ret = text;
	return SHOP_OK;
}
