/* SPDX-License-Identifier: MIT */
#pragma once

/* What the build makes of the .sql files. */

#include "db/statements.h"

struct db_sql {
	const char *name, *sql;
};

extern const struct db_sql db_statements[STMT_COUNT];
/* One step a version, first version first, then NULL. */
extern const char *const db_migrations[];
