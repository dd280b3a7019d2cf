/* SPDX-License-Identifier: MIT */
/* From the words of a message to what is asked: orders first, then the shop itself, then products.
 */
#include "assistant/understand.h"

#include <stdlib.h>
#include <string.h>

#include "assistant/reading.h"

static void init(struct understanding *u)
{
	*u = (struct understanding){ 0 };
	u->query.intent = SHOP_INTENT_UNSUPPORTED;
	u->query.price_min_cents = u->query.price_max_cents = SHOP_NONE;
	u->query.min_rating_centi = u->query.max_rating_centi = SHOP_NONE;
	u->query.limit = u->query.order_id = SHOP_NONE;
	u->query.since = u->query.until = SHOP_NONE;
	u->quantity = 1;
}

void understanding_done(struct understanding *u)
{
	shop_query_done(&u->query);
	free(u->name);
	free(u->than_name);
	free(u->feature);
	free(u->found_text);
	free(u->topic);
	texts_done(&u->parts);
	texts_done(&u->not_brands);
	texts_done(&u->not_attributes);
	texts_done(&u->not_texts);
	texts_done(&u->unknown);
	init(u);
}

/* Nothing but courtesy: hello, thanks, bye, help. */
static bool understand_courtesy(struct reading *r)
{
	static const enum cue cues[] = { CUE_HELP, CUE_BYE, CUE_THANKS, CUE_HELLO };
	if (reading_content_count(r) > 0)
		return false;
	for (size_t i = 0; i < r->in->word_count; i++) {
		enum cue c = r->cue[i];
		bool small = c == CUE_STOP || c == CUE_PREPOSITION || c == CUE_IT || c == CUE_AND ||
			     c == CUE_ALL || c == CUE_NOT || c == CUE_CHEAP || c == CUE_BEST ||
			     c == CUE_FOLLOW || c == CUE_WHICH || c == CUE_THEM;
		if (!small && !(c >= CUE_HELLO && c <= CUE_HELP))
			return false;
	}
	for (size_t i = 0; i < sizeof(cues) / sizeof(cues[0]); i++) {
		if (r->has[cues[i]]) {
			r->out->courtesy = cues[i];
			r->out->query.intent = SHOP_INTENT_GREETING;
			return true;
		}
	}
	return false;
}

void understand(const struct understand_input *in, struct understanding *ret)
{
	struct reading r;
	init(ret);
	reading_scan(&r, in, ret);
	ret->others |= r.has[CUE_OTHERS];
	if (in->word_count == 0 || understand_courtesy(&r))
		return;
	if (understand_orders(&r) || understand_shop(&r) || understand_products(&r))
		return;
	ret->query.intent = SHOP_INTENT_UNSUPPORTED;
}
