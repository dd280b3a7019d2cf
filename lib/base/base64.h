/* SPDX-License-Identifier: MIT */
#pragma once

/* Base64 as RFC 4648 has it: the common alphabet, padded, without line breaks. */

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* Appends the bytes as text; the buffer says whether they fitted. */
void base64_put(struct buf *out, const void *bytes, size_t len);

/* How many bytes a text of that length decodes to at the most. */
size_t base64_size(size_t text_len);

/* Decodes into bytes[base64_size(len)]. False: not base64, or not the one way to write the bytes.
 */
bool base64_get(const char *text, size_t len, void *bytes, size_t *ret_len);
