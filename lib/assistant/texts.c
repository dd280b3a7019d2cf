/* SPDX-License-Identifier: MIT */
/* A short list of texts that it owns. */
#include "assistant/texts.h"

#include <stdlib.h>
#include <string.h>

bool texts_add(struct texts *t, const char *text)
{
	for (size_t i = 0; i < t->count; i++)
		if (strcmp(t->items[i], text) == 0)
			return true;
	char **items = realloc(t->items, (t->count + 1) * sizeof(*items));
	if (items == NULL)
		return false;
	t->items = items;
	char *copy = strdup(text);
	if (copy == NULL)
		return false;
	t->items[t->count++] = copy;
	return true;
}

void texts_done(struct texts *t)
{
	for (size_t i = 0; i < t->count; i++)
		free(t->items[i]);
	free(t->items);
	*t = (struct texts){ 0 };
}
