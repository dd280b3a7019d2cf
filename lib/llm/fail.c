/* SPDX-License-Identifier: MIT */
/*
 * Every way in which a server can fail, and what is said of it. An error may be a status and JSON,
 * a line of a reply, JSON inside a text inside JSON, plain text, a page of a proxy, or nothing at
 * all: all of them end here.
 */
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/cleanup.h"
#include "base/text.h"
#include "llm/json.h"
#include "llm/peer.h"

enum { TOLD_MAX = 300, NESTED_MAX = 4 };

/* What the server said, as far as it can be shown. */
struct told {
	char text[TOLD_MAX]; /* "" if it said nothing of use */
};

static const char *find_text(const json_t *value, int depth, json_t **ret_inner);

/* The text of an error in one of the forms in which it comes; *ret_inner keeps what was parsed. */
static const char *error_text(const json_t *error, int depth, json_t **ret_inner)
{
	if (json_is_object(error)) {
		const char *text = json_text(error, "message");
		return text != NULL ? text : json_text(error, "error");
	}
	const char *text = json_string_value(error);
	if (text == NULL || text[strspn(text, " \t\r\n")] != '{' || depth == 0)
		return text;
	json_t *inner = json_read(text, strlen(text));
	const char *found = find_text(inner, depth - 1, ret_inner);
	if (found == NULL || *ret_inner != NULL) {
		json_decref(inner);
		return found != NULL ? found : text;
	}
	*ret_inner = inner;
	return found;
}

static const char *find_text(const json_t *value, int depth, json_t **ret_inner)
{
	const json_t *error = json_object_get(value, "error");
	if (error != NULL)
		return error_text(error, depth, ret_inner);
	const char *text = json_text(value, "message");
	return text != NULL ? text : json_text(value, "detail");
}

/* A token that a server repeats must not come to light. */
static void redact(char *text, const char *key)
{
	size_t len = key != NULL ? strlen(key) : 0;
	if (len < 4)
		return;
	for (char *at = text; (at = strstr(at, key)) != NULL;)
		memset(at, '*', len);
}

static void read_told(struct told *t, const struct llm *llm, const char *body, size_t len,
		      bool html)
{
	json_t *inner CLEANUP(free_jsonp) = NULL;
	json_t *value CLEANUP(free_jsonp) = json_read(body, len);
	const char *text = find_text(value, NESTED_MAX, &inner);
	size_t blank = strspn(body, " \t\r\n");
	bool plain = value == NULL && !html && body[blank] != '<' && body[blank] != '{';
	if (text == NULL && plain)
		text = body;
	char copy[4 * TOLD_MAX];
	snprintf(copy, sizeof(copy), "%s", text != NULL ? text : "");
	redact(copy, llm->key);
	text_clean_line(t->text, sizeof(t->text), copy, strlen(copy));
	size_t end = strlen(t->text);
	while (end > 0 && (t->text[end - 1] == ' ' || t->text[end - 1] == '.'))
		end--;
	t->text[end] = '\0';
}

static bool says(const struct told *t, const char *word)
{
	return strcasestr(t->text, word) != NULL;
}

static bool is_too_long(const struct told *t)
{
	return says(t, "context") && (says(t, "exceed") || says(t, "too large") ||
				      says(t, "longer") || says(t, "too long"));
}

static enum shop_status refuse(struct shop_error *err, const char *hint, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

static enum shop_status refuse(struct shop_error *err, const char *hint, const char *fmt, ...)
{
	char text[1024];
	va_list args;
	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	shop_error_set(err, SHOP_E_MODEL, "%s", text);
	if (hint != NULL)
		shop_error_hint(err, "%s", hint);
	return SHOP_E_MODEL;
}

static bool is_missing(const struct told *t)
{
	return says(t, "not found") || says(t, "does not exist");
}

static enum shop_status fail_missing(const struct llm *llm, struct shop_error *err)
{
	refuse(err, NULL, "the server has no model '%.200s'", llm->model);
	if (!llm->openai)
		shop_error_hint(err, "ollama pull %.200s", llm->model);
	else
		shop_error_hint(err, "choose one of those at %.200s/v1/models", llm->address.url);
	return SHOP_E_MODEL;
}

/* What is known by its words, whatever the status it comes with. */
static enum shop_status fail_known(const struct llm *llm, const struct told *t,
				   struct shop_error *err)
{
	if (is_too_long(t))
		return refuse(err, "begin a new conversation, or ask for less at once",
			      "the conversation is longer than the model's window of %" PRId64
			      " tokens",
			      llm->window);
	if (says(t, "roles must alternate") || says(t, "Jinja Exception"))
		return refuse(err, "choose another model",
			      "the model's template refuses the conversation: %s", t->text);
	if (says(t, "does not support chat"))
		return refuse(err, "choose another model", "the model '%.200s' cannot chat",
			      llm->model);
	if (says(t, "does not support"))
		return refuse(err, "choose another model", "the model '%.200s' cannot do this: %s",
			      llm->model, t->text);
	if (says(t, "parsing tool call"))
		return refuse(err, "ask again in other words",
			      "the model made a call that nobody can read");
	if (says(t, "repeat limit"))
		return refuse(err, "ask again in other words", "the model went round in circles");
	if (says(t, "unexpectedly stopped") || says(t, "has terminated") ||
	    says(t, "out of memory") || says(t, "requires more system memory") ||
	    says(t, "waiting for llama"))
		return refuse(err, "look into the server's log; a smaller model needs less memory",
			      "the server could not run the model: %s", t->text);
	return SHOP_OK;
}

static enum shop_status fail_busy(const struct http_result *r, const struct told *t,
				  struct shop_error *err)
{
	refuse(err, "try again in a moment", "the model server is too busy%s%s",
	       t->text[0] != '\0' ? ": " : "", t->text);
	if (r->retry_after_s > 0 && r->retry_after_s < 100000)
		shop_error_hint(err, "try again in %" PRId64 " s", r->retry_after_s);
	return SHOP_E_MODEL;
}

static enum shop_status fail_login(const struct llm *llm, const struct told *t,
				   struct shop_error *err)
{
	const char *hint =
		llm->key == NULL ? "run 'ollama signin', or give the server's key"
		: llm->address.secure
			? "check the key"
			: "a key is sent over https only: give the server's https address";
	return refuse(err, hint, "the model server wants a login%s%s",
		      t->text[0] != '\0' ? ": " : "", t->text);
}

static enum shop_status fail_status(const struct llm *llm, const struct http_result *r,
				    const struct told *t, struct shop_error *err)
{
	const char *between = t->text[0] != '\0' ? ": " : "";
	switch (r->status) {
	case 401:
		return fail_login(llm, t, err);
	case 403:
		if (t->text[0] == '\0')
			return refuse(err, "use the address that the server listens on",
				      "the model server refuses requests for '%s'",
				      llm->address.url);
		return refuse(err, NULL, "the model server refuses: %s", t->text);
	case 407:
		return refuse(err, "reach the server without the proxy", "a proxy wants a login");
	case 404:
		return is_missing(t) ? fail_missing(llm, err) : fail_foreign(llm, err);
	case 429:
	case 503:
		return fail_busy(r, t, err);
	default:
		break;
	}
	if (r->status >= 300 && r->status < 400)
		return refuse(err, "give the address that it sends to",
			      "the model server sends us elsewhere, where we do not go (%ld)",
			      r->status);
	if (t->text[0] == '\0' && r->status >= 500)
		return refuse(err, "look whether a proxy stands in between",
			      "no model server speaks at '%s': status %ld", llm->address.url,
			      r->status);
	return refuse(err, NULL, "the model server answered with status %ld%s%s", r->status,
		      between, t->text);
}

enum shop_status fail_foreign(const struct llm *llm, struct shop_error *err)
{
	return refuse(err, "check the address", "what answers at '%s' is no model server",
		      llm->address.url);
}

static enum shop_status fail_connection(const struct llm *llm, const struct http_result *r,
					const struct intake *in, struct shop_error *err)
{
	const char *url = llm->address.socket[0] != '\0' ? llm->address.socket : llm->address.url;
	const char *start = llm->address.local ? "start one: ollama serve" : "check the address";
	bool begun = in != NULL && in->beats > 0;
	switch (r->end) {
	case HTTP_UNKNOWN:
		return refuse(err, "check the address", "there is no such host: '%s'", url);
	case HTTP_REFUSED:
		return refuse(err, start, "no model server answers at '%s'", url);
	case HTTP_SLOW:
		return refuse(err, start, "no model server answers at '%s' in time", url);
	case HTTP_SILENT:
		return refuse(err, "try again; a smaller model is faster",
			      "the model server has been silent for %" PRId64 " s",
			      (r->silent_ms + 500) / 1000);
	case HTTP_INSECURE:
		return refuse(err, "check the address and its certificate",
			      "no secure connection to '%s'", url);
	case HTTP_FOREIGN:
		return fail_foreign(llm, err);
	case HTTP_RESET:
	case HTTP_BROKEN:
		return refuse(err, "try again",
			      begun ? "the connection to the model server broke in the middle of "
				      "the reply"
				    : "the connection to the model server broke");
	case HTTP_DONE:
		return refuse(err, "try again", "the reply broke off before its end");
	default:
		return refuse(err, NULL, "cannot talk to the model server at '%s'", url);
	}
}

static enum shop_status fail_told(const struct llm *llm, const struct intake *in,
				  struct shop_error *err)
{
	struct told t;
	struct http_result none = { .status = 0 };
	read_told(&t, llm, buf_text(&in->error), in->error.len, false);
	if (fail_known(llm, &t, err) != SHOP_OK)
		return SHOP_E_MODEL;
	if (says(&t, "server busy"))
		return fail_busy(&none, &t, err);
	if (is_missing(&t) && says(&t, "model") && in->beats <= 1)
		return fail_missing(llm, err);
	return refuse(err, "try again", "the model server failed%s%s",
		      t.text[0] != '\0' ? ": " : "", t.text);
}

static enum shop_status fail_intake(const struct llm *llm, const struct intake *in,
				    struct shop_error *err)
{
	switch (in->trouble) {
	case TROUBLE_CANCELLED:
		return shop_error_set(err, SHOP_E_CANCELLED, "interrupted");
	case TROUBLE_TOLD:
		return fail_told(llm, in, err);
	case TROUBLE_LONG:
		return refuse(err, "ask again in other words", "the reply is too long");
	case TROUBLE_CALL:
		return refuse(err, "ask again in other words",
			      "the model made a call that nobody can read");
	case TROUBLE_MEMORY:
		return shop_error_set(err, SHOP_E_NOMEM, "out of memory");
	case TROUBLE_NONSENSE:
	case TROUBLE_NONE:
		break;
	}
	if (in->beats == 0)
		return fail_foreign(llm, err);
	return refuse(err, "try again", "the model server sent something that is no reply");
}

enum shop_status fail_tell(const struct llm *llm, const struct http_result *r,
			   const struct intake *in, struct shop_error *err)
{
	struct told t;
	if (r->end == HTTP_CANCELLED)
		return shop_error_set(err, SHOP_E_CANCELLED, "interrupted");
	if (in != NULL && in->trouble != TROUBLE_NONE)
		return fail_intake(llm, in, err);
	if (r->status < 300 || r->end != HTTP_DONE)
		return fail_connection(llm, r, in, err);
	read_told(&t, llm, buf_text(&r->refusal), r->refusal.len, r->html);
	if (fail_known(llm, &t, err) != SHOP_OK)
		return SHOP_E_MODEL;
	return fail_status(llm, r, &t, err);
}

bool fail_is_tools(const struct http_result *r)
{
	const char *body = buf_text(&r->refusal);
	return r->end == HTTP_DONE && r->status >= 400 && r->status < 500 &&
	       (strstr(body, "does not support tools") != NULL ||
		strstr(body, "--tool-call-parser") != NULL);
}
