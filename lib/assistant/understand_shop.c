/* SPDX-License-Identifier: MIT */
/* Questions about the account and about the shop's own rules. */
#include <stdlib.h>
#include <string.h>

#include "assistant/reading.h"
#include "base/buf.h"

static bool understand_account(struct reading *r)
{
	for (enum cue c = CUE_ACCOUNT_PASSWORD; c <= CUE_ACCOUNT_WHO; c++) {
		if (!r->has[c])
			continue;
		r->out->account = c;
		r->out->query.intent = SHOP_INTENT_ACCOUNT;
		return true;
	}
	return false;
}

/* A question for things, into which a word of the rules has strayed ("free shipping"). */
static bool wants_products(const struct reading *r)
{
	return r->has[CUE_CHEAPEST] || r->has[CUE_SHOW] || r->has[CUE_WANT] || r->has[CUE_WISH] ||
	       r->has[CUE_IN_STOCK] || r->has[CUE_COMPARE];
}

static bool is_verb(const char *fold)
{
	static const char *const verbs[] = { "return", "refund", "exchange", "deliver" };
	for (size_t i = 0; i < sizeof(verbs) / sizeof(verbs[0]); i++)
		if (strcmp(verbs[i], fold) == 0)
			return true;
	return false;
}

/* "contact lenses": the word stands before a thing that the store has. */
static bool describes_thing(const struct reading *r)
{
	for (size_t i = 0; i + 1 < r->in->word_count; i++) {
		bool rule = r->cue[i] == CUE_POLICY || r->cue[i] == CUE_POLICY_WORD;
		bool thing = reading_content(r, i + 1) &&
			     (reading_has_category(r, i + 1) ||
			      (r->in->things != NULL && r->in->things[i + 1]));
		if (rule && r->begins[i] && thing && !is_verb(r->in->words[i].fold) &&
		    !r->has[CUE_QUESTION] && !r->has[CUE_MY])
			return true;
	}
	return false;
}

bool understand_shop(struct reading *r)
{
	if (understand_account(r))
		return true;
	bool word = r->has[CUE_POLICY_WORD] && !wants_products(r) &&
		    (r->has[CUE_QUESTION] || reading_content_count(r) == 0 || r->has[CUE_WHICH]);
	bool named = r->has[CUE_POLICY] && !(wants_products(r) && reading_content_count(r) > 1);
	if ((!named && !word) || describes_thing(r))
		return false;
	struct buf b;
	buf_init(&b, UNDERSTAND_WORDS * WORD_SIZE);
	for (size_t i = 0; i < r->in->word_count; i++) {
		if (r->cue[i] != CUE_POLICY && r->cue[i] != CUE_POLICY_WORD &&
		    !reading_content(r, i))
			continue;
		buf_printf(&b, "%s%s", b.len > 0 ? " " : "", r->in->words[i].norm);
	}
	r->out->failed |= b.failed;
	r->out->topic = buf_take(&b);
	buf_done(&b);
	r->out->query.intent = SHOP_INTENT_SHOP_INFO;
	r->out->query.order_id = SHOP_NONE;
	return true;
}
