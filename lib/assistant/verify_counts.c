/* SPDX-License-Identifier: MIT */
/* Numbers in a reply that are no money: stock, ratings, reviews, how many there are, measures. */
#include <string.h>

#include "assistant/compose.h"
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
	/* "7 of them are in stock" */
	bool some = word_after(s, n->span.end, "them these those", 2);
	bool ok = !some && holds(s, n->span.start, is_stock_of, n, source);
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
	enum { NAME_BYTES = 256 };
	struct buf b;
	buf_init(&b, 2 * NAME_BYTES);
	put_clean(&b, name, NAME_BYTES);
	const char *from = s->reply + s->sentence.start;
	size_t len = s->sentence.end - s->sentence.start;
	bool found = b.len > 0 && memmem(from, len, b.data, b.len) != NULL;
	buf_done(&b);
	return found;
}

/* The stars that one customer gave. */
static bool is_rating_by(const struct sheet *s, const struct numeral *n)
{
	for (size_t i = 0; i < s->e->reviews.count; i++) {
		const struct shop_review *r = &s->e->reviews.items[i];
		const char *author =
			r->author != NULL && has_letter(r->author) ? r->author : "customer";
		if (is_rating(n, 100 * r->rating) && sentence_names(s, author))
			return true;
	}
	return false;
}

/* A limit of the question: 451 was "over 4.5", 299 "under 3". */
static bool is_rating_bound(const struct sheet *s, const struct numeral *n, size_t at, bool low)
{
	int64_t min = s->u->query.min_rating_centi, max = s->u->query.max_rating_centi;
	bool high = word_before(s, at, "most below under max maximum", 2);
	return (low && min != SHOP_NONE && (n->milli == 10 * min || n->milli == 10 * (min - 1))) ||
	       (high && max != SHOP_NONE && (n->milli == 10 * max || n->milli == 10 * (max + 1)));
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
	if (!ok && s->u != NULL && is_rating_bound(s, n, at, bound)) {
		source_text(source, "question");
		ok = true;
	}
	sheet_claim(s, span, "rating", ok ? source : "", ok);
}

void check_order_count(struct sheet *s, const struct numeral *n)
{
	const struct evidence *e = s->e;
	int64_t paid = 0;
	for (size_t i = 0; i < e->orders.count; i++)
		paid += e->orders.items[i].paid_at != SHOP_NONE &&
			e->orders.items[i].cancelled_at == SHOP_NONE;
	bool ok = numeral_is(n, e->order_total);
	if (sentence_has(s, "spent spend paid"))
		ok = numeral_is(n, paid);
	else if (sentence_has(s, "all altogether total ever"))
		ok |= numeral_is(n, e->order_count);
	else if (sentence_has(s, "here latest last these shown showing"))
		ok |= numeral_is(n, (int64_t)e->orders.count);
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
		int64_t value =
			by_rating ? -list->items[i].rating_centi : list->items[i].price_cents;
		count = i == 0 || value < best ? 0 : count;
		best = i == 0 || value < best ? value : best;
		count += value == best;
	}
	return count;
}

static bool is_one_of(const struct numeral *n, const int64_t *values, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (values[i] >= 0 && numeral_is(n, values[i]))
			return true;
	return false;
}

/* "and 14 more": than those that were listed, at most so many. */
static bool is_rest(const struct sheet *s, const struct numeral *n, int64_t total, size_t given)
{
	static const size_t listed[] = { 10, 100 };
	int64_t shown = 0;
	for (size_t i = 0; i < s->mention_count; i++)
		shown += s->mentions[i].span.start < n->span.start;
	for (size_t i = 0; i < sizeof(listed) / sizeof(listed[0]); i++) {
		int64_t most = (int64_t)(given < listed[i] ? given : listed[i]);
		if (shown >= most && total > most && numeral_is(n, total - most))
			return true;
	}
	return false;
}

static bool is_remainder(const struct sheet *s, const struct numeral *n)
{
	enum { VALUES_LISTED = 20 };
	const struct evidence *e = s->e;
	int64_t offset = s->u != NULL ? s->u->offset : 0, given = (int64_t)e->products.count;
	int64_t total = e->total > given ? e->total : given, ordered = (int64_t)e->orders.count;
	int64_t orders = e->order_total > ordered ? e->order_total : ordered;
	const int64_t rest[] = { (int64_t)e->values.count - VALUES_LISTED,
				 total - named_products(s) };
	return n->milli > 0 && (is_rest(s, n, total, e->products.count) ||
				is_rest(s, n, total - offset, e->products.count) ||
				is_rest(s, n, orders, e->orders.count) || is_one_of(n, rest, 2));
}

static bool is_result(const struct sheet *s, const struct numeral *n)
{
	const struct evidence *e = s->e;
	if (word_after(s, n->span.end, "more", 1))
		return is_remainder(s, n);
	if (word_after(s, n->span.end, "other others", 1))
		return is_one_of(n, &e->tied, 1) || is_remainder(s, n);
	if (sentence_has(s, "same equally equal")) {
		const int64_t ties[] = { e->tied, e->tied + 1,
					 equals(&e->products, /* by_rating= */ false),
					 equals(&e->products, /* by_rating= */ true) };
		return is_one_of(n, ties, sizeof(ties) / sizeof(ties[0]));
	}
	if (word_after(s, n->span.end, "stock available", 5) && is_one_of(n, &e->in_stock, 1))
		return true;
	bool listed =
		sentence_has(s, "here these those following below listed showing both only") ||
		word_before(s, n->span.start, "the", 1);
	const int64_t counts[] = { e->total,
				   e->things,
				   e->of,
				   (int64_t)e->values.count,
				   listed ? (int64_t)e->products.count : SHOP_NONE,
				   listed ? named_products(s) : SHOP_NONE };
	return is_one_of(n, counts, sizeof(counts) / sizeof(counts[0]));
}

static const char *behind(const struct sheet *s, const struct numeral *n, size_t *ret_len)
{
	*ret_len = s->sentence.end > n->span.end ? s->sentence.end - n->span.end : 0;
	return s->reply + n->span.end;
}

/* Do the words around it say that things are counted, rather than measured or named? */
static bool is_counting(const struct sheet *s, const struct numeral *n)
{
	static const char after[] =
		"of more other others product products item items result results match matches "
		"model models option options variant variants thing things with in are brand "
		"brands";
	static const char before[] =
		"found are is of the these those all only have has list show showing other "
		"than first last least there";
	char word[CUE_SIZE];
	const char *text;
	if (word_after(s, n->span.end, after, 1) || word_before(s, n->span.start, before, 1))
		return true;
	next_word(s, n->span.end, word);
	for (size_t i = 0; (text = question_text(s, i)) != NULL; i++)
		if (word_in(text, word))
			return true;
	return false;
}

/* A number of the question, with the word before or behind it that it has there. */
static bool is_asked_number(const struct sheet *s, const struct numeral *n)
{
	const char *text;
	char word[CUE_SIZE];
	size_t len;
	const char *unit = behind(s, n, &len);
	if (s->u == NULL)
		return false;
	bool buys = s->u->query.intent == SHOP_INTENT_ORDER_ACTION;
	if (buys && numeral_is(n, s->u->quantity) && !word_after(s, n->span.end, "more", 1))
		return true;
	last_word(s, n->span.start, word);
	for (size_t i = 0; (text = question_text(s, i)) != NULL; i++)
		if (numeral_in_text(n, unit, len, text) ||
		    (word_in(text, word) && numeral_in_text(n, NULL, 0, text)))
			return true;
	return false;
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
	const char *const texts[] = { p->description, p->brand, p->category };
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (texts[i] != NULL && numeral_in_text(n, unit, len, texts[i]))
			return true;
	for (size_t i = 0; subject->attributes != NULL && i < subject->attributes->count; i++)
		if (numeral_in_text(n, unit, len, subject->attributes->items[i].value))
			return true;
	return false;
}

/* How many of a thing an order has: "2 × NAME". */
static bool is_quantity_of(const struct sheet *s, const struct subject *subject,
			   const struct numeral *n)
{
	enum { LINES_LISTED = 6 };
	int64_t lines = subject->order != NULL ? (int64_t)subject->order->line_count : 0, named = 0;
	if (subject->kind == SUBJECT_LINE)
		return numeral_is(n, subject->line->quantity) &&
		       is_of_order(s, subject, n->span.start);
	if (subject->kind != SUBJECT_ORDER)
		return false;
	for (size_t i = 0; i < s->mention_count; i++)
		named += !s->mentions[i].order && s->mentions[i].span.start >= s->sentence.start &&
			 s->mentions[i].span.end <= s->sentence.end;
	if (word_after(s, n->span.end, "more", 1))
		return (lines > LINES_LISTED && numeral_is(n, lines - LINES_LISTED)) ||
		       (lines > named && numeral_is(n, lines - named));
	return numeral_is(n, lines) &&
	       word_after(s, n->span.end,
			  "item items product products thing things article articles", 2);
}

static const char measures[] = "day days week weeks month months year years hour hours minute "
			       "minutes second seconds gb mb tb kb "
			       "mm cm m km inch inches kg g mg lb lbs oz l ml liter liters litre "
			       "litres w watt watts v volt volts "
			       "mah hz ghz mhz mp megapixel megapixels px pixel pixels fps degrees "
			       "atm dpi rpm bar pages page";

static bool is_line(const struct sheet *s, const struct mention *m)
{
	return !m->order && m->count > 0 && s->subjects[m->subjects[0]].kind == SUBJECT_LINE;
}

static bool is_times(const char *text, size_t *ret_width)
{
	*ret_width = strncmp(text, "\xC3\x97", 2) == 0 ? 2 : 1;
	return *ret_width == 2 || *text == 'x' || *text == '*';
}

/* "2 × NAME", "2 NAME", "NAME x2": what the number says how many there are of. */
static const struct mention *counted_name(const struct sheet *s, const struct numeral *n)
{
	size_t width, after = n->span.end, before = n->span.start;
	while (s->reply[after] == ' ')
		after++;
	bool times = is_times(s->reply + after, &width);
	while (before > s->sentence.start && s->reply[before - 1] == ' ')
		before--;
	bool sign = before > 0 && is_times(s->reply + before - 1, &width) && width == 1;
	bool sign2 = before > 1 && is_times(s->reply + before - 2, &width) && width == 2;
	before -= sign2 ? 2 : sign ? 1 : 0;
	for (size_t i = 0; i < s->mention_count; i++) {
		const struct mention *m = &s->mentions[i];
		bool behind = m->span.start > after && m->span.start <= after + 6;
		bool ahead = m->span.end <= before && m->span.end + 3 >= before;
		if ((times && behind && !m->order) || (m->span.start == after && is_line(s, m)) ||
		    ((sign || sign2) && ahead && is_line(s, m)))
			return m;
	}
	return NULL;
}

/* A cell of a table: its column says what it is, and the evidence must have it of its row. */
static bool is_cell_of(const struct sheet *s, const struct subject *subject,
		       const struct numeral *n)
{
	const struct shop_product *p = subject->product;
	size_t before = n->span.start, after = n->span.end;
	while (before > s->sentence.start && s->reply[before - 1] == ' ')
		before--;
	while (s->reply[after] == ' ')
		after++;
	bool cell = before > 0 && s->reply[before - 1] == '|' && s->reply[after] == '|';
	return cell && p != NULL && (numeral_is(n, p->stock) || numeral_is(n, p->reviews));
}

bool find_figure(struct sheet *s, const struct numeral *n, char source[SOURCE_SIZE])
{
	size_t len;
	const char *unit = behind(s, n, &len);
	struct about order = about_order(s, n->span.start);
	struct about line = { counted_name(s, n), 1, false, false };
	if (line.first != NULL)
		return holds_for(s, &line, is_quantity_of, n, source);
	if (n->glued && is_known_token(s, n->span)) {
		source_text(source, "result");
		return true;
	}
	/* what is said of nothing in particular is not looked for in the texts of many things */
	bool more = word_after(s, n->span.end, "more", 1);
	bool single = s->e->products.count == 1 || about_product(s, n->span.start).count > 0;
	if (single && !more && holds(s, n->span.start, is_in_texts, n, source))
		return true;
	if (single && holds(s, n->span.start, is_cell_of, n, source))
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
	if (order.count > 0 && holds_for(s, &order, is_quantity_of, n, source))
		return true;
	source_text(source, "question");
	if (is_asked_number(s, n))
		return true;
	bool named_order = order.count > 0 && !order.spoken;
	source_text(source, "result");
	return !named_order && !n->glued && !word_after(s, n->span.end, measures, 1) &&
	       is_counting(s, n) && is_result(s, n);
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
