/* SPDX-License-Identifier: MIT */
/* Numbers in a reply that are no money: stock, ratings, reviews, how many there are, measures. */
#include <string.h>

#include "assistant/verify_sheet.h"
#include "base/text.h"

/* A mention of its own sentence, or the last one unless others are spoken of; else anything. */
static bool holds(const struct sheet *s, size_t at,
		  bool (*fits)(const struct sheet *s, const struct subject *subject,
			       const struct numeral *n),
		  const struct numeral *n, char source[SOURCE_SIZE])
{
	struct about about = about_product(s, at);
	if (about.count > 0 && holds_for(s, &about, fits, n, source))
		return true;
	if (about.count > 0 && !(about.spoken && speaks_of_others(s)))
		return false;
	return holds_for_any(s, fits, n, source);
}

static bool is_stock_of(const struct sheet *s, const struct subject *subject,
			const struct numeral *n)
{
	(void)s;
	return subject->kind == SUBJECT_PRODUCT && numeral_is(n, subject->product->stock);
}

void check_stock(struct sheet *s, const struct numeral *n)
{
	char source[SOURCE_SIZE] = "";
	struct about about = about_product(s, n->span.start);
	bool named = about.count > 0 && !about.spoken;
	bool ok = holds(s, n->span.start, is_stock_of, n, source);
	if (!ok && !named && s->e->in_stock != SHOP_NONE && numeral_is(n, s->e->in_stock)) {
		source_text(source, "result");
		ok = true;
	}
	/* "a set of 2 pieces" */
	if (!ok && word_after(s, n->span.end, "pieces piece units unit items item copies", 1))
		ok = find_figure(s, n, source);
	sheet_claim(s, n->span, "stock", ok ? source : "", ok);
}

static bool has_reviews(const struct sheet *s, const struct subject *subject,
			const struct numeral *n)
{
	(void)s;
	return subject->kind == SUBJECT_PRODUCT && numeral_is(n, subject->product->reviews);
}

void check_reviews(struct sheet *s, const struct numeral *n)
{
	char source[SOURCE_SIZE] = "";
	bool ok = holds(s, n->span.start, has_reviews, n, source);
	sheet_claim(s, n->span, "count", ok ? source : "", ok);
}

/* Hundredths; one decimal may be rounded, none may not: "5 stars" is not said of 4.5. */
static bool is_rating(const struct numeral *n, int64_t centi)
{
	int64_t said = n->milli / 10;
	if (n->milli < 0 || n->milli % 10 != 0)
		return false;
	int64_t difference = said < centi ? centi - said : said - centi;
	return n->decimals == 1 ? difference <= 5 : difference == 0;
}

static bool is_rating_of(const struct sheet *s, const struct subject *subject,
			 const struct numeral *n)
{
	(void)s;
	const struct shop_product *p = subject->product;
	return subject->kind == SUBJECT_PRODUCT && p->reviews > 0 && is_rating(n, p->rating_centi);
}

static bool sentence_names(const struct sheet *s, const char *name)
{
	size_t len = strlen(name);
	const char *from = s->reply + s->sentence.start;
	return len > 0 && memmem(from, s->sentence.end - s->sentence.start, name, len) != NULL;
}

/* The stars that one customer gave. */
static bool is_rating_by(const struct sheet *s, const struct numeral *n)
{
	for (size_t i = 0; i < s->e->reviews.count; i++) {
		const struct shop_review *r = &s->e->reviews.items[i];
		const char *author = r->author != NULL && has_letter(r->author) ? r->author : "customer";
		if (is_rating(n, 100 * r->rating) && sentence_names(s, author))
			return true;
	}
	return false;
}

void check_rating(struct sheet *s, const struct numeral *n, struct span span)
{
	char source[SOURCE_SIZE] = "";
	size_t at = n->span.start;
	bool ok = holds(s, at, is_rating_of, n, source);
	if (!ok && s->e->products.count > 0 && is_rating_by(s, n)) {
		source_product(source, s->e->products.items[0].id);
		ok = true;
	}
	bool bound = word_before(s, at, "least above over minimum min from than", 2) ||
		     word_after(s, span.end, "more higher better up above", 3);
	if (!ok && bound && s->u != NULL && s->u->query.min_rating_centi != SHOP_NONE &&
	    n->milli == 10 * s->u->query.min_rating_centi) {
		source_text(source, "question");
		ok = true;
	}
	sheet_claim(s, span, "rating", ok ? source : "", ok);
}

static int64_t listed_more(int64_t total, size_t given, size_t most)
{
	int64_t shown = (int64_t)(given < most ? given : most);
	return total > shown ? total - shown : SHOP_NONE;
}

void check_order_count(struct sheet *s, const struct numeral *n)
{
	const struct evidence *e = s->e;
	const int64_t counts[] = { e->order_total, e->order_count, (int64_t)e->orders.count };
	bool ok = false;
	for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++)
		ok |= numeral_is(n, counts[i]);
	sheet_claim(s, n->span, "count", ok ? "result" : "", ok);
}

/* How many products are named in the reply. */
static int64_t named_products(const struct sheet *s)
{
	int64_t count = 0;
	for (size_t i = 0; i < s->subject_count; i++) {
		bool named = false;
		for (size_t j = 0; j < s->mention_count && !named; j++)
			named = s->mentions[j].count > 0 && s->mentions[j].subjects[0] == i;
		count += named && s->subjects[i].kind == SUBJECT_PRODUCT;
	}
	return count;
}

/* How many are equal to the cheapest, or to the best rated. */
static int64_t equals(const struct shop_products *list, bool by_rating)
{
	int64_t count = 0, best = 0;
	for (size_t i = 0; i < list->count; i++) {
		int64_t value = by_rating ? -list->items[i].rating_centi : list->items[i].price_cents;
		count = i == 0 || value < best ? 0 : count;
		best = i == 0 || value < best ? value : best;
		count += value == best;
	}
	return count;
}

static bool is_result(const struct sheet *s, const struct numeral *n)
{
	enum { LISTED = 10, VALUES_LISTED = 20 };
	const struct evidence *e = s->e;
	int64_t offset = s->u != NULL ? s->u->offset : 0, given = (int64_t)e->products.count;
	int64_t total = (e->total > given ? e->total : given) - offset;
	int64_t orders = e->order_total > (int64_t)e->orders.count ? e->order_total :
								     (int64_t)e->orders.count;
	const int64_t counts[] = {
		e->total, e->in_stock, e->things, given, e->tied, e->tied + 1,
		(int64_t)e->values.count, listed_more((int64_t)e->values.count, VALUES_LISTED, VALUES_LISTED),
		listed_more(total, e->products.count, LISTED), listed_more(total, e->products.count, 100),
		listed_more(orders, e->orders.count, LISTED), listed_more(orders, e->orders.count, 100),
		total - named_products(s), named_products(s),
		equals(&e->products, false), equals(&e->products, true),
	};
	for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++)
		if (counts[i] >= 0 && numeral_is(n, counts[i]))
			return true;
	return false;
}

static bool is_asked_number(const struct sheet *s, const struct numeral *n)
{
	const char *text;
	if (s->u == NULL)
		return false;
	const int64_t asked[] = { s->u->query.limit, s->u->quantity, s->u->offset + 1 };
	for (size_t i = 0; i < sizeof(asked) / sizeof(asked[0]); i++)
		if (asked[i] > 0 && numeral_is(n, asked[i]))
			return true;
	for (size_t i = 0; (text = question_text(s, i)) != NULL; i++)
		if (numeral_in_text(n, "", 0, text))
			return true;
	return false;
}

static const char *behind(const struct sheet *s, const struct numeral *n, size_t *ret_len)
{
	*ret_len = s->sentence.end > n->span.end ? s->sentence.end - n->span.end : 0;
	return s->reply + n->span.end;
}

static bool is_in_texts(const struct sheet *s, const struct subject *subject,
			const struct numeral *n)
{
	size_t len;
	const char *unit = behind(s, n, &len);
	const struct shop_product *p = subject->product;
	if (subject->name != NULL && numeral_in_text(n, unit, len, subject->name))
		return true;
	if (p == NULL)
		return false;
	const char *const texts[] = { p->description, p->brand, p->category, p->sku };
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (texts[i] != NULL && numeral_in_text(n, unit, len, texts[i]))
			return true;
	for (size_t i = 0; subject->attributes != NULL && i < subject->attributes->count; i++)
		if (numeral_in_text(n, unit, len, subject->attributes->items[i].value) ||
		    numeral_in_text(n, unit, len, subject->attributes->items[i].name))
			return true;
	return false;
}

/* How many of a thing an order has: "2 × NAME". */
static bool is_quantity_of(const struct sheet *s, const struct subject *subject,
			   const struct numeral *n)
{
	(void)s;
	int64_t lines = subject->order != NULL ? (int64_t)subject->order->line_count : 0;
	enum { LINES_LISTED = 6 };
	if (subject->kind == SUBJECT_ORDER)
		return numeral_is(n, lines) || (lines > LINES_LISTED && numeral_is(n, lines - LINES_LISTED));
	return subject->kind == SUBJECT_LINE && numeral_is(n, subject->line->quantity);
}

static const char measures[] =
	"day days week weeks month months year years hour hours minute minutes second seconds gb mb tb kb "
	"mm cm m km inch inches kg g mg lb lbs oz l ml liter liters litre litres w watt watts v volt volts "
	"mah hz ghz mhz mp megapixel megapixels px pixel pixels fps degrees atm dpi rpm bar pages page";

static bool is_quantity(const struct sheet *s, const struct numeral *n, char source[SOURCE_SIZE])
{
	/* the name stands behind the number: "2 × NAME" */
	for (size_t i = 0; i < s->mention_count; i++) {
		const struct mention *m = &s->mentions[i];
		if (m->order || m->span.start < n->span.end || m->span.start > n->span.end + 12)
			continue;
		const struct about one = { m, 1, false, false };
		return holds_for(s, &one, is_quantity_of, n, source);
	}
	struct about order = about_order(s, n->span.start);
	return order.count > 0 && holds_for(s, &order, is_quantity_of, n, source);
}

bool find_figure(struct sheet *s, const struct numeral *n, char source[SOURCE_SIZE])
{
	size_t len;
	const char *unit = behind(s, n, &len);
	if (holds(s, n->span.start, is_in_texts, n, source))
		return true;
	for (size_t i = 0; i < s->e->values.count; i++)
		if (numeral_in_text(n, unit, len, s->e->values.items[i])) {
			source_text(source, "result");
			return true;
		}
	if (s->e->policy != NULL && numeral_in_text(n, unit, len, s->e->policy)) {
		source_policy(source, s->e);
		return true;
	}
	if (is_quantity(s, n, source))
		return true;
	source_text(source, "question");
	if (is_asked_number(s, n))
		return true;
	source_text(source, "result");
	return !word_after(s, n->span.end, measures, 1) && !n->glued && is_result(s, n);
}

void check_figure(struct sheet *s, const struct numeral *n)
{
	char source[SOURCE_SIZE] = "";
	bool cost = word_before(s, n->span.start, "cost costs price prices priced", 2);
	bool ok = !cost && find_figure(s, n, source);
	if (!ok && (cost || n->decimals == 2)) {
		struct figures f = { .count = 1 };
		f.items[0] = *n;
		f.items[0].money = n->span;
		check_price(s, &f, 0);
		return;
	}
	sheet_claim(s, n->span, "count", ok ? source : "", ok);
}

void check_percent(struct sheet *s, const struct numeral *n, struct span span)
{
	char source[SOURCE_SIZE] = "";
	size_t len;
	const char *unit = behind(s, n, &len);
	bool ok = holds(s, span.start, is_in_texts, n, source);
	if (!ok && s->e->policy != NULL && numeral_in_text(n, unit, len, s->e->policy)) {
		source_policy(source, s->e);
		ok = true;
	}
	sheet_claim(s, span, "percent", ok ? source : "", ok);
}
