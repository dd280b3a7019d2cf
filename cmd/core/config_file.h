/* SPDX-License-Identifier: MIT */
#pragma once

/* Changing one line of the configuration file. */

#include "core/config.h"

/*
 * Sets a key, or takes it out if value is NULL: its line is changed where it stands, or added at
 * the end; everything else, comments too, stays as it is. The file is replaced in one step, and its
 * folder made where missing. INVALID: not a value for it, or there is no place for the file; IO.
 */
enum shop_status config_file_set(const struct config *c, enum config_key key, const char *value,
				 struct shop_error *err);
