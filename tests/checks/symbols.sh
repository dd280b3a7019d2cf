# SPDX-License-Identifier: MIT
# What the library shows, keeps and calls: exported symbols are the public prototypes, nothing is
# writable for everybody, nothing is printed and no environment is read.
. "$(dirname -- "$0")/lib.sh"

exports() {
	nm --dynamic --defined-only --format=just-symbols "$1" | sed 's/@@LIBSHOP_1$//' |
		grep -vE '^(_init|_fini|__odr_asan|__asan_|__ubsan_|LIBSHOP_1)' | sort
}

declared=$(grep -hv '^#' lib/include/shop/*.h | tr '\n\t' '  ' | grep -oE 'SHOP_API [^;(]*\(' |
	sed -E 's/.*[ *]([a-z_0-9]+) *\($/\1/' | sort)
[ "$(printf '%s\n' "$declared" | wc -l)" -gt 20 ] || echo 'too few prototypes were seen' | found export
exported=$(exports "$build/lib/libshop.so")
for name in $declared; do
	printf '%s\n' "$exported" | grep -qxF "$name" || echo "$name is declared and not there"
done | found export
for name in $exported; do
	printf '%s\n' "$declared" | grep -qxF "$name" || echo "$name is exported and not declared"
done | found export
[ "$(exports "$build/lib/shop/auth.so")" = auth_module ] || echo 'auth.so exports more' | found export
[ "$(exports "$build/lib/shop/issue.so")" = auth_issue_module ] ||
	echo 'issue.so exports more' | found export
[ "$(exports "$build/lib/shop/llm.so")" = llm_module ] || echo 'llm.so exports more' | found export
[ "$(exports "$build/lib/shop/table.so")" = table_draw ] || echo 'table.so exports more' | found export
[ "$(exports "$build/lib/shop/edit.so")" = edit_ops ] || echo 'edit.so exports more' | found export

# Variables that can be written: in .data, .bss, thread-local or common. What is const but holds
# addresses stands in .data.rel.ro.
objects lib | tr '\n' '\0' | xargs -0 objdump --syms | awk '
	/file format/ { object = $1 }
	{ at = $2 == "O" ? 3 : 4 }
	$(at - 1) == "O" && $at ~ /^(\.data|\.bss|\.tdata|\.tbss|\*COM\*)/ &&
	$at !~ /^\.data\.rel\.ro/ && $NF !~ /^(__odr_asan|__asan|__ubsan)/ {
		print object " has the variable " $NF
	}
' | found global

# Calls that a layer must not make; "time" by the clock alone.
undefined lib | awk '
	$2 ~ /^(__)?(v?printf|puts|putchar|perror|v?dprintf)(_chk)?$/ || $2 == "stdout" ||
	$2 == "stderr" || $2 ~ /^(v?syslog|v?warnx?|v?errx?)$/ { print $1 " prints by " $2 }
	$2 ~ /^(secure_)?getenv$|^setenv$|^environ$/ { print $1 " reads the environment" }
	$2 ~ /^(isatty|tcgetattr|ioctl|signal|sigaction|exit|_exit|system|popen|setlocale)$/ {
		print $1 " calls " $2
	}
	$2 ~ /^(time|clock_gettime|gettimeofday)$/ && $1 !~ /base\/clock/ { print $1 " calls " $2 }
' | found call
undefined cmd | awk '
	$2 ~ /^(secure_)?getenv$/ && $1 !~ /core\/config/ { print $1 " reads the environment" }
	$2 ~ /^(time|gettimeofday)$/ && $1 !~ /core\/config/ { print $1 " calls " $2 }
' | found call
finish
