/* SPDX-License-Identifier: MIT */
/* What the customer wants done: goods bought, an order cancelled or paid. */
#include <string.h>

#include "assistant/number.h"
#include "assistant/understand_orders.h"

/* May a verb stand behind the word: "please order", "you to order", "so order"? */
static bool leads_verb(const char *fold)
{
	static const char *const words[] = { "please", "pls",  "to",   "you",    "and", "so",
					     "then",   "just", "now",  "ahead",  "can", "could",
					     "would",  "will", "lets", "kindly", NULL };
	return word_is_one_of(fold, words);
}

/* "Order two of them", "please order the blue one": the verb and not the noun. */
static bool orders_imperatively(const struct reading *r)
{
	size_t last = r->in->word_count - 1;
	/* "... go ahead and order" */
	if (last > 0 && reading_at(r, last, CUE_ORDER) && reading_content_count(r) > 0 &&
	    strcmp(r->in->words[last].fold, "order") == 0 &&
	    leads_verb(r->in->words[last - 1].fold))
		return true;
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

/* How many, if the word is a number that counts things. */
static int64_t count_at(const struct reading *r, size_t word, size_t *ret_end)
{
	enum { MOST_MILLI = 1000000 };
	struct number n;
	if (word >= r->in->word_count ||
	    !number_at(r->in->text, r->in->len, r->in->words[word].start, &n) || n.ordinal ||
	    n.milli < 1000 || n.milli > MOST_MILLI || n.milli % 1000 != 0)
		return SHOP_NONE;
	*ret_end = n.span.end;
	return n.milli / 1000;
}

/* "two jars of": the number, with what it is that is counted. Takes the words. */
static bool take_packed(struct reading *r)
{
	static const char *const packs[] = {
		"bag",   "bags",   "bottle", "bottles", "box",    "boxes",   "bunch",  "bunches",
		"can",   "cans",   "carton", "cartons", "case",   "cases",   "copies", "copy",
		"jar",   "jars",   "pack",   "packs",   "packet", "packets", "pair",   "pairs",
		"piece", "pieces", "pot",    "pots",    "roll",   "rolls",   "tin",    "tins",
		"unit",  "units",  "tube",   "tubes",   "sack",   "sacks",   NULL,
	};
	for (size_t i = 0; i + 1 < r->in->word_count; i++) {
		size_t end = 0, pack = i + 1;
		int64_t count = count_at(r, i, &end);
		if (count == SHOP_NONE)
			continue;
		while (pack < r->in->word_count && r->in->words[pack].end <= end)
			pack++;
		if (pack >= r->in->word_count || !word_is_one_of(r->in->words[pack].fold, packs))
			continue;
		bool ends = pack + 1 == r->in->word_count;
		if (!ends && strcmp(r->in->words[pack + 1].fold, "of") != 0)
			continue;
		r->out->quantity = count;
		for (size_t k = i; k <= pack + (ends ? 0 : 1); k++)
			r->use[k] = USE_NUMBER;
		return true;
	}
	return false;
}

/* "I want to buy the attic violin", "... one of these", "... two mugs": a certain thing or a number
 * of them, and not just anything of a kind. Takes the number. */
static bool wants_certain(struct reading *r)
{
	static const char *const certain[] = { "the", "this", "that", "these", "those", NULL };
	static const char *const verbs[] = { "buy", "purchase", "get", NULL };
	for (size_t i = 0; i + 1 < r->in->word_count; i++) {
		size_t end = 0;
		bool can = r->cue[i] == CUE_EXISTS;
		bool verb = (can || r->cue[i] == CUE_WANT || r->cue[i] == CUE_WISH) &&
			    word_is_one_of(r->in->words[i].fold, verbs);
		if (!verb || (r->cue[i + 1] == r->cue[i] && !r->begins[i + 1]))
			continue;
		if (!can && word_is_one_of(r->in->words[i + 1].fold, certain))
			return true;
		int64_t count = count_at(r, i + 1, &end);
		if (count == SHOP_NONE)
			return false;
		r->out->quantity = count;
		reading_take(r, (struct span){ r->in->words[i + 1].start, end }, USE_NUMBER);
		return true;
	}
	return false;
}

/* "get me two of those": so many of what was shown. */
static bool wants_some_of_them(struct reading *r)
{
	size_t end = 0;
	for (size_t i = 0; i + 2 < r->in->word_count; i++) {
		int64_t count = count_at(r, i, &end);
		if (count == SHOP_NONE || strcmp(r->in->words[i + 1].fold, "of") != 0 ||
		    (r->cue[i + 2] != CUE_THEM && r->cue[i + 2] != CUE_IT) ||
		    r->in->context->product_count == 0)
			continue;
		r->out->quantity = count;
		return true;
	}
	return false;
}

static bool is_choosing(const struct reading *r)
{
	for (enum cue c = CUE_CHEAPEST; c <= CUE_TOP; c++)
		if (r->has[c])
			return true;
	return r->has[CUE_QUESTION] || r->has[CUE_WHICH] || r->has[CUE_RECOMMEND] ||
	       r->has[CUE_COUNT];
}

/* "add two mugs to my order", "put the lamp in": what a basket is told. */
static bool fills_basket(const struct reading *r)
{
	size_t i = 0;
	while (i < r->in->word_count && leads_verb(r->in->words[i].fold))
		i++;
	bool verb = i < r->in->word_count && (strcmp(r->in->words[i].fold, "add") == 0 ||
					      strcmp(r->in->words[i].fold, "put") == 0);
	return verb && (r->has[CUE_MY_ORDER] || r->has[CUE_ORDER]);
}

static bool wants_purchase(struct reading *r)
{
	if (fills_basket(r))
		return true;
	if (r->has[CUE_I_ORDERED] || r->has[CUE_MY_ORDER] || r->has[CUE_SPENT])
		return false;
	bool choosing = is_choosing(r);
	/* "where to buy", "is it worth buying": not an order yet */
	bool buys = r->has[CUE_BUY] && !r->has[CUE_QUESTION] && !r->has[CUE_WHICH] &&
		    !r->has[CUE_RECOMMEND] && !r->has[CUE_COUNT];
	if (buys || orders_imperatively(r) || wants_ordered(r))
		return true;
	if (choosing)
		return false;
	bool wish = r->has[CUE_SHOW] || r->has[CUE_WISH];
	return (wish && (take_packed(r) || wants_some_of_them(r))) || wants_certain(r);
}

/* "it", where an order was spoken of last. */
static bool of_order(const struct reading *r)
{
	return r->has[CUE_IT] && r->in->context->order_id != SHOP_NONE &&
	       reading_content_count(r) == 0 && orders_before(r);
}

static void take_goods(struct reading *r)
{
	struct understanding *u = r->out;
	const struct chat_context *c = r->in->context;
	take_packed(r);
	u->query.limit = SHOP_NONE;
	reading_names(r);
	u->name = reading_name(r, 0, r->in->word_count);
	reading_text(r);
	/* "I'll take two pairs": of what was shown */
	if (u->ref_count == 0 && u->name == NULL && c->product_count > 0)
		u->refs[u->ref_count++] = c->products[0];
}

/* Which order it is: the last one, one with certain goods, the one spoken of. */
static void take_order(struct reading *r)
{
	struct understanding *u = r->out;
	reading_dates(r);
	u->last = r->has[CUE_LAST] || r->has[CUE_NEWEST];
	u->first = r->has[CUE_FIRST] || r->has[CUE_OLDEST];
	u->statuses = r->has[CUE_UNPAID] ? 1u << SHOP_ORDER_PENDING : 0;
	if (r->has[CUE_IT] && !u->last && !u->first && !u->dated)
		u->query.order_id = r->in->context->order_id;
	if (u->query.order_id != SHOP_NONE)
		return;
	orders_small_words(r);
	reading_names(r);
	reading_text(r);
}

/* "pay for the piano", "cancel the lamp": the goods stand for their order, if there is one. */
static bool begins_with(const struct reading *r, enum cue cue)
{
	size_t at = reading_first(r, cue);
	for (size_t i = 0; i < at && at < r->in->word_count; i++)
		if (r->use[i] != USE_CUE)
			return false;
	return at < r->in->word_count;
}

/* "stop my order". */
static bool stops(const struct reading *r)
{
	static const char *const verbs[] = { "stop",    "abort", "withdraw", "revoke",
					     "retract", "undo",  "annul",    NULL };
	for (size_t i = 0; i < r->in->word_count; i++)
		if (word_is_one_of(r->in->words[i].fold, verbs))
			return true;
	return false;
}

static bool understand_change(struct reading *r)
{
	struct understanding *u = r->out;
	bool order = r->has[CUE_ORDER] || r->has[CUE_MY_ORDER] || r->has[CUE_PARCEL] ||
		     r->has[CUE_OPEN] || u->query.order_id != SHOP_NONE;
	size_t content = reading_content_count(r);
	bool asked = r->has[CUE_POLICY] || r->has[CUE_QUESTION] || r->has[CUE_WHICH];
	bool goods = content > 0 && !asked && !r->has[CUE_COUNT];
	bool cancels = (r->has[CUE_CANCEL] || (order && stops(r))) &&
		       (order || (r->has[CUE_IT] && content == 0));
	bool pays = r->has[CUE_PAY] && (order || of_order(r)) && !r->has[CUE_POLICY] &&
		    !r->has[CUE_QUESTION];
	u->strong = cancels || pays;
	if (cancels || (!pays && goods && begins_with(r, CUE_CANCEL)))
		u->action = ACTION_CANCEL;
	else if (pays || (goods && begins_with(r, CUE_PAY)))
		u->action = ACTION_PAY;
	else
		return false;
	if (u->query.order_id == SHOP_NONE)
		take_order(r);
	return true;
}

bool orders_action(struct reading *r)
{
	struct understanding *u = r->out;
	if (!understand_change(r)) {
		if (u->query.order_id != SHOP_NONE || !wants_purchase(r))
			return false;
		u->action = ACTION_BUY;
		take_goods(r);
	}
	u->query.intent = SHOP_INTENT_ORDER_ACTION;
	return true;
}
