/* SPDX-License-Identifier: MIT */
/* A first look at a server: which of the two kinds it is, and what the model can. */
#include <stdio.h>
#include <string.h>

#include "base/cleanup.h"
#include "llm/json.h"
#include "llm/peer.h"

enum { ANSWER_MAX = 8 << 20 };

/* One answer, whole. */
struct look {
	struct http_result result;
	struct buf body;
	uint64_t beats;
	json_t *value; /* what the body is; NULL: an error, or no JSON */
};

static bool take(void *ctx, const char *bytes, size_t len)
{
	struct look *l = ctx;
	return buf_append(&l->body, bytes, len);
}

static void look_done(struct look *l)
{
	json_decref(l->value);
	buf_done(&l->body);
	http_result_done(&l->result);
}

static void look_at(const struct llm *llm, const char *path, const char *json,
		    const struct llm_watch *watch, struct look *ret)
{
	*ret = (struct look){ .value = NULL };
	buf_init(&ret->body, ANSWER_MAX);
	struct http_call call = {
		.path = path,
		.json = json,
		.first_ms = llm->probe_ms,
		.line_ms = llm->probe_ms,
		.watch = watch,
		.body = take,
		.ctx = ret,
		.beats = &ret->beats,
	};
	http_call(llm->http, &call, &ret->result);
	if (ret->result.end == HTTP_DONE && ret->result.status < 300)
		ret->value = json_read(buf_text(&ret->body), ret->body.len);
}

static bool is_over(const struct look *l)
{
	return l->result.end != HTTP_DONE;
}

static bool has_word(const json_t *array, const char *word)
{
	size_t i;
	json_t *value;
	json_array_foreach (array, i, value) {
		const char *text = json_string_value(value);
		if (text != NULL && strcmp(text, word) == 0)
			return true;
	}
	return false;
}

/* "llama.context_length" for the architecture "llama": what the model was trained for. */
static int64_t trained_window(const json_t *info)
{
	char key[128];
	const char *architecture = json_text(info, "general.architecture");
	if (architecture == NULL)
		return 0;
	int n = snprintf(key, sizeof(key), "%s.context_length", architecture);
	return n > 0 && (size_t)n < sizeof(key) ? json_whole(info, key) : 0;
}

static enum shop_status take_show(struct llm *llm, const json_t *show, struct shop_error *err)
{
	const json_t *can = json_object_get(show, "capabilities");
	int64_t trained = trained_window(json_object_get(show, "model_info"));
	if (json_is_array(can) && !has_word(can, "completion")) {
		shop_error_set(err, SHOP_E_MODEL, "the model '%.200s' cannot chat", llm->model);
		shop_error_hint(err, "choose another model");
		return SHOP_E_MODEL;
	}
	/* Servers that do not say refuse tools for most models. */
	llm->tools = has_word(can, "tools");
	llm->thinks = has_word(can, "thinking");
	llm->window = trained > 0 && trained < LLM_WINDOW ? trained : LLM_WINDOW;
	return SHOP_OK;
}

static enum shop_status probe_ollama(struct llm *llm, const struct llm_watch *watch,
				     struct shop_error *err)
{
	struct look show CLEANUP(look_done);
	struct buf body CLEANUP(buf_done);
	buf_init(&body, 64 << 10);
	buf_puts(&body, "{\"model\":");
	json_put(&body, llm->model);
	buf_putc(&body, '}');
	look_at(llm, "/api/show", buf_text(&body), watch, &show);
	if (is_over(&show) || show.result.status >= 300)
		return fail_tell(llm, &show.result, NULL, err);
	if (!json_is_object(show.value))
		return fail_foreign(llm, err);
	return take_show(llm, show.value, err);
}

/* llama-server tells more than the interface has; others know no such path. */
static enum shop_status probe_openai(struct llm *llm, const struct llm_watch *watch,
				     struct shop_error *err)
{
	struct look props CLEANUP(look_done);
	llm->openai = true;
	llm->tools = true;
	llm->window = LLM_WINDOW;
	look_at(llm, "/props", NULL, watch, &props);
	if (props.result.end == HTTP_CANCELLED)
		return fail_tell(llm, &props.result, NULL, err);
	const json_t *caps = json_object_get(props.value, "chat_template_caps");
	const json_t *settings = json_object_get(props.value, "default_generation_settings");
	const json_t *tools = json_object_get(caps, "supports_tools");
	int64_t window = json_whole(settings, "n_ctx");
	if (json_is_boolean(tools))
		llm->tools = json_is_true(tools);
	if (window > 0)
		llm->window = window;
	return SHOP_OK;
}

enum shop_status probe(struct llm *llm, const struct llm_watch *watch, struct shop_error *err)
{
	struct look version CLEANUP(look_done), models CLEANUP(look_done);
	models = (struct look){ .value = NULL };
	look_at(llm, "/api/version", NULL, watch, &version);
	if (json_text(version.value, "version") != NULL)
		return probe_ollama(llm, watch, err);
	if (is_over(&version))
		return fail_tell(llm, &version.result, NULL, err);
	look_at(llm, "/v1/models", NULL, watch, &models);
	if (json_is_array(json_object_get(models.value, "data")))
		return probe_openai(llm, watch, err);
	if (is_over(&models))
		return fail_tell(llm, &models.result, NULL, err);
	/* Neither: the more telling of the two refusals. */
	if (models.result.status >= 300 && models.result.status != 404)
		return fail_tell(llm, &models.result, NULL, err);
	if (version.result.status >= 300 && version.result.status != 404)
		return fail_tell(llm, &version.result, NULL, err);
	return fail_foreign(llm, err);
}
