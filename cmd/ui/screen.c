/* SPDX-License-Identifier: MIT */
/* Asks terminals for their size. */
#include "ui/screen.h"

#include <sys/ioctl.h>

enum { WIDTH_DEFAULT = 80 };

size_t screen_width(int fd, int most)
{
	struct winsize size = { 0 };
	size_t width = most > 0 ? (size_t)most : 0;
	if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 &&
	    (width == 0 || size.ws_col < width))
		width = size.ws_col;
	return width > 0 ? width : WIDTH_DEFAULT;
}

size_t screen_height(int fd)
{
	struct winsize size = { 0 };
	return ioctl(fd, TIOCGWINSZ, &size) == 0 ? size.ws_row : 0;
}
