/* SPDX-License-Identifier: MIT */
/* Reads standard input. */
#include "core/input.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/interrupt.h"

enum shop_status input_next(struct cmd_context *cx, char *to, size_t size, size_t *ret_len)
{
	ssize_t n;
	*ret_len = 0;
	do {
		n = read(STDIN_FILENO, to, size);
	} while (n < 0 && errno == EINTR && !interrupt_seen(NULL));
	if (n < 0 && errno == EINTR)
		return shop_error_set(&cx->err, SHOP_E_CANCELLED, "interrupted");
	if (n < 0)
		return shop_error_set(&cx->err, SHOP_E_IO, "cannot read the input: %s",
				      strerror(errno));
	*ret_len = (size_t)n;
	return SHOP_OK;
}

/* One byte over the limit is enough to know. */
static enum shop_status read_bytes(struct cmd_context *cx, char *text, size_t size, size_t *ret_len)
{
	size_t len = 0, n = 1;
	enum shop_status st = SHOP_OK;
	while (!st && n > 0 && len < size) {
		st = input_next(cx, text + len, size - len, &n);
		len += n;
	}
	*ret_len = len;
	return st;
}

enum shop_status input_read(struct cmd_context *cx, const char *what, size_t max, char **ret)
{
	char *text = malloc(max + 2);
	size_t len = 0;
	if (text == NULL)
		return shop_error_set(&cx->err, SHOP_E_NOMEM, "out of memory");
	enum shop_status st = read_bytes(cx, text, max + 1, &len);
	if (!st && len > max)
		st = shop_error_set(&cx->err, SHOP_E_INVALID, "%s is longer than %zu bytes", what,
				    max);
	if (!st && memchr(text, '\0', len) != NULL)
		st = shop_error_set(&cx->err, SHOP_E_INVALID, "%s has a NUL byte in it", what);
	if (st) {
		free(text);
		return st;
	}
	while (len > 0 && strchr("\r\n", text[len - 1]) != NULL)
		len--;
	text[len] = '\0';
	*ret = text;
	return SHOP_OK;
}
