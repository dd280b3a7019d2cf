/* SPDX-License-Identifier: MIT */
/* Claims that are words: in stock, sold out, shipped, not yet paid, no orders. */
#include <string.h>

#include "assistant/verify_sheet.h"

enum state {
	STATE_NONE,
	STATE_PENDING,
	STATE_PAID,
	STATE_UNSHIPPED,
	STATE_SHIPPED,
	STATE_MOVING,
	STATE_DELIVERED,
	STATE_CANCELLED,
	STATE_UNHEARD
};

static enum state state_of(const char *word)
{
	static const char *const words[] = {
		[STATE_PENDING] = "pending unpaid",
		[STATE_PAID] = "paid",
		[STATE_UNSHIPPED] = "processing processed",
		[STATE_SHIPPED] = "shipped dispatched sent",
		[STATE_MOVING] = "transit way",
		[STATE_DELIVERED] = "delivered arrived",
		[STATE_CANCELLED] = "cancelled canceled",
		[STATE_UNHEARD] = "refunded returned delayed lost confirmed",
	};
	for (size_t i = STATE_PENDING; i <= STATE_UNHEARD; i++)
		if (word_in(words[i], word))
			return (enum state)i;
	return STATE_NONE;
}

bool is_state_word(const char *word)
{
	return state_of(word) >= STATE_PENDING && state_of(word) < STATE_UNHEARD;
}

static bool is_denial(const char *word)
{
	return word_in(
		"not no never nothing none nor neither cannot cant isnt arent wasnt werent hasnt "
		"havent hadnt wont doesnt dont didnt",
		word);
}

/* Words that turn what follows round. They reach over "or" and from one state to the next ("not
 * paid, shipped or delivered"), not over "and" or other punctuation. */
static bool is_denied(const struct sheet *s, size_t at)
{
	enum { REACH = 6 };
	char word[CUE_SIZE];
	for (size_t i = 0; i < REACH; i++) {
		struct span span = last_word(s, at, word);
		if (span.start >= span.end || word_in("and but", word))
			return false;
		for (size_t j = span.end; j < at; j++)
			if (strchr(";:()", s->text[j]) != NULL ||
			    (s->text[j] == ',' && state_of(word) == STATE_NONE))
				return false;
		if (is_denial(word))
			return true;
		at = span.start;
	}
	return false;
}

enum mood { MOOD_FACT, MOOD_POSSIBLE, MOOD_FUTURE };

/* "can be cancelled" claims nothing, "will be shipped" what nobody can know. */
static enum mood mood_at(const struct sheet *s, size_t at)
{
	char word[CUE_SIZE];
	struct span span;
	for (size_t i = s->sentence.start; i < at; i = span.end) {
		span = next_word(s, i, word);
		if (span.start >= span.end || span.start >= at)
			break;
		if (word_in("if once when until unless whether", word))
			return MOOD_POSSIBLE;
	}
	if (word_before(s, at,
			"will wont ll shall should going expected estimated scheduled soon likely",
			4))
		return MOOD_FUTURE;
	return word_before(s, at, "can cannot cant could may might must would to", 4)
		       ? MOOD_POSSIBLE
		       : MOOD_FACT;
}

static bool in_stock(const struct sheet *s, const struct subject *subject, const struct numeral *n)
{
	(void)s;
	return subject->kind == SUBJECT_PRODUCT && (subject->product->stock > 0) == (n->milli != 0);
}

/* "sold out", "out of stock", "in stock", "available": of what is named, or of "it". */
static void check_stock_word(struct sheet *s, struct span span, bool available)
{
	struct about about = about_product(s, span.start);
	bool it = word_before(s, span.start, "it its this that", 4);
	if (about.count == 0 || (about.spoken && !it) || mood_at(s, span.start) != MOOD_FACT)
		return;
	char source[SOURCE_SIZE] = "";
	bool says = available != is_denied(s, span.start);
	const struct numeral n = { .milli = says ? 1000 : 0 };
	bool ok = holds_for(s, &about, in_stock, &n, source);
	sheet_claim(s, span, "stock", ok ? source : "", ok);
}

static void check_stock_words(struct sheet *s)
{
	char word[CUE_SIZE], next[CUE_SIZE];
	struct span span, second;
	for (size_t at = s->sentence.start; at < s->sentence.end; at = span.end) {
		span = next_word(s, at, word);
		if (span.start >= span.end)
			return;
		second = next_word(s, span.end, next);
		if (strcmp(word, "available") == 0 || strcmp(word, "unavailable") == 0)
			check_stock_word(s, span, word[0] == 'a');
		else if (strcmp(word, "sold") == 0 && strcmp(next, "out") == 0)
			check_stock_word(s, (struct span){ span.start, second.end }, false);
		else if (strcmp(word, "stock") == 0 && word_before(s, span.start, "of", 1) &&
			 word_before(s, span.start, "out", 2))
			check_stock_word(s, span, false);
		else if (strcmp(word, "stock") == 0 && word_before(s, span.start, "in", 1))
			check_stock_word(s, span, true);
	}
}

static bool order_is(const struct shop_order *o, enum state state)
{
	bool paid = o->paid_at != SHOP_NONE || o->status == SHOP_ORDER_PAID;
	bool shipped = o->shipped_at != SHOP_NONE || o->status == SHOP_ORDER_SHIPPED;
	bool delivered = o->delivered_at != SHOP_NONE || o->status == SHOP_ORDER_DELIVERED;
	bool cancelled = o->cancelled_at != SHOP_NONE || o->status == SHOP_ORDER_CANCELLED;
	switch (state) {
	case STATE_PENDING:
		return !paid && !cancelled;
	case STATE_PAID:
		return paid;
	case STATE_UNSHIPPED:
		return paid && !shipped && !delivered && !cancelled;
	case STATE_SHIPPED:
		return shipped;
	case STATE_MOVING:
		return shipped && !delivered && !cancelled;
	case STATE_DELIVERED:
		return delivered;
	case STATE_CANCELLED:
		return cancelled;
	default:
		return false;
	}
}

static bool order_state_fits(const struct sheet *s, const struct subject *subject,
			     const struct numeral *n)
{
	(void)s;
	enum state state = (enum state)(n->milli / 1000);
	bool denied = n->milli % 1000 != 0;
	return subject->kind == SUBJECT_ORDER && order_is(subject->order, state) != denied;
}

/* Not of any order in particular: "cancelled orders are left out". */
static bool is_general(const struct sheet *s, struct span span, const struct about *about)
{
	bool named = about->count > 0 && !about->spoken;
	char next[CUE_SIZE];
	next_word(s, span.end, next);
	if (named)
		return false;
	if (sentence_has(s, "orders ones purchases") || strcmp(next, "orders") == 0)
		return true;
	bool single = sentence_has(s, "order package parcel purchase it they its");
	return !single && (s->e->orders.count == 0 || about->count == 0);
}

static void check_state(struct sheet *s, struct span span, enum state state)
{
	struct about about = about_order(s, span.start);
	char source[SOURCE_SIZE] = "";
	enum mood mood = mood_at(s, span.start);
	bool orders = s->e->orders.count > 0 || about.count > 0 ||
		      sentence_has(s, "order package parcel purchase");
	if (!orders || mood == MOOD_POSSIBLE || is_general(s, span, &about))
		return;
	const struct numeral n = { .milli = 1000 * (int64_t)state + is_denied(s, span.start) };
	bool ok = mood == MOOD_FACT &&
		  (about.count > 0 ? holds_for(s, &about, order_state_fits, &n, source)
				   : holds_for_any(s, order_state_fits, &n, source));
	sheet_claim(s, span, "status", ok ? source : "", ok);
}

static void check_states(struct sheet *s)
{
	char word[CUE_SIZE];
	struct span span;
	for (size_t at = s->sentence.start; at < s->sentence.end; at = span.end) {
		span = next_word(s, at, word);
		if (span.start >= span.end)
			return;
		enum state state = state_of(word);
		bool way = strcmp(word, "way") != 0 || word_before(s, span.start, "on", 2);
		if (state != STATE_NONE && way)
			check_state(s, span, state);
	}
}

/* "You have no orders." */
static void check_no_orders(struct sheet *s)
{
	const struct evidence *e = s->e;
	char word[CUE_SIZE];
	struct span span;
	for (size_t at = s->sentence.start; at < s->sentence.end; at = span.end) {
		span = next_word(s, at, word);
		if (span.start >= span.end)
			return;
		bool any = strcmp(word, "any") == 0 && is_denied(s, span.start);
		if ((strcmp(word, "no") != 0 && !any) ||
		    !word_after(s, span.end, "orders purchases", 3))
			continue;
		bool ok = e->order_total == 0 && e->orders.count == 0;
		sheet_claim(s, span, "count", ok ? "result" : "", ok);
	}
}

void check_words(struct sheet *s)
{
	check_stock_words(s);
	check_states(s);
	check_no_orders(s);
}
