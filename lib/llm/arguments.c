/* SPDX-License-Identifier: MIT */
/* What stands in the arguments of a call. */
#include <jansson.h>
#include <string.h>

#include "llm/arguments.h"

char *call_argument(const struct llm_call *call, const char *name)
{
	char *text = NULL;
	json_t *all = json_loads(call->arguments != NULL ? call->arguments : "{}", 0, NULL);
	const json_t *value = json_object_get(all, name);
	if (json_is_string(value))
		text = strdup(json_string_value(value));
	else if (json_is_number(value) || json_is_boolean(value))
		text = json_dumps(value, JSON_ENCODE_ANY | JSON_REAL_PRECISION(15));
	json_decref(all);
	return text;
}
