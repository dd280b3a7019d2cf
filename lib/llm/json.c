/* SPDX-License-Identifier: MIT */
/* JSON as it comes and goes. */
#include "llm/json.h"

#include <string.h>

#include "base/text.h"

/* Whether the four digits at p are a surrogate: of those that come first, or second. */
static bool is_surrogate(const char *p, const char *end, char from, char to)
{
	if (end - p < 6 || p[0] != '\\' || p[1] != 'u' || text_lower(p[2]) != 'd')
		return false;
	char c = text_lower(p[3]);
	return c >= from && c <= to;
}

/* Mends one place and returns how much of the text that was. */
static size_t mend(struct buf *out, const char *p, const char *end)
{
	size_t used;
	uint32_t c = text_decode(p, (size_t)(end - p), &used);
	if (c == TEXT_REPLACEMENT && used == 1) {
		buf_puts(out, "\xEF\xBF\xBD");
		return 1;
	}
	if (is_surrogate(p, end, '8', 'b') && is_surrogate(p + 6, end, 'c', 'f'))
		used = 12;
	else if (is_surrogate(p, end, '8', 'f')) {
		buf_puts(out, "\\ufffd");
		return 6;
	} else if (*p == '\\' && end - p > 1) {
		used = 2;
	}
	buf_append(out, p, used);
	return used;
}

json_t *json_read(const char *text, size_t len)
{
	json_t *value = json_loadb(text, len, JSON_ALLOW_NUL, NULL);
	if (value != NULL)
		return value;
	struct buf mended;
	buf_init(&mended, 3 * len + 16);
	for (size_t i = 0; i < len;)
		i += mend(&mended, text + i, text + len);
	value = json_loadb(buf_text(&mended), mended.len, JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL,
			   NULL);
	buf_done(&mended);
	return value;
}

char *json_object_text(const char *text)
{
	if (text == NULL || *text == '\0')
		return strdup("{}");
	json_t *value = json_loads(text, 0, NULL);
	char *copy = json_is_object(value) ? json_dumps(value, JSON_COMPACT) : NULL;
	json_decref(value);
	return copy;
}

const char *json_text(const json_t *object, const char *key)
{
	return json_string_value(json_object_get(object, key));
}

int64_t json_whole(const json_t *object, const char *key)
{
	return json_integer_value(json_object_get(object, key));
}

void json_put(struct buf *out, const char *text)
{
	size_t len = strlen(text), used;
	buf_putc(out, '"');
	for (size_t i = 0; i < len; i += used) {
		uint32_t c = text_decode(text + i, len - i, &used);
		if (c == '"' || c == '\\')
			buf_printf(out, "\\%c", (char)c);
		else if (c == '\n')
			buf_puts(out, "\\n");
		else if (c < 0x20)
			buf_printf(out, "\\u%04x", c);
		else if (c == TEXT_REPLACEMENT)
			buf_puts(out, "\xEF\xBF\xBD");
		else
			buf_append(out, text + i, used);
	}
	buf_putc(out, '"');
}
