/* SPDX-License-Identifier: MIT */
/* Dates in a reply: when an order was placed, paid, shipped, delivered; the range that was asked.
 */
#include <string.h>

#include "assistant/compose.h"
#include "assistant/dates.h"
#include "assistant/verify_sheet.h"
#include "base/text.h"

enum event {
	EVENT_ANY,
	EVENT_ORDERED,
	EVENT_PAID,
	EVENT_SHIPPED,
	EVENT_DELIVERED,
	EVENT_CANCELLED
};

static enum event event_of(const char *word)
{
	static const char *const words[] = {
		[EVENT_ORDERED] = "ordered placed made created bought purchased",
		[EVENT_PAID] = "paid payment",
		[EVENT_SHIPPED] = "shipped dispatched sent left",
		[EVENT_DELIVERED] = "delivered arrived received",
		[EVENT_CANCELLED] = "cancelled canceled",
	};
	for (size_t i = EVENT_ORDERED; i <= EVENT_CANCELLED; i++)
		if (word_in(words[i], word))
			return (enum event)i;
	return EVENT_ANY;
}

/* Which event a date is said of: the last verb before it, or the first one behind it. */
static enum event event_at(const struct sheet *s, struct span date)
{
	enum event before = EVENT_ANY;
	char word[CUE_SIZE];
	struct span span;
	for (size_t at = s->sentence.start; at < s->sentence.end; at = span.end) {
		span = next_word(s, at, word);
		if (span.start >= span.end)
			break;
		enum event event = event_of(word);
		if (span.start >= date.start && before != EVENT_ANY)
			break;
		if (event != EVENT_ANY)
			before = event;
	}
	return before;
}

struct days_asked {
	const struct date_range *range;
	enum event event;
};

static bool in_range(const struct sheet *s, int64_t time, const struct date_range *r)
{
	if (time == SHOP_NONE)
		return false;
	int64_t day = local_day(time, s->e->utc_offset);
	return day >= r->since && day <= r->until && r->has_since && r->has_until;
}

static bool order_fits(const struct sheet *s, const struct shop_order *o,
		       const struct days_asked *d)
{
	const int64_t times[] = {
		[EVENT_ORDERED] = o->created_at,     [EVENT_PAID] = o->paid_at,
		[EVENT_SHIPPED] = o->shipped_at,     [EVENT_DELIVERED] = o->delivered_at,
		[EVENT_CANCELLED] = o->cancelled_at,
	};
	if (d->event != EVENT_ANY)
		return in_range(s, times[d->event], d->range);
	for (size_t i = EVENT_ORDERED; i <= EVENT_CANCELLED; i++)
		if (in_range(s, times[i], d->range))
			return true;
	return false;
}

static bool orders_fit(const struct sheet *s, struct span date, const struct days_asked *d,
		       char source[SOURCE_SIZE])
{
	struct about about = about_order(s, date.start);
	for (size_t i = 0; i < s->e->orders.count; i++) {
		const struct shop_order *o = &s->e->orders.items[i];
		bool meant = about.count == 0;
		for (size_t j = 0; j < about.count; j++)
			meant |= about.first[j].count > 0 &&
				 s->subjects[about.first[j].subjects[0]].order == o;
		if (meant && order_fits(s, o, d)) {
			source_order(source, o->id);
			return true;
		}
	}
	return false;
}

/* When a product was added, or a review of it written. */
static bool products_fit(const struct sheet *s, struct span date, const struct days_asked *d,
			 char source[SOURCE_SIZE])
{
	struct about about = about_product(s, date.start);
	for (size_t i = 0; i < s->subject_count; i++) {
		const struct shop_product *p = s->subjects[i].product;
		bool meant = about.count == 0;
		for (size_t j = 0; j < about.count; j++)
			for (size_t k = 0; k < about.first[j].count; k++)
				meant |= about.first[j].subjects[k] == i;
		if (p != NULL && meant && in_range(s, p->created_at, d->range)) {
			source_product(source, p->id);
			return true;
		}
	}
	for (size_t i = 0; i < s->e->reviews.count && s->e->products.count > 0; i++)
		if (in_range(s, s->e->reviews.items[i].created_at, d->range)) {
			source_product(source, s->e->products.items[0].id);
			return true;
		}
	return false;
}

static bool question_fits(const struct sheet *s, const struct date_range *r)
{
	if (s->u == NULL)
		return false;
	const struct shop_query *q = &s->u->query;
	int64_t since = r->has_since ? r->since : SHOP_NONE,
		until = r->has_until ? r->until : SHOP_NONE;
	return (since != SHOP_NONE || until != SHOP_NONE) && since == q->since && until == q->until;
}

/* "Monday to Friday" in the shop's rules, "sunday hat" in the question: words, not dates. */
static bool is_repeated(const struct sheet *s, struct span span)
{
	static const char joints[] =
		"of in on the a first last this next since until from at by before after";
	char text[64], word[CUE_SIZE];
	const char *asked;
	for (struct span w = next_word(s, span.start, word);
	     w.end < span.end && word_in(joints, word); w = next_word(s, span.start, word))
		span.start = next_word(s, w.end, word).start;
	size_t len = span.end - span.start;
	if (len >= sizeof(text))
		return false;
	for (size_t i = 0; i < len; i++)
		text[i] = text_lower(s->text[span.start + i]);
	text[len] = '\0';
	if (s->e->policy != NULL && strcasestr(s->e->policy, text) != NULL)
		return true;
	for (size_t i = 0; !has_digit(text) && (asked = question_text(s, i)) != NULL; i++)
		if (strcasestr(asked, text) != NULL)
			return true;
	return false;
}

enum { WEEKDAYS_MAX = 4 };

struct weekdays {
	size_t at[WEEKDAYS_MAX];
	int day[WEEKDAYS_MAX];
	size_t count;
};

/* "Monday 16 November": the weekday goes before the date is read, and is held to it afterwards. */
static void take_weekdays(const struct sheet *s, char *copy, struct weekdays *ret)
{
	static const char *const names[] = { "monday", "tuesday",  "wednesday", "thursday",
					     "friday", "saturday", "sunday" };
	char word[CUE_SIZE];
	struct span span;
	ret->count = 0;
	for (size_t at = s->sentence.start; at < s->sentence.end; at = span.end) {
		span = next_word(s, at, word);
		if (span.start >= span.end)
			return;
		size_t next = span.end;
		while (next < s->sentence.end && (s->text[next] == ' ' || s->text[next] == ','))
			next++;
		for (int day = 0; day < 7 && ret->count < WEEKDAYS_MAX; day++) {
			if (strcmp(word, names[day]) != 0 || !text_is_digit(s->text[next]))
				continue;
			ret->at[ret->count] = span.start;
			ret->day[ret->count++] = day;
			memset(copy + span.start - s->sentence.start, ' ', next - span.start);
		}
	}
}

static bool weekdays_fit(const struct weekdays *w, struct span span, const struct date_range *r)
{
	enum { WEEKDAY_BYTES = 14 };
	size_t seen = 0;
	bool first = true, last = true;
	for (size_t i = 0; i < w->count; i++) {
		if (w->at[i] + WEEKDAY_BYTES < span.start || w->at[i] >= span.end)
			continue;
		first = day_weekday(r->since) == w->day[i];
		last = day_weekday(r->until) == w->day[i];
		if (seen++ == 0 && !(r->has_since ? first : last))
			return false;
		if (seen > 1 && !last)
			return false;
	}
	return true;
}

/* "from 9 to 15 November" is a range that was asked for; "in November" may also be when it was. */
static bool is_exact_range(const struct date_range *r)
{
	return r->grain == DATE_DAY && (!r->has_since || !r->has_until || r->since != r->until);
}

static void check_date(struct sheet *s, struct span span, const struct date_range *r, bool weekdays)
{
	char source[SOURCE_SIZE] = "";
	struct days_asked d = { r, event_at(s, span) };
	bool ok = weekdays;
	if (ok && question_fits(s, r))
		source_text(source, "question");
	else if (ok && is_repeated(s, span))
		source_text(source, s->e->policy != NULL ? "policy" : "question");
	else
		ok = ok && !is_exact_range(r) &&
		     (orders_fit(s, span, &d, source) || products_fit(s, span, &d, source));
	sheet_claim(s, span, "date", source, ok);
	sheet_mask(s, span);
}

/* "Today's offers" say nothing of a date unless there is an order that they could be about. */
static bool is_small_talk(const struct sheet *s, struct span span, const struct date_range *r)
{
	for (size_t i = span.start; i < span.end; i++)
		if (text_is_digit(s->text[i]))
			return false;
	return s->e->orders.count == 0 && r->has_since && r->since == s->e->today &&
	       r->until == s->e->today &&
	       !sentence_has(s, "order orders package parcel arrive arrives");
}

/* The first date; date_range_find() lets a date that is today give way to a later one. */
static bool find_date(const struct sheet *s, const char *text, size_t len, struct date_range *ret)
{
	struct date_range first;
	if (!date_range_find(text, len, s->e->today, ret))
		return false;
	if (date_range_find(text, ret->span.start, s->e->today, &first))
		*ret = first;
	return true;
}

void check_dates(struct sheet *s)
{
	enum { COPY_BYTES = 4096 };
	char copy[COPY_BYTES];
	struct weekdays weekdays;
	struct date_range r;
	size_t start = s->sentence.start, len = s->sentence.end - start;
	if (len >= sizeof(copy))
		len = sizeof(copy) - 1;
	memcpy(copy, s->text + start, len);
	take_weekdays(s, copy, &weekdays);
	for (size_t at = 0; at < len && find_date(s, copy + at, len - at, &r);) {
		struct span span = { start + at + r.span.start, start + at + r.span.end };
		bool today = is_small_talk(s, span, &r);
		at += r.span.end > 0 ? r.span.end : 1;
		if (!today)
			check_date(s, span, &r, weekdays_fit(&weekdays, span, &r));
	}
}
