/* SPDX-License-Identifier: MIT */
/* What the customer wants done: the command for it is proposed, and nothing is done. */
#include <inttypes.h>

#include "assistant/compose.h"

const char *query_command(const struct understanding *u)
{
	return u->query.command != NULL && u->query.command[0] != '\0' ? u->query.command : NULL;
}

static void put_command(struct buf *b, const struct understanding *u, const char *before)
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
		put_command(b, u, u->quantity == 1 ? " To order it:" : " To order as many as you want:");
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
	if (o->status == SHOP_ORDER_CANCELLED)
		return paying ? "was cancelled, so there is nothing to pay" : "was cancelled already";
	if (paying)
		return o->paid_at != SHOP_NONE ? "has been paid already" : NULL;
	if (o->delivered_at != SHOP_NONE)
		return "has been delivered, so it can no longer be cancelled";
	if (o->shipped_at != SHOP_NONE)
		return "has been shipped, so it can no longer be cancelled";
	return NULL;
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
	if (e->orders.count == 0 && e->order_count == 0) {
		buf_puts(b, "You have no orders yet.");
		return;
	}
	if (e->orders.count == 0) {
		buf_printf(b, "Tell me which order to %s, by its number.", paying ? "pay" : "cancel");
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

static void compose_account(struct buf *b, const struct understanding *u)
{
	switch (u->account) {
	case CUE_ACCOUNT_PASSWORD:
		put_command(b, u, "To change your password:");
		break;
	case CUE_ACCOUNT_EMAIL:
		put_command(b, u, "To change your e-mail address:");
		break;
	case CUE_ACCOUNT_NAME:
		put_command(b, u, "To change your name:");
		break;
	case CUE_ACCOUNT_ADDRESS:
		put_command(b, u, "To change your address:");
		break;
	case CUE_ACCOUNT_LOGIN:
		put_command(b, u, "To log in:");
		break;
	case CUE_ACCOUNT_LOGOUT:
		put_command(b, u, "To log out:");
		break;
	case CUE_ACCOUNT_REGISTER:
		put_command(b, u, "To open an account:");
		break;
	case CUE_ACCOUNT_WHO:
		put_command(b, u, "To see your account:");
		break;
	default:
		break;
	}
	if (b->len == 0)
		buf_puts(b, "I can't do that from here; please ask the people of the shop.");
}

static void compose_rules(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	enum { POLICY_BYTES = 16384, TOPIC_BYTES = 80 };
	const char *topic = e->topic != NULL ? e->topic : u->topic;
	if (e->policy != NULL) {
		buf_puts(b, "The shop says");
		if (e->topic != NULL) {
			buf_puts(b, " about ");
			put_clean(b, e->topic, TOPIC_BYTES);
		}
		buf_puts(b, ": ");
		put_clean(b, e->policy, POLICY_BYTES);
		return;
	}
	buf_puts(b, "The shop has not written anything down");
	if (topic != NULL) {
		buf_puts(b, " about ");
		put_quoted(b, topic);
	}
	buf_putc(b, '.');
	if (e->topics.count > 0) {
		buf_puts(b, " It has rules about ");
		put_list(b, e->topics.items, e->topics.count);
		buf_putc(b, '.');
	}
}

static void compose_courtesy(struct buf *b, enum cue courtesy)
{
	if (courtesy == CUE_THANKS)
		buf_puts(b, "You're welcome.");
	else if (courtesy == CUE_BYE)
		buf_puts(b, "Goodbye!");
	else if (courtesy == CUE_HELP)
		buf_puts(b, "I find and compare products, follow your orders, and tell you the shop's "
			    "rules. Ask for the cheapest of something, what is in stock, what people say "
			    "about a product, or where your order is.");
	else
		buf_puts(b, "Hello! Ask me about products, your orders, or the shop's rules.");
}

void compose_shop(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	switch (u->query.intent) {
	case SHOP_INTENT_ACCOUNT:
		compose_account(b, u);
		break;
	case SHOP_INTENT_SHOP_INFO:
		compose_rules(b, u, e);
		break;
	case SHOP_INTENT_GREETING:
		compose_courtesy(b, u->courtesy);
		break;
	default:
		buf_puts(b, "Sorry, I can only help with this shop's products, your orders and the "
			    "shop's rules.");
	}
}
