/* SPDX-License-Identifier: MIT */
#pragma once

/* Scope-bound ownership: what a scope owns is released at its end. */

#include <stdlib.h>

#define CLEANUP(fn) __attribute__((cleanup(fn)))

static inline void free_charp(char **p)
{
	free(*p);
}
