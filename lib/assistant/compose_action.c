/* SPDX-License-Identifier: MIT */
/* What the customer wants done: the command for it is proposed, and nothing is done. */
#include <inttypes.h>

#include "assistant/compose.h"

const char *query_command(const struct understanding *u)
{
	return u->query.command != NULL && u->query.command[0] != '\0' ? u->query.command : NULL;
}

void put_command(struct buf *b, const struct understanding *u, const char *before)
{
	enum { COMMAND_BYTES = 4096 };
	if (query_command(u) == NULL)
		return;
	buf_puts(b, before);
	buf_puts(b, "\n    ");
	put_clean(b, query_command(u), COMMAND_BYTES);
}

static void put_alternative(struct buf *b, const struct evidence *e)
{
	if (e->instead.count == 0)
		return;
	buf_puts(b, "\nInstead there is ");
	put_row(b, e, &e->instead.items[0]);
	buf_putc(b, '.');
}

static void put_other_candidates(struct buf *b, const struct evidence *e)
{
	struct shop_products others = { e->products.items + 1, e->products.count - 1 };
	if (e->products.count < 2)
		return;
	buf_puts(b, "\nOther products that match:");
	put_rows(b, e, &others, REPLY_LISTED - 1);
}

static void propose_purchase(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	const struct shop_product *p = &e->products.items[0];
	put_name(b, p);
	if (p->stock <= 0) {
		buf_puts(b, " is sold out, so it can't be ordered now.");
		put_alternative(b, e);
	} else if (u->quantity > p->stock) {
		buf_printf(b, " has only %" PRId64 " in stock, fewer than you want.", p->stock);
	} else {
		buf_puts(b, " costs ");
		put_price(b, p->price_cents, e->currency);
		buf_printf(b, "; %" PRId64 " %s in stock.", p->stock, p->stock == 1 ? "is" : "are");
		if (query_command(u) != NULL && u->quantity != 1)
			buf_printf(b, " For %" PRId64 " of them:", u->quantity);
		put_command(b, u, u->quantity == 1 ? " To order it:" : "");
		buf_puts(b, "\nNothing has been ordered yet.");
	}
	put_other_candidates(b, e);
}

static void compose_purchase(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	const char *name = u->name != NULL ? u->name : u->query.text;
	if (e->products.count > 0) {
		propose_purchase(b, u, e);
	} else if (name != NULL) {
		buf_puts(b, "I found no product called ");
		put_quoted(b, name);
		buf_puts(b, ", so there is nothing to order.");
	} else {
		buf_puts(b, "Tell me which product to order, by its name or its id.");
	}
}

/* Why an order can no longer be cancelled or paid; NULL if it can. */
static const char *obstacle(enum chat_action action, const struct shop_order *o)
{
	bool paying = action == ACTION_PAY;
	if (shop_order_can(o, paying ? SHOP_STEP_PAY : SHOP_STEP_CANCEL))
		return NULL;
	if (o->status == SHOP_ORDER_CANCELLED)
		return paying ? "was cancelled, so there is nothing to pay"
			      : "was cancelled already";
	if (paying)
		return o->paid_at != SHOP_NONE ? "has been paid already" : "can't be paid now";
	return o->delivered_at != SHOP_NONE ? "has been delivered, so it can no longer be cancelled"
					    : "has been shipped, so it can no longer be cancelled";
}

static void put_order_facts(struct buf *b, const struct evidence *e, const struct shop_order *o)
{
	buf_printf(b, "Order #%" PRId64 ", ordered on ", o->id);
	put_day(b, local_day(o->created_at, e->utc_offset));
	buf_puts(b, ", comes to ");
	put_price(b, o->total_cents, o->currency != NULL ? o->currency : e->currency);
	buf_putc(b, '.');
}

static void compose_change(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	bool paying = u->action == ACTION_PAY;
	if (e->orders.count == 0 && u->query.order_id != SHOP_NONE) {
		buf_printf(b, "I found no order #%" PRId64 " of yours.", u->query.order_id);
		return;
	}
	if (e->words_missed) {
		put_missed_words(b, u);
		buf_putc(b, '.');
		return;
	}
	if (e->orders.count == 0) {
		buf_puts(b, e->order_count == 0 ? "You have no orders yet."
			    : paying            ? "You have no unpaid orders."
						: "None of your orders can be cancelled now.");
		return;
	}
	if (e->orders.count > 1) {
		buf_printf(b,
			   "Tell me which order to %s, by its number:", paying ? "pay" : "cancel");
		put_order_rows(b, u, e);
		return;
	}
	const struct shop_order *o = &e->orders.items[0];
	const char *why = obstacle(u->action, o);
	if (why != NULL) {
		buf_printf(b, "Order #%" PRId64 " %s.", o->id, why);
		return;
	}
	put_order_facts(b, e, o);
	put_command(b, u, paying ? " To pay it:" : " To cancel it:");
	buf_puts(b, paying ? "\nNothing has been paid yet." : "\nNothing has been cancelled yet.");
}

void compose_action(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	if (u->action == ACTION_BUY)
		compose_purchase(b, u, e);
	else
		compose_change(b, u, e);
}
