/* SPDX-License-Identifier: MIT */
#pragma once

/* Files that come with the program. */

/* Where `name` ("shop/demo.jsonl") is under the folder share/ beside the program's own, or where
 * it was installed; the caller frees it. NULL: it did not come along. */
char *place_share(const char *name);
