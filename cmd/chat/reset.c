/* SPDX-License-Identifier: MIT */
/* shop chat reset: the next message begins a new conversation. */
#include <inttypes.h>

#include "commands.h"
#include "core/fail.h"
#include "core/prompt.h"
#include "ui/emit.h"

struct options {
	bool all, yes;
};

static const struct opt table[] = {
	OPT_FLAG(struct options, all, 0, "all", "delete all your conversations"),
	OPT_FLAG(struct options, yes, 'y', "yes", "do not ask whether you are sure"),
	OPT_END,
};

static void report(struct cmd_context *cx, int64_t conversation, int64_t conversations,
		   int64_t messages)
{
	static const struct column columns[] = {
		{ "conversation", NULL, CELL_NUMBER, 0 },
		{ "deleted_conversations", NULL, CELL_NUMBER, 0 },
		{ "deleted_messages", NULL, CELL_NUMBER, 0 },
	};
	emit_record_begin(cx->out, NULL, NULL);
	emit_programs_begin(cx->out);
	emit_field(cx->out, &columns[0], cell_number(conversation));
	emit_field(cx->out, &columns[1], cell_number(conversations));
	emit_field(cx->out, &columns[2], cell_number(messages));
	emit_programs_end(cx->out);
	emit_record_end(cx->out);
}

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	int64_t conversation = SHOP_NONE, conversations = 0, messages = 0;
	enum shop_status st = SHOP_OK;
	if (o->all)
		st = prompt_confirm(cx, o->yes, "Delete all your conversations?");
	if (!st)
		st = shop_chat_reset(cx->shop, &conversation, &cx->err);
	if (!st && o->all)
		st = shop_history_delete(cx->shop, &conversations, &messages, &cx->err);
	if (st)
		return st;
	fail_done(cx, "%s",
		  o->all ? "all conversations were deleted" : "the conversation was ended");
	report(cx, conversation, conversations, messages);
	if (o->all)
		emit_note(cx->out, "deleted %" PRId64 " conversation%s with %" PRId64 " messages",
			  conversations, conversations == 1 ? "" : "s", messages);
	else
		emit_note(cx->out, "the next message begins a new conversation");
	return SHOP_OK;
}

const struct command cmd_chat_reset = {
	.name = "reset",
	.summary = "begin a new conversation, or delete all",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RW | NEED_LOGIN,
	.run = run,
};
