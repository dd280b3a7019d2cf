/* SPDX-License-Identifier: MIT */
/* Shares out the width of a terminal. */
#include "ui/fit.h"

#include <stdlib.h>
#include <string.h>

#include "ui/wrap.h"

/* What a column that gives up width still needs to be of use, and what at the very least. */
enum { WIDTH_USEFUL = 16, WIDTH_LEAST = 6 };

static size_t total_of(const struct fit_column *columns, size_t count)
{
	size_t total = 0, shown = 0;
	for (size_t i = 0; i < count; i++) {
		total += columns[i].hidden ? 0 : columns[i].width;
		shown += columns[i].hidden ? 0 : 1;
	}
	return shown > 0 ? total + shown - 1 : 0;
}

static size_t least_of(const struct fit_column *c, size_t least)
{
	return c->title > least ? c->title : least;
}

/* The widest of those that can still give, or NULL. */
static struct fit_column *widest(struct fit_column *columns, size_t count, size_t least,
				 bool yields)
{
	struct fit_column *best = NULL;
	for (size_t i = 0; i < count; i++) {
		struct fit_column *c = &columns[i];
		bool can = !c->hidden && (c->gives || (yields && c->yields)) &&
			   c->width > least_of(c, least);
		if (can && (best == NULL || c->width > best->width))
			best = c;
	}
	return best;
}

static void narrow(struct fit_column *columns, size_t count, size_t width, bool harder)
{
	size_t least = harder ? WIDTH_LEAST : WIDTH_USEFUL;
	for (size_t total = total_of(columns, count); total > width; total--) {
		struct fit_column *c = widest(columns, count, least, /* yields= */ harder);
		if (c == NULL)
			return;
		c->width--;
	}
}

void fit_columns(struct fit_column *columns, size_t count, size_t width)
{
	for (size_t i = 0; i < count; i++) {
		struct fit_column *c = &columns[i];
		c->width = c->natural > c->title ? c->natural : c->title;
		/* No terminal is so wide: nothing is gained from counting down from there. */
		if ((c->gives || c->yields) && c->width > width && width > 0)
			c->width = least_of(c, width);
	}
	narrow(columns, count, width, /* harder= */ false);
	narrow(columns, count, width, /* harder= */ true);
}

char *fit_text(const char *text, size_t width, bool utf8)
{
	const char *mark = utf8 ? "…" : "...";
	size_t mark_width = utf8 ? 1 : 3;
	if (wrap_columns(text) <= width)
		return strdup(text);
	size_t keep = width > mark_width ? wrap_prefix(text, width - mark_width) : 0;
	while (keep > 0 && text[keep - 1] == ' ')
		keep--;
	char *copy = malloc(keep + strlen(mark) + 1);
	if (copy == NULL)
		return NULL;
	memcpy(copy, text, keep);
	stpcpy(copy + keep, width >= mark_width ? mark : "");
	return copy;
}
