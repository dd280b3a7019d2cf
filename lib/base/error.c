/* SPDX-License-Identifier: MIT */
/* Error values: one message, set once, cut at a character's edge if it is too long. */
#include "shop/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

__attribute__((format(printf, 3, 0))) static void message_format(char *to, size_t size,
								 const char *fmt, va_list args)
{
	char raw[1024];
	int n = vsnprintf(raw, sizeof(raw), fmt, args);
	if (n < 0)
		raw[0] = '\0';
	/* A message often quotes what somebody typed or stored: it must be safe to print. */
	text_clean_line(to, size, raw, strlen(raw));
}

enum shop_status shop_error_set(struct shop_error *err, enum shop_status st, const char *fmt, ...)
{
	if (err == NULL)
		return st;
	va_list args;
	va_start(args, fmt);
	message_format(err->text, sizeof(err->text), fmt, args);
	va_end(args);
	err->status = st;
	err->hint[0] = '\0';
	return st;
}

void shop_error_hint(struct shop_error *err, const char *fmt, ...)
{
	if (err == NULL)
		return;
	va_list args;
	va_start(args, fmt);
	message_format(err->hint, sizeof(err->hint), fmt, args);
	va_end(args);
}

void shop_error_prefix(struct shop_error *err, const char *fmt, ...)
{
	if (err == NULL)
		return;
	char prefix[256];
	va_list args;
	va_start(args, fmt);
	message_format(prefix, sizeof(prefix), fmt, args);
	va_end(args);
	char joined[sizeof(prefix) + sizeof(err->text)];
	snprintf(joined, sizeof(joined), "%s%s", prefix, err->text);
	text_clean_line(err->text, sizeof(err->text), joined, strlen(joined));
}

const char *shop_status_word(enum shop_status st)
{
	switch (st) {
	case SHOP_OK:
		return "ok";
	case SHOP_E_FAILED:
		return "failed";
	case SHOP_E_IO:
		return "io_error";
	case SHOP_E_NOMEM:
		return "out_of_memory";
	case SHOP_E_CORRUPT:
		return "store_damaged";
	case SHOP_E_FOREIGN:
		return "not_a_store";
	case SHOP_E_TOO_NEW:
		return "store_too_new";
	case SHOP_E_INVALID:
		return "invalid";
	case SHOP_E_NOT_FOUND:
		return "not_found";
	case SHOP_E_NOT_LOGGED_IN:
		return "not_logged_in";
	case SHOP_E_LOGIN_EXPIRED:
		return "login_expired";
	case SHOP_E_DENIED:
		return "denied";
	case SHOP_E_CONFLICT:
		return "conflict";
	case SHOP_E_EXISTS:
		return "exists";
	case SHOP_E_OUT_OF_STOCK:
		return "out_of_stock";
	case SHOP_E_MODEL:
		return "model_failed";
	case SHOP_E_BUSY:
		return "busy";
	case SHOP_E_CANCELLED:
		return "interrupted";
	}
	return "failed";
}
