/* SPDX-License-Identifier: MIT */
/* Gathers text and calls. Small models write a call as text although they were given tools: text
 * that begins like one is held back until it is known what it is. */
#include "llm/intake.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "llm/json.h"

void intake_init(struct intake *in, const struct llm_watch *watch, const struct llm_tool *tools,
		 size_t tool_count)
{
	*in = (struct intake){ .watch = watch, .tools = tools, .tool_count = tool_count };
	in->undecided = tool_count > 0;
	buf_init(&in->text, INTAKE_TEXT_MAX);
	buf_init(&in->error, 64 << 10);
}

void llm_calls_free(struct llm_call *calls, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		free(calls[i].id);
		free(calls[i].name);
		free(calls[i].arguments);
	}
	free(calls);
}

void intake_free(struct intake *in)
{
	for (size_t i = 0; i < in->fragment_count; i++) {
		free(in->fragments[i].id);
		free(in->fragments[i].name);
		buf_done(&in->fragments[i].arguments);
	}
	free(in->fragments);
	llm_calls_free(in->calls, in->call_count);
	buf_done(&in->text);
	buf_done(&in->error);
}

bool intake_fail(struct intake *in, enum trouble trouble)
{
	if (in->trouble == TROUBLE_NONE)
		in->trouble = trouble;
	return false;
}

/* value: whatever stands for an error. */
static void take_error(struct intake *in, const json_t *value)
{
	char *text = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);
	if (text != NULL)
		buf_printf(&in->error, "{\"error\":%s}", text);
	free(text);
	intake_fail(in, TROUBLE_TOLD);
}

json_t *intake_read(struct intake *in, const char *text, size_t len)
{
	json_t *object = json_read(text, len);
	const json_t *error = json_object_get(object, "error");
	bool told = error != NULL && !json_is_null(error);
	if (json_is_object(object))
		in->beats++;
	else
		intake_fail(in, TROUBLE_NONSENSE);
	if (told)
		take_error(in, error);
	if (json_is_object(object) && !told)
		return object;
	json_decref(object);
	return NULL;
}

static bool show(struct intake *in)
{
	size_t len = in->text.len - in->shown;
	const char *piece = in->text.data + in->shown;
	if (len == 0)
		return true;
	in->shown = in->text.len;
	if (in->watch != NULL && in->watch->text != NULL &&
	    !in->watch->text(in->watch->ctx, piece, len))
		return intake_fail(in, TROUBLE_CANCELLED);
	return true;
}

static const char *const openings[] = { "{", "[{", "[TOOL_CALLS]", "<tool_call>", "```" };

/* Whether what has come may become a call: it is the beginning of an opening, or has one. */
static bool may_be_call(const char *text)
{
	while (text_is_space(*text))
		text++;
	size_t len = strlen(text);
	for (size_t i = 0; i < sizeof(openings) / sizeof(openings[0]); i++) {
		size_t n = strlen(openings[i]);
		if (strncmp(text, openings[i], len < n ? len : n) == 0)
			return true;
	}
	return false;
}

/* A NUL would end the text for everybody after us. */
static bool append(struct intake *in, const char *text, size_t len)
{
	while (len > 0) {
		const char *nul = memchr(text, '\0', len);
		size_t n = nul != NULL ? (size_t)(nul - text) : len;
		if (!buf_append(&in->text, text, n) ||
		    (nul != NULL && !buf_puts(&in->text, "\xEF\xBF\xBD")))
			return false;
		n += nul != NULL;
		text += n;
		len -= n;
	}
	return true;
}

bool intake_text(struct intake *in, const json_t *text)
{
	if (json_string_length(text) == 0)
		return true;
	if (!append(in, json_string_value(text), json_string_length(text))) {
		show(in);
		return intake_fail(in, TROUBLE_LONG);
	}
	if (in->undecided && !may_be_call(in->text.data))
		in->undecided = false;
	return in->undecided || show(in);
}

static char *arguments_text(const json_t *arguments)
{
	if (arguments == NULL || json_is_null(arguments))
		return strdup("{}");
	if (json_is_string(arguments))
		return json_object_text(json_string_value(arguments));
	return json_is_object(arguments) ? json_dumps(arguments, JSON_COMPACT) : NULL;
}

bool intake_call(struct intake *in, const char *id, const char *name, const json_t *arguments)
{
	if (name == NULL || *name == '\0')
		return intake_fail(in, TROUBLE_CALL);
	if (in->call_count == INTAKE_CALLS_MAX)
		return intake_fail(in, TROUBLE_LONG);
	struct llm_call *calls = realloc(in->calls, (in->call_count + 1) * sizeof(*calls));
	if (calls == NULL)
		return intake_fail(in, TROUBLE_MEMORY);
	in->calls = calls;
	struct llm_call *call = &calls[in->call_count];
	*call = (struct llm_call){ .arguments = arguments_text(arguments) };
	if (call->arguments == NULL)
		return intake_fail(in, TROUBLE_CALL);
	call->name = strdup(name);
	call->id = id != NULL && *id != '\0' ? strdup(id) : NULL;
	in->call_count++;
	return call->name != NULL || intake_fail(in, TROUBLE_MEMORY);
}

static bool knows(const struct intake *in, const char *name)
{
	for (size_t i = 0; name != NULL && i < in->tool_count; i++) {
		if (strcmp(in->tools[i].name, name) == 0)
			return true;
	}
	return false;
}

/* {"name", "arguments"}, also with "parameters", also inside "function". */
static const json_t *written_call(const struct intake *in, const json_t *value,
				  const json_t **ret_arguments)
{
	const json_t *inner = json_object_get(value, "function");
	if (json_is_object(inner))
		value = inner;
	const json_t *arguments = json_object_get(value, "arguments");
	if (arguments == NULL)
		arguments = json_object_get(value, "parameters");
	*ret_arguments = arguments;
	return knows(in, json_text(value, "name")) && json_is_object(arguments) ? value : NULL;
}

static bool take_written(struct intake *in, const json_t *value)
{
	const json_t *arguments;
	const json_t *call = written_call(in, value, &arguments);
	return call != NULL && intake_call(in, NULL, json_text(call, "name"), arguments);
}

static const char *skip(const char *p, const char *word)
{
	size_t len = strlen(word);
	while (text_is_space(*p))
		p++;
	return strncmp(p, word, len) == 0 ? p + len : p;
}

/* True if the whole text is calls of tools that were sent, which are then taken. */
static bool take_written_text(struct intake *in)
{
	const char *p = skip(in->text.data, "[TOOL_CALLS]");
	p = skip(skip(skip(p, "<tool_call>"), "```json"), "```");
	json_error_t e;
	json_t *value = json_loads(p, JSON_DISABLE_EOF_CHECK, &e);
	bool ok = false;
	if (value != NULL) {
		const char *rest = skip(skip(p + e.position, "```"), "</tool_call>");
		ok = *skip(rest, "") == '\0';
	}
	if (ok && json_is_array(value)) {
		ok = json_array_size(value) > 0;
		for (size_t i = 0; ok && i < json_array_size(value); i++)
			ok = take_written(in, json_array_get(value, i));
	} else if (ok) {
		ok = take_written(in, value);
	}
	json_decref(value);
	return ok;
}

bool intake_finish(struct intake *in)
{
	in->done = true;
	if (!in->undecided || in->text.len == 0)
		return true;
	in->undecided = false;
	size_t real = in->call_count;
	if (real == 0 && take_written_text(in)) {
		buf_clear(&in->text);
		return true;
	}
	/* Not all of what was written down could be taken: then none of it is a call. */
	if (real == 0) {
		llm_calls_free(in->calls, in->call_count);
		in->calls = NULL;
		in->call_count = 0;
		in->trouble = TROUBLE_NONE;
	}
	return show(in);
}

bool intake_hand_over(struct intake *in, struct llm_reply *ret)
{
	ret->text = strndup(buf_text(&in->text), in->shown);
	ret->calls = in->calls;
	ret->call_count = in->call_count;
	in->calls = NULL;
	in->call_count = 0;
	ret->cut = in->cut;
	return ret->text != NULL;
}
