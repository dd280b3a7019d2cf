/* SPDX-License-Identifier: MIT */
/* What both dialects write alike of a request. */
#include "base/cleanup.h"
#include "llm/json.h"
#include "llm/peer.h"

static const char *role_word(enum llm_role role)
{
	static const char *const words[] = { [LLM_SYSTEM] = "system",
					     [LLM_USER] = "user",
					     [LLM_ASSISTANT] = "assistant",
					     [LLM_TOOL] = "tool" };
	return words[role];
}

static void put_tools(struct buf *out, const struct llm_request *in)
{
	for (size_t i = 0; i < in->tool_count; i++) {
		const struct llm_tool *t = &in->tools[i];
		buf_puts(out, i == 0 ? ",\"tools\":[" : ",");
		buf_puts(out, "{\"type\":\"function\",\"function\":{\"name\":");
		json_put(out, t->name);
		buf_puts(out, ",\"description\":");
		json_put(out, t->description != NULL ? t->description : "");
		buf_puts(out, ",\"parameters\":");
		buf_puts(out, t->parameters != NULL ? t->parameters
						    : "{\"type\":\"object\",\"properties\":{}}");
		buf_puts(out, i + 1 == in->tool_count ? "}}]" : "}}");
	}
}

static void put_message(struct buf *out, const struct llm_message *m, const struct dialect *d)
{
	buf_printf(out, "{\"role\":\"%s\",\"content\":", role_word(m->role));
	json_put(out, m->text != NULL ? m->text : "");
	if (m->role == LLM_TOOL)
		d->put_result_of(out, m);
	for (size_t i = 0; m->role == LLM_ASSISTANT && i < m->call_count; i++) {
		const struct llm_call *call = &m->calls[i];
		char *arguments CLEANUP(free_charp) = json_object_text(call->arguments);
		buf_puts(out, i == 0 ? ",\"tool_calls\":[" : ",");
		d->put_call(out, call, i, arguments != NULL ? arguments : "{}");
		buf_puts(out, i + 1 == m->call_count ? "]" : "");
	}
	buf_putc(out, '}');
}

void put_request(struct buf *out, const struct llm *llm, const struct llm_request *in,
		 const struct dialect *d)
{
	buf_puts(out, "{\"model\":");
	json_put(out, llm->model);
	buf_puts(out, ",\"messages\":[");
	for (size_t i = 0; i < in->message_count; i++) {
		buf_puts(out, i > 0 ? "," : "");
		put_message(out, &in->messages[i], d);
	}
	buf_putc(out, ']');
	if (llm->tools)
		put_tools(out, in);
	buf_puts(out, ",\"stream\":true");
}
