/* SPDX-License-Identifier: MIT */
/* A short list of texts that it owns. */
#include "assistant/texts.h"

#include <stdlib.h>
#include <string.h>

bool texts_have(const struct texts *t, const char *text)
{
	for (size_t i = 0; i < t->count; i++)
		if (strcmp(t->items[i], text) == 0)
			return true;
	return false;
}

bool texts_add_to(char ***items, size_t *count, const char *text)
{
	const struct texts list = { *items, *count };
	if (texts_have(&list, text))
		return true;
	char **more = realloc(*items, (*count + 1) * sizeof(*more));
	if (more == NULL)
		return false;
	*items = more;
	char *copy = strdup(text);
	if (copy == NULL)
		return false;
	more[(*count)++] = copy;
	return true;
}

bool texts_add(struct texts *t, const char *text)
{
	return texts_add_to(&t->items, &t->count, text);
}

void texts_done(struct texts *t)
{
	for (size_t i = 0; i < t->count; i++)
		free(t->items[i]);
	free(t->items);
	*t = (struct texts){ 0 };
}
