/* SPDX-License-Identifier: MIT */
/* The interface that most other servers have: /v1/chat/completions, server-sent events. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/cleanup.h"
#include "llm/json.h"
#include "llm/peer.h"

static void put_call(struct buf *out, const struct llm_call *call, size_t index,
		     const char *arguments)
{
	buf_puts(out, "{\"id\":");
	if (call->id != NULL)
		json_put(out, call->id);
	else
		buf_printf(out, "\"call_%zu\"", index);
	buf_puts(out, ",\"type\":\"function\",\"function\":{\"name\":");
	json_put(out, call->name);
	buf_puts(out, ",\"arguments\":");
	json_put(out, arguments);
	buf_puts(out, "}}");
}

static void put_result_of(struct buf *out, const struct llm_message *m)
{
	buf_puts(out, ",\"tool_call_id\":");
	json_put(out, m->call_id != NULL ? m->call_id : "call_0");
}

bool openai_request(struct buf *out, const struct llm *llm, const struct llm_request *in)
{
	static const struct dialect dialect = { put_call, put_result_of };
	put_request(out, llm, in, &dialect);
	buf_puts(out, ",\"temperature\":0,\"seed\":1");
	if (in->most_tokens > 0)
		buf_printf(out, ",\"max_tokens\":%" PRId64, in->most_tokens);
	return buf_putc(out, '}');
}

/* The call of that number, made if it is new. NULL: too many, or no memory. */
static struct fragment *fragment_at(struct intake *in, int64_t index)
{
	if (index < 0 || index >= INTAKE_CALLS_MAX)
		return NULL;
	size_t need = (size_t)index + 1;
	if (need > in->fragment_count) {
		struct fragment *more = realloc(in->fragments, need * sizeof(*more));
		if (more == NULL)
			return NULL;
		in->fragments = more;
		while (in->fragment_count < need) {
			struct fragment *f = &more[in->fragment_count++];
			*f = (struct fragment){ .id = NULL };
			buf_init(&f->arguments, INTAKE_TEXT_MAX);
		}
	}
	return &in->fragments[index];
}

static bool keep_text(char **to, const char *text)
{
	if (text == NULL || *text == '\0' || *to != NULL)
		return true;
	*to = strdup(text);
	return *to != NULL;
}

/* The arguments come as text in pieces, or from some servers as an object at once. */
static bool take_arguments(struct fragment *f, const json_t *arguments)
{
	if (json_is_string(arguments))
		return buf_append(&f->arguments, json_string_value(arguments),
				  json_string_length(arguments));
	char *text CLEANUP(free_charp) =
		json_is_object(arguments) ? json_dumps(arguments, JSON_COMPACT) : NULL;
	return text == NULL || buf_puts(&f->arguments, text);
}

static bool take_fragments(struct intake *in, const json_t *calls)
{
	size_t i;
	json_t *call;
	json_array_foreach (calls, i, call) {
		const json_t *index = json_object_get(call, "index");
		const json_t *function = json_object_get(call, "function");
		struct fragment *f = fragment_at(
			in, json_is_integer(index) ? json_integer_value(index) : (int64_t)i);
		if (f == NULL || !keep_text(&f->id, json_text(call, "id")) ||
		    !keep_text(&f->name, json_text(function, "name")) ||
		    !take_arguments(f, json_object_get(function, "arguments")))
			return intake_fail(in, TROUBLE_LONG);
	}
	return true;
}

static bool finish(struct intake *in)
{
	for (size_t i = 0; i < in->fragment_count; i++) {
		struct fragment *f = &in->fragments[i];
		json_t *text CLEANUP(free_jsonp) = json_string(buf_text(&f->arguments));
		if (f->name == NULL && f->arguments.len == 0)
			continue;
		if (!intake_call(in, f->id, f->name, text))
			return false;
	}
	return intake_finish(in);
}

static bool take_choice(struct intake *in, const json_t *choice)
{
	const json_t *delta = json_object_get(choice, "delta");
	/* Servers that do not stream put the whole message there. */
	if (delta == NULL)
		delta = json_object_get(choice, "message");
	const char *reason = json_text(choice, "finish_reason");
	if (!intake_text(in, json_object_get(delta, "content")) ||
	    !take_fragments(in, json_object_get(delta, "tool_calls")))
		return false;
	if (reason == NULL)
		return true;
	in->cut = strcmp(reason, "length") == 0;
	in->ending = true;
	return true;
}

bool openai_event(void *ctx, const char *data, size_t len)
{
	struct intake *in = ctx;
	if (in->done)
		return true;
	if (len == 6 && memcmp(data, "[DONE]", 6) == 0)
		return finish(in);
	json_t *event CLEANUP(free_jsonp) = intake_read(in, data, len);
	if (event == NULL)
		return false;
	const json_t *choice = json_array_get(json_object_get(event, "choices"), 0);
	return choice == NULL || take_choice(in, choice);
}

bool openai_end(struct intake *in)
{
	return in->done || !in->ending || finish(in);
}
