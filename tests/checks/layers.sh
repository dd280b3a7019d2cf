# SPDX-License-Identifier: MIT
# Arrows go one way only: which folder may include which, and where each foreign library may be.
. "$(dirname -- "$0")/lib.sh"

# folder, then what its files may include in quotes (beginnings)
rules='
lib/base base/ shop/
lib/db db/ base/ shop/
lib/store store/ db/ base/ shop/
lib/auth auth/ base/ shop/
lib/assistant assistant/ base/ shop/
lib/llm llm/ base/ shop/
lib/exchange exchange/ base/ shop/
lib/service service/ store/ auth/ assistant/ llm/ exchange/ db/db.h base/ shop
lib/include shop/
cmd/ui ui/ shop/error.h shop/store.h shop/money.h shop/text.h shop/time.h
cmd/core core/ ui/ shop
cmd commands.h completions.h core/ ui/ shop
'

# header, then the files that may include it
foreign='
sqlite3.h lib/db/sqlite
libpq-fe.h lib/db/postgres
sodium.h lib/auth/
jwt.h lib/auth/issue/
curl/curl.h lib/llm/http.c
jansson.h lib/auth/ lib/exchange/ lib/llm/ cmd/ui/
libsmartcols/libsmartcols.h cmd/ui/
histedit.h cmd/ui/
'

# Of the tables above, the row of the longest folder that holds the file.
{
	printf '%s\n' "$rules" | sed '/^$/d; s/^/rule /'
	printf '%s\n' "$foreign" | sed '/^$/d; s/^/foreign /'
	find lib cmd -name '*.[ch]' -exec grep -H '^[ \t]*#[ \t]*include' {} + |
		sed -E 's/^([^:]*):.*include[ \t]*(["<])([^">]*).*/include \1 \2 \3/'
} | awk '
	function one_of(name, list,   parts, n, i) {
		n = split(list, parts, " ")
		for (i = 1; i <= n; i++)
			if (index(name, parts[i]) == 1)
				return 1
		return 0
	}
	$1 == "rule" { folder = $2; $1 = $2 = ""; may[folder] = $0; next }
	$1 == "foreign" { header = $2; $1 = $2 = ""; where[header] = $0; next }
	{
		seen++
		file = $2
		if ($3 == "<") {
			if ($4 in where && !one_of(file, where[$4]))
				print file " includes <" $4 ">"
			next
		}
		best = ""
		for (folder in may)
			if (index(file, folder "/") == 1 && length(folder) > length(best))
				best = folder
		if (best == "")
			print file " stands in a folder that no rule is for"
		else if (file != "lib/include/shop.h" && !one_of($4, may[best]))
			print file " includes \"" $4 "\""
	}
	END { if (seen < 100) print "only " seen " includes were seen" }
' | found include

# The same of what is called, however it was declared.
undefined lib cmd | awk '
	function may(pattern) { if ($1 !~ pattern) print $1 " calls " $2 }
	{ seen++ }
	$2 ~ /^sqlite3_/ { may("/db/sqlite") }
	$2 ~ /^PQ/ { may("/db/postgres") }
	$2 ~ /^json_/ { may("shop_auth|/exchange/|/llm/|/ui/") }
	$2 ~ /^sodium_|^crypto_|^randombytes/ { may("shop_auth") }
	$2 ~ /^jwt_/ { may("shop_issue") }
	$2 ~ /^curl_/ { may("/llm/http") }
	$2 ~ /^scols_/ { may("shop_table") }
	$2 ~ /^el_|^history(_init|_end)?$/ { may("shop_edit") }
	END { if (seen < 500) print "only " seen " symbols were seen" }
' | found call

# No SQL but in .sql files.
find lib cmd -name '*.c' ! -path 'lib/db/*' -exec \
	grep -nHE '"[^"]*\b(SELECT .* FROM|INSERT INTO|UPDATE .* SET|DELETE FROM|PRAGMA) ' {} + |
	found sql
finish
