/* SPDX-License-Identifier: MIT */
/* Finds the module that edits lines: other commands do not load it. */
#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "ui/edit.h"

/* It stands beside the library's modules: ../lib/.../shop/edit.so, found through the library. */
const struct edit_ops *edit_module(void)
{
	Dl_info info;
	char path[PATH_MAX];
	void *anchor = dlsym(RTLD_DEFAULT, "shop_open");
	if (anchor == NULL || dladdr(anchor, &info) == 0)
		return NULL;
	const char *slash = strrchr(info.dli_fname, '/');
	if (slash == NULL)
		return NULL;
	snprintf(path, sizeof(path), "%.*s/shop/edit.so", (int)(slash - info.dli_fname),
		 info.dli_fname);
	void *module = dlopen(path, RTLD_NOW | RTLD_LOCAL);
	return module != NULL ? dlsym(module, EDIT_SYMBOL) : NULL;
}
