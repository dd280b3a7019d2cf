/* SPDX-License-Identifier: MIT */
#pragma once

#include "llm/llm.h"

/* As in struct llm_ops. */
char *call_argument(const struct llm_call *call, const char *name);
