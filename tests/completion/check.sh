# SPDX-License-Identifier: MIT
# check.sh SHELL: what a shell completes, against the file "lines". Each of its paragraphs is a line
# as typed so far ("|" is where it ends) and what the shell offers then: values, in any order, or
# "..." for more of them.
set -eu
here=$(cd "$(dirname -- "$0")" && pwd)
shell=$1
command -v "$shell" >/dev/null || {
	printf 'skipped: there is no %s\n' "$shell"
	exit 77
}

HOME=$TEST_SANDBOXES/completion-$shell
export HOME PATH="$TEST_PROGRAMS:$PATH" TERM=xterm COLUMNS=200
unset SHOP_STORE SHOP_TOKEN SHOP_TOKEN_FILE XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME \
	SHELLOPTS BASH_ENV ZDOTDIR
rm -rf "$HOME"
mkdir -p "$HOME/folder"
cd "$HOME"
touch folder/fixture.jsonl
DEMO="$TEST_SANDBOXES/demo-store" sh "$TEST_TRANSCRIPTS/tools/demo" alice
shop chat --quiet 'cheapest smartwatch?' >reply
shop completion "$shell" >script

wrong=0
cases=0
compare() {
	[ -n "$typed" ] || return 0
	cases=$((cases + 1))
	sort -u wanted >wanted.sorted
	if ! "$shell" "$here/drive.$shell" "$typed" >got 2>errors; then
		printf '%s: the shell failed: %s\n' "$typed" "$(cat errors)"
		wrong=$((wrong + 1))
		return 0
	fi
	sort -u got >got.sorted
	if [ -n "$more" ]; then
		comm -23 wanted.sorted got.sorted >difference
	else
		diff wanted.sorted got.sorted >difference || true
	fi
	if [ -s difference ] || [ -s errors ]; then
		printf '%s|\n' "$typed"
		cat difference errors
		wrong=$((wrong + 1))
	fi
}

typed=
more=
: >wanted
while IFS= read -r line; do
	case $line in
	'#'* | '')
		;;
	*'|')
		compare
		typed=${line%|}
		more=
		: >wanted
		;;
	...) more=yes ;;
	*) printf '%s\n' "$line" >>wanted ;;
	esac
done <"$here/lines"
compare
[ "$cases" -gt 10 ] || wrong=1
printf '%d lines, %d wrong\n' "$cases" "$wrong"
[ "$wrong" -eq 0 ]
