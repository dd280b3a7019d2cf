# SPDX-License-Identifier: MIT
# The manual is correct mdoc, and the pages of ours that it names are there.
. "$(dirname -- "$0")/lib.sh"
command -v mandoc >/dev/null || skip 'there is no mandoc'
ls man/*.[1-9] >/dev/null 2>&1 || echo 'there is no manual' | found manual
for page in man/*.[1-9]; do
	# Whether pages of other programs are installed here is no fault of ours.
	mandoc -T lint -W all "$page" 2>&1 |
		grep -vE 'referenced manual not found|outdated mandoc.db' || true
	sed -n 's/^\.Xr \(shop[^ ]*\) \([1-9]\).*/\1.\2/p' "$page" | while IFS= read -r other; do
		[ -f "man/$other" ] || echo "$page names $other, which is not there"
	done
done | found manual
finish
