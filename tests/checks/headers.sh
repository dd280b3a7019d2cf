# SPDX-License-Identifier: MIT
# Every header compiles alone; the public ones also as strict C17 and as C++.
. "$(dirname -- "$0")/lib.sh"
compiler=${CC:-cc}

alone() {
	what=$1
	header=$2
	shift 2
	if ! out=$(printf '#include "%s"\n' "$header" | "$@" -fsyntax-only - 2>&1); then
		printf '%s as %s: %s\n' "$header" "$what" "$(printf '%s\n' "$out" | head -3)"
	fi
}

for path in lib/include/shop.h lib/include/shop/*.h; do
	header=${path#lib/include/}
	alone C17 "$header" "$compiler" -x c -std=c17 -pedantic -Wall -Wextra -Werror -Ilib/include
	if command -v g++ >/dev/null; then
		alone C++ "$header" g++ -x c++ -std=c++17 -pedantic -Wall -Wextra -Werror -Ilib/include
	fi
done | found header
find lib cmd -name '*.h' ! -path 'lib/include/*' | while IFS= read -r path; do
	alone 'our C' "$path" "$compiler" -x c -std=gnu17 -D_GNU_SOURCE -Wall -Wextra -Werror \
		-I. -Ilib -Ilib/include -Icmd "-I$build/lib/generated"
done | found header
finish
