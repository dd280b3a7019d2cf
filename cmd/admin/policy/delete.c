/* SPDX-License-Identifier: MIT */
/* shop admin policy delete: nothing is said about a topic any more. */
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "core/prompt.h"
#include "ui/emit.h"

struct options {
	const char *topic;
	bool yes;
};

static const struct opt table[] = {
	OPT_ARG(struct options, topic, "TOPIC", "what it is about", .values = "@policy"),
	OPT_FLAG(struct options, yes, 'y', "yes", "do not ask whether it is meant"),
	OPT_END,
};

/* Asks, if there is anything to ask about. */
static enum shop_status confirm(struct cmd_context *cx, const struct options *o)
{
	char question[512];
	struct shop_policies list;
	bool some = false;
	enum shop_status st = shop_policy_list(cx->shop, &list, &cx->err);
	if (st)
		return st;
	for (size_t i = 0; i < list.count; i++)
		some = some || strcmp(list.items[i].topic, o->topic) == 0;
	shop_policies_done(&list);
	snprintf(question, sizeof(question), "Delete what is said about %.200s?", o->topic);
	return some ? prompt_confirm(cx, o->yes, question) : SHOP_OK;
}

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	static const struct column topic = { "topic", "Topic", CELL_TEXT, 0 };
	const struct options *o = opts;
	enum shop_status st = confirm(cx, o);
	if (!st)
		st = shop_policy_delete(cx->shop, o->topic, &cx->err);
	if (st)
		return st;
	emit_record_begin(cx->out, NULL, NULL);
	emit_field(cx->out, &topic, cell_text(o->topic));
	emit_record_end(cx->out);
	emit_note(cx->out, "deleted");
	return SHOP_OK;
}

const struct command cmd_admin_policy_delete = {
	.name = "delete",
	.summary = "delete what is said about a topic",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RW | NEED_ADMIN,
	.run = run,
};
