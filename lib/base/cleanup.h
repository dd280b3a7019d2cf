/* SPDX-License-Identifier: MIT */
#pragma once

/* Scope-bound ownership: what a scope owns is released at its end, unless TAKE() hands it on. */

#include <stdlib.h>

#define CLEANUP(fn) __attribute__((cleanup(fn)))
#define TAKE(p)                                                                                    \
	__extension__({                                                                            \
		__typeof__(p) *take_at_ = &(p);                                                    \
		__typeof__(p) take_value_ = *take_at_;                                             \
		*take_at_ = NULL;                                                                  \
		take_value_;                                                                       \
	})

static inline void free_charp(char **p)
{
	free(*p);
}
