# SPDX-License-Identifier: MIT
# clang-format 14 decides what the sources look like; other versions decide otherwise.
. "$(dirname -- "$0")/lib.sh"
clang-format --version 2>/dev/null | grep -q 'version 14\.' || skip 'there is no clang-format 14'
files lib cmd tests fixtures | grep -E '\.[ch]$' | tr '\n' '\0' |
	xargs -0 clang-format --dry-run 2>&1 | sed -n 's/^\([^: ]*\.[ch]\):[0-9]*:.*/\1/p' | uniq |
	found 'not as clang-format has it'
finish
