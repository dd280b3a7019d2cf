/* SPDX-License-Identifier: MIT */
/* Ollama's own lines, field by field in its order; what is zero is left out. */
#include <string.h>

#include "double/go.h"
#include "double/script.h"
#include "double/turn.h"

static void put_calls(struct buf *out, const struct exchange *x, const json_t *calls)
{
	size_t i;
	json_t *call;
	buf_puts(out, ",\"tool_calls\":[");
	json_array_foreach (calls, i, call) {
		const char *id = json_string_value(json_object_get(call, "id"));
		const json_t *index = json_object_get(call, "index");
		int64_t at = index != NULL ? json_integer_value(index) : (int64_t)i;
		buf_puts(out, i > 0 ? ",{" : "{");
		if (id != NULL && script_since(x->script, "0.12.10")) {
			buf_puts(out, "\"id\":");
			go_text(out, id);
			buf_putc(out, ',');
		}
		buf_puts(out, "\"function\":{");
		if (at != 0 || script_since(x->script, "0.12.6"))
			buf_printf(out, "\"index\":%d,", (int)at);
		buf_puts(out, "\"name\":");
		go_text(out, script_text(call, "name", ""));
		buf_puts(out, ",\"arguments\":");
		go_value(out, json_object_get(call, "arguments"));
		buf_puts(out, "}}");
	}
	buf_putc(out, ']');
}

static void put_message(struct buf *out, const struct exchange *x, const struct part *p)
{
	buf_puts(out, "\"message\":{\"role\":\"assistant\",\"content\":");
	go_text(out, p->text);
	if (p->thinking[0] != '\0') {
		buf_puts(out, ",\"thinking\":");
		go_text(out, p->thinking);
	}
	if (json_array_size(p->calls) > 0)
		put_calls(out, x, p->calls);
	buf_puts(out, "},");
}

static void put_counter(struct buf *out, const char *name, int64_t value)
{
	if (value != 0)
		buf_printf(out, ",\"%s\":%lld", name, (long long)value);
}

static void put_counters(struct buf *out, const struct turn *t)
{
	int64_t prompt_ns = t->evaluated * 1200000, reply_ns = t->reply_tokens * 20000000;
	put_counter(out, "total_duration", t->load_ns + prompt_ns + reply_ns);
	put_counter(out, "load_duration", t->load_ns);
	put_counter(out, "prompt_eval_count", t->prompt_tokens);
	put_counter(out, "prompt_eval_duration", prompt_ns);
	put_counter(out, "eval_count", t->reply_tokens);
	put_counter(out, "eval_duration", reply_ns);
}

static void put_end(struct buf *out, const struct turn *t)
{
	/* Which of the two comes first changed with 0.12.0. */
	if (t->old_order) {
		buf_puts(out, "\"done_reason\":");
		go_text(out, t->reason);
		buf_puts(out, ",\"done\":true");
	} else {
		buf_puts(out, "\"done\":true,\"done_reason\":");
		go_text(out, t->reason);
	}
	put_counters(out, t);
}

void native_line(struct buf *out, const struct exchange *x, const struct turn *t,
		 const struct part *p)
{
	buf_puts(out, "{\"model\":");
	go_text(out, t->model);
	buf_puts(out, ",\"created_at\":");
	go_time(out, 0);
	buf_putc(out, ',');
	if (t->face == FACE_CHAT) {
		put_message(out, x, p);
	} else {
		buf_puts(out, "\"response\":");
		go_text(out, p->text);
		buf_putc(out, ',');
	}
	if (p->done)
		put_end(out, t);
	else
		buf_puts(out, "\"done\":false");
	buf_puts(out, "}\n");
}

void native_whole(struct buf *out, const struct exchange *x, const struct turn *t)
{
	struct buf text, thinking;
	json_t *calls = json_array();
	buf_init(&text, BODY_MAX);
	buf_init(&thinking, BODY_MAX);
	turn_gather(t, &text, &thinking, calls);
	struct part whole = { .text = buf_text(&text),
			      .thinking = buf_text(&thinking),
			      .calls = calls,
			      .done = !rule_fault(x, "no-done") };
	native_line(out, x, t, &whole);
	/* A whole answer ends without a newline. */
	out->data[--out->len] = '\0';
	buf_done(&text);
	buf_done(&thinking);
	json_decref(calls);
}
