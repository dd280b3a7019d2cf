# SPDX-License-Identifier: MIT
# What the checks share: sourced with the source folder as $1 and the build folder as $2.
# A check prints what it finds, one line each, through found(), and ends with finish().
set -eu
source=$1
build=$2
cd "$source"
findings=$(mktemp)
trap 'rm -f "$findings"' EXIT

# Reads lines: each is a finding.
found() {
	while IFS= read -r line; do
		printf '%s: %s\n' "$1" "$line" >>"$findings"
	done
}

# skip WHY: ctest counts the test as skipped.
skip() {
	printf 'skipped: %s\n' "$1"
	exit 77
}

finish() {
	cat "$findings"
	[ ! -s "$findings" ] || exit 1
}

# The object files that were made of a folder's sources, generated ones left out.
objects() {
	find "$build/$1" -name '*.c.o' ! -path '*embed*' ! -path '*/generated/*' | sort
}

# What the objects of the folders use and others must define: "OBJECT SYMBOL" a line.
undefined() {
	for folder; do
		objects "$folder"
	done | tr '\n' '\0' | xargs -0 nm --undefined-only --print-file-name |
		sed -E "s|^$build/([^:]*):.* ([^ ]+)\$|\\1 \\2|"
}

# The project's files: those that git knows or would, or all if there is no git.
files() {
	if git ls-files >/dev/null 2>&1; then
		git ls-files --cached --others --exclude-standard -- "$@" | sort -u |
			while IFS= read -r file; do [ ! -f "$file" ] || printf '%s\n' "$file"; done
	else
		find "$@" -type f ! -path './.git/*' ! -path './build*' | sed 's|^\./||' | sort
	fi
}
