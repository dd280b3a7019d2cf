/* SPDX-License-Identifier: MIT */
#pragma once

/* A place to stop at in long work that runs few statements. */

#include "db/db.h"

/* CANCELLED if the function of db_on_progress() says so. Takes a fraction of a millisecond. */
enum shop_status store_pause(struct db *db, struct shop_error *err);
