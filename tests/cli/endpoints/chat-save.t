# POST chat/save: shop chat save.

$ each <<'END'
> shop chat save --message Hi --reply Hello || exit
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
> shop chat save --json --message Hi --reply Hello
> END
== nobody
! {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
exit 4
== alice, bob, admin
{"conversation":1,"message":"Hi","reply":"Hello","engine":"external","created_at":"2026-11-22T10:00:00Z"}
