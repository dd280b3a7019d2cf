/* SPDX-License-Identifier: MIT */
/* A stretch of a message: byte offsets, the end exclusive. */
#pragma once

#include <stddef.h>

struct span {
	size_t start, end;
};
