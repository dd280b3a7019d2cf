# SPDX-License-Identifier: MIT
# The double before Ollama's own JavaScript client, where node and that package can be had:
# check.sh DOUBLE FOLDER, the folder being for the package. Exits with 77 if they cannot.
set -eu
here=$(cd "$(dirname -- "$0")" && pwd)
double=$1
folder=$2
skip() {
	printf 'skipped: %s\n' "$1"
	exit 77
}

command -v node >/dev/null || skip 'there is no node'
package=$folder/node_modules/ollama/dist/index.mjs
if [ ! -f "$package" ]; then
	command -v npm >/dev/null || skip 'there is no npm'
	mkdir -p "$folder"
	printf '{"private":true}\n' >"$folder/package.json"
	(cd "$folder" && timeout 60 npm install --no-audit --no-fund --ignore-scripts \
		--fetch-retries=0 ollama@0.6.4) >"$folder/npm.log" 2>&1 || skip 'the package cannot be had'
fi
[ -f "$package" ] || skip 'the package is not what it was'
# shellcheck disable=SC2016 # the address is the inner shell's
"$double" "$here/check.json" -- sh -c 'node "$1" "$2" "$OLLAMA_HOST"' - "$here/check.mjs" "$package"
