/* SPDX-License-Identifier: MIT */
/* What becomes of a prompt that is longer than the window: told in the log, since the answer often
 * does not. A token is four bytes. */
#include <stdlib.h>
#include <string.h>

#include "double/go.h"
#include "double/script.h"
#include "double/state.h"
#include "double/turn.h"

int64_t window_size(const struct exchange *x, const struct turn *t)
{
	const json_t *options = json_object_get(x->json, "options");
	const json_t *asked = json_object_get(options, "num_ctx");
	const json_t *trained = json_object_get(t->info, "context");
	int64_t most = trained != NULL ? json_integer_value(trained) : 32768;
	bool small = strcmp(script_text(x->script, "era", ""), "2048-silent") == 0;
	int64_t size = small ? 2048 : 4096;
	if (json_is_integer(asked) && json_integer_value(asked) > 0)
		size = json_integer_value(asked);
	return size < most ? size : most;
}

static size_t tokens(size_t bytes)
{
	return (bytes + 3) / 4;
}

static const char *role_of(const json_t *message)
{
	return script_text(message, "role", "user");
}

static void put_message(struct buf *out, const json_t *message)
{
	const json_t *calls = json_object_get(message, "tool_calls");
	buf_printf(out, "[%s]%s", role_of(message), script_text(message, "content", ""));
	if (calls != NULL)
		go_value(out, calls);
	buf_putc(out, '\n');
}

/* The prompt without the first `dropped` messages that may be dropped. */
static void render(const struct exchange *x, struct buf *out, size_t dropped)
{
	const json_t *messages = json_object_get(x->json, "messages");
	const json_t *tools = json_object_get(x->json, "tools");
	size_t i, last = json_array_size(messages);
	json_t *message;
	buf_clear(out);
	if (json_array_size(tools) > 0)
		go_value(out, tools);
	buf_puts(out, script_text(x->json, "system", ""));
	buf_puts(out, script_text(x->json, "prompt", ""));
	json_array_foreach (messages, i, message) {
		bool may_go = strcmp(role_of(message), "system") != 0 && i + 1 < last;
		if (may_go && dropped > 0)
			dropped--;
		else
			put_message(out, message);
	}
}

static size_t droppable(const struct exchange *x)
{
	const json_t *messages = json_object_get(x->json, "messages");
	size_t i, n = 0;
	json_t *message;
	json_array_foreach (messages, i, message) {
		if (strcmp(role_of(message), "system") != 0 && i + 1 < json_array_size(messages))
			n++;
	}
	return n;
}

static void refuse(struct buf *why, const char *era, int64_t have, int64_t window)
{
	if (strcmp(era, "native-400") == 0)
		buf_printf(why,
			   "{\"error\":{\"code\":400,\"message\":\"request (%d tokens) exceeds the "
			   "available context size (%d tokens), try increasing it\",\"type\":"
			   "\"exceed_context_size_error\",\"n_prompt_tokens\":%d,\"n_ctx\":%d}}",
			   (int)have, (int)window, (int)have, (int)window);
	else
		buf_puts(why, "the prompt is longer than the context length currently available to "
			      "the model; shorten it or use a larger context length");
}

/* False: too long and not to be cut. */
static bool cut(const struct exchange *x, struct turn *t, struct buf *prompt, struct buf *why)
{
	const char *era = script_text(x->script, "era", "native-400");
	bool whole = json_is_false(json_object_get(x->json, "truncate")) &&
		     script_since(x->script, "0.12.6");
	size_t most = droppable(x), dropped = 0;
	render(x, prompt, 0);
	while (!whole && dropped < most && (int64_t)tokens(prompt->len) > t->window)
		render(x, prompt, ++dropped);
	int64_t have = (int64_t)tokens(prompt->len), left = have;
	if (have > t->window && (whole || strcmp(era, "native-400") == 0)) {
		refuse(why, era, have, t->window);
		return false;
	}
	if (have > t->window)
		left = strcmp(era, "half") == 0 ? t->window / 2 + 2 : t->window;
	t->prompt_tokens = left;
	json_object_set_new(x->log, "dropped", json_integer((json_int_t)dropped));
	json_object_set_new(x->log, "cut", json_integer(have - left));
	return true;
}

bool window_fit(struct exchange *x, struct turn *t, struct buf *why)
{
	struct buf prompt;
	buf_init(&prompt, BODY_MAX);
	bool ok = cut(x, t, &prompt, why);
	json_object_set_new(x->log, "prompt_tokens", json_integer((json_int_t)tokens(prompt.len)));
	if (ok) {
		size_t common = state_common(t->model, buf_text(&prompt), prompt.len) / 4;
		t->evaluated = t->prompt_tokens - (int64_t)common;
		if (t->evaluated < 1)
			t->evaluated = 1;
		json_object_set_new(x->log, "common", json_integer((json_int_t)common));
		json_object_set_new(x->log, "evaluated", json_integer(t->evaluated));
	}
	buf_done(&prompt);
	return ok;
}
