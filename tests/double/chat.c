/* SPDX-License-Identifier: MIT */
/* Requests for a reply: checked as the real server checks them, then answered as the rule says. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "double/go.h"
#include "double/script.h"
#include "double/state.h"
#include "double/turn.h"
#include "double/wire.h"

static void openai_error(struct buf *out, int status, const char *text)
{
	buf_puts(out, "{\"error\":{\"message\":");
	go_text(out, text);
	buf_printf(out, ",\"type\":\"%s\",\"param\":null,\"code\":null}}",
		   status == 404   ? "not_found_error"
		   : status >= 500 ? "api_error"
				   : "invalid_request_error");
}

static void refuse(struct exchange *x, const struct turn *t, int status, const char *text)
{
	struct buf out;
	if (t->face != FACE_OPENAI) {
		serve_error(x, status, text);
		return;
	}
	buf_init(&out, BODY_MAX);
	openai_error(&out, status, text);
	wire_answer(x, status, "application/json", buf_text(&out), out.len);
	buf_done(&out);
}

/* An error of the runner, before the first line: the streamed form if the reply was to be one. */
static void refuse_late(struct exchange *x, const struct turn *t, int status, const char *text)
{
	struct buf out;
	if (!t->stream || t->face == FACE_OPENAI) {
		refuse(x, t, status, text);
		return;
	}
	bool old = !script_since(x->script, "0.12.6");
	buf_init(&out, BODY_MAX);
	buf_puts(&out, "{\"error\":");
	go_text(&out, text);
	buf_puts(&out, old ? "}\n" : "}");
	wire_begin(x, old ? 200 : status, old ? "application/x-ndjson" : "application/json");
	wire_line(x, buf_text(&out), out.len);
	wire_end(x);
	buf_done(&out);
}

static void full_name(struct buf *out, const char *name)
{
	int slashes = 0;
	for (const char *p = name; *p != '\0'; p++)
		slashes += *p == '/';
	if (slashes < 2)
		buf_puts(out, slashes == 0 ? "registry.ollama.ai/library/" : "registry.ollama.ai/");
	buf_puts(out, name);
	if (strchr(name, ':') == NULL)
		buf_puts(out, ":latest");
}

static bool can_all(struct exchange *x, const struct turn *t)
{
	struct buf why;
	bool tools = json_array_size(json_object_get(x->json, "tools")) > 0;
	const json_t *think = json_object_get(x->json, "think");
	buf_init(&why, BODY_MAX);
	if (json_is_true(think) && !script_can(t->info, "thinking")) {
		buf_printf(&why, "\"%s\" does not support thinking", t->model);
	} else if (!script_can(t->info, "completion")) {
		buf_printf(&why, "\"%s\" does not support chat", t->model);
	} else if (tools && !script_can(t->info, "tools")) {
		full_name(&why, t->model);
		buf_puts(&why, " does not support tools");
	}
	bool ok = why.len == 0;
	if (!ok)
		refuse(x, t, 400, buf_text(&why));
	buf_done(&why);
	return ok;
}

static const char *go_kind(const json_t *value)
{
	return json_is_string(value)   ? "string"
	       : json_is_array(value)  ? "array"
	       : json_is_object(value) ? "object"
	       : json_is_number(value) ? "number"
				       : "bool";
}

static bool has_kind(struct exchange *x, const struct turn *t, const char *key, const char *kind)
{
	const json_t *value = json_object_get(x->json, key);
	struct buf why;
	if (value == NULL || json_is_null(value) || strcmp(go_kind(value), kind) == 0)
		return true;
	buf_init(&why, BODY_MAX);
	buf_printf(&why, "json: cannot unmarshal %s into Go struct field ChatRequest.%s of type %s",
		   go_kind(value), key,
		   strcmp(kind, "array") == 0    ? "[]api.Message"
		   : strcmp(kind, "object") == 0 ? "map[string]interface {}"
						 : kind);
	refuse(x, t, 400, buf_text(&why));
	buf_done(&why);
	return false;
}

/* Arguments of calls are objects here, never text. */
static bool calls_are_sound(struct exchange *x, const struct turn *t)
{
	size_t i, k;
	json_t *message, *call;
	if (t->face == FACE_OPENAI)
		return true;
	json_array_foreach (json_object_get(x->json, "messages"), i, message) {
		json_array_foreach (json_object_get(message, "tool_calls"), k, call) {
			const json_t *f = json_object_get(call, "function");
			if (json_is_object(json_object_get(f, "arguments")))
				continue;
			refuse(x, t, 400,
			       "json: cannot unmarshal string into Go struct field "
			       "ToolCallFunction.messages.tool_calls.function.arguments of type "
			       "api.ToolCallFunctionArguments");
			return false;
		}
	}
	return true;
}

static bool sound(struct exchange *x, struct turn *t)
{
	struct buf why;
	buf_init(&why, BODY_MAX);
	if (x->body_len == 0)
		buf_puts(&why, "missing request body");
	else if (x->json == NULL && !go_refuses(x->body, x->body_len, &why))
		buf_puts(&why, "json: cannot unmarshal into Go value of type api.ChatRequest");
	bool ok = why.len == 0;
	if (!ok)
		refuse(x, t, 400, buf_text(&why));
	buf_done(&why);
	if (!ok || !has_kind(x, t, "model", "string") || !has_kind(x, t, "messages", "array") ||
	    !has_kind(x, t, "stream", "bool") || !has_kind(x, t, "options", "object") ||
	    !calls_are_sound(x, t))
		return false;
	t->model = script_text(x->json, "model", "");
	if (t->model[0] == '\0') {
		refuse(x, t, 400, "model is required");
		return false;
	}
	t->info = script_model(x->script, t->model);
	if (t->info == NULL) {
		buf_init(&why, BODY_MAX);
		buf_printf(&why, "model '%s' not found", t->model);
		refuse(x, t, 404, buf_text(&why));
		buf_done(&why);
	}
	return t->info != NULL;
}

/* Seconds of a keep_alive: a number, or a duration like "5m" or "1h30m"; -1 for good. */
static double keep_seconds(const json_t *keep)
{
	double sum = 0;
	const char *p = json_string_value(keep);
	if (keep == NULL || json_is_null(keep))
		return 300;
	if (p == NULL)
		return json_number_value(keep);
	if (*p == '-')
		return -1;
	while (*p != '\0') {
		char *end;
		double n = strtod(p, &end);
		if (end == p)
			break;
		double unit = strncmp(end, "ms", 2) == 0 ? 0.001
			      : *end == 'h'              ? 3600
			      : *end == 'm'              ? 60
							 : 1;
		sum += n * unit;
		p = end + strspn(end, "hms");
	}
	return sum;
}

static void load(struct exchange *x, struct turn *t)
{
	double keep = keep_seconds(json_object_get(x->json, "keep_alive"));
	t->window = window_size(x, t);
	struct load l = state_load(x, t->model, t->window, keep);
	json_object_set_new(x->log, "reloads", json_integer(l.reloads));
	json_object_set_new(x->log, "loaded", json_boolean(l.fresh));
	t->load_ns = l.fresh ? INT64_C(3210987654) : 15432100;
	const json_t *ms = json_object_get(x->script, "load_ms");
	if (l.fresh && ms != NULL)
		wire_wait(x, json_integer_value(ms));
}

/* No messages: the model is loaded, or thrown out, and one object says so. */
static void load_only(struct exchange *x, struct turn *t)
{
	struct buf out;
	const json_t *keep = json_object_get(x->json, "keep_alive");
	bool unload = keep != NULL && keep_seconds(keep) == 0;
	if (unload)
		state_unload(t->model);
	else
		load(x, t);
	buf_init(&out, BODY_MAX);
	buf_puts(&out, "{\"model\":");
	go_text(&out, t->model);
	buf_puts(&out, ",\"created_at\":");
	go_time(&out, 0);
	buf_puts(&out, t->face == FACE_CHAT
			       ? ",\"message\":{\"role\":\"assistant\",\"content\":\"\"}"
			       : ",\"response\":\"\"");
	buf_printf(&out, ",\"done\":true,\"done_reason\":\"%s\"}", unload ? "unload" : "load");
	wire_answer(x, 200, "application/json; charset=utf-8", buf_text(&out), out.len);
	buf_done(&out);
}

/* Templates of this family want user and assistant by turns, a system message first or never. */
static bool alternates(const struct exchange *x)
{
	size_t i;
	json_t *message;
	bool user = true;
	json_array_foreach (json_object_get(x->json, "messages"), i, message) {
		const char *role = script_text(message, "role", "");
		bool calls = json_array_size(json_object_get(message, "tool_calls")) > 0;
		if ((strcmp(role, "system") == 0 && i == 0) || strcmp(role, "tool") == 0 || calls)
			continue;
		if (strcmp(role, user ? "user" : "assistant") != 0)
			return false;
		user = !user;
	}
	return true;
}

static void error_line(struct exchange *x, const struct turn *t, const char *text)
{
	struct buf out;
	buf_init(&out, BODY_MAX);
	if (t->face == FACE_OPENAI) {
		buf_puts(&out, "data: ");
		openai_error(&out, 500, text);
		buf_puts(&out, "\n\n");
	} else {
		buf_puts(&out, "{\"error\":");
		go_text(&out, text);
		buf_puts(&out, "}\n");
	}
	wire_line(x, buf_text(&out), out.len);
	wire_end(x);
	buf_done(&out);
}

/* The fault that the rule has for the place before line i. True: the reply is over. */
static bool fault_before(struct exchange *x, const struct turn *t, size_t i, const struct buf *line)
{
	const char *error = rule_text(x, "error");
	bool here = (int64_t)i == rule_number(x, "fault_after", 1);
	if (error != NULL && (int64_t)i == rule_number(x, "error_after", 0)) {
		error_line(x, t, error);
		return true;
	}
	if (here && rule_fault(x, "stall"))
		wire_wait(x, -1);
	if (here && (rule_fault(x, "reset-mid") || rule_fault(x, "fin-mid"))) {
		wire_part_of_line(x, buf_text(line), line->len / 2);
		/* What was sent must be read before the reset throws it away. */
		wire_wait(x, 50);
		if (rule_fault(x, "reset-mid"))
			wire_reset(x);
		else
			wire_close(x);
	}
	return x->gone;
}

static void end_stream(struct exchange *x)
{
	if (rule_fault(x, "reset-done")) {
		wire_part_of_line(x, "", 0);
		wire_wait(x, 50);
		wire_reset(x);
	} else if (rule_fault(x, "fin") || rule_fault(x, "hang")) {
		wire_part_of_line(x, "", 0);
		if (rule_fault(x, "hang"))
			wire_wait(x, -1);
		wire_close(x);
	} else {
		wire_end(x);
	}
}

static void stream(struct exchange *x, const struct turn *t)
{
	size_t sent = 0;
	const char *type = rule_text(x, "type");
	if (type == NULL)
		type = t->face == FACE_OPENAI ? "text/event-stream" : "application/x-ndjson";
	wire_begin(x, 200, type);
	wire_wait(x, rule_number(x, "first_ms", 0));
	for (size_t i = 0; i < t->count && !x->gone; i++) {
		const struct part *p = &t->parts[i];
		struct buf line;
		buf_init(&line, BODY_MAX);
		if (i > 0)
			wire_wait(x, rule_number(x, "line_ms", 0));
		if (p->raw != NULL)
			buf_append(&line, p->raw, p->raw_len);
		else if (t->face == FACE_OPENAI)
			openai_line(&line, x, t, p);
		else if (!p->done || !rule_fault(x, "no-done"))
			native_line(&line, x, t, p);
		bool over = fault_before(x, t, i, &line);
		if (!over && i + 1 == t->count && rule_flag(x, "no_newline") && line.len > 0)
			line.len--;
		if (!over)
			wire_line(x, buf_text(&line), line.len);
		buf_done(&line);
		if (over)
			return;
		json_object_set_new(x->log, "lines", json_integer((json_int_t)++sent));
	}
	if (!x->gone)
		end_stream(x);
}

static void whole(struct exchange *x, const struct turn *t)
{
	struct buf out;
	buf_init(&out, BODY_MAX);
	if (t->face == FACE_OPENAI)
		openai_whole(&out, x, t);
	else
		native_whole(&out, x, t);
	wire_answer(x, 200,
		    t->face == FACE_OPENAI ? "application/json" : "application/json; charset=utf-8",
		    buf_text(&out), out.len);
	buf_done(&out);
}

static void reply(struct exchange *x, struct turn *t)
{
	struct buf why;
	buf_init(&why, BODY_MAX);
	load(x, t);
	bool strict = json_is_true(json_object_get(x->script, "strict"));
	const char *error = rule_text(x, "error");
	if (strict && !alternates(x)) {
		refuse_late(x, t, 400,
			    "{\"error\":{\"code\":400,\"message\":\"Jinja Exception: Conversation "
			    "roles must alternate user/assistant/user/assistant/...\",\"type\":"
			    "\"invalid_request_error\"}}");
	} else if (!window_fit(x, t, &why)) {
		refuse_late(x, t, 400, buf_text(&why));
	} else if (error != NULL && rule_number(x, "error_after", 0) == 0) {
		refuse_late(x, t, (int)rule_number(x, "status", 400), error);
	} else {
		reply_make(x, t);
		if (t->stream)
			stream(x, t);
		else
			whole(x, t);
		reply_free(t);
	}
	buf_done(&why);
	if (keep_seconds(json_object_get(x->json, "keep_alive")) == 0)
		state_unload(t->model);
}

static const char *last_text(const struct exchange *x, enum face face)
{
	const json_t *messages = json_object_get(x->json, "messages");
	size_t n = json_array_size(messages);
	if (face == FACE_GENERATE)
		return script_text(x->json, "prompt", "");
	return n > 0 ? script_text(json_array_get(messages, n - 1), "content", "") : "";
}

void chat(struct exchange *x, enum face face)
{
	struct turn t = { .face = face, .last = last_text(x, face), .model = "" };
	const json_t *streamed = json_object_get(x->json, "stream");
	bool any = face == FACE_GENERATE
			   ? t.last[0] != '\0'
			   : json_array_size(json_object_get(x->json, "messages")) > 0;
	t.stream = face == FACE_OPENAI ? json_is_true(streamed) : !json_is_false(streamed);
	t.old_order = !script_since(x->script, "0.12.0");
	if (any)
		x->rule = state_rule(x, state_nth(), script_text(x->json, "model", ""), t.last);
	if (any && serve_instead(x))
		return;
	if (!sound(x, &t) || !can_all(x, &t))
		return;
	if (any)
		reply(x, &t);
	else
		load_only(x, &t);
}
