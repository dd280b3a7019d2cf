# SPDX-License-Identifier: MIT
# drive.zsh LINE: what zsh offers at its end, one a line: TAB is pressed in a shell on a terminal of
# its own, where what the completion adds is written down on its way.
zmodload zsh/zpty
print -r -- '
PS1=
autoload -Uz compinit
compinit -u -d ./dump
source ./script
compadd() {
	# Some calls only ask what would match.
	if [[ ${@[1,(i)(-|--)]} != *-(O|A|D)\ * ]]; then
		local -a hits
		local hit
		builtin compadd -A hits "$@"
		for hit in "${(@)hits}"; do
			hit=$IPREFIX${argv[(r)-p]:+$argv[${argv[(i)-p]}+1]}$hit
			[[ ! -d $hit ]] || hit+=/
			print -r -- "$hit" >>offers
		done
	fi
	builtin compadd "$@"
}
finish() { print -r -- done >finished; exit 0 }
zle -N finish
bindkey "^I" complete-word
bindkey "^X" finish
print -r -- ready
' >setup
rm -f offers finished
: >offers
zpty shell 'zsh -f -i'
zpty -w shell 'stty -echo; source ./setup'
zpty -r -m shell output '*ready*' || exit 1
zpty -w -n shell "$1"$'\t\x18'
while zpty -t shell; do
	zpty -r shell output || break
done
zpty -d shell
[[ -f finished ]] || { print -u2 -r -- "no end: $output"; exit 1 }
cat offers
