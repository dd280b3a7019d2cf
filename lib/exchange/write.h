/* SPDX-License-Identifier: MIT */
#pragma once

/* Records as lines: what record_parse() reads back. */

#include "base/buf.h"
#include "exchange/record.h"

/*
 * Appends the record as one line of JSON with its newline. What it does not have is left out. Text
 * is valid UTF-8 in any case, and has no character that could steer a terminal: both stand as
 * escapes. The buffer says whether it fitted.
 */
void record_write(const struct record *r, struct buf *out);
