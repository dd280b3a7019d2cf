/* SPDX-License-Identifier: MIT */
/* Amounts: what can be read is written so that it reads the same. */
#include <stdlib.h>
#include <string.h>

#include "fuzz/fuzz.h"
#include "shop/money.h"

const char *const fuzz_seeds[] = {
	"12",
	"12.90",
	"1,299.00",
	"$5",
	"\xE2\x82\xAC"
	"20",
	"92233720368547758.07",
	"1.234",
	NULL,
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const currencies[] = { "USD", "EUR", "JPY", "KWD", "CHF", "" };
	char *text = fuzz_text(data, size);
	for (size_t i = 0; i < sizeof(currencies) / sizeof(currencies[0]); i++) {
		struct shop_error err;
		char out[SHOP_MONEY_SIZE];
		int64_t cents = -1, again;
		if (shop_money_parse(text, currencies[i], &cents, &err) != SHOP_OK) {
			FUZZ_CHECK(cents == -1 && err.status == SHOP_E_INVALID);
			continue;
		}
		FUZZ_CHECK(cents >= 0);
		shop_money_format(cents, currencies[i], out);
		FUZZ_CHECK(strlen(out) < sizeof(out));
		/* A code before the amount is for people. */
		const char *amount = strrchr(out, ' ');
		FUZZ_CHECK(shop_money_parse(amount != NULL ? amount + 1 : out, currencies[i],
					    &again, NULL) == SHOP_OK);
		FUZZ_CHECK(again == cents);
	}
	free(text);
	return 0;
}
