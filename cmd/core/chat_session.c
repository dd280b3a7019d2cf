/* SPDX-License-Identifier: MIT */
/* Reads messages and commands, line by line. */
#include "core/chat_session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/chat_command.h"
#include "core/config.h"
#include "core/fail.h"
#include "core/interrupt.h"
#include "core/private_file.h"
#include "core/prompt.h"
#include "ui/edit.h"
#include "ui/emit.h"

enum { PAST_MAX = 8 << 20, PAST_LINES = 500 };

/* Where lines come from: an editor where the terminal can have one. */
struct source {
	struct cmd_context *cx;
	const struct edit_ops *ops;
	struct edit *edit; /* NULL: none */
	int log;           /* what was typed, kept for the next time; -1: it is not */
};

/* The latest lines, and where there are many more, only these are kept. */
static void past_read(struct source *s)
{
	char *text = NULL;
	const char *path = s->cx->config->chat_typed;
	if (path == NULL || private_file_read(path, PAST_MAX, &text, NULL))
		return;
	size_t lines = 0;
	for (const char *p = text; (p = strchr(p, '\n')) != NULL; p++)
		lines++;
	char *from = text;
	for (; lines > PAST_LINES; lines--)
		from = strchr(from, '\n') + 1;
	if (from != text)
		private_file_write(path, from, strlen(from), NULL);
	for (char *line; (line = strsep(&from, "\n")) != NULL;)
		if (line[0] != '\0')
			s->ops->remember(s->edit, line);
	free(text);
}

static void source_open(struct source *s, struct cmd_context *cx)
{
	*s = (struct source){ .cx = cx, .log = -1 };
	if (cx->config->dumb || !emit_is_terminal(cx->out))
		return;
	const struct edit_setup setup = { chat_command_names(), interrupt_seen };
	s->ops = edit_module();
	s->edit = s->ops != NULL ? s->ops->open(&setup) : NULL;
	if (s->edit == NULL)
		return;
	past_read(s);
	if (cx->config->chat_typed != NULL)
		s->log = private_file_append(cx->config->chat_typed);
}

static void source_close(struct source *s)
{
	if (s->edit != NULL)
		s->ops->close(s->edit);
	if (s->log >= 0)
		close(s->log);
}

static void source_remember(struct source *s, const char *line)
{
	char *whole = NULL;
	if (s->edit == NULL || line[0] == '\0')
		return;
	s->ops->remember(s->edit, line);
	if (s->log < 0)
		return;
	/* In one piece, since another conversation may be going on. */
	int n = asprintf(&whole, "%s\n", line);
	if (n > 0 && write(s->log, whole, (size_t)n) != n) {
		close(s->log);
		s->log = -1;
	}
	if (n >= 0)
		free(whole);
}

/* *ret is NULL at the end of the input, and "" after Ctrl-C. */
static enum shop_status source_read(struct source *s, char **ret)
{
	struct cmd_context *cx = s->cx;
	enum shop_status st = SHOP_OK;
	enum edit_result r = EDIT_LINE;
	*ret = NULL;
	if (s->edit == NULL)
		st = prompt_line(cx, "> ", ret);
	else
		r = s->ops->read(s->edit, "> ", ret);
	if (r == EDIT_END)
		fputc('\n', stdout);
	if (r == EDIT_FAILED)
		return shop_error_set(&cx->err, SHOP_E_NOMEM, "out of memory");
	if (r != EDIT_INTERRUPT && st != SHOP_E_CANCELLED)
		return st;
	if (!interrupt_forget())
		return shop_error_set(&cx->err, SHOP_E_CANCELLED, "interrupted");
	cx->err = (struct shop_error){ 0 };
	if (r == EDIT_INTERRUPT)
		fputc('\n', stdout);
	emit_note(cx->out, "Ctrl-D or /quit leaves");
	*ret = strdup("");
	return *ret != NULL ? SHOP_OK : shop_error_set(&cx->err, SHOP_E_NOMEM, "out of memory");
}

static void remember_answer(struct chat_state *state, const struct shop_answer *answer)
{
	shop_answer_done(&state->last);
	state->last = *answer;
	/* What was only explained was not saved, and began nothing. */
	if (state->turn.ask.explain || answer->reply == NULL)
		return;
	state->turn.ask.conversation = answer->conversation;
	state->turn.ask.fresh = false;
}

static enum shop_status message(struct cmd_context *cx, struct chat_state *state, const char *line)
{
	struct shop_answer answer;
	struct chat_turn turn = state->turn;
	turn.ask.message = line;
	enum shop_status st = chat_turn(cx, &turn, &answer);
	if (answer.reply != NULL)
		remember_answer(state, &answer);
	return st;
}

/* That one thing fails does not end the conversation, if the next may go well. */
static enum shop_status go_on(struct cmd_context *cx, enum shop_status st)
{
	if (st == SHOP_E_CANCELLED && interrupt_forget()) {
		emit_note(cx->out, "stopped");
		st = SHOP_OK;
	} else if (st != SHOP_OK && st != SHOP_E_CANCELLED && st != SHOP_E_NOT_LOGGED_IN &&
		   st != SHOP_E_LOGIN_EXPIRED) {
		emit_flush(cx->out, NULL);
		fail_report(cx, st);
		st = SHOP_OK;
	}
	if (!st)
		cx->err = (struct shop_error){ 0 };
	return st ? st : emit_flush(cx->out, &cx->err);
}

/* Blanks at the end mean nothing: completion leaves one. */
static void trim_end(char *line)
{
	size_t len = strlen(line);
	while (len > 0 && (line[len - 1] == ' ' || line[len - 1] == '\t'))
		len--;
	line[len] = '\0';
}

enum shop_status chat_session(struct cmd_context *cx, const struct chat_turn *turn)
{
	struct source source;
	struct chat_state state = { .turn = *turn };
	enum shop_status st = SHOP_OK;
	state.turn.session = true;
	emit_pager_off(cx->out);
	if (turn->ask.engine != SHOP_ENGINE_BUILTIN && !turn->ask.explain)
		shop_chat_prepare(cx->shop, &turn->ask.model);
	source_open(&source, cx);
	emit_note(cx->out, "ask about products and orders; /help for more");
	while (!st && !state.over) {
		char *line = NULL;
		st = emit_flush(cx->out, &cx->err);
		if (!st)
			st = source_read(&source, &line);
		if (!st && line == NULL)
			break;
		if (!st)
			trim_end(line);
		if (!st && line[0] != '\0') {
			source_remember(&source, line);
			emit_remeasure(cx->out);
			st = go_on(cx, chat_command_is(line) ? chat_command(cx, &state, line)
							     : message(cx, &state, line));
		}
		free(line);
	}
	source_close(&source);
	shop_answer_done(&state.last);
	free(state.model);
	return st;
}
