/* SPDX-License-Identifier: MIT */
/* The other face: server-sent events, calls in fragments. */
#include <stdlib.h>
#include <string.h>

#include "double/go.h"
#include "double/script.h"
#include "double/turn.h"

static void put_opening(struct buf *out, const struct turn *t, const char *object)
{
	buf_printf(out,
		   "{\"id\":\"chatcmpl-1\",\"object\":\"%s\",\"created\":1,\"model\":", object);
	go_text(out, t->model);
}

static void put_event(struct buf *out, const struct turn *t, const char *delta, const char *reason)
{
	buf_puts(out, "data: ");
	put_opening(out, t, "chat.completion.chunk");
	buf_printf(out, ",\"choices\":[{\"index\":0,\"delta\":%s,\"finish_reason\":", delta);
	if (reason != NULL)
		go_text(out, reason);
	else
		buf_puts(out, "null");
	buf_puts(out, "}]}\n\n");
}

static void put_text(struct buf *out, const struct turn *t, const char *name, const char *text)
{
	struct buf delta;
	buf_init(&delta, BODY_MAX);
	buf_printf(&delta, "{\"%s\":", name);
	go_text(&delta, text);
	buf_putc(&delta, '}');
	put_event(out, t, buf_text(&delta), NULL);
	buf_done(&delta);
}

static void put_fragment(struct buf *out, const struct turn *t, size_t index, const char *rest)
{
	struct buf delta;
	buf_init(&delta, BODY_MAX);
	buf_printf(&delta, "{\"tool_calls\":[{\"index\":%zu,%s}]}", index, rest);
	put_event(out, t, buf_text(&delta), NULL);
	buf_done(&delta);
}

/* Arguments are text here, and a text can be sent as a text as it stands, however wrong. */
static char *arguments_text(const json_t *call)
{
	const json_t *arguments = json_object_get(call, "arguments");
	struct buf text;
	buf_init(&text, BODY_MAX);
	if (json_is_string(arguments))
		buf_puts(&text, json_string_value(arguments));
	else
		go_value(&text, arguments);
	return buf_take(&text);
}

/* Id and name come once, then the arguments, some bytes at a time. */
static void put_call(struct buf *out, const struct turn *t, size_t index, const json_t *call)
{
	struct buf rest;
	char *arguments = arguments_text(call);
	size_t len = strlen(arguments);
	buf_init(&rest, BODY_MAX);
	buf_puts(&rest, "\"id\":");
	go_text(&rest, script_text(call, "id", "call_1"));
	buf_puts(&rest, ",\"type\":\"function\",\"function\":{\"name\":");
	go_text(&rest, script_text(call, "name", ""));
	buf_puts(&rest, ",\"arguments\":\"\"}");
	put_fragment(out, t, index, buf_text(&rest));
	for (size_t at = 0, size; at < len; at += size) {
		size = len - at < 7 ? len - at : 7;
		while (at + size < len && (arguments[at + size] & 0xC0) == 0x80)
			size++;
		buf_clear(&rest);
		buf_puts(&rest, "\"function\":{\"arguments\":");
		go_string(&rest, arguments + at, size);
		buf_putc(&rest, '}');
		put_fragment(out, t, index, buf_text(&rest));
	}
	buf_done(&rest);
	free(arguments);
}

static const char *finish(const struct turn *t)
{
	for (size_t i = 0; i < t->count; i++) {
		if (json_array_size(t->parts[i].calls) > 0)
			return "tool_calls";
	}
	return t->reason;
}

static void put_usage(struct buf *out, const struct turn *t)
{
	buf_printf(out,
		   "\"usage\":{\"prompt_tokens\":%d,\"completion_tokens\":%d,\"total_tokens\":%d}",
		   (int)t->prompt_tokens, (int)t->reply_tokens,
		   (int)(t->prompt_tokens + t->reply_tokens));
}

static void put_end(struct buf *out, const struct exchange *x, const struct turn *t)
{
	const json_t *options = json_object_get(x->json, "stream_options");
	put_event(out, t, "{}", finish(t));
	if (json_is_true(json_object_get(options, "include_usage"))) {
		buf_puts(out, "data: ");
		put_opening(out, t, "chat.completion.chunk");
		buf_puts(out, ",\"choices\":[],");
		put_usage(out, t);
		buf_puts(out, "}\n\n");
	}
	if (!rule_fault(x, "no-done"))
		buf_puts(out, "data: [DONE]\n\n");
}

void openai_line(struct buf *out, const struct exchange *x, const struct turn *t,
		 const struct part *p)
{
	size_t i;
	json_t *call;
	if (p == t->parts) {
		buf_puts(out, ": a comment\n\n");
		put_event(out, t, "{\"role\":\"assistant\",\"content\":null}", NULL);
	}
	if (p->thinking[0] != '\0')
		put_text(out, t, "reasoning_content", p->thinking);
	if (p->text[0] != '\0')
		put_text(out, t, "content", p->text);
	json_array_foreach (p->calls, i, call) {
		const json_t *index = json_object_get(call, "index");
		put_call(out, t, index != NULL ? (size_t)json_integer_value(index) : i, call);
	}
	if (p->done)
		put_end(out, x, t);
}

void openai_whole(struct buf *out, const struct exchange *x, const struct turn *t)
{
	struct buf text, thinking;
	json_t *calls = json_array();
	(void)x;
	buf_init(&text, BODY_MAX);
	buf_init(&thinking, BODY_MAX);
	turn_gather(t, &text, &thinking, calls);
	put_opening(out, t, "chat.completion");
	buf_puts(out,
		 ",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":");
	go_text(out, buf_text(&text));
	buf_puts(out, "},\"finish_reason\":");
	go_text(out, finish(t));
	buf_puts(out, "}],");
	put_usage(out, t);
	buf_putc(out, '}');
	buf_done(&text);
	buf_done(&thinking);
	json_decref(calls);
}
