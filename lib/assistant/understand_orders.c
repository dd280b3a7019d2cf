/* SPDX-License-Identifier: MIT */
/* Questions about the customer's own orders, and what is to be done with them. */
#include <string.h>

#include "assistant/reading.h"

static bool plural(const struct reading *r)
{
	return reading_has_fold(r, "orders") || reading_has_fold(r, "purchases") ||
	       reading_has_fold(r, "packages") || reading_has_fold(r, "parcels");
}

/* May a verb stand behind the word: "please order", "you to order", "so order"? */
static bool leads_verb(const char *fold)
{
	static const char *const words[] = { "please", "pls",  "to",   "you",   "and", "so",
					     "then",   "just", "now",  "ahead", "can", "could",
					     "would",  "will", "lets", "kindly" };
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i], fold) == 0)
			return true;
	return false;
}

/* "Order two of them", "please order the blue one": the verb and not the noun. */
static bool orders_imperatively(const struct reading *r)
{
	for (size_t i = 0; i + 1 < r->in->word_count; i++) {
		const char *fold = r->in->words[i].fold;
		if (!reading_at(r, i, CUE_ORDER) ||
		    (strcmp(fold, "order") != 0 && strcmp(fold, "purchase") != 0))
			continue;
		bool begins = i == 0 || r->cue[i - 1] == CUE_HELLO ||
			      r->in->words[i - 1].after == ',' ||
			      leads_verb(r->in->words[i - 1].fold);
		for (size_t j = i + 1; j < r->in->word_count && begins; j++)
			begins = r->cue[j] != CUE_TRACK && r->cue[j] != CUE_ARRIVE &&
				 r->cue[j] != CUE_MY_ORDER;
		if (begins && r->in->words[i].after == ' ')
			return true;
	}
	return false;
}

/* "I want the whole list ordered", "get it ordered". */
static bool wants_ordered(const struct reading *r)
{
	bool wish = r->has[CUE_WISH] || r->has[CUE_SHOW] || reading_has_fold(r, "get");
	return wish && !r->has[CUE_WHICH] && reading_has_fold(r, "ordered");
}

static bool wants_purchase(const struct reading *r)
{
	if (r->has[CUE_I_ORDERED] || r->has[CUE_MY_ORDER] || r->has[CUE_SPENT])
		return false;
	/* "where to buy", "is it worth buying": not an order yet */
	bool buys = r->has[CUE_BUY] && !r->has[CUE_QUESTION] && !r->has[CUE_WHICH] &&
		    !r->has[CUE_RECOMMEND] && !r->has[CUE_COUNT];
	return buys || orders_imperatively(r) || wants_ordered(r);
}

/* "it", where an order was spoken of last. */
static bool of_order(const struct reading *r)
{
	const struct chat_context *c = r->in->context;
	return r->has[CUE_IT] && c->order_id != SHOP_NONE && reading_content_count(r) == 0 &&
	       c->intent >= SHOP_INTENT_ORDER_LIST && c->intent <= SHOP_INTENT_ORDER_ACTION;
}

static bool understand_action(struct reading *r)
{
	struct understanding *u = r->out;
	bool order = r->has[CUE_ORDER] || r->has[CUE_MY_ORDER] || r->has[CUE_PARCEL] ||
		     u->query.order_id != SHOP_NONE;
	if (r->has[CUE_CANCEL] && (order || (r->has[CUE_IT] && reading_content_count(r) == 0)))
		u->action = ACTION_CANCEL;
	else if (r->has[CUE_PAY] && (order || of_order(r)) && !r->has[CUE_POLICY] &&
		 !r->has[CUE_QUESTION])
		u->action = ACTION_PAY;
	else if (u->query.order_id == SHOP_NONE && wants_purchase(r))
		u->action = ACTION_BUY;
	else
		return false;
	u->query.intent = SHOP_INTENT_ORDER_ACTION;
	if (u->action == ACTION_BUY) {
		reading_names(r);
		u->name = reading_name(r, 0, r->in->word_count);
		reading_text(r);
		const struct chat_context *c = r->in->context;
		if (u->ref_count == 0 && (r->has[CUE_IT] || r->has[CUE_THEM]) && u->name == NULL &&
		    c->product_count > 0)
			u->refs[u->ref_count++] = c->products[0];
	} else if (u->query.order_id == SHOP_NONE && r->has[CUE_IT]) {
		u->query.order_id = r->in->context->order_id;
	}
	return true;
}

static unsigned bit(enum shop_order_status s)
{
	return 1u << s;
}

static unsigned statuses(const struct reading *r)
{
	unsigned set = 0;
	if (r->has[CUE_UNPAID])
		set |= bit(SHOP_ORDER_PENDING);
	if (r->has[CUE_OPEN])
		set |= bit(SHOP_ORDER_PENDING) | bit(SHOP_ORDER_PAID) | bit(SHOP_ORDER_SHIPPED);
	if (set != 0)
		return set;
	bool many = plural(r) || r->has[CUE_COUNT];
	if (r->has[CUE_CANCELLED])
		set |= bit(SHOP_ORDER_CANCELLED);
	if (r->has[CUE_PAID])
		set |= bit(SHOP_ORDER_PAID);
	if (r->has[CUE_SHIPPED] || (many && reading_has_fold(r, "shipped")))
		set |= bit(SHOP_ORDER_SHIPPED);
	if (r->has[CUE_DELIVERED] ||
	    (many && (reading_has_fold(r, "delivered") || reading_has_fold(r, "arrived"))))
		set |= bit(SHOP_ORDER_DELIVERED);
	return set;
}

/* Is it about orders of one's own at all? */
static bool about_orders(const struct reading *r)
{
	if (r->has[CUE_I_ORDERED] || r->has[CUE_MY_ORDER] || r->has[CUE_PARCEL] ||
	    r->has[CUE_SPENT])
		return true;
	bool status = r->has[CUE_UNPAID] || r->has[CUE_OPEN] || r->has[CUE_SHIPPED] ||
		      r->has[CUE_DELIVERED] || r->has[CUE_CANCELLED];
	bool noun = plural(r) || reading_has_fold(r, "ordered");
	if (r->has[CUE_ORDER] && noun && reading_has_date(r, false))
		return true;
	/* "what hasn't been delivered yet?" */
	if ((r->has[CUE_OPEN] || r->has[CUE_UNPAID]) && reading_content_count(r) == 0)
		return true;
	if (r->has[CUE_ORDER])
		return r->has[CUE_TRACK] || r->has[CUE_ARRIVE] || r->has[CUE_MY] ||
		       r->has[CUE_LAST] || r->has[CUE_SHOW] || r->has[CUE_COUNT] ||
		       r->has[CUE_WHICH] || status || r->has[CUE_FIRST] || r->has[CUE_OTHERS] ||
		       r->has[CUE_NEWEST] || reading_content_count(r) == 0;
	/* "when will my headphones arrive", "where is my laptop" */
	bool known = !reading_has_fold(r, "where") || r->in->context->order_id != SHOP_NONE;
	return (r->has[CUE_MY] || r->has[CUE_IT]) &&
	       (r->has[CUE_ARRIVE] ||
		(r->has[CUE_TRACK] && known && reading_content_count(r) == 0));
}

/* Goes on from a question about orders: "and in March?", "is it paid?". */
static bool continues_orders(const struct reading *r)
{
	const struct chat_context *c = r->in->context;
	bool orders = c->intent >= SHOP_INTENT_ORDER_LIST && c->intent <= SHOP_INTENT_ORDER_ACTION;
	if (!c->known || !orders || r->out->ref_count > 0)
		return false;
	bool status = r->has[CUE_UNPAID] || r->has[CUE_OPEN] || r->has[CUE_SHIPPED] ||
		      r->has[CUE_DELIVERED] || r->has[CUE_CANCELLED] || r->has[CUE_PAID];
	if (reading_has_date(r, true))
		return true;
	if (reading_content_count(r) > 0 || r->has[CUE_IN_STOCK] || r->has[CUE_SOLD_OUT] ||
	    r->has[CUE_REVIEWS] || r->has[CUE_POLICY])
		return false;
	return status || r->has[CUE_TRACK] ||
	       (r->has[CUE_IT] && (r->has[CUE_PRICE] || r->has[CUE_SHOW] || r->has[CUE_WHICH] ||
				   r->has[CUE_ABOUT] || r->has[CUE_PAY]));
}

static enum shop_intent order_intent(const struct reading *r)
{
	const struct understanding *u = r->out;
	enum shop_intent before = r->in->context->intent;
	if (u->follow && u->query.order_id == SHOP_NONE)
		return before == SHOP_INTENT_ORDER_COUNT ? before : SHOP_INTENT_ORDER_LIST;
	if (u->spent || (r->has[CUE_COUNT] && !r->has[CUE_TRACK]))
		return SHOP_INTENT_ORDER_COUNT;
	if (u->query.order_id != SHOP_NONE)
		return SHOP_INTENT_ORDER_TRACK;
	bool track = r->has[CUE_TRACK] || r->has[CUE_ARRIVE] || reading_has_fold(r, "update");
	if (track && !u->dated && (u->statuses == 0 || !plural(r)))
		return SHOP_INTENT_ORDER_TRACK;
	bool one = (r->has[CUE_MY_ORDER] || r->has[CUE_ORDER]) && !plural(r) && !r->has[CUE_WHICH];
	if (one && !r->has[CUE_SHOW] && !u->dated && !u->last && reading_content_count(r) == 0 &&
	    u->statuses != 0)
		return SHOP_INTENT_ORDER_TRACK;
	if (r->has[CUE_PARCEL] && !u->dated)
		return SHOP_INTENT_ORDER_TRACK;
	return SHOP_INTENT_ORDER_LIST;
}

static bool cue_is_free(const struct reading *r, enum cue cue)
{
	for (size_t i = 0; i < r->in->word_count; i++)
		if (r->begins[i] && r->cue[i] == cue && r->use[i] == USE_CUE)
			return true;
	return false;
}

/* "did I order", "have I ever bought": to be answered with yes or no. */
static bool begins_with_did(const struct reading *r)
{
	static const char *const verbs[] = { "did", "didnt", "have", "havent", "do" };
	size_t i = r->in->word_count > 0 && r->cue[0] == CUE_AND ? 1 : 0;
	for (size_t j = 0; j < sizeof(verbs) / sizeof(verbs[0]); j++)
		if (i < r->in->word_count && strcmp(r->in->words[i].fold, verbs[j]) == 0)
			return true;
	return false;
}

bool understand_orders(struct reading *r)
{
	struct understanding *u = r->out;
	u->query.order_id = reading_order_id(r);
	reading_numbers(r);
	bool id = u->query.order_id != SHOP_NONE;
	if (understand_action(r))
		return true;
	bool about = about_orders(r);
	u->follow = !about && !id && continues_orders(r);
	if (!about && !id && !u->follow)
		return false;
	if (r->has[CUE_POLICY] && !id && !r->has[CUE_TRACK] && !r->has[CUE_I_ORDERED] &&
	    !r->has[CUE_SPENT])
		return false;
	if (!id)
		reading_dates(r);
	u->last = cue_is_free(r, CUE_LAST) || cue_is_free(r, CUE_NEWEST);
	u->first = cue_is_free(r, CUE_FIRST) || cue_is_free(r, CUE_OLDEST);
	u->spent = (r->has[CUE_SPENT] && !id) || (u->follow && r->in->context->spent);
	if (u->follow && r->has[CUE_IT] && !u->dated)
		u->query.order_id = r->in->context->order_id;
	u->statuses = statuses(r);
	u->asks = r->has[CUE_I_ORDERED] && begins_with_did(r);
	u->query.intent = order_intent(r);
	if (u->query.intent == SHOP_INTENT_ORDER_TRACK)
		u->statuses = 0;
	reading_names(r);
	reading_text(r);
	if (r->has[CUE_IT] && u->query.intent == SHOP_INTENT_ORDER_TRACK && !id &&
	    u->query.text == NULL && !r->has[CUE_MY_ORDER])
		u->query.order_id = r->in->context->order_id;
	if ((u->last || u->first) && u->query.limit == SHOP_NONE && !plural(r))
		u->query.limit = 1;
	u->strong = true;
	return true;
}
