/* SPDX-License-Identifier: MIT */
/* Writes a product as text, and finds out what was changed in it. */
#include "core/product_text.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ui/clean.h"

#define DESCRIPTION "description:"

enum { STOCK_MAX_DIGITS = 12 };

static enum shop_status no_memory(struct shop_error *err)
{
	return shop_error_set(err, SHOP_E_NOMEM, "out of memory");
}

static void put_clean(FILE *out, const char *text, bool one_line)
{
	char *clean = text != NULL ? clean_copy(text, one_line) : NULL;
	if (clean != NULL)
		fputs(clean, out);
	free(clean);
}

static void put_line(FILE *out, const char *key, const char *value)
{
	fprintf(out, "%s: ", key);
	put_clean(out, value, /* one_line= */ true);
	fputc('\n', out);
}

char *product_text_write(const struct product_details *d, const char *currency)
{
	char *text = NULL, number[SHOP_MONEY_SIZE];
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);
	if (out == NULL)
		return NULL;
	fprintf(out,
		"# Product %" PRId64 ". What you change here is changed when you leave the "
		"editor;\n"
		"# what is left empty is taken away. An attribute is NAME=VALUE.\n",
		d->product.id);
	put_line(out, "sku", d->product.sku);
	put_line(out, "name", d->product.name);
	put_line(out, "brand", d->product.brand);
	put_line(out, "category", d->product.category);
	put_line(out, "price", shop_money_format(d->product.price_cents, currency, number));
	snprintf(number, sizeof(number), "%" PRId64, d->product.stock);
	put_line(out, "stock", number);
	put_line(out, "group", d->product.group);
	put_line(out, "image", d->product.image);
	for (size_t i = 0; i < d->attributes.count; i++) {
		fputs("attribute: ", out);
		put_clean(out, d->attributes.items[i].name, /* one_line= */ true);
		fputc('=', out);
		put_clean(out, d->attributes.items[i].value, /* one_line= */ true);
		fputc('\n', out);
	}
	fputs(DESCRIPTION "\n", out);
	put_clean(out, d->product.description, /* one_line= */ false);
	fputc('\n', out);
	return fclose(out) == 0 ? text : NULL;
}

void product_text_done(struct product_text *t)
{
	free(t->text);
	free(t->attributes);
	*t = (struct product_text){ 0 };
}

static char *trimmed(char *text)
{
	text += strspn(text, " \t\r");
	for (size_t n = strlen(text); n > 0 && strchr(" \t\r\n", text[n - 1]) != NULL; n--)
		text[n - 1] = '\0';
	return text;
}

static enum shop_status wrong(struct shop_error *err, int line, const char *what, const char *value)
{
	return shop_error_set(err, SHOP_E_INVALID, "line %d: %s: '%s'", line, what, value);
}

static enum shop_status attribute_take(struct product_text *t, const char *value, int line,
				       struct shop_error *err)
{
	if (strchr(value, '=') == NULL || value[0] == '=')
		return wrong(err, line, "attribute: expected NAME=VALUE", value);
	/* Without a value it is none. */
	if (strchr(value, '=')[1] == '\0')
		return SHOP_OK;
	const char **more = reallocarray(t->attributes, t->attribute_count + 1, sizeof(*more));
	if (more == NULL)
		return no_memory(err);
	t->attributes = more;
	t->attributes[t->attribute_count++] = value;
	return SHOP_OK;
}

static enum shop_status line_take(struct product_text *t, char *line, int number,
				  struct shop_error *err)
{
	const struct {
		const char *key;
		const char **at;
	} keys[] = {
		{ "sku", &t->sku },           { "name", &t->name },   { "brand", &t->brand },
		{ "category", &t->category }, { "price", &t->price }, { "stock", &t->stock },
		{ "group", &t->group },       { "image", &t->image },
	};
	char *colon = strchr(line, ':');
	if (colon == NULL)
		return wrong(err, number, "expected KEY: VALUE", line);
	*colon = '\0';
	const char *key = trimmed(line), *value = trimmed(colon + 1);
	if (strcmp(key, "attribute") == 0)
		return attribute_take(t, value, number, err);
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		if (strcmp(key, keys[i].key) != 0)
			continue;
		if (*keys[i].at != NULL)
			return wrong(err, number, "stands there twice", key);
		*keys[i].at = value;
		t->price_line = keys[i].at == &t->price ? number : t->price_line;
		t->stock_line = keys[i].at == &t->stock ? number : t->stock_line;
		return SHOP_OK;
	}
	return wrong(err, number, "unknown key", key);
}

enum shop_status product_text_read(char *text, struct product_text *ret, struct shop_error *err)
{
	*ret = (struct product_text){ .text = text, .description = "" };
	enum shop_status st = SHOP_OK;
	char *rest = text;
	for (int number = 1; !st && rest != NULL && *rest != '\0'; number++) {
		char *line = strsep(&rest, "\n");
		line = trimmed(line);
		if (strncmp(line, DESCRIPTION, strlen(DESCRIPTION)) == 0) {
			if (line[strlen(DESCRIPTION)] != '\0')
				st = wrong(err, number, "the description stands below its key",
					   trimmed(line + strlen(DESCRIPTION)));
			else if (rest != NULL)
				ret->description = trimmed(rest);
			break;
		}
		if (line[0] != '\0' && line[0] != '#')
			st = line_take(ret, line, number, err);
	}
	if (st)
		product_text_done(ret);
	return st;
}

/* What a text is to be: NULL if it stays. A line that is gone says the same as an empty one. */
static const char *changed(const char *from, const char *to, bool *any)
{
	const char *a = from != NULL ? from : "", *b = to != NULL ? to : "";
	if (strcmp(a, b) == 0)
		return NULL;
	*any = true;
	return b;
}

static bool has(const struct product_text *t, const char *attribute, size_t len)
{
	for (size_t i = 0; i < t->attribute_count; i++)
		if (strncmp(t->attributes[i], attribute, len) == 0 &&
		    (attribute[len - 1] == '=' || t->attributes[i][len] == '\0'))
			return true;
	return false;
}

static enum shop_status attributes_compare(const struct product_text *from,
					   const struct product_text *to,
					   struct product_text_change *ret, struct shop_error *err)
{
	size_t most = from->attribute_count + to->attribute_count + 1;
	ret->attributes = calloc(most, sizeof(*ret->attributes));
	ret->removals = calloc(most, sizeof(*ret->removals));
	if (ret->attributes == NULL || ret->removals == NULL)
		return no_memory(err);
	for (size_t i = 0; i < from->attribute_count; i++) {
		const char *a = from->attributes[i];
		size_t name = strcspn(a, "=") + 1;
		if (has(to, a, name))
			continue;
		char *removal = strndup(a, name);
		if (removal == NULL)
			return no_memory(err);
		ret->removals[ret->removal_count++] = removal;
		ret->attributes[ret->attribute_count++] = removal;
	}
	for (size_t i = 0; i < to->attribute_count; i++)
		if (!has(from, to->attributes[i], strlen(to->attributes[i])))
			ret->attributes[ret->attribute_count++] = to->attributes[i];
	ret->any = ret->any || ret->attribute_count > 0;
	ret->edit.attributes = (struct shop_texts){ ret->attributes, ret->attribute_count };
	return SHOP_OK;
}

static enum shop_status numbers_compare(const struct product_text *from,
					const struct product_text *to, const char *currency,
					struct product_text_change *ret, struct shop_error *err)
{
	const char *price = changed(from->price, to->price, &ret->any);
	const char *stock = changed(from->stock, to->stock, &ret->any);
	size_t digits = stock != NULL ? strspn(stock, "0123456789") : 1;
	if (price != NULL && to->price == NULL)
		return shop_error_set(err, SHOP_E_INVALID, "the price is missing");
	if (stock != NULL && to->stock == NULL)
		return shop_error_set(err, SHOP_E_INVALID, "the stock is missing");
	if (digits == 0 || digits > STOCK_MAX_DIGITS || (stock != NULL && stock[digits] != '\0'))
		return wrong(err, to->stock_line, "stock: expected a whole number", stock);
	if (stock != NULL)
		ret->edit.stock = strtoll(stock, NULL, 10);
	enum shop_status st =
		price != NULL ? shop_money_parse(price, currency, &ret->edit.price_cents, err)
			      : SHOP_OK;
	if (st)
		shop_error_prefix(err, "line %d: price: ", to->price_line);
	return st;
}

enum shop_status product_text_compare(const struct product_text *from,
				      const struct product_text *to, const char *currency,
				      struct product_text_change *ret, struct shop_error *err)
{
	const struct shop_product_edit none = SHOP_PRODUCT_EDIT_NONE;
	*ret = (struct product_text_change){ .edit = none };
	ret->edit.sku = changed(from->sku, to->sku, &ret->any);
	ret->edit.name = changed(from->name, to->name, &ret->any);
	ret->edit.brand = changed(from->brand, to->brand, &ret->any);
	ret->edit.category = changed(from->category, to->category, &ret->any);
	ret->edit.group = changed(from->group, to->group, &ret->any);
	ret->edit.image = changed(from->image, to->image, &ret->any);
	ret->edit.description = changed(from->description, to->description, &ret->any);
	enum shop_status st = numbers_compare(from, to, currency, ret, err);
	if (!st)
		st = attributes_compare(from, to, ret, err);
	if (st)
		product_text_change_done(ret);
	return st;
}

void product_text_change_done(struct product_text_change *c)
{
	for (size_t i = 0; i < c->removal_count; i++)
		free(c->removals[i]);
	free(c->removals);
	free(c->attributes);
	*c = (struct product_text_change){ 0 };
}
