/* SPDX-License-Identifier: MIT */
/* They stand beside the library's modules: ../lib/.../shop/NAME.so, found through the library. */
#include "ui/module.h"

#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

void *ui_module(const char *name, const char *symbol)
{
	Dl_info info;
	char path[PATH_MAX];
	void *anchor = dlsym(RTLD_DEFAULT, "shop_open");
	if (anchor == NULL || dladdr(anchor, &info) == 0)
		return NULL;
	const char *slash = strrchr(info.dli_fname, '/');
	if (slash == NULL)
		return NULL;
	snprintf(path, sizeof(path), "%.*s/shop/%s.so", (int)(slash - info.dli_fname),
		 info.dli_fname, name);
	void *module = dlopen(path, RTLD_NOW | RTLD_LOCAL);
	return module != NULL ? dlsym(module, symbol) : NULL;
}
