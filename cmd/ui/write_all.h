/* SPDX-License-Identifier: MIT */
#pragma once

#include <stdbool.h>
#include <stddef.h>

/* Writes all of the bytes to a file, however often that takes; false and errno if it fails. */
bool write_all(int fd, const void *bytes, size_t len);
