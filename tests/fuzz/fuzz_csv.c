/* SPDX-License-Identifier: MIT */
/* Tables: a row is a record or is refused with a reason, and what is read of it is written and read
 * back the same. */
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "exchange/csv.h"
#include "exchange/write.h"
#include "fuzz/fuzz.h"

const char *const fuzz_seeds[] = {
	"sku,name,price_cents,stock,attributes.color\nA,\"Lamp, \"\"big\"\"\",1290,3,red\n",
	"\xEF\xBB\xBFsku;name;price;stock;description\r\nA;3\" disk;12.90;1;\"one\r\ntwo\"\r\n",
	"type,email,name,password,address.city,rating,sku\nuser,a@b.c,A,long enough,Town,,\n"
	"review,a@b.c,,,,5,A\n",
	NULL,
};

/* A record that was read can be written, and is the same when it comes back. */
static void check_record(const struct record *r)
{
	struct record back = { 0 };
	struct buf first, second;
	buf_init(&first, 1 << 24);
	buf_init(&second, 1 << 24);
	record_write(r, &first);
	FUZZ_CHECK(!first.failed);
	FUZZ_CHECK(record_parse(first.data, first.len, 1795341600, &back, NULL) == SHOP_OK);
	record_write(&back, &second);
	FUZZ_CHECK(strcmp(buf_text(&first), buf_text(&second)) == 0);
	record_done(&back);
	buf_done(&first);
	buf_done(&second);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	int fd = memfd_create("table", MFD_CLOEXEC);
	FUZZ_CHECK(fd >= 0 && write(fd, data, size) == (ssize_t)size &&
		   lseek(fd, 0, SEEK_SET) == 0);
	struct lines lines = { .fd = fd };
	struct csv c;
	struct shop_error err = { 0 };
	enum shop_status st = SHOP_OK;
	csv_init(&c, &lines, "USD");
	for (bool some = true; !st && some;) {
		struct record r = { 0 };
		st = csv_next(&c, 1795341600, &r, &some, &err);
		if (!st && some)
			check_record(&r);
		record_done(&r);
	}
	if (st)
		FUZZ_CHECK(st == SHOP_E_INVALID && err.text[0] != '\0' &&
			   strpbrk(err.text, "\n\r\x1b") == NULL);
	csv_done(&c);
	lines_done(&lines);
	close(fd);
	return 0;
}
