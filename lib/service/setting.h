/* SPDX-License-Identifier: MIT */
#pragma once

/* Rules of the settings that imports and admins share. */

#include "service/service.h"

/* May this setting become another? old: NULL if it was not set. CONFLICT: another currency, while
 * products have prices, which are numbers of minor units. */
enum shop_status setting_check_change(struct shop *shop, const char *key, const char *old,
				      const char *value, struct shop_error *err);
