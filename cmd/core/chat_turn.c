/* SPDX-License-Identifier: MIT */
/* Asks, logs, shows, and does what was agreed to. */
#include "core/chat_turn.h"

#include <inttypes.h>

#include "core/answer_view.h"
#include "core/chat_action.h"
#include "core/chat_cards.h"
#include "core/chat_log.h"
#include "core/chat_show.h"
#include "core/config.h"
#include "core/fail.h"
#include "core/order_view.h"
#include "ui/emit.h"

enum { CLOCK_AT = 11 }; /* where in a time written out the time of day begins */

/* "10:05  builtin", in the person's own time. */
static void footer_emit(struct cmd_context *cx, const struct shop_answer *a)
{
	char time[SHOP_TIME_SIZE];
	shop_time_format(a->created_at + cx->config->utc_offset, time);
	emit_note(cx->out, "%.5s  %s%s%s", time + CLOCK_AT, a->engine, a->model != NULL ? " " : "",
		  a->model != NULL ? a->model : "");
	emit_note(cx->out, "%s", "");
}

static void answer_show(struct cmd_context *cx, const struct chat_turn *turn,
			const struct shop_answer *a, const struct shop_order *done)
{
	const struct answer_view view = { .explain = turn->ask.explain,
					  .event = cx->globals.jsonl,
					  .done = done };
	if (!emit_is_terminal(cx->out) || turn->ask.explain) {
		answer_emit(cx, a, &view);
		return;
	}
	emit_currency(cx->out, shop_currency(cx->shop));
	if (a->products.count > 0)
		emit_note(cx->out, "%s", "");
	chat_cards_emit(cx, &a->products);
	if (turn->session)
		footer_emit(cx, a);
}

/* Shows the answer and does what it proposes, if that was said beforehand or is said now. Where
 * nobody watches, it is done first: what fails prints nothing. */
static enum shop_status conclude(struct cmd_context *cx, const struct chat_turn *turn,
				 const struct shop_answer *a)
{
	struct chat_action action;
	struct shop_order order = { 0 };
	bool terminal = emit_is_terminal(cx->out);
	bool proposed = !turn->ask.explain && chat_action_of(a, &action);
	bool agreed = proposed && turn->yes, done = false;
	emit_remeasure(cx->out);
	enum shop_status st = SHOP_OK;
	if (agreed && !terminal) {
		st = chat_action_do(cx, &action, &order);
		done = !st;
	}
	if (st)
		return st;
	if (done)
		fail_done(cx, "order #%" PRId64 " is %s now", order.id,
			  shop_order_status_word(order.status));
	/* What was to be confirmed is not worth reading once it is done. */
	if (!done || emit_is_json(cx->out))
		answer_show(cx, turn, a, done ? &order : NULL);
	emit_flush(cx->out, NULL);
	if (proposed && !agreed && terminal)
		agreed = chat_action_agree(cx, a);
	if (agreed && !done) {
		st = chat_action_do(cx, &action, &order);
		done = !st;
	}
	if (done && !emit_is_json(cx->out))
		order_track_emit(cx, &order);
	if (done)
		shop_order_done(&order);
	return st;
}

enum shop_status chat_turn(struct cmd_context *cx, const struct chat_turn *turn,
			   struct shop_answer *ret)
{
	struct chat_show show;
	struct shop_chat in = turn->ask;
	*ret = (struct shop_answer){ 0 };
	enum shop_status st = chat_show_begin(&show, cx);
	in.watch = &show.watch;
	if (!st)
		st = shop_chat_ask(cx->shop, &in, ret, &cx->err);
	/* What is only explained is not said. */
	chat_show_end(&show, in.explain ? NULL : ret->reply);
	chat_show_done(&show);
	if (ret->reply != NULL && !in.explain)
		chat_log_try(cx, &(struct chat_record){ ret->conversation, ret->created_at,
							ret->message, ret->reply });
	return st ? st : conclude(cx, turn, ret);
}
