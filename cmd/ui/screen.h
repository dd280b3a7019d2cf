/* SPDX-License-Identifier: MIT */
#pragma once

/* How large a terminal is at the moment. */

#include <stddef.h>

/* In columns; 80 if it does not say. most: what COLUMNS says, 0: nothing; it makes the terminal
 * narrower, and where it says more than there is, it is a leftover of another window. */
size_t screen_width(int fd, int most);
/* In rows; 0 if it does not say. */
size_t screen_height(int fd);
