/* SPDX-License-Identifier: MIT */
/* What connections share, behind one lock. */
#include "double/state.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "double/script.h"

enum { LOADED_MAX = 8 };

struct loaded {
	char model[256];
	char *options; /* those that take effect on loading */
	int64_t window, expires_ms, reloads;
	bool in;
	char *prompt;
	size_t prompt_len;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct loaded table[LOADED_MAX];
static int64_t replies;

static struct loaded *find(const char *model)
{
	struct loaded *empty = &table[LOADED_MAX - 1];
	for (size_t i = LOADED_MAX; i-- > 0;) {
		if (strcmp(table[i].model, model) == 0)
			return &table[i];
		if (table[i].model[0] == '\0')
			empty = &table[i];
	}
	snprintf(empty->model, sizeof(empty->model), "%s", model);
	return empty;
}

static bool is_in(const struct loaded *l)
{
	return l->in && (l->expires_ms < 0 || now_ms() < l->expires_ms);
}

static char *load_options(const struct exchange *x, int64_t window)
{
	static const char *const names[] = { "num_batch", "num_gpu",    "main_gpu",
					     "use_mmap",  "num_thread", "draft_num_predict" };
	const json_t *options = json_object_get(x->json, "options");
	json_t *kept = json_object();
	json_object_set_new(kept, "num_ctx", json_integer(window));
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (json_object_get(options, names[i]) != NULL)
			json_object_set(kept, names[i], json_object_get(options, names[i]));
	}
	char *text = json_dumps(kept, JSON_SORT_KEYS | JSON_COMPACT);
	json_decref(kept);
	return text;
}

struct load state_load(const struct exchange *x, const char *model, int64_t window,
		       double keep_seconds)
{
	struct load ret;
	char *options = load_options(x, window);
	pthread_mutex_lock(&lock);
	struct loaded *l = find(model);
	ret.fresh = !is_in(l) || strcmp(l->options, options) != 0;
	if (ret.fresh && is_in(l))
		l->reloads++;
	if (ret.fresh)
		l->prompt_len = 0;
	free(l->options);
	l->options = options;
	l->window = window;
	l->in = true;
	l->expires_ms = keep_seconds < 0 ? -1 : now_ms() + (int64_t)(keep_seconds * 1000);
	ret.reloads = l->reloads;
	pthread_mutex_unlock(&lock);
	return ret;
}

void state_unload(const char *model)
{
	pthread_mutex_lock(&lock);
	find(model)->in = false;
	pthread_mutex_unlock(&lock);
}

int64_t state_loaded(const char *model, int64_t *ret_seconds)
{
	pthread_mutex_lock(&lock);
	const struct loaded *l = find(model);
	int64_t window = is_in(l) ? l->window : 0;
	*ret_seconds = l->expires_ms < 0 ? INT64_C(9000000000) : (l->expires_ms - now_ms()) / 1000;
	pthread_mutex_unlock(&lock);
	return window;
}

size_t state_common(const char *model, const char *prompt, size_t len)
{
	pthread_mutex_lock(&lock);
	struct loaded *l = find(model);
	size_t common = 0;
	while (common < len && common < l->prompt_len && l->prompt[common] == prompt[common])
		common++;
	free(l->prompt);
	l->prompt = strndup(prompt, len);
	l->prompt_len = l->prompt != NULL ? len : 0;
	pthread_mutex_unlock(&lock);
	return common;
}

int64_t state_nth(void)
{
	pthread_mutex_lock(&lock);
	int64_t nth = ++replies;
	pthread_mutex_unlock(&lock);
	return nth;
}

static bool path_fits(const json_t *rule, const char *path, int64_t nth)
{
	const char *want = json_string_value(json_object_get(rule, "path"));
	if (want == NULL)
		return nth > 0;
	return strcmp(want, "any") == 0 || strcmp(want, path) == 0;
}

static bool fits(const json_t *rule, const struct exchange *x, int64_t nth, const char *model,
		 const char *last)
{
	const char *when = json_string_value(json_object_get(rule, "when"));
	const char *of = json_string_value(json_object_get(rule, "model"));
	const json_t *which = json_object_get(rule, "nth"), *times = json_object_get(rule, "times");
	if (!path_fits(rule, x->path, nth))
		return false;
	if (when != NULL && (last == NULL || strstr(last, when) == NULL))
		return false;
	if (of != NULL && (model == NULL || strcmp(model, of) != 0))
		return false;
	if (which != NULL && json_integer_value(which) != nth)
		return false;
	return times == NULL ||
	       json_integer_value(json_object_get(rule, "used")) < json_integer_value(times);
}

const json_t *state_rule(const struct exchange *x, int64_t nth, const char *model, const char *last)
{
	size_t i;
	json_t *rule, *found = NULL;
	pthread_mutex_lock(&lock);
	json_array_foreach (json_object_get(x->script, "rules"), i, rule) {
		if (!fits(rule, x, nth, model, last))
			continue;
		json_t *used = json_object_get(rule, "used");
		json_integer_set(used, json_integer_value(used) + 1);
		json_object_set_new(x->log, "rule", json_integer((json_int_t)i));
		found = rule;
		break;
	}
	pthread_mutex_unlock(&lock);
	return found;
}
