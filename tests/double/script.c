/* SPDX-License-Identifier: MIT */
/* Scripts: loaded, and checked for words that mean nothing. */
#include "double/script.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char *const script_keys[] = { "version", "era",    "face",  "key", "strict",
					   "load_ms", "models", "rules", NULL };
static const char *const rule_keys[] = {
	"path",      "when",  "nth",      "model",       "times",      "reply",    "tokens",
	"words",     "big",   "echo",     "thinking",    "calls",      "shape",    "reason",
	"tail",      "lines", "error",    "error_after", "status",     "body",     "type",
	"headers",   "fault", "write",    "fault_after", "headers_ms", "first_ms", "line_ms",
	"per_chunk", "chunk", "split_at", "no_newline",  NULL
};

static const char default_models[] =
	"[{\"name\":\"hf.co/souvik2132/Mistral_support:Q4_K_M\",\"capabilities\":[\"completion\"]},"
	"{\"name\":\"tools:latest\",\"capabilities\":[\"completion\",\"tools\"]},"
	"{\"name\":\"thinker:latest\",\"capabilities\":[\"completion\",\"thinking\"]},"
	"{\"name\":\"embedder:latest\",\"capabilities\":[\"embedding\"]}]";

static void check_keys(const char *path, json_t *object, const char *const *known)
{
	const char *key;
	json_t *value;
	json_object_foreach (object, key, value) {
		size_t i = 0;
		while (known[i] != NULL && strcmp(known[i], key) != 0)
			i++;
		if (known[i] == NULL) {
			fprintf(stderr, "%s: '%s' means nothing\n", path, key);
			exit(2);
		}
	}
}

static void fill(json_t *script)
{
	if (json_object_get(script, "models") == NULL)
		json_object_set_new(script, "models", json_loads(default_models, 0, NULL));
	if (json_object_get(script, "rules") == NULL)
		json_object_set_new(script, "rules", json_array());
}

json_t *script_load(const char *path)
{
	json_t *script = json_object();
	json_error_t e;
	if (path != NULL) {
		json_decref(script);
		script = json_load_file(path, 0, &e);
		if (!json_is_object(script)) {
			fprintf(stderr, "%s:%d: %s\n", path, script == NULL ? e.line : 1,
				script == NULL ? e.text : "not an object");
			exit(2);
		}
	}
	check_keys(path, script, script_keys);
	fill(script);
	size_t i;
	json_t *rule;
	json_array_foreach (json_object_get(script, "rules"), i, rule) {
		check_keys(path, rule, rule_keys);
		/* How often it was used; apart from this, nothing in a script changes. */
		json_object_set_new(rule, "used", json_integer(0));
	}
	return script;
}

/* Names are compared without case; no tag is the tag "latest". */
static bool name_is(const char *wanted, const char *name)
{
	size_t len = strlen(wanted);
	if (strcasecmp(wanted, name) == 0)
		return true;
	return strncasecmp(wanted, name, len) == 0 && strcasecmp(name + len, ":latest") == 0;
}

const json_t *script_model(const json_t *script, const char *name)
{
	size_t i;
	json_t *model;
	json_array_foreach (json_object_get(script, "models"), i, model) {
		if (name_is(name, json_string_value(json_object_get(model, "name"))))
			return model;
	}
	return NULL;
}

bool script_can(const json_t *model, const char *capability)
{
	size_t i;
	json_t *have;
	json_array_foreach (json_object_get(model, "capabilities"), i, have) {
		if (strcmp(json_string_value(have), capability) == 0)
			return true;
	}
	return false;
}

const char *script_text(const json_t *script, const char *key, const char *otherwise)
{
	const char *text = json_string_value(json_object_get(script, key));
	return text != NULL ? text : otherwise;
}

const char *script_version(const json_t *script)
{
	const char *era = script_text(script, "era", "native-400");
	const char *usual = strcmp(era, "2048-silent") == 0   ? "0.6.6"
			    : strcmp(era, "4096-silent") == 0 ? "0.11.4"
							      : "0.33.0";
	return script_text(script, "version", usual);
}

bool script_since(const json_t *script, const char *version)
{
	return strverscmp(script_version(script), version) >= 0;
}
