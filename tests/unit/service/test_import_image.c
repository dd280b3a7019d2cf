/* SPDX-License-Identifier: MIT */
/* Pictures beside an imported file: which are read, and which must not be. */
#include <sys/stat.h>
#include <unistd.h>

#include "loader.h"

static const unsigned char png[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0 };

static int64_t pictures(const struct fixture *f, const char *type)
{
	char text[256];
	snprintf(text, sizeof(text), "SELECT count(*) FROM product_image WHERE media_type = '%s'",
		 type);
	return sql(f, text);
}

static void make_folder(const struct fixture *f, const char *name)
{
	char path[SCRATCH_PATH_SIZE];
	assert_int_equal(mkdir(scratch_path(path, f->folder, name), 0700), 0);
}

static void test_pictures(void **state)
{
	static const struct {
		const char *bytes, *type;
		size_t len;
	} kinds[] = {
		{ (const char *)png, "image/png", sizeof(png) },
		{ "\xFF\xD8\xFF\xE0x", "image/jpeg", 5 },
		{ "GIF89a..", "image/gif", 8 },
		{ "RIFF\1\0\0\0WEBPVP8 ", "image/webp", 16 },
	};
	struct fixture *f = *state;
	make_folder(f, "images");
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		/* The content tells the type, not the name. */
		write_file(f, "images/a.txt", kinds[i].bytes, kinds[i].len);
		load_well(f, LAMP(",\"image\":\"images//./a.txt\""));
		assert_int_equal(pictures(f, kinds[i].type), 1);
		assert_int_equal(sql(f, "SELECT length(bytes) FROM product_image"),
				 (int64_t)kinds[i].len);
		assert_int_equal(f->counts.images_missing, 0);
	}
	load_well(f, LAMP(",\"image\":\"images/b.png\"")
			     MUG(",\"image\":\"https://x.example/m.png\""));
	assert_int_equal(f->counts.images_missing, 1);
	assert_int_equal(sql(f, "SELECT count(*) FROM product WHERE image LIKE 'https%'"), 1);
}

static void test_pictures_outside(void **state)
{
	struct fixture *f = *state;
	char link_path[SCRATCH_PATH_SIZE];
	write_file(f, "outside.png", png, sizeof(png));
	make_folder(f, "sub");
	make_folder(f, "sub/deep");
	write_file(f, "sub/inside.png", png, sizeof(png));
	/* The file is one folder further down than the picture. */
	scratch_path(f->file, f->folder, "sub/data.jsonl");
	assert_int_equal(symlink("../outside.png", scratch_path(link_path, f->folder, "sub/link")),
			 0);
	assert_int_equal(symlink("..", scratch_path(link_path, f->folder, "sub/up")), 0);
	static const struct {
		const char *image, *message;
	} rows[] = {
		{ "../outside.png",
		  "line 1: image: expected a path below the file's folder, got '../outside.png'" },
		{ "deep/../../outside.png",
		  "line 1: image: expected a path below the file's folder, got "
		  "'deep/../../outside.png'" },
		{ "/etc/hostname",
		  "line 1: image: expected a path below the file's folder, got '/etc/hostname'" },
		{ "link", "line 1: image: 'link' leads over a symbolic link" },
		{ "up/outside.png", "line 1: image: 'up/outside.png' leads over a symbolic link" },
		{ "deep", "line 1: image: 'deep' is not a file" },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char line[512];
		snprintf(line, sizeof(line),
			 "{\"type\":\"product\",\"sku\":\"LAMP\",\"name\":\"Lamp\","
			 "\"price_cents\":1,\"stock\":3,\"image\":\"%s\"}\n",
			 rows[i].image);
		write_file(f, "sub/data.jsonl", line, strlen(line));
		const struct shop_import in = { .path = f->file, .batch = SHOP_NONE };
		assert_int_equal(shop_import(f->shop, &in, &f->counts, &f->err), SHOP_E_INVALID);
		assert_string_equal(f->err.text, rows[i].message);
	}
	assert_int_equal(sql(f, "SELECT count(*) FROM product"), 0);
}

static void test_not_pictures(void **state)
{
	struct fixture *f = *state;
	char path[SCRATCH_PATH_SIZE];
	write_file(f, "a.png", "<svg>", 5);
	refuse(f, LAMP(",\"image\":\"a.png\""), SHOP_E_INVALID,
	       "line 1: image: 'a.png' is not a PNG, JPEG, WebP or GIF picture");
	write_file(f, "a.png", "", 0);
	refuse(f, LAMP(",\"image\":\"a.png\""), SHOP_E_INVALID,
	       "line 1: image: 'a.png' is not a PNG, JPEG, WebP or GIF picture");
	write_file(f, "a.png", png, sizeof(png));
	assert_int_equal(truncate(scratch_path(path, f->folder, "a.png"), 5 * 1024 * 1024), 0);
	load_well(f, LAMP(",\"image\":\"a.png\""));
	assert_int_equal(truncate(path, 5 * 1024 * 1024 + 1), 0);
	refuse(f, LAMP(",\"image\":\"a.png\""), SHOP_E_INVALID,
	       "line 1: image: 'a.png' is larger than 5 MiB");
	/* A pipe must not be waited for. */
	assert_int_equal(unlink(path), 0);
	assert_int_equal(mkfifo(path, 0600), 0);
	refuse(f, LAMP(",\"image\":\"a.png\""), SHOP_E_INVALID,
	       "line 1: image: 'a.png' is not a file");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_pictures),
		TEST(test_pictures_outside),
		TEST(test_not_pictures),
	};
	return cmocka_run_group_tests_name("service/import_image", tests, NULL, NULL);
}
