/* SPDX-License-Identifier: MIT */
/* Ollama's own interface: /api/chat, a JSON object a line. */
#include <inttypes.h>
#include <string.h>

#include "base/cleanup.h"
#include "llm/json.h"
#include "llm/peer.h"

/* Load-time options must be the same in every request, or the model is loaded anew: this is the
 * one place that writes them. A seed and no temperature give the same reply to the same words. */
static void put_options(struct buf *out, const struct llm *llm, int64_t most_tokens)
{
	buf_printf(out, ",\"keep_alive\":\"10m\",\"options\":{\"num_ctx\":%" PRId64, llm->window);
	buf_puts(out, ",\"temperature\":0,\"seed\":1");
	if (most_tokens > 0)
		buf_printf(out, ",\"num_predict\":%" PRId64, most_tokens);
	buf_putc(out, '}');
}

static void put_call(struct buf *out, const struct llm_call *call, size_t index,
		     const char *arguments)
{
	buf_putc(out, '{');
	if (call->id != NULL) {
		buf_puts(out, "\"id\":");
		json_put(out, call->id);
		buf_putc(out, ',');
	}
	buf_printf(out, "\"function\":{\"index\":%zu,\"name\":", index);
	json_put(out, call->name);
	buf_puts(out, ",\"arguments\":");
	buf_puts(out, arguments);
	buf_puts(out, "}}");
}

static void put_result_of(struct buf *out, const struct llm_message *m)
{
	if (m->tool != NULL) {
		buf_puts(out, ",\"tool_name\":");
		json_put(out, m->tool);
	}
	if (m->call_id != NULL) {
		buf_puts(out, ",\"tool_call_id\":");
		json_put(out, m->call_id);
	}
}

bool ollama_request(struct buf *out, const struct llm *llm, const struct llm_request *in)
{
	static const struct dialect dialect = { put_call, put_result_of };
	put_request(out, llm, in, &dialect);
	/* Without "truncate" the beginning of what is too long is lost, and nobody is told. */
	buf_puts(out, ",\"truncate\":false");
	if (llm->thinks)
		buf_puts(out, ",\"think\":false");
	put_options(out, llm, in->most_tokens);
	return buf_putc(out, '}');
}

bool ollama_preload(struct buf *out, const struct llm *llm)
{
	buf_puts(out, "{\"model\":");
	json_put(out, llm->model);
	put_options(out, llm, 0);
	return buf_putc(out, '}');
}

static bool take_calls(struct intake *in, const json_t *calls)
{
	size_t i;
	json_t *call;
	json_array_foreach (calls, i, call) {
		const json_t *f = json_object_get(call, "function");
		if (!intake_call(in, json_text(call, "id"), json_text(f, "name"),
				 json_object_get(f, "arguments")))
			return false;
	}
	return true;
}

static bool take_end(struct intake *in, const json_t *line)
{
	const char *reason = json_text(line, "done_reason");
	in->cut = reason != NULL && strcmp(reason, "length") == 0;
	return intake_finish(in);
}

bool ollama_line(void *ctx, const char *text, size_t len)
{
	struct intake *in = ctx;
	while (len > 0 && (text[len - 1] == '\r' || text[len - 1] == ' '))
		len--;
	if (len == 0 || in->done)
		return true;
	json_t *line CLEANUP(free_jsonp) = intake_read(in, text, len);
	const json_t *message = json_object_get(line, "message");
	if (line == NULL || !intake_text(in, json_object_get(message, "content")) ||
	    !take_calls(in, json_object_get(message, "tool_calls")))
		return false;
	return !json_is_true(json_object_get(line, "done")) || take_end(in, line);
}
