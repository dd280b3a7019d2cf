# SPDX-License-Identifier: MIT
# check.sh BUILD CMAKE COMPILER LIBDIR: installs the build, moves it, and uses it from there: the
# program, its manual and modules, and the library by pkg-config and by find_package().
set -eu
build=$1
cmake=$2
compiler=$3
libdir=$4
here=$(cd "$(dirname -- "$0")" && pwd)
place=$build/tests/install-check
unset SHOP_STORE SHOP_TOKEN SHOP_TOKEN_FILE XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME \
	LD_LIBRARY_PATH DESTDIR PKG_CONFIG_SYSROOT_DIR PKG_CONFIG_LIBDIR

fail() {
	printf '%s\n' "$1"
	exit 1
}
# The library's folder must not be found by its old path: it is installed at one and used at another.
rm -rf "$place"
mkdir -p "$place/home"
"$cmake" --install "$build" --prefix "$place/first" >"$place/install.log"
mv "$place/first" "$place/moved"
root=$place/moved
export HOME="$place/home" PATH="$root/bin:$PATH"
cd "$HOME"

for file in bin/shop "$libdir/libshop.so" "$libdir/libshop.so.1" "$libdir/shop/auth.so" \
	"$libdir/shop/issue.so" "$libdir/shop/llm.so" "$libdir/shop/table.so" \
	"$libdir/shop/edit.so" "$libdir/pkgconfig/shop.pc" \
	"$libdir/cmake/shop/shopConfig.cmake" include/shop.h include/shop/store.h \
	share/man/man1/shop.1 share/man/man5/shop-config.5 share/man/man7/shop-json.7 \
	share/bash-completion/completions/shop share/zsh/site-functions/_shop \
	share/fish/vendor_completions.d/shop.fish share/shop/demo.jsonl; do
	[ -e "$root/$file" ] || fail "'$file' is not installed"
done
[ "$(command -v shop)" = "$root/bin/shop" ] || fail 'another program is found first'
ldd "$root/bin/shop" | grep -q "libshop.so.1 => $root/" || fail 'the library is not found there'
objdump -p "$root/$libdir/libshop.so" | grep -q 'SONAME *libshop.so.1$' || fail 'another SONAME'
objdump -T "$root/bin/shop" | grep -q 'LIBSHOP_1) *shop_open$' || fail 'symbols have no version'

# auth.so hashes the passwords, demo.jsonl comes from where it was installed, table.so draws.
printf 'only for tests\n' |
	shop init --demo --email admin@example.com --name Admin --password-stdin >made
shop whoami | grep -q admin@example.com || fail 'the login does not work'
store=$HOME/.local/share/shop/shop.db
shop products list --limit 1 | grep -q '^1	EL-0001	' || fail 'no products'
sh "$TEST_TRANSCRIPTS/tools/tty" shop products list --no-color --limit 1 >table
grep -q '^ID *SKU *Name' table || fail 'no table on a terminal'
man -l "$root/share/man/man1/shop.1" >page 2>&1 || mandoc "$root/share/man/man1/shop.1" >page
grep -q 'an online shop on the command line' page || fail 'no manual'

# A program that uses the library.
export PKG_CONFIG_PATH="$root/$libdir/pkgconfig"
pkg-config --exists 'shop >= 0.1' || fail 'pkg-config does not find it'
# shellcheck disable=SC2046 # one word a flag
"$compiler" -std=c17 -Wall -Wextra -Wpedantic -Werror $(pkg-config --cflags shop) -o by-pkg-config \
	"$here/user/cheapest.c" $(pkg-config --libs shop)
"$cmake" -G Ninja -S "$here/user" -B by-cmake -DCMAKE_PREFIX_PATH="$root" \
	-DCMAKE_C_COMPILER="$compiler" >configure.log
"$cmake" --build by-cmake >build.log
LD_LIBRARY_PATH="$root/$libdir" ./by-pkg-config "$store" smartwatch >one
by-cmake/cheapest "$store" smartwatch >two
shop products search smartwatch --sort price --limit 3 --json |
	jq -r 'def two: tostring | "0\(.)"[-2:];
		.[] | [.id, "$\(.price_cents / 100 | floor).\(.price_cents % 100 | two)", .name] | @tsv' >wanted
for file in one two; do
	diff wanted "$file" || fail 'the example prints something else'
done
[ "$(wc -l <one)" -eq 3 ] || fail 'the example prints too little'
if by-cmake/cheapest nowhere smartwatch 2>errors; then fail 'a missing store is no error'; fi
grep -q '^cheapest: .*(not_found)$' errors || fail 'another error'
echo 'installed, moved and used'
