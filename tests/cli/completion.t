$ shop completion bash | bash -n
$ shop completion bash | head -3
\# SPDX-License-Identifier: MIT
\# Completion for bash: every word comes from the program itself.
_shop() {
$ shop completion bash --json | jq -r .script | bash -n
$ shop completion zsh | head -1
\#compdef shop
$ shop completion zsh | grep compdef
\#compdef shop
	compdef _shop shop
$ shop completion fish | grep ^complete
complete -c shop -k -f -a '(__shop_complete)'
$ shop completion fish --json | jq -r .shell
fish
$ shop __complete -- completion ''
bash	
fish	
zsh	
$ shop completion tcsh
2> shop: 'tcsh' is not a SHELL
2> hint: did you mean 'bash'? it takes one of bash|fish|zsh
2> usage: shop completion SHELL
? 2
$ shop completion
2> shop: missing SHELL
2> usage: shop completion SHELL
? 2

# The script asks the program, which knows its words, and the store's.
$ shop __complete -- who
whoami	show who is logged in
$ shop __complete -- products se
search	find products by words
$ shop __complete -- products list --in
--in-stock	only what can be bought
$ shop __complete -- products list --sort r
relevance	
rating	
$ shop __complete -- products list --sort=n
--sort=newest	
--sort=name	
$ demo
$ shop __complete -- products list --brand H | head -3
Halvorix	
Hobbeluck	
Hollinfold	
$ shop __complete -- products show EL-000 | head -3
EL-0001	Pulse Smartwatch S2
EL-0002	Pulse Smartwatch S2, Silver
EL-0003	Pulse Smartwatch S3
$ shop __complete -- products show el-0001
EL-0001	Pulse Smartwatch S2
$ shop __complete -- products show 10 | head -3
10	Highfell Smartwatch GPS
100	The Night Porter Knows
101	Mord im Kurpark
$ shop __complete -- products show '#99' | cut -f1
\#99
$ shop __complete -- products list --category electronics/w
Electronics/Wearables	
[...]
$ shop __complete -- products show 99999999999999999999
$ shop __complete -- products show 0

# Whatever fails, it is silent.
$ shop __complete --
admin	run the shop
[...]
whoami	show who is logged in
$ shop __complete -- no such words at all
$ shop __complete -- --store /nowhere products show ''
$ shop __complete --nonsense

# As bash runs it.
$ cat >session <<'END'
> eval "$(shop completion bash)"
> complete_line() {
> 	read -ra COMP_WORDS <<<"$1"
> 	[ "${1% }" = "$1" ] || COMP_WORDS+=("")
> 	COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
> 	_shop shop
> 	printf '%s\n' "${COMPREPLY[@]}"
> }
> complete_line 'shop who'
> complete_line 'shop products s'
> complete_line 'shop products list --so'
> END
$ bash session
whoami
search
show
--sold-out
--sort
