# SPDX-License-Identifier: MIT
# Completion for fish: every word comes from the program itself.
function __shop_complete
	set -l words (commandline -opc)
	# The word in question is as it was typed: with quotes and backslashes.
	set -l word (commandline -ct | string replace -ra '^["\']|\\\\\\\\' '')
	for line in ($words[1] __complete -- $words[2..-1] "$word" 2>/dev/null)
		if string match -q \t'*' -- $line
			__fish_complete_path (string replace -r '^--[^=]*=' '' -- $word)
		else
			echo $line
		end
	end
end
complete -c shop -k -f -a '(__shop_complete)'
