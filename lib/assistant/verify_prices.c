/* SPDX-License-Identifier: MIT */
/* Amounts of money in a reply: of a product, of an order, of the question, of the shop's rules. */
#include <string.h>

#include "assistant/compose.h"
#include "assistant/verify_sheet.h"

bool holds_for(const struct sheet *s, const struct about *about,
	       bool (*fits)(const struct sheet *s, const struct subject *subject,
			    const struct numeral *n),
	       const struct numeral *n, char source[SOURCE_SIZE])
{
	for (size_t i = 0; i < about->count; i++) {
		bool any = false;
		for (size_t j = 0; j < about->first[i].count && !any; j++) {
			const struct subject *subject = &s->subjects[about->first[i].subjects[j]];
			any = fits(s, subject, n);
			if (any)
				source_subject(source, subject);
		}
		if (!any)
			return false;
	}
	return about->count > 0;
}

bool holds_for_any(const struct sheet *s,
		   bool (*fits)(const struct sheet *s, const struct subject *subject,
				const struct numeral *n),
		   const struct numeral *n, char source[SOURCE_SIZE])
{
	for (size_t i = 0; i < s->subject_count; i++) {
		if (!fits(s, &s->subjects[i], n))
			continue;
		source_subject(source, &s->subjects[i]);
		return true;
	}
	return false;
}

bool speaks_of_others(const struct sheet *s)
{
	return sentence_has(
		s, "cheapest cheaper dearest expensive lowest highest least most other others "
		   "another first second third range between prices all total rest");
}

bool is_of_order(const struct sheet *s, const struct subject *line, size_t at)
{
	struct about about = about_order(s, at);
	if (about.count == 0 || about.spoken)
		return true;
	for (size_t i = 0; i < about.count; i++)
		if (about.first[i].count > 0 &&
		    s->subjects[about.first[i].subjects[0]].order == line->order)
			return true;
	return false;
}

static const char *currency_of(const struct sheet *s, const struct shop_order *o)
{
	return o->currency != NULL && o->currency[0] != '\0' ? o->currency : s->e->currency;
}

static bool is_price_of(const struct sheet *s, const struct subject *subject,
			const struct numeral *n)
{
	if (subject->kind == SUBJECT_PRODUCT)
		return numeral_is_money(n, subject->product->price_cents, s->e->currency);
	return subject->kind == SUBJECT_LINE &&
	       numeral_is_money(n, subject->line->price_cents, currency_of(s, subject->order)) &&
	       is_of_order(s, subject, n->span.start);
}

static bool is_amount_of(const struct sheet *s, const struct subject *subject,
			 const struct numeral *n)
{
	const struct shop_order *o = subject->order;
	if (subject->kind != SUBJECT_ORDER)
		return false;
	const int64_t amounts[] = { o->total_cents, o->items_cents, o->shipping_cents,
				    o->tax_cents };
	for (size_t i = 0; i < sizeof(amounts) / sizeof(amounts[0]); i++)
		if (numeral_is_money(n, amounts[i], currency_of(s, o)))
			return true;
	return false;
}

/* "A and B cost $10 and $20": as many amounts as names belong to them in their order. */
static struct about narrow(const struct sheet *s, struct about about, const struct figures *f,
			   size_t i)
{
	size_t behind = 0, index = 0;
	const struct mention *last = about.first + about.count - 1;
	size_t next = last + 1 < s->mentions + s->mention_count ? last[1].span.start : s->len;
	for (size_t j = 0; j < f->count; j++) {
		if (f->items[j].currency[0] == '\0' || f->items[j].span.start < last->span.end ||
		    f->items[j].span.start > next)
			continue;
		index = j == i ? behind : index;
		behind++;
	}
	if (about.before && about.count > 1 && behind == about.count) {
		about.first += index;
		about.count = 1;
	}
	return about;
}

static bool is_asked_amount(const struct sheet *s, const struct numeral *n)
{
	struct numeral any = *n;
	const struct shop_query *q = &s->u->query;
	if (s->u->foreign_currency)
		any.currency[0] = '\0';
	const char *currency = s->e->currency;
	int64_t min = q->price_min_cents, max = q->price_max_cents;
	if (max != SHOP_NONE && numeral_is_money(&any, said_max(max).cents, currency))
		return true;
	if (min != SHOP_NONE && numeral_is_money(&any, said_min(min).cents, currency))
		return true;
	bool about = word_before(s, n->money.start, "around about roughly approximately near", 2);
	return min != SHOP_NONE && max != SHOP_NONE && about &&
	       numeral_is_money(&any, min + (max - min) / 2, currency);
}

/* Does "under $50" hold for the product, whatever "not" makes of it? */
static bool bound_holds(const struct sheet *s, const struct subject *subject,
			const struct numeral *n)
{
	int64_t amount = numeral_cents(n, s->e->currency);
	int64_t price = subject->kind == SUBJECT_LINE ? subject->line->price_cents
						      : subject->product->price_cents;
	size_t at = n->money.start;
	bool denied = word_before(s, at, "not isnt no nothing never arent", 4);
	bool holds = true;
	if (word_before(s, at, "under below less cheaper", 2))
		holds = price < amount;
	else if (word_before(s, at, "most within max maximum", 2))
		holds = price <= amount;
	else if (word_before(s, at, "over above more exceeding", 2))
		holds = price > amount;
	else if (word_before(s, at, "least min minimum", 2))
		holds = price >= amount;
	return holds != denied;
}

/* The bound of the question, said again. Of a product named before, it must also be true. */
static bool is_bound(const struct sheet *s, const struct about *about, const struct numeral *n)
{
	static const char words[] =
		"under below less than over above more exceeding least most from between within "
		"budget around "
		"about roughly approximately max maximum min minimum limit cheaper";
	size_t at = n->money.start;
	bool second =
		word_before(s, at, "and to", 1) && sentence_has(s, "from between over above up");
	if (s->u == NULL || !(second || word_before(s, at, words, 2)) || !is_asked_amount(s, n))
		return false;
	return about->count == 0 || !about->before ||
	       holds_for(s, about, bound_holds, n, (char[SOURCE_SIZE]){ 0 });
}

static bool is_span_of_prices(const struct sheet *s, const struct numeral *n)
{
	const struct evidence *e = s->e;
	return (e->price_low != SHOP_NONE && numeral_is_money(n, e->price_low, e->currency)) ||
	       (e->price_high != SHOP_NONE && numeral_is_money(n, e->price_high, e->currency));
}

static bool is_order_amount(const struct sheet *s, const struct numeral *n, bool named,
			    char source[SOURCE_SIZE])
{
	struct about about = about_order(s, n->money.start);
	if (about.count > 0 && !about.spoken)
		return holds_for(s, &about, is_amount_of, n, source);
	if (named && !sentence_has(s, "total all altogether sum overall"))
		return false;
	if (about.count > 0)
		return holds_for(s, &about, is_amount_of, n, source);
	return holds_for_any(s, is_amount_of, n, source);
}

static bool is_spent(const struct sheet *s, const struct numeral *n)
{
	if (s->u != NULL ? !s->u->spent : s->e->spent_cents <= 0)
		return false;
	return sentence_has(s, "spent spend spending paid total altogether") &&
	       numeral_is_money(n, s->e->spent_cents, s->e->currency);
}

static bool is_in_policy(const struct sheet *s, const struct numeral *n)
{
	const char *policy = s->e->policy, *currency = s->e->currency;
	struct numeral m;
	if (policy == NULL)
		return false;
	for (size_t at = 0, len = strlen(policy); numeral_find(policy, at, len, currency, &m);
	     at = m.span.end)
		if (m.currency[0] != '\0' && m.milli == n->milli && m.milli >= 0 &&
		    strcmp(m.currency, n->currency) == 0)
			return true;
	return false;
}

/* Of nothing named in its sentence: what was named last, unless it is about others. */
static bool is_unnamed_price(const struct sheet *s, const struct about *about,
			     const struct numeral *n, char source[SOURCE_SIZE])
{
	if (about->count > 0 && holds_for(s, about, is_price_of, n, source))
		return true;
	if (about->count > 0 && !speaks_of_others(s))
		return false;
	if (holds_for_any(s, is_price_of, n, source))
		return true;
	source_text(source, "result");
	return is_span_of_prices(s, n);
}

static bool find_price(const struct sheet *s, const struct figures *f, size_t i,
		       char source[SOURCE_SIZE])
{
	const struct numeral *n = &f->items[i];
	struct about about = about_product(s, n->money.start);
	bool named = about.count > 0 && !about.spoken;
	if (named) {
		struct about meant = narrow(s, about, f, i);
		if (holds_for(s, &meant, is_price_of, n, source))
			return true;
	}
	if (is_order_amount(s, n, named, source))
		return true;
	if (!named && is_unnamed_price(s, &about, n, source))
		return true;
	source_text(source, "question");
	if (is_bound(s, &about, n))
		return true;
	source_text(source, "result");
	if (is_spent(s, n))
		return true;
	source_policy(source, s->e);
	return !named && is_in_policy(s, n);
}

void check_price(struct sheet *s, const struct figures *f, size_t i)
{
	char source[SOURCE_SIZE] = "";
	bool ok = find_price(s, f, i, source);
	sheet_claim(s, f->items[i].money, "price", ok ? source : "", ok);
}
