/* SPDX-License-Identifier: MIT */
/* Questions about the customer's own orders. */
#include "assistant/understand_orders.h"

#include <string.h>

static bool has_state(const struct reading *r)
{
	return r->has[CUE_UNPAID] || r->has[CUE_OPEN] || r->has[CUE_SHIPPED] ||
	       r->has[CUE_DELIVERED] || r->has[CUE_CANCELLED];
}

/* "the tea order". */
static bool names_goods_order(const struct reading *r)
{
	for (size_t i = 2; i < r->in->word_count; i++) {
		size_t k = i;
		if (strcmp(r->in->words[i].fold, "order") != 0)
			continue;
		while (k > 0 && reading_content(r, k - 1))
			k--;
		if (k < i && k > 0 && strcmp(r->in->words[k - 1].fold, "the") == 0)
			return true;
	}
	return false;
}

/* "the order with the honey", "which order": the noun. */
static bool names_an_order(const struct reading *r)
{
	static const char *const before[] = { "the", "that", "this", "which", "an", "what", NULL };
	if (names_goods_order(r))
		return true;
	for (size_t i = 1; i < r->in->word_count; i++)
		if (strcmp(r->in->words[i].fold, "order") == 0 && r->cue[i] == CUE_ORDER &&
		    word_is_one_of(r->in->words[i - 1].fold, before))
			return true;
	return reading_has_fold(r, "do") && reading_has_fold(r, "i") && reading_has_fold(r, "have");
}

/* "where is my piano", "when does the lamp arrive": certain only if there is such an order. */
static bool seeks_goods(const struct reading *r)
{
	if (!r->has[CUE_MY] && !r->has[CUE_IT] && !r->has[CUE_OPEN])
		return false;
	bool known = !reading_has_fold(r, "where") || r->in->context->order_id != SHOP_NONE;
	if (r->has[CUE_ARRIVE] || (r->has[CUE_TRACK] && known && reading_content_count(r) == 0))
		return true;
	bool seeks = (r->has[CUE_TRACK] || has_state(r)) && (r->has[CUE_MY] || r->has[CUE_OPEN]) &&
		     reading_content_count(r) > 0 && !r->has[CUE_POLICY];
	r->out->strong &= !seeks;
	return seeks;
}

/* "how much were my orders in May", "what do my purchases come to", "how much money went to you in
 * November". */
static bool sums_up(const struct reading *r)
{
	static const char *const sums[] = { "total",  "sum",   "worth",    "value",
					    "amount", "spend", "spending", "expenses" };
	bool sum = r->has[CUE_PRICE];
	for (size_t i = 0; i < sizeof(sums) / sizeof(sums[0]); i++)
		sum |= reading_has_fold(r, sums[i]);
	bool mine = r->has[CUE_MY_ORDER] || r->has[CUE_I_ORDERED] ||
		    (r->has[CUE_MY] && r->has[CUE_ORDER]);
	if (r->has[CUE_COUNT] || r->has[CUE_TRACK])
		return false;
	if (sum && mine && orders_plural(r))
		return true;
	/* "my total for September" */
	if (sum && !r->has[CUE_PRICE] && r->has[CUE_MY] &&
	    (orders_name_only_days(r) || orders_name_nothing(r)))
		return true;
	return r->has[CUE_PRICE] && reading_has_fold(r, "money") && orders_name_only_days(r);
}

/* Is it about orders of one's own at all? */
static bool about_orders(const struct reading *r)
{
	/* "when do you post parcels" */
	bool theirs = orders_sent_by_shop(r);
	if (r->has[CUE_I_ORDERED] || r->has[CUE_MY_ORDER] || r->has[CUE_SPENT] ||
	    (r->has[CUE_PARCEL] && !theirs))
		return true;
	bool noun = orders_plural(r) || reading_has_fold(r, "ordered");
	if (r->has[CUE_ORDER] && (noun || names_an_order(r) || orders_name_only_days(r)) &&
	    reading_has_date(r, false))
		return true;
	/* "what hasn't been delivered yet?", "was anything cancelled?" */
	size_t content = reading_content_count(r);
	bool stock = r->has[CUE_IN_STOCK] || r->has[CUE_SOLD_OUT] || r->has[CUE_POLICY] ||
		     r->has[CUE_HAVE] || r->has[CUE_SELL];
	if ((r->has[CUE_OPEN] || r->has[CUE_UNPAID]) && content == 0)
		return true;
	bool state = has_state(r) || r->has[CUE_PAID];
	if (state && content == 0 && !stock && !r->has[CUE_IT] && !r->has[CUE_THEM])
		return true;
	if (r->has[CUE_ORDER])
		return r->has[CUE_TRACK] || r->has[CUE_ARRIVE] || r->has[CUE_MY] ||
		       r->has[CUE_LAST] || r->has[CUE_SHOW] || r->has[CUE_COUNT] ||
		       r->has[CUE_WHICH] || has_state(r) || r->has[CUE_FIRST] ||
		       r->has[CUE_OTHERS] || r->has[CUE_NEWEST] || content == 0 ||
		       names_an_order(r);
	return seeks_goods(r);
}

/* Goes on from a question about orders: "and in March?", "is it paid?". */
static bool continues_orders(const struct reading *r)
{
	if (!orders_before(r) || r->out->ref_count > 0)
		return false;
	/* "did I order a book?" - "what about socks?" */
	bool joins = r->has[CUE_FOLLOW] || (r->in->word_count > 0 && r->cue[0] == CUE_AND);
	if (joins && r->in->context->goods && reading_content_count(r) > 0 &&
	    !products_certain(r, false))
		return true;
	if (reading_has_date(r, true) || r->out->dated)
		return true;
	if (reading_content_count(r) > 0 || r->has[CUE_IN_STOCK] || r->has[CUE_SOLD_OUT] ||
	    r->has[CUE_REVIEWS] || r->has[CUE_POLICY])
		return false;
	bool end =
		r->has[CUE_NEWEST] || r->has[CUE_LAST] || r->has[CUE_OLDEST] || r->has[CUE_FIRST];
	return end || has_state(r) || r->has[CUE_PAID] || r->has[CUE_TRACK] || r->has[CUE_ARRIVE] ||
	       (r->has[CUE_IT] && (r->has[CUE_PRICE] || r->has[CUE_SHOW] || r->has[CUE_WHICH] ||
				   r->has[CUE_ABOUT] || r->has[CUE_PAY]));
}

/* "has it been sent", "when was my last order delivered": what became of one order. */
static bool asks_what_became(const struct reading *r)
{
	static const char *const verbs[] = { "why",  "has", "have", "is",    "was",  "were", "are",
					     "when", "did", "will", "hasnt", "isnt", NULL };
	bool asks = r->in->word_count > 0 && word_is_one_of(r->in->words[0].fold, verbs);
	bool state = has_state(r) || r->has[CUE_PAID] || r->has[CUE_ARRIVE];
	return asks && state && !orders_plural(r) && !r->has[CUE_WHICH] && !r->has[CUE_ANYTHING] &&
	       !reading_at(r, 0, CUE_I_ORDERED) && !r->has[CUE_OPEN];
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
	bool track = r->has[CUE_TRACK] || r->has[CUE_ARRIVE] || reading_has_fold(r, "update") ||
		     asks_what_became(r);
	bool single = r->has[CUE_MY_ORDER] || r->has[CUE_ORDER] || r->has[CUE_PARCEL] ||
		      r->has[CUE_IT] || r->has[CUE_MY] || reading_content_count(r) > 0;
	if (u->statuses != 0 && !single)
		return SHOP_INTENT_ORDER_LIST;
	if (track && !u->dated && (u->statuses == 0 || !orders_plural(r)))
		return SHOP_INTENT_ORDER_TRACK;
	bool one = (r->has[CUE_MY_ORDER] || r->has[CUE_ORDER]) && !orders_plural(r) &&
		   !r->has[CUE_WHICH];
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
	static const char *const verbs[] = { "did", "didnt", "have", "havent", "do", NULL };
	return reading_begins_with(r, verbs);
}

/* What was said of the days before still holds: "which of them are paid?" */
static void keep_days(struct reading *r)
{
	struct understanding *u = r->out;
	const struct chat_context *c = r->in->context;
	if (!u->follow || u->dated || u->query.order_id != SHOP_NONE)
		return;
	u->query.since = c->since;
	u->query.until = c->until;
}

static void read_order(struct reading *r, bool id)
{
	struct understanding *u = r->out;
	if (!id && !u->dated)
		reading_dates(r);
	orders_limit(r);
	u->last = cue_is_free(r, CUE_LAST) || cue_is_free(r, CUE_NEWEST);
	u->first = cue_is_free(r, CUE_FIRST) || cue_is_free(r, CUE_OLDEST);
	u->spent =
		((r->has[CUE_SPENT] || sums_up(r)) && !id) || (u->follow && r->in->context->spent);
	if (u->follow && r->has[CUE_IT] && !u->dated)
		u->query.order_id = r->in->context->order_id;
	u->statuses = orders_statuses(r);
	u->asks = r->has[CUE_I_ORDERED] && begins_with_did(r);
	orders_small_words(r);
	u->query.intent = order_intent(r);
	if (u->query.intent == SHOP_INTENT_ORDER_TRACK)
		u->statuses = 0;
	keep_days(r);
	/* the number says it all */
	if (id)
		return;
	reading_names(r);
	reading_text(r);
}

bool understand_orders(struct reading *r)
{
	struct understanding *u = r->out;
	orders_of_mine(r);
	u->query.order_id = orders_id(r);
	reading_numbers(r);
	bool id = u->query.order_id != SHOP_NONE;
	if (!id && orders_of_others(r)) {
		u->others = true;
		u->query.intent = SHOP_INTENT_ORDER_LIST;
		return true;
	}
	if (orders_action(r))
		return true;
	orders_days_around(r);
	u->strong = true;
	bool about = about_orders(r) || sums_up(r);
	u->follow = !about && !id && continues_orders(r);
	/* "have you received my payment for the latest order" */
	bool certain_one = r->has[CUE_ORDER] && (r->has[CUE_LAST] || r->has[CUE_NEWEST]);
	bool policy = r->has[CUE_POLICY] && !id && !certain_one && !r->has[CUE_TRACK] &&
		      !r->has[CUE_I_ORDERED] && !r->has[CUE_SPENT];
	if ((!about && !id && !u->follow) || policy) {
		u->strong = false;
		return false;
	}
	read_order(r, id);
	if (r->has[CUE_IT] && u->query.intent == SHOP_INTENT_ORDER_TRACK && !id &&
	    u->query.text == NULL && !r->has[CUE_MY_ORDER])
		u->query.order_id = r->in->context->order_id;
	if ((u->last || u->first) && u->query.limit == SHOP_NONE && !orders_plural(r))
		u->query.limit = 1;
	return true;
}
