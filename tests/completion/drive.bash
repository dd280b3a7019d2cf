# SPDX-License-Identifier: MIT
# drive.bash LINE: what bash offers at its end, one a line.
set -f
source ./script
line=$1
# What readline does: words end at COMP_WORDBREAKS, which stand for themselves.
read -ra words <<<"$line"
[[ $line != *' ' ]] || words+=("")
COMP_WORDS=("${words[@]}")
COMP_CWORD=$((${#words[@]} - 1))
COMP_LINE=$line
COMP_POINT=${#line}
COMP_TYPE=9
compopt() { files=yes; }
files=
_shop shop "${words[COMP_CWORD]}" "${words[COMP_CWORD - 1]}"
((${#COMPREPLY[@]} == 0)) || printf '%s\n' "${COMPREPLY[@]}"
if [[ -n $files ]]; then
	compgen -f -- "${words[COMP_CWORD]}" | while read -r file; do
		[[ ! -d $file ]] || file+=/
		printf '%s\n' "$file"
	done
fi
