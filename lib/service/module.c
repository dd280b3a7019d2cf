/* SPDX-License-Identifier: MIT */
/* Parts of the library that bring large libraries with them, loaded by the first call that needs
 * them: a command that needs no password and no network must not pay for either. */
#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "service/service.h"

/* Modules stand in the folder "shop" beside the library, wherever that was installed. */
static bool module_path(const char *name, char *out, size_t size)
{
	Dl_info info;
	if (dladdr((const void *)&module_symbol, &info) == 0 || info.dli_fname == NULL)
		return false;
	const char *slash = strrchr(info.dli_fname, '/');
	if (slash == NULL)
		return false;
	int n = snprintf(out, size, "%.*s/shop/%s.so", (int)(slash - info.dli_fname),
			 info.dli_fname, name);
	return n > 0 && (size_t)n < size;
}

const void *module_symbol(const char *name, const char *symbol, struct shop_error *err)
{
	char path[PATH_MAX];
	/* Never closed: it stays as long as the library does, and loading it again is only a
	 * look-up. */
	void *module =
		module_path(name, path, sizeof(path)) ? dlopen(path, RTLD_NOW | RTLD_LOCAL) : NULL;
	const void *found = module != NULL ? dlsym(module, symbol) : NULL;
	if (found == NULL) {
		const char *why = dlerror();
		shop_error_set(err, SHOP_E_FAILED, "cannot load the part '%s' of the program: %s",
			       name, why != NULL ? why : "not found");
		shop_error_hint(err, "install the program again");
	}
	return found;
}
