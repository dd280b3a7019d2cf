# the reset button: shop chat reset.

$ each <<'END'
> shop chat save --message Hi --reply Hello 2>said
> shop chat reset || exit
> shop chat hello --json | jq .conversation
> END
== nobody
! shop: not logged in
! hint: run 'shop login', or 'shop register' if you have no account
exit 4
== alice, bob, admin
2
$ each <<'END'
> shop chat save --message Hi --reply Hello 2>said
> shop chat reset --json || exit
> shop chat reset --json
> shop chat hello --conversation 1 --json | jq .conversation
> END
== nobody
! {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
exit 4
== alice, bob, admin
{"conversation":1,"deleted_conversations":0,"deleted_messages":0}
{"conversation":null,"deleted_conversations":0,"deleted_messages":0}
1
