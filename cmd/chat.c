/* SPDX-License-Identifier: MIT */
/* shop chat: questions to the assistant, one or a conversation. */
#include <stdlib.h>
#include <unistd.h>

#include "commands.h"
#include "core/chat_engine.h"
#include "core/chat_session.h"
#include "core/input.h"
#include "core/prompt.h"
#include "core/session.h"
#include "core/words.h"

/* Of standard input: what is a little too long is for the library to refuse. */
enum { INPUT_MAX = 8 * SHOP_MESSAGE_MAX };

struct options {
	struct shop_texts words;
	bool fresh, explain, yes;
	int64_t conversation;
	const char *engine, *model;
};

static const struct opt table[] = {
	OPT_ARGS(struct options, words, "MESSAGE", "what to ask", .flags = OPT_OPTIONAL),
	OPT_FLAG(struct options, fresh, 0, "new", "begin a new conversation"),
	OPT_ID(struct options, conversation, 0, "conversation", "N", "go on with this one",
	       "@conversation"),
	OPT_TEXT(struct options, engine, 'e', "engine", "ENGINE", "who phrases the answer",
		 .values = CHAT_ENGINES),
	OPT_TEXT(struct options, model, 'm', "model", "NAME", "the language model to ask"),
	OPT_FLAG(struct options, explain, 0, "explain",
		 "show how the message is understood, and ask nothing"),
	OPT_FLAG(struct options, yes, 'y', "yes", "do what the answer proposes"),
	OPT_END,
};

static enum shop_status missing(struct cmd_context *cx)
{
	return shop_error_set(&cx->err, SHOP_E_INVALID, "missing MESSAGE");
}

/* All of stdin as one message, which the caller frees. */
static enum shop_status message_read(struct cmd_context *cx, char **ret)
{
	enum shop_status st = input_read(cx, "the message", INPUT_MAX, ret);
	if (!st && (*ret)[0] == '\0') {
		free(*ret);
		*ret = NULL;
		st = missing(cx);
	}
	return st;
}

static enum shop_status ask_once(struct cmd_context *cx, struct chat_turn *turn,
				 const char *message)
{
	struct shop_answer answer;
	turn->ask.message = message;
	enum shop_status st = chat_turn(cx, turn, &answer);
	shop_answer_done(&answer);
	return st;
}

/* What cannot be done whatever is said is refused before anything is asked. */
static enum shop_status check_may_do(struct cmd_context *cx)
{
	enum shop_status st = session_need_write(cx);
	if (st == SHOP_E_DENIED) {
		shop_error_prefix(&cx->err, "--yes: ");
		shop_error_hint(&cx->err, "without --yes, it may ask");
	}
	return st;
}

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	struct chat_turn turn = { .ask = { .fresh = o->fresh,
					   .explain = o->explain,
					   .conversation = o->conversation },
				  .yes = o->yes };
	if (o->fresh && o->conversation != SHOP_NONE)
		return shop_error_set(&cx->err, SHOP_E_INVALID,
				      "--new and --conversation cannot go together");
	char *message = NULL;
	enum shop_status st = chat_engine_choose(cx, o->engine, o->model, &turn.ask);
	if (!st && o->yes)
		st = check_may_do(cx);
	if (st)
		return st;
	if (o->words.count > 0)
		st = words_join(cx, &o->words, &message);
	else if (!isatty(STDIN_FILENO))
		st = message_read(cx, &message);
	else if (prompt_many_possible(cx))
		return chat_session(cx, &turn);
	else
		st = missing(cx);
	if (!st)
		st = ask_once(cx, &turn, message);
	free(message);
	return st;
}

const struct command cmd_chat = {
	.name = "chat",
	.summary = "ask the assistant about products and orders",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RW | NEED_LOGIN,
	.sub = (const struct command *const[]){ &cmd_chat_history, &cmd_chat_list, &cmd_chat_reset,
						&cmd_chat_save, NULL },
	.run = run,
};
