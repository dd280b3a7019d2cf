/* SPDX-License-Identifier: MIT */
/* Lists that Django wrote: an element is split off as a whole, and a row becomes a record of the
 * exchange format, is refused, or is left out with a reason. */
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "exchange/django.h"
#include "exchange/elements.h"
#include "fuzz/fuzz.h"

const char *const fuzz_seeds[] = {
	"[{\"model\":\"a.product\",\"pk\":1,\"fields\":{\"name\":\"Lamp\",\"price\":\"12.90\","
	"\"countInStock\":3,\"color\":\"red\",\"specs\":{\"a\":1.5}}}]",
	"[{\"model\":\"auth.user\",\"pk\":1,\"fields\":{\"email\":\"a@b.c\",\"username\":\"a\","
	"\"password\":\"argon2$argon2id$v=19$m=8,t=1,p=1$c2FsdA$aGFzaA\"}},{\"model\":\"x.y\"}]",
	"[{\"model\":\"a.review\",\"pk\":1,\"fields\":{\"product\":1,\"user\":[\"a\"],"
	"\"rating\":4,\"comment\":\"c\"}}, {\"type\":\"policy\",\"topic\":\"t\",\"text\":\"x\"}]",
	"[{\"model\":\"a.order\",\"pk\":7,\"fields\":{\"paymentMethod\":\"Pay "
	"Pal\",\"isPaid\":true,"
	"\"taxPrice\":1.5,\"createdAt\":\"2021-06-02T09:00:00.5Z\",\"qty\":2,\"price\":\"3\"}}]",
	NULL,
};

static void check_result(enum shop_status st, struct record *r, const char *why,
			 const struct shop_error *err)
{
	FUZZ_CHECK(st == SHOP_OK || st == SHOP_E_INVALID);
	FUZZ_CHECK(st == SHOP_OK || (err->text[0] != '\0' && strpbrk(err->text, "\n\x1b") == NULL));
	FUZZ_CHECK(st != SHOP_OK || (why == NULL) == (r->owner != NULL));
	record_done(r);
}

static enum shop_status left_out(void *ctx, const char *field, const char *why,
				 struct shop_error *err)
{
	(void)ctx;
	(void)err;
	FUZZ_CHECK(field != NULL && why != NULL && why[0] != '\0');
	return SHOP_OK;
}

/* Whatever the model is called, the row is tried as everything. */
static void try_row(const struct django_row *row)
{
	static const struct django_names names = { "SKU", "a@b.c", "Brand", "A/B", "USD" };
	struct record r = { 0 };
	struct shop_error err = { 0 };
	struct django_order *o = NULL;
	struct django_keys keys = { 0 };
	const char *why = NULL;
	enum shop_status st = django_user(row, &r, &why, &err);
	check_result(st, &r, why, &err);
	why = NULL;
	st = django_product(row, &names, &r, &why, &err);
	check_result(st, &r, why, &err);
	why = NULL;
	st = django_review(row, &names, &r, &why, &err);
	check_result(st, &r, why, &err);
	why = NULL;
	st = django_order_begin(row, &names, &o, &err);
	if (!st)
		st = django_order_item(o, row, "SKU", &err);
	if (!st)
		st = django_order_address(o, row, &err);
	if (!st)
		st = django_order_end(&o, &r, &why, &err);
	check_result(st, &r, why, &err);
	django_order_free(&o);
	FUZZ_CHECK(django_left_out(row, left_out, NULL, &err) == SHOP_OK);
	FUZZ_CHECK(django_keys_read(row, &keys, &err) == SHOP_OK);
	django_keys_done(&keys);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	int fd = memfd_create("list", MFD_CLOEXEC);
	FUZZ_CHECK(fd >= 0 && write(fd, data, size) == (ssize_t)size &&
		   lseek(fd, 0, SEEK_SET) == 0);
	struct lines lines = { .fd = fd };
	struct elements e;
	struct shop_error err = { 0 };
	enum shop_status st = SHOP_OK;
	elements_init(&e, &lines);
	for (bool some = true; !st && some;) {
		const char *text = NULL;
		size_t len = 0;
		bool is_row = false;
		struct django_row row = { 0 };
		st = elements_next(&e, &text, &len, &some, &err);
		if (!st && some) {
			FUZZ_CHECK(text[0] == '{');
			st = django_read(text, len, &row, &is_row, &err);
		}
		if (!st && is_row && row.kind != DJANGO_OTHER)
			try_row(&row);
		django_row_done(&row);
	}
	FUZZ_CHECK(st == SHOP_OK || st == SHOP_E_INVALID);
	elements_done(&e);
	lines_done(&lines);
	close(fd);
	return 0;
}
