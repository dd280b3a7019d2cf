/* SPDX-License-Identifier: MIT */
/* Times: what can be read is written so that it reads the same. */
#include <stdlib.h>

#include "base/clock.h"
#include "fuzz/fuzz.h"
#include "shop/time.h"

const char *const fuzz_seeds[] = {
	"2026-11-22T10:00:00Z",
	"2026-11-22",
	"2026-11-22 10:00:00.5+02:00",
	"0001-01-01T00:00:00-23:59",
	"9999-12-31T23:59:60Z",
	"-4d6h",
	"+9999999s",
	NULL,
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	/* Of the years that can be written: an offset may lead out of them. */
	const int64_t first = -62135596800, last = 253402300799;
	char *text = fuzz_text(data, size), out[SHOP_TIME_SIZE];
	int64_t t = 0, again;
	if (shop_time_parse(text, &t, NULL) == SHOP_OK && t >= first && t <= last) {
		FUZZ_CHECK(shop_time_parse(shop_time_format(t, out), &again, NULL) == SHOP_OK);
		FUZZ_CHECK(again == t);
	}
	if (clock_relative(text, 1795341600, &t))
		FUZZ_CHECK(t >= first && t <= last);
	free(text);
	return 0;
}
