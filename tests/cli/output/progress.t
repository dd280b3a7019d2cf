# How far a load has come is told to a person at a terminal, after half a second, and taken away.
$ demo admin
$ mkfifo slow
$ cat >load <<'END'
> record() { printf '{"type":"policy","topic":"t%s","text":"x"}\n' "$1"; }
> (record 1; sleep 0.7; for i in $(seq 1000); do record $i; done; sleep 0.2; for i in $(seq 1000); do record $i; done) >slow &
> shop admin import slow "$@" 2>told
> wait
> END
$ sh load >loaded; wc -c <told
0
$ cat >load-tty <<'END'
> record() { printf '{"type":"policy","topic":"t%s","text":"x"}\n' "$1"; }
> (record 1; sleep 0.7; for i in $(seq 9000); do record $i; done) >slow &
> shop admin import slow "$@" >loaded
> wait
> END
$ tty sh load-tty | cat -v | tr '\r' '\n' | sed 's/\^\[\[K/|/g; s/[0-9][0-9,]*/N/g; s,^\(N lines  N/s|\)\{1\,\}|$,told\, and taken away,'
told, and taken away
\no newline at the end
$ tty sh load-tty --quiet | cat -v
$ TERM=dumb tty sh load-tty | cat -v
