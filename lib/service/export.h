/* SPDX-License-Identifier: MIT */
#pragma once

/* Pictures that leave the store as files. */

#include "service/service.h"

/* Is it a folder that files can be put into? IO. */
enum shop_status export_image_folder(const char *folder, struct shop_error *err);

/* A picture by the name that its product gives it. */
struct export_picture {
	const char *name; /* NULL: none */
	const void *bytes;
	size_t len;
};
/*
 * Writes a picture to the file of its name below the folder, making the folders in between. Nothing
 * is followed out of the folder, and nothing replaced. *ret_there is false, and nothing is written,
 * where the name is none of a file below a folder, or something else stands there. IO.
 */
enum shop_status export_image(const char *folder, const struct export_picture *picture,
			      bool *ret_there, struct shop_error *err);
