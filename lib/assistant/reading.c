/* SPDX-License-Identifier: MIT */
/* First look at a message: which phrases stand in it, and which numbers, prices and dates. */
#include "assistant/reading.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "assistant/dates.h"
#include "assistant/number.h"
#include "base/text.h"

/* Words inside a name of several words ("The Slow Train") are no phrases, unless they are all
 * phrases anyway. */
static size_t name_at(const struct understand_input *in, size_t at)
{
	size_t best = 0;
	for (size_t i = 0; i < in->hit_count; i++) {
		const struct vocab_hit *h = &in->hits[i];
		if (h->first != at || h->count < 2 || h->count <= best)
			continue;
		bool content = false;
		for (size_t j = at; j < at + h->count && !content; j++) {
			enum cue cue = CUE_NONE;
			content = lexicon_find(in->words, j + 1, j, &cue) == 0;
		}
		if (content)
			best = h->count;
	}
	return best;
}

/* The longest phrase, but for one that would break a longer one: "what did" in "what did I order".
 */
static size_t phrase_at(const struct understand_input *in, size_t at, enum cue *ret)
{
	enum cue next = CUE_NONE;
	size_t n = lexicon_find(in->words, in->word_count, at, ret);
	for (size_t i = at + 1; i < at + n; i++) {
		size_t m = lexicon_find(in->words, in->word_count, i, &next);
		if (m > n && i + m > at + n)
			return lexicon_find(in->words, i, at, ret);
	}
	return n;
}

static bool is_content(const struct understand_input *in, size_t at)
{
	enum cue cue = CUE_NONE;
	return at < in->word_count && lexicon_find(in->words, in->word_count, at, &cue) == 0;
}

/* "non polyester" excludes; "non slip" is a property like any other. */
static bool can_be_excluded(const struct understand_input *in, size_t at)
{
	for (size_t i = 0; i < in->hit_count; i++)
		if (in->hits[i].first == at && in->hits[i].kind == VOCAB_BRAND)
			return true;
	return at < in->word_count &&
	       (lexicon_is_material(in->words[at].norm) || lexicon_is_colour(in->words[at].norm));
}

/* "top 5", "top rated", not "tank top" or "top hat". */
static bool counts_behind(const struct understand_input *in, size_t at)
{
	struct number n;
	enum cue cue = CUE_NONE;
	if (at >= in->word_count)
		return false;
	return number_at(in->text, in->len, in->words[at].start, &n) ||
	       (lexicon_find(in->words, in->word_count, at, &cue) > 0 && cue == CUE_RATED);
}

/* Is the word part of what a thing is called here, and no cue: "15 inch display", "gift box"? */
static bool names_thing(const struct reading *r, size_t at, enum cue cue)
{
	const struct understand_input *in = r->in;
	bool behind = at > 0 && in->words[at - 1].after == ' ' &&
		      (r->use[at - 1] == USE_OPEN || r->cue[at - 1] == CUE_PREPOSITION);
	switch (cue) {
	case CUE_SHOW:
	case CUE_COUNT:
	case CUE_TRACK:
		return behind;
	case CUE_RECOMMEND:
		return strcmp(in->words[at].fold, "gift") == 0 && is_content(in, at + 1);
	case CUE_LEFT:
		return is_content(in, at + 1);
	case CUE_TOP:
		return !counts_behind(in, at + 1);
	case CUE_NOT:
		return strcmp(in->words[at].fold, "non") == 0 && !can_be_excluded(in, at + 1);
	default:
		return false;
	}
}

void reading_scan(struct reading *r, const struct understand_input *in, struct understanding *out)
{
	*r = (struct reading){ .in = in, .out = out };
	for (size_t i = 0; i < in->word_count;) {
		enum cue cue = CUE_NONE;
		size_t name = name_at(in, i);
		size_t n = phrase_at(in, i, &cue);
		if (n == 1 && names_thing(r, i, cue))
			n = 0;
		if (name >= n && name > 0) {
			i += name;
			continue;
		}
		r->begins[i] = n > 0;
		for (size_t j = i; j < i + n; j++) {
			r->cue[j] = cue;
			r->use[j] = USE_CUE;
		}
		if (n > 0)
			r->has[cue] = true;
		i += n > 0 ? n : 1;
	}
}

bool reading_at(const struct reading *r, size_t word, enum cue cue)
{
	return word < r->in->word_count && r->begins[word] && r->cue[word] == cue;
}

size_t reading_first(const struct reading *r, enum cue cue)
{
	size_t i = 0;
	while (i < r->in->word_count && !reading_at(r, i, cue))
		i++;
	return i;
}

bool reading_has_fold(const struct reading *r, const char *fold)
{
	for (size_t i = 0; i < r->in->word_count; i++)
		if (strcmp(r->in->words[i].fold, fold) == 0)
			return true;
	return false;
}

bool reading_begins_with(const struct reading *r, const char *const *list)
{
	size_t i = r->in->word_count > 0 && r->cue[0] == CUE_AND ? 1 : 0;
	return i < r->in->word_count && word_is_one_of(r->in->words[i].fold, list);
}

void reading_take(struct reading *r, struct span span, enum word_use use)
{
	for (size_t i = 0; i < r->in->word_count; i++) {
		const struct word *w = &r->in->words[i];
		if (w->start < span.end && w->end > span.start && w->end > w->start)
			r->use[i] = use;
	}
}

static bool is_single(const struct reading *r, size_t word)
{
	return r->begins[word] && (word + 1 >= r->in->word_count || r->begins[word + 1] ||
				   r->cue[word + 1] == CUE_NONE);
}

void reading_reopen(struct reading *r)
{
	for (size_t i = 0; i < r->in->word_count; i++) {
		enum cue c = r->cue[i];
		bool stray = c == CUE_POLICY || c == CUE_POLICY_WORD || c == CUE_OFF_TOPIC ||
			     c == CUE_CANCEL ||
			     (c == CUE_TRACK && strcmp(r->in->words[i].norm, "track") == 0);
		if (!stray || r->use[i] != USE_CUE || !is_single(r, i))
			continue;
		r->cue[i] = CUE_NONE;
		r->begins[i] = false;
		r->use[i] = USE_OPEN;
	}
}

bool reading_content(const struct reading *r, size_t word)
{
	return word < r->in->word_count && r->use[word] == USE_OPEN;
}

size_t reading_content_count(const struct reading *r)
{
	size_t n = 0;
	for (size_t i = 0; i < r->in->word_count; i++)
		n += reading_content(r, i);
	return n;
}

/* Thousandths of the unit to the store's minor units; a bound that is not meant inclusively moves
 * by one. Saturates. */
static int64_t minor_units(int64_t milli, const char *currency, int step)
{
	int64_t scale = 1;
	for (int i = shop_money_decimals(currency); i > 0; i--)
		scale *= 10;
	if (milli < 0)
		milli = 0;
	if (milli > INT64_MAX / 1000000)
		milli = INT64_MAX / 1000000;
	int64_t cents = milli * scale / 1000 + step;
	return cents < 0 ? 0 : cents;
}

static void take_stars(struct reading *r, const struct amount_range *a)
{
	bool exact = a->has_min && a->has_max && a->min_milli == a->max_milli;
	if (a->has_max && !exact) {
		int64_t centi = a->max_milli / 10 - (a->max_exclusive ? 1 : 0);
		r->out->query.max_rating_centi = centi > 500 ? 500 : centi < 0 ? 0 : centi;
	}
	if (a->has_min) {
		int64_t centi = a->min_milli / 10 + (a->min_exclusive ? 1 : 0);
		r->out->query.min_rating_centi = centi > 500 ? 500 : centi;
	}
	reading_take(r, a->span, USE_AMOUNT);
}

static void take_price(struct reading *r, const struct amount_range *a)
{
	struct shop_query *q = &r->out->query;
	const char *currency = r->in->currency;
	bool exact = a->has_min && a->has_max && a->min_milli == a->max_milli;
	if (a->has_min && !exact)
		q->price_min_cents = minor_units(a->min_milli, currency, a->min_exclusive ? 1 : 0);
	/* "a laptop for $500": what a shopper has, not what it must cost to the cent */
	if (a->has_max)
		q->price_max_cents = minor_units(a->max_milli, currency, a->max_exclusive ? -1 : 0);
	if (a->currency[0] != '\0' && strcmp(a->currency, currency) != 0 &&
	    !(strcmp(a->currency, "USD") == 0 && strlen(currency) == 3 && currency[2] == 'D'))
		r->out->foreign_currency = true;
	reading_take(r, a->span, USE_AMOUNT);
}

/* "rated at least 4": a bare number up to five behind a word of rating counts stars. */
static bool is_rating(const struct reading *r, const struct amount_range *a)
{
	enum { WORDS_BETWEEN = 4, MOST_MILLI = 5000 };
	static const char *const words[] = {
		"rated", "rating", "ratings", "reviewed", "score", NULL
	};
	size_t end = 0;
	if (a->unit != AMOUNT_PLAIN || (a->has_min ? a->min_milli : a->max_milli) > MOST_MILLI)
		return false;
	while (end < r->in->word_count && r->in->words[end].end <= a->span.start)
		end++;
	for (size_t i = end > WORDS_BETWEEN ? end - WORDS_BETWEEN : 0; i < end; i++)
		if (word_is_one_of(r->in->words[i].fold, words))
			return true;
	return false;
}

size_t reading_amounts(struct reading *r)
{
	struct amount_range a;
	size_t at = 0, count = 0;
	while (at < r->in->len && amount_find(r->in->text, r->in->len, at, &a)) {
		bool bound = a.has_min != a.has_max || a.min_milli != a.max_milli || a.around;
		r->money |= a.unit == AMOUNT_STARS || a.unit == AMOUNT_MONEY;
		if (a.unit == AMOUNT_STARS || is_rating(r, &a)) {
			take_stars(r, &a);
			count++;
		} else if (a.unit == AMOUNT_PLAIN && bound && reading_measure(r, &a)) {
			/* "over 1.5 m": a unit that elsewhere is none */
		} else if (a.unit == AMOUNT_MONEY || (a.unit == AMOUNT_PLAIN && bound)) {
			take_price(r, &a);
			count++;
		} else if (a.unit == AMOUNT_OTHER) {
			reading_measure(r, &a);
		}
		at = a.span.end > at ? a.span.end : at + 1;
	}
	return count;
}

/* Is there a superlative at the word, or nothing but small words before one? */
static bool before_superlative(const struct reading *r, size_t at)
{
	for (size_t i = at; i < r->in->word_count; i++) {
		if (r->cue[i] >= CUE_CHEAPEST && r->cue[i] <= CUE_EXPENSIVE)
			return true;
		if (r->cue[i] != CUE_STOP && !(i == at && r->cue[i] == CUE_PREPOSITION))
			return false;
	}
	return false;
}

/* "24 inch", "65\"", "16 GB": how large, not how many. */
static bool is_measure(const struct reading *r, size_t word)
{
	static const char *const units[] = {
		"inch", "inches", "cm",     "mm",   "meter", "meters",    "m",   "ft",   "gb",
		"tb",   "mb",     "kg",     "g",    "mg",    "lb",        "lbs", "oz",   "ml",
		"l",    "liter",  "liters", "w",    "watt",  "watts",     "v",   "volt", "mah",
		"hz",   "ghz",    "mp",     "port", "ports", "megapixel", "dpi", "x",    NULL,
	};
	const struct word *w = &r->in->words[word];
	if (w->end < r->in->len && r->in->text[w->end] == '"')
		return true;
	return word + 1 < r->in->word_count && word_is_one_of(r->in->words[word + 1].fold, units);
}

/* Does the number say how many are to be shown: "top 5", "5 cheapest", "show me three laptops"? */
static bool is_limit(const struct reading *r, size_t word)
{
	if (is_measure(r, word))
		return false;
	if (before_superlative(r, word + 1))
		return true;
	if (word == 0)
		return false;
	enum cue before = r->cue[word - 1];
	return before == CUE_TOP || before == CUE_SHOW || before == CUE_RECOMMEND ||
	       (before >= CUE_CHEAPEST && before <= CUE_LEAST_STOCK);
}

/* "the first two": so many of the products shown before, from the first on. */
static bool take_first_ones(struct reading *r, const struct number *first)
{
	struct number n;
	const struct chat_context *c = r->in->context;
	size_t at = first->span.end + 1;
	if (first->milli != 1000 || !number_at(r->in->text, r->in->len, at, &n) || n.ordinal ||
	    n.milli < 2000 || n.milli % 1000 || n.milli / 1000 > (int64_t)c->product_count)
		return false;
	for (r->out->ref_count = 0; (int64_t)r->out->ref_count < n.milli / 1000;
	     r->out->ref_count++)
		r->out->refs[r->out->ref_count] = c->products[r->out->ref_count];
	reading_take(r, (struct span){ first->span.start, n.span.end }, USE_NUMBER);
	return true;
}

static void take_number(struct reading *r, const struct number *n)
{
	size_t word = 0;
	while (word < r->in->word_count && r->in->words[word].end <= n->span.start)
		word++;
	if (word >= r->in->word_count || n->milli < 1000 || n->milli > 1000000 || n->milli % 1000)
		return;
	if (r->use[word] != USE_OPEN && r->use[word] != USE_CUE)
		return;
	int64_t value = n->milli / 1000;
	size_t last = word;
	while (last + 1 < r->in->word_count && r->in->words[last + 1].end <= n->span.end)
		last++;
	if (n->ordinal && take_first_ones(r, n))
		return;
	if (n->ordinal) {
		bool one = last + 1 < r->in->word_count &&
			   (strcmp(r->in->words[last + 1].fold, "one") == 0 ||
			    strcmp(r->in->words[last + 1].fold, "product") == 0 ||
			    strcmp(r->in->words[last + 1].fold, "item") == 0);
		bool ends = last + 1 >= r->in->word_count;
		if (before_superlative(r, last + 1))
			r->out->offset = value - 1;
		else if ((one || ends) && r->in->context->product_count >= (size_t)value)
			r->out->refs[r->out->ref_count++ % UNDERSTAND_REFS] =
				r->in->context->products[value - 1];
		else
			return;
	} else if (is_limit(r, last)) {
		r->out->query.limit = value;
	} else {
		/* "order two of them": behind the verb */
		if (word > 0 && (r->cue[word - 1] == CUE_BUY || r->cue[word - 1] == CUE_ORDER ||
				 strcmp(r->in->words[word - 1].fold, "add") == 0 ||
				 strcmp(r->in->words[word - 1].fold, "put") == 0))
			r->out->quantity = value;
		else
			return;
	}
	reading_take(r, n->span, USE_NUMBER);
}

void reading_numbers(struct reading *r)
{
	struct number n;
	size_t at = 0;
	while (at < r->in->len && r->out->ref_count < UNDERSTAND_REFS &&
	       number_find(r->in->text, r->in->len, at, &n)) {
		take_number(r, &n);
		at = n.span.end > at ? n.span.end : at + 1;
	}
}

bool reading_id(const char *fold, int64_t *ret)
{
	int64_t n = 0;
	for (const char *p = fold; *p != '\0'; p++) {
		if (!text_is_digit(*p))
			return false;
		n = n > (INT64_MAX - 9) / 10 ? INT64_MAX / 10 : n * 10 + (*p - '0');
	}
	*ret = n;
	return fold[0] != '\0';
}

static bool is_number_word(const char *fold)
{
	return strcmp(fold, "number") == 0 || strcmp(fold, "id") == 0 || strcmp(fold, "no") == 0;
}

static bool is_of(const struct understand_input *in, size_t word)
{
	return word < in->word_count && strcmp(in->words[word].fold, "of") == 0;
}

int64_t reading_order_id(struct reading *r)
{
	const struct understand_input *in = r->in;
	for (size_t i = 0; i < in->word_count; i++) {
		int64_t id;
		if (!reading_id(in->words[i].fold, &id) || r->use[i] == USE_AMOUNT)
			continue;
		bool hash = in->words[i].start > 0 && in->text[in->words[i].start - 1] == '#';
		size_t j = i;
		bool called = false; /* "order number 3" */
		while (j > 0 && (is_number_word(in->words[j - 1].fold) ||
				 r->cue[j - 1] == CUE_STOP || r->cue[j - 1] == CUE_PREPOSITION))
			called |= is_number_word(in->words[--j].fold);
		enum cue before = j > 0 ? r->cue[j - 1] : CUE_NONE;
		bool order = before == CUE_ORDER || before == CUE_MY_ORDER ||
			     before == CUE_PARCEL || before == CUE_TRACK || before == CUE_CANCEL ||
			     before == CUE_PAY;
		/* "order 3 red shirts", "order 3 jars of honey": so many of something */
		bool counts = !hash && before == CUE_ORDER && !called &&
			      (reading_content(r, i + 1) || is_of(in, i + 1) || is_of(in, i + 2));
		if (hash || (order && !counts) || in->word_count == 1) {
			r->use[i] = USE_ID;
			return id;
		}
	}
	return SHOP_NONE;
}

bool reading_has_date(const struct reading *r, bool alone)
{
	struct date_range range;
	if (!date_range_find(r->in->text, r->in->len, r->in->today, &range))
		return false;
	for (size_t i = 0; alone && i < r->in->word_count; i++) {
		const struct word *w = &r->in->words[i];
		if (reading_content(r, i) &&
		    (w->end <= range.span.start || w->start >= range.span.end))
			return false;
	}
	return true;
}

void reading_dates(struct reading *r)
{
	struct date_range range;
	if (!date_range_find(r->in->text, r->in->len, r->in->today, &range))
		return;
	date_range_widen(&range, r->in->today);
	struct shop_query *q = &r->out->query;
	q->since = range.has_since ? range.since : SHOP_NONE;
	q->until = range.has_until ? range.until : SHOP_NONE;
	r->out->dated = range.has_since || range.has_until;
	reading_take(r, range.span, USE_DATE);
}

static bool is_name_word(const struct reading *r, size_t word)
{
	return reading_content(r, word) || r->use[word] == USE_BRAND ||
	       r->use[word] == USE_ATTRIBUTE || r->use[word] == USE_MEASURE;
}

char *reading_name(const struct reading *r, size_t from, size_t to)
{
	while (from < to && !is_name_word(r, from))
		from++;
	while (to > from && !is_name_word(r, to - 1))
		to--;
	if (from >= to)
		return NULL;
	/* Through the words and not the text, so that corrections count. */
	size_t size = (to - from) * WORD_SIZE, len = 0;
	char *out = malloc(size);
	if (out == NULL)
		return NULL;
	for (size_t i = from; i < to; i++)
		len += (size_t)snprintf(out + len, size - len, "%s%s", i > from ? " " : "",
					r->in->words[i].fold);
	return out;
}
