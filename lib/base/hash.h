/* SPDX-License-Identifier: MIT */
#pragma once

/* FNV-1a, as its authors give it for 64 bits: quick, and nothing that a stranger could not undo. */

#include <stdint.h>

#define HASH_START UINT64_C(0xcbf29ce484222325)

static inline uint64_t hash_byte(uint64_t h, char c)
{
	return (h ^ (unsigned char)c) * UINT64_C(0x100000001b3);
}

static inline uint64_t hash_text(const char *text)
{
	uint64_t h = HASH_START;
	for (; *text != '\0'; text++)
		h = hash_byte(h, *text);
	return h;
}
