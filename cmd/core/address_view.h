/* SPDX-License-Identifier: MIT */
#pragma once

/* How postal addresses are shown. */

#include "shop/account.h"

struct emit;

/* A field of the record that the caller began: the parts of the address, or nothing if there are
 * none. */
void address_emit(struct emit *out, const struct shop_address *a);
