# SPDX-License-Identifier: MIT
# Shell scripts are as shellcheck wants them.
. "$(dirname -- "$0")/lib.sh"
command -v shellcheck >/dev/null || skip 'there is no shellcheck'
files . | while IFS= read -r file; do
	case $file in
	*.sh) echo "$file" ;;
	*) if head -c 64 "$file" | head -1 | tr -d '\0' | grep -qE '^#!/bin/(ba)?sh'; then echo "$file"; fi ;;
	esac
done | while IFS= read -r file; do
	case $file in
	# sourced or run by sh, so that no line says which shell; the way to the first is not constant
	*.sh) shellcheck --shell=sh --exclude=SC1090,SC1091,SC2154,SC2034 --format=gcc "$file" || true ;;
	*) shellcheck --format=gcc "$file" || true ;;
	esac
done | found shell
finish
