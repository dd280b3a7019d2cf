/* SPDX-License-Identifier: MIT */
/* Cleans text. */
#include "ui/clean.h"

#include <stdlib.h>
#include <string.h>

#include "shop/text.h"

char *clean_copy(const char *text, bool one_line)
{
	size_t len = strlen(text), size = 3 * len + 1;
	char *copy = malloc(size);
	if (copy != NULL)
		shop_text_clean(copy, size, text, len, one_line);
	return copy;
}
