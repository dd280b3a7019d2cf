/* SPDX-License-Identifier: MIT */
/* Cleaning: whatever comes in, what comes out is UTF-8 that steers no terminal. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "fuzz/fuzz.h"
#include "shop/text.h"

const char *const fuzz_seeds[] = {
	"plain",
	"a\tb\nc",
	"\x1b[31mred\x1b[0m",
	"caf\xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80",
	"\xe2\x80\xaegpj",
	NULL,
};

static void check(const char *from, size_t len, size_t size, bool one_line)
{
	char *to = malloc(size);
	FUZZ_CHECK(to != NULL);
	size_t n = shop_text_clean(to, size, from, len, one_line), used;
	FUZZ_CHECK(n < size && to[n] == '\0' && strlen(to) == n && text_is_utf8(to, n));
	for (size_t i = 0; i < n; i += used) {
		uint32_t c = text_decode(to + i, n - i, &used);
		FUZZ_CHECK(!text_is_control(c) || (!one_line && (c == '\n' || c == '\t')));
	}
	/* What is clean stays as it is. */
	char *again = malloc(size);
	FUZZ_CHECK(again != NULL);
	FUZZ_CHECK(shop_text_clean(again, size, to, n, one_line) == n && strcmp(again, to) == 0);
	free(again);
	free(to);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *from = fuzz_text(data, size);
	check(from, size, 3 * size + 1, true);
	check(from, size, 3 * size + 1, false);
	check(from, size, size / 2 + 1, true);
	free(from);
	return 0;
}
