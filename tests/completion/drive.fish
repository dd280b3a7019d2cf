# SPDX-License-Identifier: MIT
# drive.fish LINE: what fish offers at its end, one a line.
source ./script
complete -C $argv[1] | string replace -r '\t.*' ''
true
