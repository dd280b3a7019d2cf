/* SPDX-License-Identifier: MIT */
/* shop __complete: what may come next on a command line, for the shells' completion scripts. One
 * candidate a line, a tab, and what it is; a line that begins with the tab asks for file names.
 * It is called for every press of a key: whatever fails, it says nothing. */
#include <string.h>

#include "commands.h"
#include "core/candidates.h"
#include "ui/emit.h"

struct options {
	struct shop_texts words;
};

static const struct opt table[] = {
	OPT_ARGS(struct options, words, "WORD", "the command line after the program's name",
		 .flags = OPT_OPTIONAL),
	OPT_END,
};

/* What the words before the one in question say. */
struct line {
	const struct command *command;
	const struct command *topic; /* what help is asked about */
	const struct opt *waiting;   /* the option whose value comes next */
	size_t operands;
	bool literal; /* after -- */
	bool glued;   /* the next word belongs to the last one */
	bool lost;    /* there is no such command */
	const char *store;
};

static const struct opt *option_of(const struct line *l, const char *name, size_t len, char letter)
{
	const struct opt *o = opt_find(l->command->opts, name, len, letter);
	return o != NULL ? o : opt_find(global_opts, name, len, letter);
}

static void value_take(struct line *l, const struct opt *o, const char *value)
{
	if (strcmp(o->name, "store") == 0)
		l->store = value;
	l->waiting = NULL;
}

static void option_take(struct line *l, const char *word)
{
	const struct opt *o = NULL;
	const char *value = NULL;
	if (word[1] == '-') {
		size_t len = strcspn(word + 2, "=");
		o = option_of(l, word + 2, len, 0);
		value = word[2 + len] == '=' ? word + 3 + len : NULL;
	} else {
		const char *c = word + 1;
		while (*c != '\0' && (o = option_of(l, NULL, 0, *c)) != NULL &&
		       o->kind == OPT_KIND_FLAG)
			c++;
		value = *c != '\0' && c[1] != '\0' ? c + 1 : NULL;
	}
	if (o == NULL || o->kind == OPT_KIND_FLAG)
		return;
	if (value != NULL)
		value_take(l, o, value);
	else
		l->waiting = o;
}

static void operand_take(struct line *l, const char *word)
{
	const struct command *next = l->operands == 0 ? command_sub(l->command, word) : NULL;
	if (next != NULL) {
		l->command = next;
		return;
	}
	l->lost = l->lost || l->command->run == NULL;
	l->operands++;
	if (l->topic != NULL)
		l->topic = command_sub(l->topic, word);
}

/* bash splits words at '=' and ':', and sends those as words of their own. */
static bool is_joint(const char *word)
{
	return strcmp(word, "=") == 0 || strcmp(word, ":") == 0;
}

static void word_take(struct line *l, const char *word)
{
	if (l->glued) {
		l->glued = false;
	} else if (is_joint(word)) {
		l->glued = l->waiting == NULL;
	} else if (l->waiting != NULL) {
		value_take(l, l->waiting, word);
	} else if (!l->literal && strcmp(word, "--") == 0) {
		l->literal = true;
	} else if (!l->literal && word[0] == '-' && word[1] != '\0') {
		option_take(l, word);
	} else {
		operand_take(l, word);
	}
}

static void values_put(struct cmd_context *cx, const struct candidates *c, const struct line *l,
		       const struct opt *o)
{
	static const struct cell files[] = { { .text = "" }, { .text = "files" } };
	if (o == NULL || o->values == NULL)
		return;
	if (strcmp(o->values, "@file") == 0)
		emit_row(c->out, files);
	else if (strcmp(o->values, "@command") == 0 && l->topic != NULL)
		candidates_commands(c, l->topic);
	else if (o->values[0] == '@')
		candidates_live(cx, c, o->values);
	else
		candidates_words(c, o->values);
}

/* The value after "--name=" in one word, as shells send it that do not split there. */
static void assigned_put(struct cmd_context *cx, struct candidates *c, const struct line *l)
{
	char lead[64];
	size_t len = strcspn(c->word, "=");
	const struct opt *o = option_of(l, c->word + 2, len - 2, 0);
	if (len + 2 > sizeof(lead))
		return;
	memcpy(lead, c->word, len + 1);
	lead[len + 1] = '\0';
	c->lead = lead;
	c->word += len + 1;
	values_put(cx, c, l, o);
}

static void candidates_put(struct cmd_context *cx, struct candidates *c, const struct line *l)
{
	if (l->lost || (l->glued && l->waiting == NULL))
		return;
	if (l->waiting != NULL) {
		if (is_joint(c->word))
			c->word = "";
		values_put(cx, c, l, l->waiting);
	} else if (!l->literal && strncmp(c->word, "--", 2) == 0 && strchr(c->word, '=') != NULL) {
		assigned_put(cx, c, l);
	} else if (!l->literal && c->word[0] == '-') {
		candidates_options(c, l->command->opts);
		candidates_options(c, global_opts);
	} else {
		if (l->operands == 0)
			candidates_commands(c, l->command);
		values_put(cx, c, l, opt_operand(l->command->opts, l->operands));
	}
}

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	static const struct column columns[] = {
		{ "value", "Value", CELL_TEXT, 0 },
		{ "description", "Description", CELL_TEXT, COLUMN_SHRINK },
	};
	const struct options *o = opts;
	struct line line = { .command = &cmd_root };
	struct candidates c = { .out = cx->out, .word = "", .lead = "" };
	for (size_t i = 0; i + 1 < o->words.count; i++) {
		word_take(&line, o->words.items[i]);
		if (line.command == &cmd_help && line.topic == NULL && line.operands == 0)
			line.topic = &cmd_root;
	}
	if (o->words.count > 0)
		c.word = o->words.items[o->words.count - 1];
	if (line.store != NULL)
		cx->globals.store = line.store;
	emit_list_begin(cx->out, NULL, NULL, columns, sizeof(columns) / sizeof(columns[0]));
	candidates_put(cx, &c, &line);
	emit_list_end(cx->out);
	return SHOP_OK;
}

const struct command cmd_complete = {
	.name = "__complete",
	.summary = "list what may come next",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = RUN_SILENT,
	.run = run,
};
