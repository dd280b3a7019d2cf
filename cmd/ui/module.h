/* SPDX-License-Identifier: MIT */
#pragma once

/* Modules of the program, each of which alone knows a library that is not always needed. */

/* Loads "table", "edit" ... and finds its symbol. NULL: it is not installed. */
void *ui_module(const char *name, const char *symbol);
