/* SPDX-License-Identifier: MIT */
#pragma once

/* What a program drew: is it a picture and nothing else? */

#include <stdbool.h>
#include <stddef.h>

#include "ui/picture.h"

/* Characters with colours alone (no other sequence, no control but the line break), or one sequence
 * of the form's kind after the other. */
bool picture_bytes_fine(enum picture_form form, const char *bytes, size_t len);
