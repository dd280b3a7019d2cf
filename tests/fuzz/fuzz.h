/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * What a fuzz target defines. It is driven by libFuzzer (clang -fsanitize=fuzzer, see
 * CMakeLists.txt), or by driver.c, which is what the tests do: the same seeds, changed in the same
 * ways on every run.
 */

#include <stddef.h>
#include <stdint.h>

/* Good inputs to begin with, then NULL. */
extern const char *const fuzz_seeds[];

/* Ends the program if something is wrong; returns 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The bytes as a text of their own, so that reading beyond its end is noticed. The caller frees. */
char *fuzz_text(const uint8_t *data, size_t size);

/* As assert(), in every build. */
#define FUZZ_CHECK(true_always)                                                                    \
	do {                                                                                       \
		if (!(true_always))                                                                \
			__builtin_trap();                                                          \
	} while (0)
