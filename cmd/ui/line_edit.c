/* SPDX-License-Identifier: MIT */
/* Finds the module that edits lines: other commands do not load it. */
#include "ui/edit.h"
#include "ui/module.h"

const struct edit_ops *edit_module(void)
{
	return ui_module("edit", EDIT_SYMBOL);
}
