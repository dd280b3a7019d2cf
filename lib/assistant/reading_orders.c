/* SPDX-License-Identifier: MIT */
/* What the words of a question about orders say: numbers, states, days, and whose they are. */
#include <string.h>

#include "assistant/calendar.h"
#include "assistant/dates.h"
#include "assistant/number.h"
#include "assistant/understand_orders.h"

bool orders_plural(const struct reading *r)
{
	static const char *const words[] = { "orders", "purchases", "packages", "parcels", NULL };
	for (size_t i = 0; i < r->in->word_count; i++)
		if (word_is_one_of(r->in->words[i].fold, words))
			return true;
	return false;
}

bool orders_before(const struct reading *r)
{
	const struct chat_context *c = r->in->context;
	return c->known && c->intent >= SHOP_INTENT_ORDER_LIST &&
	       c->intent <= SHOP_INTENT_ORDER_ACTION;
}

/* Is the word written with an apostrophe and an s, "Carol's"? */
static bool is_genitive(const struct reading *r, size_t word)
{
	const struct word *w = &r->in->words[word];
	for (size_t i = w->start; i < w->end; i++)
		if (r->in->text[i] == '\'' || (unsigned char)r->in->text[i] == 0xE2)
			return true;
	return false;
}

static bool in_date(const struct reading *r, size_t word)
{
	struct date_range range;
	const struct word *w = &r->in->words[word];
	return date_range_find(r->in->text, r->in->len, r->in->today, &range) &&
	       w->start < range.span.end && w->end > range.span.start;
}

/* "Carol's last order". */
static bool owns_orders(const struct reading *r, size_t word)
{
	static const char *const owned[] = { "order",     "orders", "purchase",
					     "purchases", "parcel", NULL };
	size_t next = word + 1;
	if (!is_genitive(r, word) || in_date(r, word))
		return false;
	while (next < r->in->word_count && (r->cue[next] == CUE_LAST || r->cue[next] == CUE_FIRST ||
					    r->cue[next] == CUE_NEWEST || r->cue[next] == CUE_STOP))
		next++;
	return next < r->in->word_count && word_is_one_of(r->in->words[next].fold, owned);
}

/* "did Bob order", "has Bob bought". */
static bool does_order(const struct reading *r, size_t word)
{
	static const char *const before[] = { "did", "has", "have", "does", "do", NULL };
	static const char *const behind[] = { "order",     "ordered", "buy",      "bought", "spend",
					      "purchased", "spent",   "purchase", NULL };
	return word > 0 && word + 1 < r->in->word_count &&
	       word_is_one_of(r->in->words[word - 1].fold, before) &&
	       word_is_one_of(r->in->words[word + 1].fold, behind);
}

/* "did you cancel any": what was done, not what is to be done. */
static void mark_cancelled(struct reading *r)
{
	static const char *const aux[] = { "did", "didnt", "have", "havent", "had", NULL };
	static const char *const people[] = { "i", "you", "we", "they", "ever", "already", NULL };
	for (size_t i = 0; i + 2 < r->in->word_count; i++) {
		size_t verb = i + 1;
		if (!word_is_one_of(r->in->words[i].fold, aux))
			continue;
		while (verb < r->in->word_count && word_is_one_of(r->in->words[verb].fold, people))
			verb++;
		if (verb == i + 1 || !reading_at(r, verb, CUE_CANCEL))
			continue;
		r->cue[verb] = CUE_CANCELLED;
		r->has[CUE_CANCELLED] = true;
		r->has[CUE_CANCEL] = false;
	}
}

/* "which day": no name of goods. */
static void take_question_words(struct reading *r)
{
	static const char *const asks[] = { "which", "what", NULL };
	static const char *const times[] = { "day", "date", "time", "month", "year", "week", NULL };
	for (size_t i = 0; i + 1 < r->in->word_count; i++)
		if (word_is_one_of(r->in->words[i].fold, asks) &&
		    word_is_one_of(r->in->words[i + 1].fold, times) && r->use[i + 1] == USE_OPEN)
			r->use[i + 1] = USE_CUE;
}

void orders_of_mine(struct reading *r)
{
	static const char *const aux[] = { "did", "didnt", "have", "havent", "had", NULL };
	static const char *const adverbs[] = { "already",  "also",  "ever", "actually",
					       "really",   "just",  "once", "not",
					       "recently", "never", NULL };
	static const char *const verbs[] = { "order", "ordered",  "buy",       "bought",
					     "get",   "purchase", "purchased", NULL };
	mark_cancelled(r);
	for (size_t i = 0; i + 2 < r->in->word_count; i++) {
		size_t verb = i + 2;
		if (!word_is_one_of(r->in->words[i].fold, aux) ||
		    strcmp(r->in->words[i + 1].fold, "i") != 0)
			continue;
		while (verb < r->in->word_count && word_is_one_of(r->in->words[verb].fold, adverbs))
			verb++;
		if (verb < r->in->word_count && word_is_one_of(r->in->words[verb].fold, verbs) &&
		    (r->use[verb] == USE_CUE || r->use[verb] == USE_OPEN)) {
			r->has[CUE_I_ORDERED] = true;
			r->use[verb] = USE_CUE;
		}
	}
}

bool orders_of_others(const struct reading *r)
{
	static const char *const people[] = { "customer",  "customers", "buyer",
					      "buyers",    "client",    "clients",
					      "neighbour", "neighbor",  NULL };
	const struct understand_input *in = r->in;
	bool bought =
		r->has[CUE_ORDER] || r->has[CUE_BUY] || r->has[CUE_I_ORDERED] || r->has[CUE_SPENT];
	for (size_t i = 0; i < in->word_count; i++) {
		const struct word *w = &in->words[i];
		bool mail = w->end < in->len && in->text[w->end] == '@' && w->end > w->start;
		if (bought && (mail || (word_is_one_of(w->fold, people) && !r->has[CUE_POLICY])))
			return true;
		if (r->use[i] == USE_OPEN && (owns_orders(r, i) || does_order(r, i)))
			return true;
	}
	return false;
}

/* "last", "first": a number beside it counts. */
static bool is_at_end(const struct reading *r, size_t word)
{
	enum cue c = word < r->in->word_count ? r->cue[word] : CUE_NONE;
	return c == CUE_LAST || c == CUE_NEWEST || c == CUE_FIRST || c == CUE_OLDEST;
}

/* Cues that are said of an order, and of goods only rarely. */
static bool speaks_of_order(const struct reading *r)
{
	static const enum cue cues[] = { CUE_TRACK,     CUE_ARRIVE, CUE_PARCEL,    CUE_SHIPPED,
					 CUE_DELIVERED, CUE_PAID,   CUE_CANCELLED, CUE_OPEN,
					 CUE_UNPAID,    CUE_CANCEL, CUE_PAY,       CUE_ORDER,
					 CUE_MY_ORDER };
	for (size_t i = 0; i < sizeof(cues) / sizeof(cues[0]); i++)
		if (r->has[cues[i]])
			return true;
	return false;
}

/* "when did order 1234 ship": a question, so that nothing is ordered. */
static bool asks_for_order(const struct reading *r, size_t word)
{
	static const char *const asking[] = { "did", "has",  "is", "was", "when",
					      "why", "does", "of", NULL };
	if (word < 2 || r->cue[word - 1] != CUE_ORDER)
		return false;
	const char *before = r->in->words[word - 2].fold;
	return word_is_one_of(before, asking) || strcmp(before, "my") == 0;
}

/* "did you ship 1234": what is done to an order, and no goods. */
static bool is_doing(const char *fold)
{
	static const char *const words[] = { "ship",   "send", "deliver", "post",    "dispatch",
					     "come",   "mail", "reach",   "info",    "details",
					     "update", "news", "mind",    "status",  "tracking",
					     "date",   "day",  "time",    "changed", "information",
					     NULL };
	return word_is_one_of(fold, words);
}

/* Is it a sum of money by the sign before it? */
static bool is_price(const struct reading *r, size_t word)
{
	size_t start = r->in->words[word].start;
	unsigned char before = start > 0 ? (unsigned char)r->in->text[start - 1] : ' ';
	return before == '$' || before >= 0x80;
}

static bool does_something(const struct reading *r)
{
	for (size_t i = 0; i < r->in->word_count; i++)
		if (reading_content(r, i) && is_doing(r->in->words[i].fold))
			return true;
	return false;
}

static size_t count_named(const struct reading *r)
{
	size_t n = 0;
	for (size_t i = 0; i < r->in->word_count; i++)
		n += reading_content(r, i) && !is_doing(r->in->words[i].fold) ? 1 : 0;
	return n;
}

/* "and 1231?", "has 1240 been sent", "it's 1234": a number where nothing else is named. */
static int64_t bare_id(struct reading *r)
{
	enum { LIKELY_ID = 100 };
	bool alone = count_named(r) == 1;
	bool meant = speaks_of_order(r) || orders_before(r) || does_something(r);
	bool acts = r->has[CUE_CANCEL] || r->has[CUE_PAY] || r->has[CUE_TRACK];
	for (size_t i = 0; i < r->in->word_count; i++) {
		int64_t id;
		if (!reading_content(r, i) || !reading_id(r->in->words[i].fold, &id) ||
		    in_date(r, i) || is_price(r, i) || is_at_end(r, i + 1) ||
		    (i > 0 && is_at_end(r, i - 1)))
			continue;
		bool likely = acts && id >= LIKELY_ID && !reading_content(r, i + 1);
		if (!asks_for_order(r, i) && !(alone && meant) && !likely)
			continue;
		r->use[i] = USE_ID;
		return id;
	}
	return SHOP_NONE;
}

/* "the second one", where orders were shown: its place among them. */
static int64_t place_id(struct reading *r)
{
	const struct chat_context *c = r->in->context;
	struct number n;
	if (!orders_before(r) || r->has[CUE_ORDER] || r->has[CUE_MY_ORDER] ||
	    !number_find(r->in->text, r->in->len, 0, &n) || !n.ordinal || n.milli < 1000 ||
	    n.milli % 1000 != 0 || n.milli / 1000 > (int64_t)c->order_count)
		return SHOP_NONE;
	for (size_t i = 0; i < r->in->word_count; i++) {
		bool number =
			r->in->words[i].start >= n.span.start && r->in->words[i].end <= n.span.end;
		if (reading_content(r, i) && !number)
			return SHOP_NONE;
	}
	reading_take(r, n.span, USE_ID);
	return c->orders[n.milli / 1000 - 1];
}

/* "track 1236, 1240 and 1241": the numbers behind the first one. */
static void take_more_ids(struct reading *r)
{
	struct understanding *u = r->out;
	size_t i = 0;
	while (i < r->in->word_count && r->use[i] != USE_ID)
		i++;
	for (i++; i < r->in->word_count && u->more_order_count < UNDERSTAND_PARTS; i++) {
		int64_t id;
		if (strcmp(r->in->words[i].fold, "and") == 0)
			continue;
		if (!reading_content(r, i) || !reading_id(r->in->words[i].fold, &id))
			return;
		r->use[i] = USE_ID;
		u->more_orders[u->more_order_count++] = id;
	}
}

int64_t orders_id(struct reading *r)
{
	int64_t id = reading_order_id(r);
	if (id == SHOP_NONE)
		id = bare_id(r);
	if (id == SHOP_NONE)
		return place_id(r);
	take_more_ids(r);
	return id;
}

static unsigned bit(enum shop_order_status s)
{
	return 1u << s;
}

/* Not before the next word of another kind: "paid but not shipped". */
static bool is_negated(const struct reading *r, size_t word)
{
	enum { WORDS_BACK = 4 };
	static const char *const negations[] = { "not",     "never", "havent", "hasnt",   "isnt",
						 "arent",   "wasnt", "werent", "didnt",   "no",
						 "without", "cant",  "hadnt",  "nothing", NULL };
	static const char *const stops[] = { "but", "and", "or", "that", "which", NULL };
	for (size_t i = word; i > 0 && i + WORDS_BACK > word; i--) {
		const char *fold = r->in->words[i - 1].fold;
		if (word_is_one_of(fold, stops))
			return false;
		if (word_is_one_of(fold, negations))
			return true;
	}
	return false;
}

/* What a word says of an order's state: the state itself, and those that come before it. */
struct state_word {
	const char *fold;
	enum shop_order_status status;
	enum cue cue;
};

static const struct state_word *state_of(const char *fold)
{
	static const struct state_word words[] = {
		{ "paid", SHOP_ORDER_PAID, CUE_PAID },
		{ "shipped", SHOP_ORDER_SHIPPED, CUE_SHIPPED },
		{ "sent", SHOP_ORDER_SHIPPED, CUE_SHIPPED },
		{ "dispatched", SHOP_ORDER_SHIPPED, CUE_SHIPPED },
		{ "transit", SHOP_ORDER_SHIPPED, CUE_SHIPPED },
		{ "way", SHOP_ORDER_SHIPPED, CUE_SHIPPED },
		{ "delivered", SHOP_ORDER_DELIVERED, CUE_DELIVERED },
		{ "arrived", SHOP_ORDER_DELIVERED, CUE_DELIVERED },
		{ "received", SHOP_ORDER_DELIVERED, CUE_DELIVERED },
		{ "completed", SHOP_ORDER_DELIVERED, CUE_DELIVERED },
		{ "cancelled", SHOP_ORDER_CANCELLED, CUE_CANCELLED },
		{ "canceled", SHOP_ORDER_CANCELLED, CUE_CANCELLED },
		{ "cancel", SHOP_ORDER_CANCELLED, CUE_CANCELLED },
	};
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i].fold, fold) == 0)
			return &words[i];
	return NULL;
}

unsigned orders_statuses(const struct reading *r)
{
	const unsigned all = (bit(SHOP_ORDER_CANCELLED) << 1) - 1;
	unsigned wanted = 0, possible = all;
	bool many = orders_plural(r) || r->has[CUE_COUNT];
	if (r->has[CUE_UNPAID])
		possible &= bit(SHOP_ORDER_PENDING);
	if (r->has[CUE_OPEN])
		possible &= bit(SHOP_ORDER_DELIVERED) - 1;
	for (size_t i = 0; i < r->in->word_count; i++) {
		const struct state_word *s = state_of(r->in->words[i].fold);
		if (s == NULL || (r->cue[i] == CUE_NONE && !many))
			continue;
		if (r->cue[i] == CUE_UNPAID || r->cue[i] == CUE_OPEN)
			continue;
		if (!is_negated(r, i))
			wanted |= r->cue[i] == s->cue || many ? bit(s->status) : 0;
		else if (s->status == SHOP_ORDER_CANCELLED)
			possible &= ~bit(SHOP_ORDER_CANCELLED);
		else
			possible &= bit(s->status) - 1;
	}
	if (wanted == 0 || (wanted & possible) == 0)
		return possible == all ? wanted : possible;
	return wanted & possible;
}

void orders_limit(struct reading *r)
{
	enum { MOST_MILLI = 100000 };
	struct number n;
	for (size_t i = 0; i < r->in->word_count; i++) {
		const struct word *w = &r->in->words[i];
		if ((r->use[i] != USE_OPEN && r->use[i] != USE_NUMBER) ||
		    !number_at(r->in->text, r->in->len, w->start, &n) || n.ordinal ||
		    n.milli < 2000 || n.milli > MOST_MILLI || n.milli % 1000 != 0)
			continue;
		if (!(i > 0 && is_at_end(r, i - 1)) && !is_at_end(r, i + 1))
			continue;
		r->out->query.limit = n.milli / 1000;
		reading_take(r, n.span, USE_NUMBER);
		return;
	}
}

static int32_t earlier(int32_t day, const char *unit)
{
	if (strcmp(unit, "week") == 0)
		return day - 7;
	if (strcmp(unit, "month") == 0)
		return day_add_months(day, -1);
	if (strcmp(unit, "year") == 0)
		return day_add_months(day, -12);
	return strcmp(unit, "day") == 0 ? day - 1 : day;
}

void orders_days_around(struct reading *r)
{
	const struct chat_context *c = r->in->context;
	static const char *const before[] = { "before", "earlier", "prior", NULL };
	if (!orders_before(r) || c->since == SHOP_NONE || r->out->dated)
		return;
	for (size_t i = 0; i + 1 < r->in->word_count; i++) {
		int32_t since = (int32_t)c->since;
		int32_t from = earlier(since, r->in->words[i].fold);
		if (from == since || !word_is_one_of(r->in->words[i + 1].fold, before))
			continue;
		r->use[i] = r->use[i + 1] = USE_DATE;
		r->out->query.since = from;
		r->out->query.until = since - 1;
		r->out->dated = true;
		return;
	}
}

static bool is_small(const char *fold)
{
	static const char *const words[] = {
		"far",      "pull",    "same",      "placed",   "their",   "way",
		"went",     "gone",    "happening", "happened", "contain", "contained",
		"contains", "include", "included",  "includes", "inside",  "altogether",
		"wat",      "that",    "given",     "gave",     NULL,
	};
	return word_is_one_of(fold, words);
}

/* A word of everyday English that is no thing, brand or value of this store. */
static bool is_plain(const struct reading *r, size_t word)
{
	const struct understand_input *in = r->in;
	const struct word *w = &in->words[word];
	if (!lexicon_knows(w->fold) || lexicon_synonym(w->norm, 0) != NULL ||
	    lexicon_is_colour(w->norm) || lexicon_is_material(w->norm) || in->things == NULL ||
	    in->things[word])
		return false;
	for (size_t i = 0; i < in->hit_count; i++)
		if (word >= in->hits[i].first && word < in->hits[i].first + in->hits[i].count)
			return false;
	return true;
}

bool orders_name_nothing(const struct reading *r)
{
	for (size_t i = 0; i < r->in->word_count; i++)
		if (reading_content(r, i) && !is_small(r->in->words[i].fold) && !is_plain(r, i) &&
		    !in_date(r, i))
			return false;
	return true;
}

bool orders_name_only_days(const struct reading *r)
{
	for (size_t i = 0; i < r->in->word_count; i++)
		if (reading_content(r, i) && !is_small(r->in->words[i].fold) && !in_date(r, i))
			return false;
	return reading_has_date(r, false);
}

/* "two things": how many, and of nothing that has a name. */
static bool counts_things(const struct reading *r, size_t word)
{
	struct number n;
	return word + 1 < r->in->word_count && r->cue[word + 1] == CUE_ANYTHING &&
	       number_at(r->in->text, r->in->len, r->in->words[word].start, &n);
}

void orders_small_words(struct reading *r)
{
	/* these may be part of a name, unless they stand alone */
	static const char *const alone[] = { "money",  "news",    "info", "details", "history",
					     "amount", "sum",     "list", "total",   "date",
					     "time",   "receipt", "site", "website", "worth",
					     "value",  "status",  "name", "number",  NULL };
	size_t named = 0;
	take_question_words(r);
	for (size_t i = 0; i < r->in->word_count; i++) {
		if (!reading_content(r, i))
			continue;
		if (is_small(r->in->words[i].fold) || is_plain(r, i) || counts_things(r, i))
			r->use[i] = USE_CUE;
		else if (!word_is_one_of(r->in->words[i].fold, alone))
			named++;
	}
	for (size_t i = 0; named == 0 && i < r->in->word_count; i++)
		if (reading_content(r, i))
			r->use[i] = USE_CUE;
}
