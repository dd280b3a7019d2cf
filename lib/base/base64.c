/* SPDX-License-Identifier: MIT */
/* Three bytes are four letters; what is left at the end is padded. */
#include "base/base64.h"

#include <stdint.h>
#include <string.h>

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

void base64_put(struct buf *out, const void *bytes, size_t len)
{
	const unsigned char *p = bytes;
	char text[1024];
	while (len > 0) {
		size_t n = 0;
		for (; len > 0 && n + 4 <= sizeof(text); n += 4) {
			size_t some = len < 3 ? len : 3;
			uint32_t v = (uint32_t)p[0] << 16 | (some > 1 ? (uint32_t)p[1] << 8 : 0) |
				     (some > 2 ? (uint32_t)p[2] : 0);
			for (size_t i = 0; i < 4; i++)
				text[n + i] = i <= some ? letters[v >> (18 - 6 * i) & 63] : '=';
			p += some;
			len -= some;
		}
		buf_append(out, text, n);
	}
}

size_t base64_size(size_t text_len)
{
	return text_len / 4 * 3;
}

static int value_of(char c)
{
	const char *at = c != '\0' ? strchr(letters, c) : NULL;
	return at != NULL ? (int)(at - letters) : -1;
}

/* Four letters, of which the last `padding` are '='. */
static bool decode_group(const char *text, size_t padding, unsigned char *out)
{
	uint32_t v = 0;
	for (size_t i = 0; i < 4; i++) {
		int value = i < 4 - padding ? value_of(text[i]) : 0;
		if (value < 0 || (i >= 4 - padding && text[i] != '='))
			return false;
		v = v << 6 | (uint32_t)value;
	}
	for (size_t i = 0; i < 3 - padding; i++)
		out[i] = (unsigned char)(v >> (16 - 8 * i));
	/* The bits that stand for nothing are zero. */
	return (v & ((1u << (8 * padding)) - 1)) == 0;
}

bool base64_get(const char *text, size_t len, void *bytes, size_t *ret_len)
{
	unsigned char *out = bytes;
	if (len % 4 != 0)
		return false;
	for (size_t i = 0; i < len; i += 4) {
		size_t padding =
			i + 4 == len ? (size_t)(text[i + 3] == '=') +
					       (size_t)(text[i + 2] == '=' && text[i + 3] == '=')
				     : 0;
		if (!decode_group(text + i, padding, out))
			return false;
		out += 3 - padding;
	}
	*ret_len = (size_t)(out - (unsigned char *)bytes);
	return true;
}
