/* SPDX-License-Identifier: MIT */
/* Answers that are about no goods: the account, the shop's rules, courtesy, and what is none of a
 * shop's business. */
#include "assistant/compose.h"

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
		put_list(b, &e->topics, " and ");
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
		buf_puts(b,
			 "I find and compare products, follow your orders, and tell you the shop's "
			 "rules. Ask for the cheapest of something, what is in stock, what people "
			 "say "
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
