#compdef shop
# SPDX-License-Identifier: MIT
# Completion for zsh: every word comes from the program itself.
_shop() {
	local line value ret=1
	local -a lines typed shown
	typed=("${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}")
	lines=("${(@f)$(_call_program values "${words[1]}" __complete -- "${(@q)typed}")}")
	for line in "${(@)lines}"; do
		value=${line%%$'\t'*}
		if [[ -n $value ]]; then
			shown+=("${value//:/\\:}:${line#*$'\t'}")
		elif [[ -n $line ]]; then
			compset -P '--*='
			_files && ret=0
		fi
	done
	(( $#shown )) && _describe -V shop shown -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' && ret=0
	return ret
}
if [[ $funcstack[1] == _shop ]]; then
	_shop "$@"
else
	compdef _shop shop
fi
