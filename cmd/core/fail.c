/* SPDX-License-Identifier: MIT */
/* Reports failures on stderr. */
#include "core/fail.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/help.h"
#include "ui/emit.h"

int exit_code(enum shop_status st)
{
	switch (st) {
	case SHOP_OK:
		return EXIT_SUCCESS;
	case SHOP_E_INVALID:
		return EXIT_USAGE;
	case SHOP_E_NOT_FOUND:
		return EXIT_NOT_FOUND;
	case SHOP_E_NOT_LOGGED_IN:
	case SHOP_E_LOGIN_EXPIRED:
		return EXIT_LOGIN;
	case SHOP_E_DENIED:
		return EXIT_DENIED;
	case SHOP_E_CONFLICT:
	case SHOP_E_EXISTS:
	case SHOP_E_OUT_OF_STOCK:
		return EXIT_CONFLICT;
	case SHOP_E_MODEL:
		return EXIT_MODEL;
	case SHOP_E_BUSY:
		return EXIT_BUSY;
	case SHOP_E_CANCELLED:
		return EXIT_INTERRUPTED;
	case SHOP_E_FAILED:
	case SHOP_E_IO:
	case SHOP_E_NOMEM:
	case SHOP_E_CORRUPT:
	case SHOP_E_FOREIGN:
	case SHOP_E_TOO_NEW:
		break;
	}
	return EXIT_FAILURE;
}

int fail_report(struct cmd_context *cx, enum shop_status st)
{
	if (st == SHOP_OK || (cx->command->needs & RUN_SILENT) != 0)
		return EXIT_SUCCESS;
	if (cx->err.status == SHOP_OK)
		shop_error_set(&cx->err, st, "failed");
	int code = exit_code(st);
	if (cx->globals.json || cx->globals.jsonl) {
		emit_error_json(stderr, &cx->err, code);
		return code;
	}
	fprintf(stderr, "shop: %s\n", cx->err.text);
	if (cx->err.hint[0] != '\0')
		fprintf(stderr, "hint: %s\n", cx->err.hint);
	return code;
}

void fail_done(struct cmd_context *cx, const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	vsnprintf(cx->done, sizeof(cx->done), fmt, args);
	va_end(args);
}

void fail_warn(const struct cmd_context *cx, const char *fmt, ...)
{
	char text[512], clean[3 * sizeof(text)];
	va_list args;
	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	shop_text_clean(clean, sizeof(clean), text, strlen(text), /* one_line= */ true);
	if (cx->globals.json || cx->globals.jsonl)
		emit_warning_json(stderr, clean);
	else
		fprintf(stderr, "shop: warning: %s\n", clean);
}

int fail_usage(struct cmd_context *cx)
{
	int code = fail_report(cx, SHOP_E_INVALID);
	if (code != EXIT_SUCCESS && !cx->globals.json && !cx->globals.jsonl)
		help_usage(stderr, cx->command, cx->path);
	return code;
}
