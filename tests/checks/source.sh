# SPDX-License-Identifier: MIT
# How the sources are written: lengths, forbidden functions and words, no branch on the form of
# output in a command.
. "$(dirname -- "$0")/lib.sh"

files lib cmd tests fixtures | grep -E '\.[ch]$' >"$findings.c"
trap 'rm -f "$findings" "$findings.c"' EXIT
[ "$(wc -l <"$findings.c")" -gt 50 ] || echo 'too few sources were seen' | found source

while IFS= read -r file; do
	awk -v file="$file" '
		function tell(what) { print file ":" FNR ": " what }
		FNR == 1 && $0 != "/* SPDX-License-Identifier: MIT */" { tell("no SPDX line") }
		/[ \t]$/ { tell("spaces at the end") }
		/^\{$/ { start = FNR }
		/^\}$/ && start { if (FNR - start - 1 > 80) tell("a function of " FNR - start - 1 " lines"); start = 0 }
		/(^|[;{})\t ])\/\/ / { tell("a // comment") }
		{
			code = $0
			gsub(/"([^"\\]|\\.)*"/, "\"\"", code)
			if (code ~ /(^|[^a-z_0-9])(strcpy|strcat|strncpy|sprintf|vsprintf|gets|strtok|atoi|atol|atof|gmtime|localtime|asctime|ctime|mktemp|tmpnam|alloca)\(/)
				tell("a forbidden function: " $0)
		}
		END { if (FNR > 600) tell("the file is too long") }
	' "$file"
done <"$findings.c" | found source

# One model, several printers: a command never asks which.
find cmd -name '*.c' ! -path 'cmd/core/*' ! -path 'cmd/ui/*' -exec \
	grep -nHE 'globals\.jsonl?\b|isatty\(STDOUT|\bprintf\(|\bputs\(' {} + | found output

# The sources speak of the project alone, and nothing is put off.
files . | grep -vE '\.png$' | while IFS= read -r file; do
	grep -nHE 'T[O]DO|F[I]XME' "$file" || true
	# The folders of somebody's machine; examples in the manual may have such.
	case $file in
	man/*) ;;
	*) grep -nHE '/(home|root|work|Users)/[a-z]' "$file" || true ;;
	esac
	case $file in
	*.sh | */CMakeLists.txt | CMakeLists.txt) head -2 "$file" | grep -q 'SPDX-License-Identifier: MIT' || echo "$file: no SPDX line" ;;
	esac
done | found word
finish
