/* SPDX-License-Identifier: MIT */
#pragma once

/* Links in a terminal's text (OSC 8), for the terminals that are known to have them: others may
 * show the sequence as rubbish. */

#include <stdbool.h>
#include <stdio.h>

#include "ui/terminal_env.h"

enum { LINK_SIZE = 2084 }; /* more than this, terminals do not take */

/* Has the terminal links? FORCE_HYPERLINK=1 or =0 overrules what is known of it. */
bool link_supported(const struct terminal_env *env);

/* The address as it may stand in the sequence: http or https, nothing but printable ASCII, the rest
 * of UTF-8 percent-encoded. False: it is none that may be followed. */
bool link_clean(const char *url, char out[LINK_SIZE]);

/* Around the text that leads to a clean address. */
void link_begin(FILE *out, const char *clean);
void link_end(FILE *out);
