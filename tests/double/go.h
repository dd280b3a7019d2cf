/* SPDX-License-Identifier: MIT */
#pragma once

/* JSON as Go writes it: escapes, numbers, times. */

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

void go_string(struct buf *out, const char *text, size_t len);
void go_text(struct buf *out, const char *text); /* NUL-terminated */
void go_number(struct buf *out, double value);
void go_float32(struct buf *out, float value);
void go_value(struct buf *out, const json_t *value);
/* RFC 3339 in quotes, nanoseconds without trailing zeros; seconds from now. */
void go_time(struct buf *out, int64_t offset_seconds);

/*
 * Why Go's decoder would refuse the text: "invalid character 'b' looking for beginning of value",
 * "unexpected EOF". False if it would not.
 */
bool go_refuses(const char *text, size_t len, struct buf *why);
