/* SPDX-License-Identifier: MIT */
/* shop chat history: what was said to the assistant, and what it answered. */
#include "commands.h"
#include "core/conversation_view.h"
#include "core/period.h"

struct options {
	int64_t conversation, limit;
	const char *since, *until, *search;
};

static const struct opt table[] = {
	OPT_ID(struct options, conversation, 0, "conversation", "N", "only this one",
	       "@conversation"),
	OPT_TEXT(struct options, since, 0, "since", "DATE",
		 "only messages from this day or time on"),
	OPT_TEXT(struct options, until, 0, "until", "DATE", "only messages up to this day or time"),
	OPT_TEXT(struct options, search, 0, "search", "WORDS",
		 "only messages with all these words in them"),
	OPT_INT(struct options, limit, 'n', "limit", "N", "show at most N, the newest", 1,
		INT32_MAX),
	OPT_END,
};

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	struct shop_history_filter filter = { .conversation = o->conversation,
					      .search = o->search,
					      .limit = o->limit };
	enum shop_status st = period_read(cx, o->since, o->until, &filter.since, &filter.until);
	return st ? st : history_emit(cx, &filter);
}

const struct command cmd_chat_history = {
	.name = "history",
	.summary = "show what was said so far",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RO | NEED_LOGIN,
	.run = run,
};
