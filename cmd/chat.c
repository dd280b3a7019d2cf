/* SPDX-License-Identifier: MIT */
/* shop chat: questions to the assistant, one or a conversation. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "commands.h"
#include "core/answer_view.h"
#include "core/chat_log.h"
#include "core/fail.h"
#include "core/interrupt.h"
#include "core/prompt.h"
#include "core/words.h"
#include "ui/emit.h"

struct options {
	struct shop_texts words;
	bool fresh, explain;
	int64_t conversation;
};

static const struct opt table[] = {
	OPT_ARGS(struct options, words, "MESSAGE", "what to ask", .flags = OPT_OPTIONAL),
	OPT_FLAG(struct options, fresh, 0, "new", "begin a new conversation"),
	OPT_INT(struct options, conversation, 0, "conversation", "N", "go on with this one", 1,
		INT64_MAX),
	OPT_FLAG(struct options, explain, 0, "explain",
		 "show how the message is understood, and ask nothing"),
	OPT_END,
};

/* Asks, logs and shows. *ret_conversation: the one that it belongs to. */
static enum shop_status ask(struct cmd_context *cx, const struct shop_chat *in,
			    int64_t *ret_conversation)
{
	struct shop_answer answer;
	enum shop_status st = shop_chat_ask(cx->shop, in, &answer, &cx->err);
	if (st)
		return st;
	/* The answer is there and saved: a log that cannot be written does not take it away. */
	if (!in->explain && chat_log_append(cx, &answer)) {
		fail_warn(cx, "%s", cx->err.text);
		cx->err = (struct shop_error){ 0 };
	}
	answer_emit(cx, &answer, in->explain);
	*ret_conversation = answer.conversation;
	shop_answer_done(&answer);
	return SHOP_OK;
}

static enum shop_status missing(struct cmd_context *cx)
{
	return shop_error_set(&cx->err, SHOP_E_INVALID, "missing MESSAGE");
}

/* All of stdin as one message, which the caller frees. */
static enum shop_status message_read(struct cmd_context *cx, char **ret)
{
	/* One byte over the limit is enough to be refused for its length. */
	enum { SIZE = SHOP_MESSAGE_MAX + 2 };
	char *text = malloc(SIZE);
	size_t len = 0;
	ssize_t n = 1;
	while (text != NULL && n != 0 && len + 1 < SIZE) {
		n = read(STDIN_FILENO, text + len, SIZE - 1 - len);
		if (n < 0 && (errno != EINTR || interrupt_seen(NULL)))
			break;
		len += n > 0 ? (size_t)n : 0;
	}
	enum shop_status st = SHOP_OK;
	if (text == NULL)
		return shop_error_set(&cx->err, SHOP_E_NOMEM, "out of memory");
	if (n < 0)
		st = errno == EINTR ? shop_error_set(&cx->err, SHOP_E_CANCELLED, "interrupted")
				    : shop_error_set(&cx->err, SHOP_E_IO,
						     "cannot read the input: %s", strerror(errno));
	else if (memchr(text, '\0', len) != NULL)
		st = shop_error_set(&cx->err, SHOP_E_INVALID, "the message has a NUL byte in it");
	while (len > 0 && strchr("\r\n", text[len - 1]) != NULL)
		len--;
	text[len] = '\0';
	if (!st && len == 0)
		st = missing(cx);
	if (st)
		free(text);
	else
		*ret = text;
	return st;
}

/* One question of a conversation: that it fails does not end it. */
static enum shop_status turn(struct cmd_context *cx, struct shop_chat *in, const char *line)
{
	int64_t conversation;
	in->message = line;
	enum shop_status st = ask(cx, in, &conversation);
	if (st == SHOP_E_CANCELLED)
		return st;
	if (st) {
		fail_report(cx, st);
		cx->err = (struct shop_error){ 0 };
		return SHOP_OK;
	}
	/* What was only explained was not saved, and began nothing. */
	if (!in->explain) {
		in->conversation = conversation;
		in->fresh = false;
	}
	return emit_flush(cx->out, &cx->err);
}

/* Line by line until /quit or the end of the input. */
static enum shop_status converse(struct cmd_context *cx, struct shop_chat in)
{
	enum shop_status st = SHOP_OK;
	bool more = true;
	while (!st && more) {
		char *line = NULL;
		st = prompt_line(cx, "> ", &line);
		more = line != NULL && strcmp(line, "/quit") != 0;
		if (!st && more && line[0] != '\0')
			st = turn(cx, &in, line);
		free(line);
	}
	return st;
}

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	struct shop_chat in = { .fresh = o->fresh,
				.explain = o->explain,
				.conversation = o->conversation };
	if (o->fresh && o->conversation != SHOP_NONE)
		return shop_error_set(&cx->err, SHOP_E_INVALID,
				      "--new and --conversation cannot go together");
	char *message = NULL;
	enum shop_status st;
	if (o->words.count > 0)
		st = words_join(cx, &o->words, &message);
	else if (!isatty(STDIN_FILENO))
		st = message_read(cx, &message);
	else if (prompt_many_possible(cx))
		return converse(cx, in);
	else
		st = missing(cx);
	int64_t conversation;
	in.message = message;
	if (!st)
		st = ask(cx, &in, &conversation);
	free(message);
	return st;
}

const struct command cmd_chat = {
	.name = "chat",
	.summary = "ask the assistant about products and orders",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RW | NEED_LOGIN,
	.run = run,
};
