/* SPDX-License-Identifier: MIT */
/* From the claims of a reply to the rows that it is about. */
#include "assistant/mention.h"

#include <stdlib.h>
#include <string.h>

/* The number behind "product:". */
static bool source_id(const struct shop_claim *c, const char *kind, int64_t *ret)
{
	size_t len = strlen(kind);
	if (!c->ok || c->source == NULL || strncmp(c->source, kind, len) != 0)
		return false;
	*ret = strtoll(c->source + len, NULL, 10);
	return true;
}

static void product_forward(struct shop_products *list, struct mentions *m, int64_t id)
{
	for (size_t i = m->products; i < list->count; i++) {
		if (list->items[i].id != id)
			continue;
		struct shop_product found = list->items[i];
		memmove(&list->items[m->products + 1], &list->items[m->products],
			(i - m->products) * sizeof(found));
		list->items[m->products++] = found;
		return;
	}
}

static void order_forward(struct shop_orders *list, struct mentions *m, int64_t id)
{
	for (size_t i = m->orders; i < list->count; i++) {
		if (list->items[i].id != id)
			continue;
		struct shop_order found = list->items[i];
		memmove(&list->items[m->orders + 1], &list->items[m->orders],
			(i - m->orders) * sizeof(found));
		list->items[m->orders++] = found;
		return;
	}
}

struct mentions mention(const struct verdict *v, struct evidence *e)
{
	struct mentions m = { 0 };
	int64_t id;
	for (size_t i = 0; i < v->count; i++) {
		if (source_id(&v->claims[i], "product:", &id))
			product_forward(&e->products, &m, id);
		if (source_id(&v->claims[i], "order:", &id))
			order_forward(&e->orders, &m, id);
	}
	return m;
}

static bool says(const struct verdict *v, const struct shop_claim *what)
{
	bool thing = strncmp(what->source, "product:", 8) == 0 ||
		     strncmp(what->source, "order:", 6) == 0;
	for (size_t i = 0; i < v->count; i++) {
		const struct shop_claim *c = &v->claims[i];
		if (!c->ok || c->source == NULL)
			continue;
		if (thing ? strcmp(c->source, what->source) == 0
			  : strcmp(c->kind, what->kind) == 0 && strcmp(c->text, what->text) == 0)
			return true;
	}
	return false;
}

bool mention_answers(const struct verdict *reply, const struct verdict *right, bool all)
{
	bool some = false;
	for (size_t i = 0; i < right->count; i++) {
		const struct shop_claim *c = &right->claims[i];
		/* what repeats the question answers nothing */
		bool counts = c->ok && c->source != NULL && strcmp(c->source, "question") != 0 &&
			      (!some || strcmp(c->kind, "product") == 0);
		if (counts && !says(reply, c))
			return false;
		some |= counts;
		if (some && !all)
			return true;
	}
	return true;
}
