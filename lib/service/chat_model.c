/* SPDX-License-Identifier: MIT */
/* The answer of a language model, held to the evidence while it arrives. */
#include <stdlib.h>
#include <string.h>

#include "assistant/ground.h"
#include "assistant/mention.h"
#include "assistant/plain.h"
#include "assistant/prompt.h"
#include "assistant/tools.h"
#include "llm/llm.h"
#include "service/ask.h"
#include "service/model.h"
#include "store/turns.h"

enum { SHARE_OF_QUESTION = 3 };

struct speech {
	struct ask *a;
	const struct llm_ops *ops;
	struct llm *llm;
	struct turns turns;
	struct llm_message *messages;
	size_t count;
	struct llm_tool tools[TOOLS];
	/* what the calls of each round were, one more that is not answered, and what is said in the
	 * end */
	struct llm_reply replies[TOOL_ROUNDS + 2];
	size_t reply_count;
	char *results[TOOL_CALLS];
	size_t result_count;
	int64_t results_left; /* tokens */
	struct ground ground;
	struct mentions found; /* rows of the evidence before the model asked for more */
	size_t heard;          /* bytes of the model's reply that went to the ground */
};

static bool is_cancelled(void *ctx)
{
	const struct shop_chat_watch *w = ((const struct speech *)ctx)->a->in->watch;
	return w != NULL && w->cancelled != NULL && w->cancelled(w->ctx);
}

static bool hears(void *ctx, const char *piece, size_t len)
{
	struct speech *s = ctx;
	s->heard += len;
	ground_add(&s->ground, piece, len);
	/* what is replaced need not be heard to its end */
	return !s->ground.failed && !s->ground.replaced;
}

static struct llm_watch watch_of(struct speech *s)
{
	return (struct llm_watch){ .cancelled = is_cancelled, .text = hears, .ctx = s };
}

static int64_t window_of(const struct speech *s)
{
	int64_t window = s->ops->window(s->llm);
	return window > 0 && window < LLM_WINDOW ? window : LLM_WINDOW;
}

/* The first turn of the conversation that the window has room for. */
static size_t first_turn(const struct speech *s, struct shop_error *err, enum shop_status *st)
{
	int64_t window = window_of(s);
	int64_t most = window - window / SHARE_OF_QUESTION - PROMPT_TOKENS - PROMPT_REPLY;
	most -= s->ops->has_tools(s->llm) ? PROMPT_RESULTS : 0;
	int64_t *costs = calloc(s->turns.count + 1, sizeof(*costs));
	if (costs == NULL) {
		*st = out_of_memory(err);
		return 0;
	}
	for (size_t i = 0; i < s->turns.count; i++)
		costs[i] = prompt_tokens(s->turns.items[i].question) +
			   prompt_tokens(s->turns.items[i].reply);
	size_t first = prompt_trim(costs, s->turns.count, most > 0 ? most : 0);
	free(costs);
	return first;
}

/* A turn as it was sent; one that was not is only words, whoever they are of. */
static enum shop_status add_turn(struct speech *s, struct turn_text *t, struct shop_error *err)
{
	char *reply = prompt_words(t->reply, INT64_MAX);
	char *question = t->sent ? t->question : prompt_words(t->question, INT64_MAX);
	if (question != t->question && question != NULL)
		free(t->question);
	if (reply != NULL)
		free(t->reply);
	if (question == NULL || reply == NULL) {
		free(reply);
		return out_of_memory(err);
	}
	t->question = question;
	t->reply = reply;
	s->messages[s->count++] = (struct llm_message){ .role = LLM_USER, .text = question };
	s->messages[s->count++] = (struct llm_message){ .role = LLM_ASSISTANT, .text = reply };
	return SHOP_OK;
}

/* System text, turns that fit, question with facts; room for what tools add. */
static enum shop_status make_messages(struct speech *s, struct shop_error *err)
{
	struct ask *a = s->a;
	enum shop_status st = SHOP_OK;
	if (a->conversation != 0)
		st = turns_read(a->shop->db, a->conversation, &s->turns, err);
	size_t first = st ? 0 : first_turn(s, err, &st);
	CLEANUP(free_charp)
	char *words = prompt_words(a->sense.text, window_of(s) / SHARE_OF_QUESTION);
	if (!st && words != NULL)
		a->sent =
			prompt_message(words, &a->u, &a->e, a->composed, s->ops->has_tools(s->llm));
	s->messages =
		calloc(2 * s->turns.count + 2 + TOOL_ROUNDS + TOOL_CALLS, sizeof(*s->messages));
	if (!st && (a->sent == NULL || s->messages == NULL))
		st = out_of_memory(err);
	if (st)
		return st;
	s->messages[s->count++] =
		(struct llm_message){ .role = LLM_SYSTEM, .text = prompt_system() };
	for (size_t i = first; i < s->turns.count && !st; i++)
		st = add_turn(s, &s->turns.items[i], err);
	s->messages[s->count++] = (struct llm_message){ .role = LLM_USER, .text = a->sent };
	s->results_left = PROMPT_RESULTS;
	return st;
}

/* What the model called is done, and handed to it as its own turn with the results behind it. */
static enum shop_status answer_calls(struct speech *s, const struct llm_reply *r,
				     struct shop_error *err)
{
	s->messages[s->count++] = (struct llm_message){ .role = LLM_ASSISTANT,
							.text = r->text != NULL ? r->text : "",
							.calls = r->calls,
							.call_count = r->call_count };
	for (size_t i = 0; i < r->call_count; i++) {
		char *result = ask_tool(s->a, s->ops, &r->calls[i], s->results_left);
		if (result == NULL)
			return out_of_memory(err);
		s->results_left -= prompt_tokens(result);
		s->results[s->result_count++] = result;
		s->messages[s->count++] = (struct llm_message){ .role = LLM_TOOL,
								.text = result,
								.tool = r->calls[i].name,
								.call_id = r->calls[i].id };
	}
	return SHOP_OK;
}

/* The same calls again lead nowhere. */
static bool repeats(const struct speech *s, const struct llm_reply *r)
{
	const struct llm_reply *before = s->reply_count > 1 ? r - 1 : NULL;
	if (before == NULL || before->call_count != r->call_count)
		return false;
	for (size_t i = 0; i < r->call_count; i++)
		if (strcmp(before->calls[i].name, r->calls[i].name) != 0 ||
		    strcmp(before->calls[i].arguments, r->calls[i].arguments) != 0)
			return false;
	return true;
}

/* Rounds of calls until the model says something; who asks too much is asked without tools. */
static enum shop_status talk(struct speech *s, struct shop_error *err)
{
	const struct llm_watch watch = watch_of(s);
	bool tools = s->ops->has_tools(s->llm);
	for (size_t i = 0; i < TOOLS; i++)
		s->tools[i] = (struct llm_tool){ tool_texts[i].name, tool_texts[i].description,
						 tool_texts[i].parameters };
	for (;;) {
		const struct llm_request request = { .messages = s->messages,
						     .message_count = s->count,
						     .tools = s->tools,
						     .tool_count = tools ? TOOLS : 0,
						     .most_tokens = PROMPT_REPLY };
		struct llm_reply *r = &s->replies[s->reply_count++];
		enum shop_status st = s->ops->chat(s->llm, &request, &watch, r, err);
		if (st || r->call_count == 0 || s->heard > 0 || !tools)
			return st;
		if (s->reply_count > TOOL_ROUNDS || repeats(s, r) ||
		    s->result_count + r->call_count > TOOL_CALLS)
			tools = false;
		else if ((st = answer_calls(s, r, err)))
			return st;
	}
}

static void speech_done(struct speech *s)
{
	for (size_t i = 0; i < s->reply_count; i++)
		s->ops->reply_done(&s->replies[i]);
	for (size_t i = 0; i < s->result_count; i++)
		free(s->results[i]);
	turns_done(&s->turns);
	free(s->messages);
	ground_done(&s->ground);
}

/* Anything but courtesy. */
static bool has_content(const char *text)
{
	enum { WORDS = 64 };
	struct word words[WORDS];
	size_t count = words_split(text, strlen(text), words, WORDS);
	for (size_t i = 0; i < count; i++)
		if (plain_word(words[i].fold) == PLAIN_NOT)
			return true;
	return count == WORDS;
}

/* A command that the answer proposes is not left to the model. */
static bool lacks_command(const struct speech *s)
{
	const struct shop_query *q = &s->a->u.query;
	bool proposed = q->intent == SHOP_INTENT_ORDER_ACTION || q->intent == SHOP_INTENT_ACCOUNT;
	return proposed &&
	       (q->command == NULL || strstr(buf_text(&s->ground.shown), q->command) == NULL);
}

/* A reply that speaks of something else than what was asked is no answer, however true it is. */
static enum shop_status complete(struct speech *s, struct shop_error *err)
{
	struct ask *a = s->a;
	struct verdict right = { 0 };
	enum shop_intent intent = a->u.query.intent;
	if (s->ground.replaced || intent == SHOP_INTENT_GREETING ||
	    intent == SHOP_INTENT_UNSUPPORTED ||
	    strstr(buf_text(&s->ground.shown), a->composed) != NULL)
		return SHOP_OK;
	if (!verify(a->composed, &a->u, &a->e, &right))
		return out_of_memory(err);
	if (lacks_command(s) ||
	    !mention_answers(&s->ground.verdict, &right, intent == SHOP_INTENT_PRODUCT_COMPARE) ||
	    !has_content(buf_text(&s->ground.shown)))
		ground_replace(&s->ground);
	verdict_done(&right);
	return SHOP_OK;
}

/* What is kept of a reply, and which rows it is about. */
static enum shop_status keep(struct speech *s, struct shop_error *err)
{
	struct ask *a = s->a;
	a->verdict = s->ground.verdict;
	s->ground.verdict = (struct verdict){ 0 };
	a->reply = buf_take(&s->ground.shown);
	a->model = strdup(model_name(&a->in->model));
	a->engine = "ollama";
	if (s->ground.failed || a->reply == NULL || a->model == NULL)
		return out_of_memory(err);
	/* what the model asked for besides is no answer unless the reply speaks of it; where it was
	 * composed after all, it is about what was found */
	struct mentions m = { 0 };
	if (!s->ground.replaced)
		m = mention(&a->verdict, &a->e);
	if (m.products + m.orders == 0)
		m = s->found;
	a->about_products = m.products;
	a->about_orders = m.orders;
	return SHOP_OK;
}

static enum shop_status speak(struct speech *s, struct shop_error *err)
{
	enum shop_status st = make_messages(s, err);
	if (!st)
		st = talk(s, err);
	if (s->ground.failed)
		return out_of_memory(err);
	if (s->ground.replaced && st == SHOP_E_CANCELLED && !is_cancelled(s)) {
		*err = (struct shop_error){ 0 };
		st = SHOP_OK;
	}
	/* Ctrl-C in the middle of a reply: what has been said so far stands. A server that fails
	 * there leaves an answer only where it need not be the model's. */
	bool stands = st == SHOP_E_CANCELLED ||
		      (st == SHOP_E_MODEL && s->a->in->engine == SHOP_ENGINE_AUTO);
	if (st && (!stands || s->ground.shown.len == 0)) {
		ground_drop(&s->ground);
		return st;
	}
	bool cut = st != SHOP_OK || s->replies[s->reply_count - 1].cut;
	ground_end(&s->ground, cut);
	if (st == SHOP_E_MODEL) {
		chat_note(s->a->in, err);
		ground_replace(&s->ground);
		st = SHOP_OK;
	} else if (!st) {
		st = complete(s, err);
	}
	enum shop_status kept = keep(s, err);
	return kept ? kept : st;
}

enum shop_status ask_model(struct ask *a, struct shop_error *err)
{
	struct speech s = { .a = a, .found = { a->e.products.count, a->e.orders.count } };
	const struct shop_chat_watch *w = a->in->watch;
	const struct ground_reader reader = { .text = w != NULL ? w->text : NULL,
					      .retract = w != NULL ? w->retract : NULL,
					      .ctx = w != NULL ? w->ctx : NULL };
	ground_init(&s.ground, &a->u, &a->e, a->composed, &reader);
	struct model_peer *model = NULL;
	const struct llm_watch watch = watch_of(&s);
	enum shop_status st = model_get(a->shop, &a->in->model, &watch, &model, err);
	if (!st) {
		s.ops = model->ops;
		s.llm = model->llm;
		st = speak(&s, err);
	}
	speech_done(&s);
	/* whatever was wrong with it, the next question asks anew */
	if (st && st != SHOP_E_CANCELLED)
		model_drop(a->shop);
	return st;
}
