/* SPDX-License-Identifier: MIT */
/* Records of the exchange format: a line is read as a whole or refused with a reason. */
#include <stdlib.h>
#include <string.h>

#include "exchange/record.h"
#include "fuzz/fuzz.h"

#define PRODUCT                                                                                    \
	"{\"type\":\"product\",\"sku\":\"EL-1\",\"name\":\"Watch\",\"brand\":\"B\","               \
	"\"category\":\"A/B\",\"price_cents\":12900,\"currency\":\"USD\",\"stock\":7,"             \
	"\"description\":\"d\",\"attributes\":{\"color\":\"black\"},\"group\":\"g\","              \
	"\"image\":\"i.png\",\"created_at\":\"-9d\"}"
#define SECRET "very secret"
#define USER                                                                                       \
	"{\"type\":\"user\",\"email\":\"a@example.com\",\"name\":\"A\",\"role\":\"customer\","     \
	"\"password\":\"" SECRET "\"}"
#define ORDER                                                                                      \
	"{\"type\":\"order\",\"id\":1234,\"email\":\"a@example.com\","                             \
	"\"created_at\":\"2026-11-12T18:03:00Z\",\"payment_method\":\"card\","                     \
	"\"address\":{\"line\":\"l\",\"city\":\"c\",\"postal_code\":\"p\",\"country\":\"US\"},"    \
	"\"items\":[{\"sku\":\"EL-1\",\"quantity\":1,\"price_cents\":12900}],"                     \
	"\"shipping_cents\":0,\"tax_cents\":1058,\"paid_at\":\"2026-11-12T18:04:00Z\","            \
	"\"shipped_at\":null,\"delivered_at\":null,\"cancelled_at\":null}"

const char *const fuzz_seeds[] = {
	PRODUCT,
	USER,
	"{\"type\":\"review\",\"sku\":\"EL-1\",\"email\":\"a@example.com\",\"rating\":5,"
	"\"comment\":\"c\",\"created_at\":\"2026-11-01T09:00:00Z\"}",
	ORDER,
	"{\"type\":\"policy\",\"topic\":\"returns\",\"text\":\"Unused goods come back.\"}",
	"{\"type\":\"setting\",\"key\":\"tax_basis_points\",\"value\":\"820\"}",
	"{\"type\":\"message\",\"email\":\"a@example.com\",\"conversation\":1,\"role\":\"user\","
	"\"text\":\"t\",\"created_at\":\"2026-11-01T09:00:00Z\"}",
	"{\"type\":\"image\",\"sku\":\"EL-1\",\"data\":\"iVBORw==\"}",
	NULL,
};

/* The password is never in a message, unless the input has it elsewhere too. */
static void check_error(const struct shop_error *err, const char *line)
{
	const char *password = strstr(line, "\"password\":\"" SECRET);
	FUZZ_CHECK(err->status == SHOP_E_INVALID);
	FUZZ_CHECK(err->text[0] != '\0' && strpbrk(err->text, "\n\r\x1b") == NULL);
	if (password != NULL && strstr(line, SECRET) == password + strlen("\"password\":\"")) {
		FUZZ_CHECK(strstr(err->text, SECRET) == NULL);
		FUZZ_CHECK(strstr(err->hint, SECRET) == NULL);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *line = fuzz_text(data, size);
	struct record r = { 0 };
	struct shop_error err = { 0 };
	if (record_parse(line, size, 1795341600, &r, &err) == SHOP_OK)
		FUZZ_CHECK(r.owner != NULL && r.type <= RECORD_IMAGE);
	else
		check_error(&err, line);
	record_done(&r);
	free(line);
	return 0;
}
