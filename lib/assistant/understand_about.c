/* SPDX-License-Identifier: MIT */
/* Is a message about products at all, and how sure is that? */
#include <string.h>

#include "assistant/reading.h"

/* Does the store know the thing that is asked for: the last word before any preposition? */
static bool head_is_known(const struct reading *r)
{
	const struct shop_query *q = &r->out->query;
	size_t head = r->in->word_count;
	for (size_t i = 0; i < r->in->word_count; i++) {
		if (head < r->in->word_count && reading_breaks(r, i))
			break;
		if (reading_content(r, i))
			head = i;
	}
	if (head == r->in->word_count)
		return q->brand_count > 0 || q->category_count > 0 || q->attribute_count > 0;
	if (reading_has_category(r, head))
		return true;
	if (r->in->things != NULL)
		return r->in->things[head];
	return !r->in->unknown[head] && !lexicon_knows(r->in->words[head].fold);
}

/* Said to a shop, and nowhere else. */
static bool is_shop_talk(const struct reading *r)
{
	const struct understanding *u = r->out;
	bool extreme = r->has[CUE_CHEAPEST] || r->has[CUE_DEAREST];
	bool empty = reading_content_count(r) == 0;
	bool ours = r->has[CUE_SELL] || r->has[CUE_HAVE];
	return (ours && !r->has[CUE_QUESTION]) || r->has[CUE_SOLD_OUT] || r->has[CUE_WANT] ||
	       (r->has[CUE_IN_STOCK] && reading_has_fold(r, "stock")) || r->has[CUE_MOST_STOCK] ||
	       r->has[CUE_LEAST_STOCK] || (extreme && !r->has[CUE_QUESTION]) || r->money ||
	       (empty && (r->has[CUE_ANYTHING] || r->has[CUE_KINDS] || r->has[CUE_BRANDS])) ||
	       (r->has[CUE_SHOW] && reading_has_fold(r, "your")) || u->not_brands.count > 0 ||
	       u->not_attributes.count > 0;
}

/* What is said of other things as well is so of things that the store knows: "is there a lamp", but
 * not "is there a vaccine". */
bool products_certain(const struct reading *r, bool bounded)
{
	static const enum cue cues[] = {
		CUE_EXISTS,    CUE_IN_STOCK, CUE_CHEAP,  CUE_EXPENSIVE, CUE_CHEAPEST, CUE_DEAREST,
		CUE_ANYTHING,  CUE_WISH,     CUE_BRANDS, CUE_KINDS,     CUE_SHOW,     CUE_BEST,
		CUE_RECOMMEND, CUE_SELL,     CUE_HAVE,   CUE_COUNT,     CUE_NEWEST,   CUE_OLDEST,
		CUE_WORST,     CUE_TOP,      CUE_RATED,  CUE_POPULAR,   CUE_NOT,      CUE_WHICH,
	};
	bool maybe = bounded;
	for (size_t i = 0; i < sizeof(cues) / sizeof(cues[0]); i++)
		maybe |= r->has[cues[i]];
	return is_shop_talk(r) || (maybe && head_is_known(r));
}

/* "my phone" is the shopper's own, unless something is wanted for it. */
static bool is_of_own_things(const struct reading *r)
{
	size_t my = reading_first(r, CUE_MY);
	if (my >= r->in->word_count || !reading_content(r, my + 1))
		return false;
	const char *before = my > 0 ? r->in->words[my - 1].fold : "";
	return strcmp(before, "for") != 0 && strcmp(before, "with") != 0 &&
	       strcmp(before, "fits") != 0 && strcmp(before, "fit") != 0;
}

/* "where do eggs come from" is none of a shop's business; "where can I find eggs" is, and "where
 * does the Hilltop honey come from", of a product that is called by its name. */
static bool asks_for_place(const struct reading *r)
{
	static const char *const words[] = { "find", "buy", "get", "purchase", "see", "your" };
	size_t first = 0;
	while (first < r->in->word_count && r->cue[first] == CUE_STOP)
		first++;
	if (first == r->in->word_count || strncmp(r->in->words[first].fold, "where", 5) != 0 ||
	    r->has[CUE_SELL] || r->has[CUE_HAVE] ||
	    (r->out->fact == FACT_ATTRIBUTE && r->out->name != NULL && reading_has_fold(r, "the") &&
	     strchr(r->out->name, ' ') != NULL))
		return false;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (reading_has_fold(r, words[i]))
			return false;
	return true;
}

/* "2+2": no word at all. */
static bool only_digits(const struct reading *r)
{
	for (size_t i = 0; i < r->in->word_count; i++) {
		const char *fold = r->in->words[i].fold;
		if (reading_content(r, i) && fold[strspn(fold, "0123456789")] != '\0')
			return false;
	}
	return true;
}

bool products_meant(const struct reading *r, bool bounded)
{
	const struct shop_query *q = &r->out->query;
	bool named = q->text != NULL && !only_digits(r);
	/* "on amazon" speaks of elsewhere; "joke" alone may stand in a book's title */
	bool elsewhere = reading_first(r, CUE_OFF_TOPIC) < r->in->word_count;
	bool of_name = r->out->fact == FACT_ATTRIBUTE && r->out->name != NULL;
	if (r->has[CUE_OFF_TOPIC] && !r->has[CUE_SELL] && !r->has[CUE_HAVE] && !bounded &&
	    (elsewhere || (!of_name && !products_certain(r, bounded))))
		return false;
	if (r->has[CUE_QUESTION] && !products_certain(r, bounded) && r->out->fact == FACT_NONE)
		return false;
	if ((is_of_own_things(r) && !r->has[CUE_HAVE]) || asks_for_place(r))
		return false;
	return named || q->brand_count > 0 || q->attribute_count > 0 || bounded ||
	       r->out->superlative || r->has[CUE_ANYTHING] || r->has[CUE_KINDS] ||
	       r->has[CUE_BRANDS] || r->out->ref_count > 0 || r->out->follow || q->in_stock ||
	       r->has[CUE_RECOMMEND] || r->out->sold_out || r->out->not_brands.count > 0 ||
	       r->out->not_attributes.count > 0;
}
