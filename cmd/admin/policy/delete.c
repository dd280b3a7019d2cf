/* SPDX-License-Identifier: MIT */
/* shop admin policy delete: nothing is said about a topic any more. */
#include "commands.h"
#include "ui/emit.h"

struct options {
	const char *topic;
};

static const struct opt table[] = {
	OPT_ARG(struct options, topic, "TOPIC", "what it is about", .values = "@policy"),
	OPT_END,
};

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	static const struct column topic = { "topic", "Topic", CELL_TEXT, 0 };
	const struct options *o = opts;
	enum shop_status st = shop_policy_delete(cx->shop, o->topic, &cx->err);
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
