/* SPDX-License-Identifier: MIT */
/* The connection asks whether to go on only while a statement runs: so one is run. */
#include "store/pause.h"

enum shop_status store_pause(struct db *db, struct shop_error *err)
{
	int64_t unused;
	return db_run_int(db, STMT_PAUSE, DB_NO_ARGS, &unused, err);
}
