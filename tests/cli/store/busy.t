# Another process has the store: readers go on, a writer gives up in the end and says so.

$ demo alice
$ cat >hold <<'END'
> .timeout 0
> BEGIN IMMEDIATE;
> .shell touch held; while [ ! -e done ]; do sleep 0.1; done
> COMMIT;
> END
$ sqlite3 .local/share/shop/shop.db <hold & while [ ! -e held ]; do sleep 0.1; done
> shop products list --limit 1 --json | jq length
> shop order track --changed & # tells nothing that it cannot remember
> shop chat hello
> echo "exit $?"
> wait $!
> echo "exit $?"
> touch done; wait
1
exit 8
exit 8
2> shop: the store is busy
2> hint: another process, an import perhaps, is writing to it: try again
2> shop: the store is busy
2> hint: another process, an import perhaps, is writing to it: try again
