/* SPDX-License-Identifier: MIT */
/* Records out of a file, whatever its format. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "service/import.h"

/* More kinds of things than a store could be made of are not told one by one. */
enum { SKIPS_MAX = 200 };

void import_skips_done(struct import_skips *list)
{
	for (size_t i = 0; i < list->count; i++) {
		free(list->items[i].what);
		free(list->items[i].why);
	}
	free(list->items);
	*list = (struct import_skips){ 0 };
}

static struct import_skipped *skip_find(struct import_skips *list, const char *what,
					const char *why)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->items[i].what, what) == 0 && strcmp(list->items[i].why, why) == 0)
			return &list->items[i];
	return NULL;
}

static struct import_skipped *skip_add(struct import_skips *list, const char *what, const char *why)
{
	struct import_skipped *items = reallocarray(list->items, list->count + 1, sizeof(*items));
	if (items == NULL)
		return NULL;
	list->items = items;
	struct import_skipped *s = &items[list->count++];
	*s = (struct import_skipped){ .what = strndup(what, 200), .why = strdup(why) };
	return s->what != NULL && s->why != NULL ? s : NULL;
}

enum shop_status import_skip(struct import *im, const char *what, const char *why,
			     struct shop_error *err)
{
	if (im->skips.count >= SKIPS_MAX && skip_find(&im->skips, what, why) == NULL) {
		what = "others";
		why = "too many kinds to be named";
	}
	struct import_skipped *s = skip_find(&im->skips, what, why);
	if (s == NULL)
		s = skip_add(&im->skips, what, why);
	if (s == NULL)
		return out_of_memory(err);
	s->count++;
	return SHOP_OK;
}

const char *import_unit(const struct import *im)
{
	return im->format == SHOP_FORMAT_JSON ? "element" : "line";
}

/* What the first bytes look like: an object a line, a list, or else a table. */
static enum shop_status find_format(struct import *im, struct shop_error *err)
{
	const char *bytes;
	size_t len, i = 0;
	enum shop_status st = lines_peek(&im->lines, &bytes, &len, err);
	if (st)
		return st;
	if (len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
		i = 3;
	while (i < len && text_is_space(bytes[i]))
		i++;
	im->format = i == len || bytes[i] == '{' ? SHOP_FORMAT_JSONL
		     : bytes[i] == '['           ? SHOP_FORMAT_JSON
						 : SHOP_FORMAT_CSV;
	/* What is neither JSON nor has a comma in its first line is a mistyped line of JSON rather
	 * than a table of one column, and is told so. */
	if (im->format == SHOP_FORMAT_CSV) {
		size_t line = 0;
		while (line < len && bytes[line] != '\n')
			line++;
		if (memchr(bytes, ',', line) == NULL && memchr(bytes, ';', line) == NULL &&
		    memchr(bytes, '\t', line) == NULL)
			im->format = SHOP_FORMAT_JSONL;
	}
	return SHOP_OK;
}

static enum shop_status begin(struct import *im, struct shop_error *err)
{
	im->format = im->in->format;
	enum shop_status st = im->format == SHOP_FORMAT_ANY ? find_format(im, err) : SHOP_OK;
	if (!st && im->format == SHOP_FORMAT_CSV)
		csv_init(&im->csv, &im->lines, shop_currency(im->shop));
	if (!st && im->format == SHOP_FORMAT_JSON)
		elements_init(&im->elements, &im->lines);
	return st;
}

static bool is_blank(const char *line, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (!text_is_space(line[i]))
			return false;
	return true;
}

static enum shop_status next_line(struct import *im, struct record *ret, bool *ret_some,
				  bool *ret_record, struct shop_error *err)
{
	const char *line = NULL;
	size_t len = 0;
	enum shop_status st = lines_next(&im->lines, &line, &len, ret_some, err);
	im->number = im->lines.number;
	if (st || !*ret_some || is_blank(line, len))
		return st;
	*ret_record = true;
	return record_parse(line, len, im->now, ret, err);
}

static enum shop_status next_row(struct import *im, struct record *ret, bool *ret_some,
				 bool *ret_record, struct shop_error *err)
{
	enum shop_status st = csv_next(&im->csv, im->now, ret, ret_some, err);
	im->number = im->csv.number;
	*ret_record = !st && *ret_some;
	return st;
}

static enum shop_status next_element(struct import *im, struct record *ret, bool *ret_some,
				     bool *ret_record, struct shop_error *err)
{
	const char *text = NULL;
	size_t len = 0;
	bool django = false;
	enum shop_status st = elements_next(&im->elements, &text, &len, ret_some, err);
	im->number = im->elements.number;
	if (st || !*ret_some)
		return st;
	CLEANUP(django_row_done) struct django_row row = { 0 };
	st = django_read(text, len, &row, &django, err);
	if (!st && django)
		return import_django_row(im, &row, err);
	*ret_record = true;
	return st ? st : record_parse(text, len, im->now, ret, err);
}

enum shop_status import_next(struct import *im, struct record *ret, bool *ret_some,
			     bool *ret_record, struct shop_error *err)
{
	enum shop_status st = im->format == SHOP_FORMAT_ANY ? begin(im, err) : SHOP_OK;
	*ret_record = false;
	if (st)
		return st;
	if (im->format == SHOP_FORMAT_CSV)
		return next_row(im, ret, ret_some, ret_record, err);
	if (im->format == SHOP_FORMAT_JSON)
		return next_element(im, ret, ret_some, ret_record, err);
	return next_line(im, ret, ret_some, ret_record, err);
}
