/* SPDX-License-Identifier: MIT */
/* What a program with SQLite costs that does nothing. */
#include <sqlite3.h>

int main(void)
{
	return sqlite3_libversion_number() < 0;
}
