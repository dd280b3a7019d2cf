/* SPDX-License-Identifier: MIT */
#pragma once

/* Where a model server is, as people write it in OLLAMA_HOST. */

#include <stdbool.h>

#include "shop/error.h"

enum { ADDRESS_MAX = 1024 };

struct address {
	char url[ADDRESS_MAX]; /* "http://127.0.0.1:11434", no slash at the end */
	char socket[108]; /* path of a Unix socket, whose url then is "http://localhost"; or "" */
	bool secure;      /* https */
	bool local;       /* this machine: never through a proxy */
};

/*
 * [SCHEME://]HOST[:PORT][/PATH], :PORT, or unix:///PATH; blanks and quotes around it are ignored.
 * NULL or "": http://127.0.0.1:11434. The port is 11434 without a scheme, else the scheme's, and
 * also if what stands there is no port. 0.0.0.0 and :: stand for this machine. INVALID.
 */
enum shop_status address_parse(const char *text, struct address *ret, struct shop_error *err);
