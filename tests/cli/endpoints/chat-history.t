# GET chat/history: shop chat history.

$ each <<'END'
> shop chat save --message Hi --reply Hello 2>said
> SHOP_TOKEN_FILE="$DEMO/carol.token" shop chat save --message 'a secret' --reply 'of the other'
> shop chat history
> END
== nobody
! shop: not logged in
! hint: run 'shop login', or 'shop register' if you have no account
exit 4
== alice, bob, admin
1	2026-11-22T10:00:00Z	user	Hi
1	2026-11-22T10:00:00Z	assistant	Hello
$ each <<'END'
> shop chat save --message Hi --reply Hello 2>said
> SHOP_TOKEN_FILE="$DEMO/carol.token" shop chat save --message 'a secret' --reply 'of the other'
> shop chat history --json
> END
== nobody
! {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
exit 4
== alice, bob, admin
[
{"id":1,"conversation":1,"created_at":"2026-11-22T10:00:00Z","role":"user","text":"Hi","engine":null,"model":null},
{"id":2,"conversation":1,"created_at":"2026-11-22T10:00:00Z","role":"assistant","text":"Hello","engine":"external","model":null}
]
