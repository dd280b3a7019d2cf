/* SPDX-License-Identifier: MIT */
/* shop chat list: one's conversations, the latest first. */
#include "commands.h"
#include "core/conversation_view.h"

struct options {
	int64_t limit;
};

static const struct opt table[] = {
	OPT_INT(struct options, limit, 'n', "limit", "N", "show at most N", 1, INT32_MAX),
	OPT_END,
};

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	return conversation_list_emit(cx, o->limit);
}

const struct command cmd_chat_list = {
	.name = "list",
	.summary = "list your conversations",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RO | NEED_LOGIN,
	.run = run,
};
