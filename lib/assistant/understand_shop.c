/* SPDX-License-Identifier: MIT */
/* Questions about the account and about the shop's own rules. */
#include <stdlib.h>
#include <string.h>

#include "assistant/understand_orders.h"
#include "base/buf.h"

/* "update my name", "can I correct the address": something of one's own is changed. */
static enum cue changed_thing(const struct reading *r)
{
	static const char *const verbs[] = { "change",   "update",   "edit", "correct", "modify",
					     "reset",    "set",      "fix",  "alter",   "replace",
					     "changing", "updating", NULL };
	static const struct {
		const char *fold;
		enum cue cue;
	} things[] = {
		{ "password", CUE_ACCOUNT_PASSWORD }, { "passphrase", CUE_ACCOUNT_PASSWORD },
		{ "email", CUE_ACCOUNT_EMAIL },       { "mail", CUE_ACCOUNT_EMAIL },
		{ "name", CUE_ACCOUNT_NAME },         { "surname", CUE_ACCOUNT_NAME },
		{ "username", CUE_ACCOUNT_NAME },     { "address", CUE_ACCOUNT_ADDRESS },
		{ "postcode", CUE_ACCOUNT_ADDRESS },  { "street", CUE_ACCOUNT_ADDRESS },
	};
	bool changes = false;
	enum cue found = CUE_NONE;
	for (size_t i = 0; i < r->in->word_count; i++) {
		const char *fold = r->in->words[i].fold;
		changes |= word_is_one_of(fold, verbs);
		for (size_t k = 0; k < sizeof(things) / sizeof(things[0]); k++)
			if (found == CUE_NONE || strcmp(fold, "email") == 0)
				found = strcmp(things[k].fold, fold) == 0 ? things[k].cue : found;
	}
	return changes && reading_has_fold(r, "my") ? found : CUE_NONE;
}

/* "what address do you have for me": what is known of the customer. */
static bool asks_what_is_known(const struct reading *r)
{
	static const char *const things[] = { "address", "email", "mail", "name", "details", NULL };
	static const char *const asks[] = { "what", "which", "whats", NULL };
	bool asked = false, thing = false;
	for (size_t i = 0; i < r->in->word_count; i++) {
		asked |= word_is_one_of(r->in->words[i].fold, asks);
		thing |= word_is_one_of(r->in->words[i].fold, things);
	}
	return asked && thing && (reading_has_fold(r, "me") || reading_has_fold(r, "my")) &&
	       reading_has_fold(r, "have");
}

static bool understand_account(struct reading *r)
{
	enum cue changed = changed_thing(r);
	if (changed == CUE_NONE && asks_what_is_known(r))
		changed = CUE_ACCOUNT_WHO;
	if (changed != CUE_NONE) {
		r->out->account = changed;
		r->out->query.intent = SHOP_INTENT_ACCOUNT;
		return true;
	}
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
	static const char *const verbs[] = { "return", "refund", "exchange", "deliver", NULL };
	return word_is_one_of(fold, verbs);
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

/* "can I send it back": goods go back. */
static bool goes_back(const struct reading *r)
{
	enum { WORDS_BETWEEN = 5 };
	static const char *const verbs[] = { "send", "give", "bring", "take",
					     "mail", "post", "hand",  NULL };
	for (size_t i = 1; i < r->in->word_count; i++) {
		if (strcmp(r->in->words[i].fold, "back") != 0)
			continue;
		for (size_t k = i; k > 0 && k + WORDS_BETWEEN > i; k--)
			if (word_is_one_of(r->in->words[k - 1].fold, verbs))
				return true;
	}
	return false;
}

/* "how can I reach a human", "speak with somebody". */
static bool seeks_people(const struct reading *r)
{
	static const char *const verbs[] = { "reach", "speak", "talk", "contact", "call",
					     "phone", "chat",  "ring", "write",   NULL };
	static const char *const people[] = { "human",  "person",   "someone", "somebody",
					      "anyone", "anybody",  "agent",   "staff",
					      "people", "employee", "support", "colleague",
					      NULL };
	static const char *const before[] = { "can", "to", "i", "could", "may", "you", NULL };
	bool verb = false, person = false;
	for (size_t i = 0; i < r->in->word_count; i++) {
		/* "phone" and "call" are things as well */
		verb |= word_is_one_of(r->in->words[i].fold, verbs) &&
			(i == 0 || word_is_one_of(r->in->words[i - 1].fold, before));
		person |= word_is_one_of(r->in->words[i].fold, people);
	}
	return verb && person;
}

bool orders_sent_by_shop(const struct reading *r)
{
	static const char *const verbs[] = { "post", "ship", "dispatch", "deliver",
					     "send", "mail", NULL };
	for (size_t i = 1; i < r->in->word_count; i++)
		if (word_is_one_of(r->in->words[i].fold, verbs) &&
		    strcmp(r->in->words[i - 1].fold, "you") == 0)
			return !reading_has_fold(r, "my") &&
			       (r->has[CUE_QUESTION] || r->has[CUE_PARCEL]);
	return false;
}

/* "the lamp I got is faulty": what is to be done about it is in the rules. */
static bool is_complaint(const struct reading *r)
{
	static const char *const faults[] = { "faulty", "broken", "damaged", "defective", NULL };
	static const char *const verbs[] = { "is",      "was",  "are", "were",
					     "arrived", "came", "got", NULL };
	for (size_t i = 1; i < r->in->word_count; i++)
		if (word_is_one_of(r->in->words[i].fold, faults) &&
		    word_is_one_of(r->in->words[i - 1].fold, verbs))
			return true;
	return false;
}

/* "when does the shop open on Monday". */
static bool seeks_hours(const struct reading *r)
{
	static const char *const verbs[] = { "open", "opens", "close", "closes", "closed", NULL };
	static const char *const asks[] = { "when", "time", "until", "till", "hours", NULL };
	bool opens = false, asked = false;
	for (size_t i = 0; i < r->in->word_count; i++) {
		opens |= word_is_one_of(r->in->words[i].fold, verbs);
		asked |= word_is_one_of(r->in->words[i].fold, asks);
	}
	return opens && asked && !r->has[CUE_ORDER] && !r->has[CUE_MY_ORDER];
}

/* "do you share my details with anyone". */
static bool seeks_privacy(const struct reading *r)
{
	static const char *const verbs[] = { "share", "sell", "store", "keep",
					     "use",   "pass", "do",    NULL };
	static const char *const data[] = { "data", "details", "information",
					    "info", "address", NULL };
	bool done = false;
	for (size_t i = 0; i < r->in->word_count; i++) {
		done |= i > 0 && word_is_one_of(r->in->words[i].fold, verbs) &&
			strcmp(r->in->words[i - 1].fold, "you") == 0;
		if (done && word_is_one_of(r->in->words[i].fold, data) && reading_has_fold(r, "my"))
			return true;
	}
	return false;
}

/* "is delivery free": a question with no thing in it. */
static bool is_yes_or_no(const struct reading *r)
{
	static const char *const verbs[] = {
		"is", "are", "do", "does", "can", "will", "could", NULL
	};
	if (r->in->word_count == 0 || !word_is_one_of(r->in->words[0].fold, verbs))
		return false;
	for (size_t i = 0; i < r->in->word_count; i++)
		if (reading_content(r, i) && r->in->things != NULL && r->in->things[i])
			return false;
	return true;
}

/* "where's your store". */
static bool seeks_shop(const struct reading *r)
{
	static const char *const places[] = {
		"shop", "store", "counter", "office", "showroom", NULL
	};
	bool where = reading_has_fold(r, "where") || reading_has_fold(r, "located");
	for (size_t i = 1; i < r->in->word_count; i++)
		if (where && strcmp(r->in->words[i - 1].fold, "your") == 0 &&
		    word_is_one_of(r->in->words[i].fold, places))
			return true;
	return false;
}

bool understand_shop(struct reading *r)
{
	if (understand_account(r))
		return true;
	bool word = r->has[CUE_POLICY_WORD] &&
		    (is_yes_or_no(r) || is_complaint(r) ||
		     (!wants_products(r) && (r->has[CUE_QUESTION] ||
					     reading_content_count(r) == 0 || r->has[CUE_WHICH])));
	bool meant = goes_back(r) || seeks_people(r) || seeks_shop(r) || seeks_hours(r) ||
		     seeks_privacy(r) || orders_sent_by_shop(r);
	bool named = (r->has[CUE_POLICY] || meant) &&
		     !(wants_products(r) && reading_content_count(r) > 1);
	if ((!named && !word) || describes_thing(r))
		return false;
	struct buf b;
	buf_init(&b, UNDERSTAND_WORDS * WORD_SIZE);
	for (size_t i = 0; i < r->in->word_count; i++) {
		if (r->cue[i] != CUE_POLICY && r->cue[i] != CUE_POLICY_WORD &&
		    !(meant && r->cue[i] == CUE_PARCEL) && !reading_content(r, i))
			continue;
		buf_printf(&b, "%s%s", b.len > 0 ? " " : "", r->in->words[i].norm);
	}
	if (seeks_privacy(r))
		buf_puts(&b, " privacy");
	else if (b.len == 0)
		buf_puts(&b, "location");
	r->out->failed |= b.failed;
	r->out->topic = buf_take(&b);
	buf_done(&b);
	r->out->query.intent = SHOP_INTENT_SHOP_INFO;
	r->out->query.order_id = SHOP_NONE;
	return true;
}
