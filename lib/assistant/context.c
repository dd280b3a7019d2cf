/* SPDX-License-Identifier: MIT */
/* The memory of a conversation between two messages, as text and back. */
#include "assistant/context.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

void context_init(struct chat_context *c)
{
	*c = (struct chat_context){
		.intent = SHOP_INTENT_UNSUPPORTED,
		.price_min_cents = SHOP_NONE,
		.price_max_cents = SHOP_NONE,
		.min_rating_centi = SHOP_NONE,
		.order_id = SHOP_NONE,
		.since = SHOP_NONE,
		.until = SHOP_NONE,
	};
}

void context_done(struct chat_context *c)
{
	free(c->text);
	texts_done(&c->brands);
	texts_done(&c->categories);
	texts_done(&c->attributes);
	context_init(c);
}

/* A value stands on one line: whatever could end it early becomes a space. */
static void put_text(struct buf *b, const char *name, const char *value)
{
	buf_printf(b, "%s ", name);
	for (const char *p = value; *p != '\0'; p++)
		buf_putc(b, *p == '\n' || *p == '\r' ? ' ' : *p);
	buf_putc(b, '\n');
}

static void put_texts(struct buf *b, const char *name, const struct texts *t)
{
	for (size_t i = 0; i < t->count; i++)
		put_text(b, name, t->items[i]);
}

static void put_number(struct buf *b, const char *name, int64_t n)
{
	if (n != SHOP_NONE)
		buf_printf(b, "%s %" PRId64 "\n", name, n);
}

char *context_write(const struct chat_context *c)
{
	struct buf b;
	buf_init(&b, CONTEXT_SIZE);
	put_number(&b, "intent", (int64_t)c->intent);
	if (c->text != NULL)
		put_text(&b, "text", c->text);
	put_texts(&b, "brand", &c->brands);
	put_texts(&b, "category", &c->categories);
	put_texts(&b, "attribute", &c->attributes);
	put_number(&b, "min", c->price_min_cents);
	put_number(&b, "max", c->price_max_cents);
	put_number(&b, "rating", c->min_rating_centi);
	for (size_t i = 0; i < c->order_count; i++)
		put_number(&b, "order", c->orders[i]);
	put_number(&b, "since", c->since);
	put_number(&b, "until", c->until);
	put_text(&b, "sort", shop_sort_word(c->sort, c->reverse));
	if (c->in_stock)
		put_number(&b, "in_stock", 1);
	if (c->goods)
		put_number(&b, "goods", 1);
	if (c->spent)
		put_number(&b, "spent", 1);
	for (size_t i = 0; i < c->product_count; i++)
		buf_printf(&b, "product %" PRId64 " %" PRId64 "\n", c->products[i], c->prices[i]);
	char *text = buf_take(&b);
	buf_done(&b);
	return text;
}

static int64_t number(const char *value, char **end)
{
	errno = 0;
	long long n = strtoll(value, end, 10);
	return errno != 0 || *end == value || n < 0 ? SHOP_NONE : (int64_t)n;
}

static void read_order(struct chat_context *c, int64_t id)
{
	if (id == SHOP_NONE || c->order_count == CONTEXT_ROWS)
		return;
	if (c->order_count == 0)
		c->order_id = id;
	c->orders[c->order_count++] = id;
}

static void read_number(struct chat_context *c, const char *name, const char *value)
{
	char *end = NULL;
	int64_t n = number(value, &end);
	if (strcmp(name, "intent") == 0 && n >= 0 && n <= SHOP_INTENT_UNSUPPORTED)
		c->intent = (enum shop_intent)n;
	else if (strcmp(name, "min") == 0)
		c->price_min_cents = n;
	else if (strcmp(name, "max") == 0)
		c->price_max_cents = n;
	else if (strcmp(name, "rating") == 0)
		c->min_rating_centi = n;
	else if (strcmp(name, "order") == 0)
		read_order(c, n);
	else if (strcmp(name, "since") == 0)
		c->since = n <= INT32_MAX ? n : SHOP_NONE;
	else if (strcmp(name, "until") == 0)
		c->until = n <= INT32_MAX ? n : SHOP_NONE;
	else if (strcmp(name, "in_stock") == 0)
		c->in_stock = n == 1;
	else if (strcmp(name, "goods") == 0)
		c->goods = n == 1;
	else if (strcmp(name, "spent") == 0)
		c->spent = n == 1;
	else if (strcmp(name, "product") == 0 && n != SHOP_NONE &&
		 c->product_count < CONTEXT_ROWS) {
		int64_t price = number(end, &end);
		c->prices[c->product_count] = price == SHOP_NONE ? 0 : price;
		c->products[c->product_count++] = n;
	}
}

static bool read_line(struct chat_context *c, const char *name, const char *value)
{
	enum shop_sort sort;
	bool reverse;
	if (strcmp(name, "text") == 0) {
		free(c->text);
		c->text = strdup(value);
		return c->text != NULL;
	}
	if (strcmp(name, "brand") == 0)
		return texts_add(&c->brands, value);
	if (strcmp(name, "category") == 0)
		return texts_add(&c->categories, value);
	if (strcmp(name, "attribute") == 0)
		return texts_add(&c->attributes, value);
	if (strcmp(name, "sort") == 0 && shop_sort_find(value, &sort, &reverse)) {
		c->sort = sort;
		c->reverse = reverse;
	}
	read_number(c, name, value);
	return true;
}

bool context_read(const char *text, struct chat_context *ret)
{
	context_init(ret);
	char line[1024], *space;
	while (*text != '\0') {
		size_t len = strcspn(text, "\n");
		if (len < sizeof(line)) {
			memcpy(line, text, len);
			line[len] = '\0';
			space = strchr(line, ' ');
			if (space != NULL) {
				*space = '\0';
				ret->known = true;
				if (!read_line(ret, line, space + 1))
					return false;
			}
		}
		text += len + (text[len] == '\n');
	}
	return true;
}
