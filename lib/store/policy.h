/* SPDX-License-Identifier: MIT */
#pragma once

/* What the shop says about itself: settings (key and value) and policies (topic and text).
 * Functions that write expect a write transaction. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "db/db.h"
#include "shop/setting.h"

/* *ret is NULL if the key is not set; the caller frees it. */
enum shop_status setting_get(struct db *db, const char *key, char **ret, struct shop_error *err);
/* *ret_changed: created counts as a change. */
enum shop_status setting_put(struct db *db, const char *key, const char *value, bool *ret_changed,
			     struct shop_error *err);

/* By topic, A to Z. */
enum shop_status policy_list(struct db *db, struct shop_policies *ret, struct shop_error *err);
/* Is there a policy on that topic? */
enum shop_status policy_known(struct db *db, const char *topic, bool *ret, struct shop_error *err);
/* now is kept as the time of the change, if there is one. */
enum shop_status policy_put(struct db *db, const char *topic, const char *text, int64_t now,
			    bool *ret_changed, struct shop_error *err);
