/* SPDX-License-Identifier: MIT */
/* The shop's own rules: the policy that a question is about. */
#include <stdlib.h>
#include <string.h>

#include "service/retrieve.h"
#include "store/policy.h"

enum { TEXT_WORDS = 512 };

/* How well a policy fits the question's words: its topic counts most, then what the words are about
 * in English, then its text. */
static size_t fit_of(const struct shop_policy *p, const struct word *asked, size_t count)
{
	enum { TOPIC_NAMED = 100, TOPIC_MEANT = 20, TEXT_HAS = 1 };
	struct word topic[16], text[TEXT_WORDS];
	size_t topics = words_split(p->topic, strlen(p->topic), topic, 16);
	size_t texts = words_split(p->text, strlen(p->text), text, TEXT_WORDS);
	size_t fit = 0;
	for (size_t i = 0; i < count; i++) {
		const char *about = lexicon_topic(asked[i].norm);
		char norm[WORD_SIZE] = "";
		if (about != NULL)
			words_normal(about, norm, sizeof(norm));
		if (words_have(topic, topics, asked[i].norm))
			fit += TOPIC_NAMED;
		else if (about != NULL && words_have(topic, topics, norm))
			fit += TOPIC_MEANT;
		else if (words_have(text, texts, asked[i].norm))
			fit += TEXT_HAS;
	}
	return fit;
}

/* "hours" is no topic of its own in every shop: then a text that has all the words is meant. */
static bool is_enough(size_t fit, size_t asked)
{
	return fit >= 20 || (asked > 0 && fit >= asked);
}

enum shop_status retrieve_policy(struct retrieval *r, struct shop_error *err)
{
	struct shop_policies list = { 0 };
	struct word asked[UNDERSTAND_WORDS];
	const char *topic = r->u->topic != NULL ? r->u->topic : "";
	size_t count = words_split(topic, strlen(topic), asked, UNDERSTAND_WORDS);
	enum shop_status st = policy_list(r->shop->db, &list, err);
	size_t best = 0, best_fit = 0;
	bool ok = true;
	for (size_t i = 0; !st && ok && i < list.count; i++) {
		size_t fit = fit_of(&list.items[i], asked, count);
		if (fit > best_fit) {
			best_fit = fit;
			best = i;
		}
		ok = texts_add(&r->e->topics, list.items[i].topic);
	}
	if (!st && ok && is_enough(best_fit, count)) {
		r->e->topic = strdup(list.items[best].topic);
		r->e->policy = strdup(list.items[best].text);
		ok = r->e->topic != NULL && r->e->policy != NULL;
	}
	shop_policies_done(&list);
	return st || ok ? st : out_of_memory(err);
}
