# SPDX-License-Identifier: MIT
# Completion for bash: every word comes from the program itself.
_shop() {
	local line value words=("${COMP_WORDS[@]:1:COMP_CWORD}")
	words=("${words[@]//\\/}")
	words=("${words[@]#[\"\']}")
	COMPREPLY=()
	while IFS= read -r line; do
		value=${line%%$'\t'*}
		[[ -n $value ]] || { compopt -o default; continue; }
		[[ ${COMP_WORDS[COMP_CWORD]} == [\"\']* ]] || printf -v value %q "$value"
		COMPREPLY+=("$value")
	done < <("${1/#\~/$HOME}" __complete -- "${words[@]}" 2>/dev/null)
}
complete -F _shop shop
