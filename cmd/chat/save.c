/* SPDX-License-Identifier: MIT */
/* shop chat save: keeps an exchange with an assistant elsewhere. */
#include <inttypes.h>
#include <unistd.h>

#include "commands.h"
#include "core/chat_log.h"
#include "core/exchange_input.h"
#include "core/fail.h"
#include "ui/emit.h"

struct options {
	const char *message, *reply;
	bool fresh;
	int64_t conversation;
};

static const struct opt table[] = {
	OPT_TEXT(struct options, message, 'm', "message", "TEXT", "what was asked"),
	OPT_TEXT(struct options, reply, 'r', "reply", "TEXT", "what was answered"),
	OPT_FLAG(struct options, fresh, 0, "new", "begin a new conversation"),
	OPT_ID(struct options, conversation, 0, "conversation", "N", "add it to this one",
	       "@conversation"),
	OPT_END,
};

/* The options, or what stands on standard input. */
static enum shop_status exchange_make(struct cmd_context *cx, const struct options *o,
				      struct exchange_input *input, struct shop_exchange *ret)
{
	*ret = (struct shop_exchange){ .message = o->message,
				       .reply = o->reply,
				       .fresh = o->fresh,
				       .conversation = o->conversation };
	if (o->message != NULL && o->reply != NULL)
		return SHOP_OK;
	bool one = o->message != NULL || o->reply != NULL;
	if (one || isatty(STDIN_FILENO)) {
		shop_error_set(&cx->err, SHOP_E_INVALID, "missing --%s",
			       o->message == NULL ? "message" : "reply");
		shop_error_hint(&cx->err, "give both, or neither and JSON on standard input");
		return SHOP_E_INVALID;
	}
	enum shop_status st = exchange_input_read(cx, input);
	ret->message = input->message;
	ret->reply = input->reply;
	if (!st && input->conversation != SHOP_NONE && o->conversation != SHOP_NONE &&
	    input->conversation != o->conversation)
		st = shop_error_set(&cx->err, SHOP_E_INVALID,
				    "--conversation and the input name two conversations");
	if (!st && input->conversation != SHOP_NONE)
		ret->conversation = input->conversation;
	return st;
}

static void report(struct cmd_context *cx, const struct chat_record *saved)
{
	static const struct column columns[] = {
		{ "conversation", NULL, CELL_NUMBER, 0 }, { "message", NULL, CELL_TEXT, 0 },
		{ "reply", NULL, CELL_TEXT, 0 },          { "engine", NULL, CELL_TEXT, 0 },
		{ "created_at", NULL, CELL_TIME, 0 },
	};
	const struct cell cells[] = { cell_number(saved->conversation), cell_text(saved->question),
				      cell_text(saved->answer), cell_text("external"),
				      cell_number(saved->created_at) };
	emit_record_begin(cx->out, NULL, NULL);
	emit_programs_begin(cx->out);
	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
		emit_field(cx->out, &columns[i], cells[i]);
	emit_programs_end(cx->out);
	emit_record_end(cx->out);
	emit_note(cx->out, "saved in conversation %" PRId64, saved->conversation);
}

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	struct exchange_input input = { 0 };
	struct shop_exchange exchange;
	struct chat_record saved;
	enum shop_status st = exchange_make(cx, o, &input, &exchange);
	if (!st && exchange.fresh && exchange.conversation != SHOP_NONE)
		st = shop_error_set(&cx->err, SHOP_E_INVALID,
				    "--new and --conversation cannot go together");
	if (!st)
		st = shop_chat_save(cx->shop, &exchange, &saved.conversation, &saved.created_at,
				    &cx->err);
	if (!st) {
		saved.question = exchange.message;
		saved.answer = exchange.reply;
		fail_done(cx, "the exchange was saved");
		chat_log_try(cx, &saved);
		report(cx, &saved);
	}
	exchange_input_done(&input);
	return st;
}

const struct command cmd_chat_save = {
	.name = "save",
	.summary = "keep an exchange with another assistant",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RW | NEED_LOGIN,
	.run = run,
};
