/* SPDX-License-Identifier: MIT */
#pragma once

/* UTF-8 as it comes from outside: decoding that cannot fail, and cleaning for terminals. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TEXT_REPLACEMENT 0xFFFDu

/*
 * The character at p (len > 0 bytes follow), and how many bytes it takes (at least 1). What is not
 * UTF-8 by RFC 3629 (overlong, surrogate, beyond U+10FFFF, cut short) counts as one byte and
 * decodes to U+FFFD.
 */
uint32_t text_decode(const char *p, size_t len, size_t *ret_used);

/* Writes c as UTF-8 (1 to 4 bytes) and returns how many. */
size_t text_encode(uint32_t c, char out[4]);

/* True if all of it is valid UTF-8. */
bool text_is_utf8(const char *p, size_t len);

/* The same, without a character that text_is_control(); unless one_line, line feeds and tabs may be
 * in it. */
bool text_is_plain(const char *p, size_t len, bool one_line);

/* True for C0, DEL and C1, and for the line and paragraph separators and bidirectional controls
 * that can change how a terminal shows what stands around them. */
bool text_is_control(uint32_t c);

/* shop_text_clean() of one line. */
size_t text_clean_line(char *dst, size_t size, const char *src, size_t len);

bool text_is_space(char c);
bool text_is_digit(char c);
bool text_is_alpha(char c);
char text_lower(char c);
/* Either may be NULL, which is only the same as NULL. */
bool text_same(const char *a, const char *b);
/* "12" or "#12", as things are named by their numbers. False: something else, or too large. */
bool text_id(const char *text, int64_t *ret);
/* Same bytes but for the case of ASCII letters. */
bool text_equal_nocase(const char *a, const char *b);
