/* SPDX-License-Identifier: MIT */
/* shop admin policy set: what customers are told about a topic. */
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "core/input.h"
#include "core/words.h"
#include "ui/emit.h"

/* The library's limit is lower; what is longer is not read to its end. */
enum { TEXT_MAX = 128 * 1024 };

struct options {
	const char *topic;
	struct shop_texts words;
};

static const struct opt table[] = {
	OPT_ARG(struct options, topic, "TOPIC", "what it is about", .values = "@policy"),
	OPT_ARGS(struct options, words, "TEXT", "what is to be said; - reads standard input"),
	OPT_END,
};

/* The words, or what comes in; the caller frees it. */
static enum shop_status text_get(struct cmd_context *cx, const struct shop_texts *words, char **ret)
{
	if (words->count == 1 && strcmp(words->items[0], "-") == 0)
		return input_read(cx, "the text", TEXT_MAX, ret);
	return words_join(cx, words, ret);
}

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	static const struct column topic = { "topic", "Topic", CELL_TEXT, 0 };
	static const struct column said = { "text", "Text", CELL_TEXT, 0 };
	const struct options *o = opts;
	char *text = NULL;
	enum shop_status st = text_get(cx, &o->words, &text);
	if (!st)
		st = shop_policy_set(cx->shop, o->topic, text, &cx->err);
	if (!st) {
		emit_record_begin(cx->out, NULL, NULL);
		emit_field(cx->out, &topic, cell_text(o->topic));
		emit_field(cx->out, &said, cell_text(text));
		emit_record_end(cx->out);
	}
	free(text);
	return st;
}

const struct command cmd_admin_policy_set = {
	.name = "set",
	.summary = "say something to customers about a topic",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RW | NEED_ADMIN,
	.run = run,
};
