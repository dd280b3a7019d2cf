# Pictures are drawn by a program of that name, if there is one: here, one that shows what it gets.
$ demo
$ mkdir bin; cat >bin/chafa <<'END'
> #!/bin/sh
> printf 'drawn: %s\n' "$*"
> head -c 8 | od -An -c | head -1
> env | sort | grep -v '^PWD\|^_\|^SHLVL\|^OLDPWD'
> ls -l /proc/$$/fd | grep -c memfd
> END
$ chmod +x bin/chafa
$ export PATH="$HOME/bin:$PATH"; tty shop products show EL-0005 | sed '/^ID/,$d'
drawn: --format symbols --size 40x14 --colors 16 --symbols block+border+space --animate off --polite on --threads 1 --optimize 0 -
 211   P   N   G  \r  \n 032  \n
LC_ALL=C.UTF-8
TERM=xterm-256color
1
$ export PATH="$HOME/bin:$PATH"; COLORTERM=truecolor LANG=C COLUMNS=30 tty shop products show EL-0005 | sed -n 1p
drawn: --format symbols --size 30x14 --colors full --symbols ascii --animate off --polite on --threads 1 --optimize 0 -

# Nobody is shown one who would not see it, or does not want to.
$ export PATH="$HOME/bin:$PATH"; for off in NO_COLOR=1 TERM=dumb; do env $off tty shop products show EL-0005 | head -1; done
ID               5
ID               5
$ export PATH="$HOME/bin:$PATH"; tty shop products show EL-0005 --no-color | head -1; shop products show EL-0005 | head -1
ID               5
id	5
$ export PATH="$HOME/bin:$PATH"; shop config set pictures never >set; tty shop products show EL-0005 | head -1; shop config set pictures auto >set
ID               5
$ shop config set pictures always
2> shop: pictures: expected auto or never, got 'always'
? 2
$ export PATH="$HOME/bin:$PATH"; sqlite3 .local/share/shop/shop.db "DELETE FROM product_image WHERE product_id = 7"; tty shop products show 7 | head -1
ID               7

# What is no picture is not shown, not even in part: other sequences, a failure, no end.
$ export PATH="$HOME/bin:$PATH"; for does in "printf 'a\\033]0;title\\007\\n'" "printf 'a\\033[2J\\n'" "printf 'a\\n'; exit 1" 'yes' 'sleep 60' ':' 'kill -9 $$'; do printf '#!/bin/sh\n%s\n' "$does" >bin/chafa; tty shop products show EL-0005 | head -1; done
ID               5
ID               5
ID               5
ID               5
ID               5
ID               5
ID               5
$ export PATH="$HOME/bin:$PATH"; printf '#!/bin/sh\nprintf "\\033[31mpixels\\033[0m\\n"\n' >bin/chafa; tty shop products show EL-0005 | head -1 | cat -v
^[[31mpixels^[[0m
$ export PATH="$HOME/bin:$PATH"; printf '#!/bin/sh\ncat <<END\n\033_Ga=T;AAAA\033\\\\\nEND\n' >bin/chafa; TERM=xterm-kitty tty shop products show EL-0005 | head -1 | cat -v
^[_Ga=T;AAAA^[\
