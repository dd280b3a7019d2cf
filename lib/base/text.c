/* SPDX-License-Identifier: MIT */
/* UTF-8 decoding and cleaning, without locale. */
#include "base/text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "shop/text.h"

static uint32_t decode_tail(const unsigned char *s, size_t len, size_t need, uint32_t c)
{
	/* The smallest character of each length: anything below is an overlong form. */
	static const uint32_t smallest[] = { 0, 0, 0x80, 0x800, 0x10000 };
	if (len < need)
		return TEXT_REPLACEMENT;
	for (size_t i = 1; i < need; i++) {
		if ((s[i] & 0xC0) != 0x80)
			return TEXT_REPLACEMENT;
		c = c << 6 | (s[i] & 0x3F);
	}
	if (c < smallest[need] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
		return TEXT_REPLACEMENT;
	return c;
}

uint32_t text_decode(const char *p, size_t len, size_t *ret_used)
{
	const unsigned char *s = (const unsigned char *)p;
	*ret_used = 1;
	if (s[0] < 0x80)
		return s[0];
	size_t need = s[0] >= 0xF0 && s[0] < 0xF8 ? 4 : s[0] >= 0xE0 ? 3 : 2;
	if (s[0] < 0xC2 || s[0] >= 0xF8)
		return TEXT_REPLACEMENT;
	static const unsigned char lead_mask[] = { 0, 0, 0x1F, 0x0F, 0x07 };
	uint32_t c = decode_tail(s, len, need, s[0] & lead_mask[need]);
	/* U+FFFD itself is three good bytes. */
	if (c != TEXT_REPLACEMENT || (len >= 3 && memcmp(p, "\xEF\xBF\xBD", 3) == 0))
		*ret_used = need;
	return c;
}

size_t text_encode(uint32_t c, char out[4])
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xC0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xE0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3F));
		out[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3F));
	out[2] = (char)(0x80 | (c >> 6 & 0x3F));
	out[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}

bool text_is_utf8(const char *p, size_t len)
{
	for (size_t i = 0, used; i < len; i += used) {
		uint32_t c = text_decode(p + i, len - i, &used);
		if (c == TEXT_REPLACEMENT && used == 1)
			return false;
	}
	return true;
}

bool text_is_control(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200E || c == 0x200F ||
	       (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF ||
	       (c >= 0xE0000 && c <= 0xE007F);
}

bool text_is_plain(const char *p, size_t len, bool one_line)
{
	if (!text_is_utf8(p, len))
		return false;
	for (size_t i = 0, used; i < len; i += used) {
		uint32_t c = text_decode(p + i, len - i, &used);
		bool layout = !one_line && (c == '\n' || c == '\t');
		if (text_is_control(c) && !layout)
			return false;
	}
	return true;
}

size_t shop_text_clean(char *dst, size_t size, const char *src, size_t len, bool one_line)
{
	size_t n = 0;
	for (size_t i = 0, used; i < len; i += used) {
		uint32_t c = text_decode(src + i, len - i, &used);
		bool layout = !one_line && (c == '\n' || c == '\t');
		char out[4];
		size_t width = text_encode(text_is_control(c) && !layout ? ' ' : c, out);
		if (n + width >= size)
			break;
		memcpy(dst + n, out, width);
		n += width;
	}
	dst[n] = '\0';
	return n;
}

size_t text_clean_line(char *dst, size_t size, const char *src, size_t len)
{
	return shop_text_clean(dst, size, src, len, /* one_line= */ true);
}

bool text_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

bool text_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool text_is_alpha(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char text_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

bool text_same(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

bool text_id(const char *text, int64_t *ret)
{
	const char *digits = text + (text[0] == '#' ? 1 : 0);
	char *end;
	if (!text_is_digit(digits[0]))
		return false;
	errno = 0;
	*ret = strtoll(digits, &end, 10);
	return errno == 0 && *end == '\0';
}

bool text_equal_nocase(const char *a, const char *b)
{
	while (*a != '\0' && text_lower(*a) == text_lower(*b)) {
		a++;
		b++;
	}
	return *a == *b;
}
