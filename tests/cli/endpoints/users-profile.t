# GET users/profile: shop profile.

$ each <<'END'
> shop profile
> END
== nobody
! shop: not logged in
! hint: run 'shop login', or 'shop register' if you have no account
exit 4
== alice
id	2
email	alice@example.com
name	Alice Martin
role	customer
created_at	2026-11-22T10:00:00Z
address	
== bob
id	3
email	bob@example.com
name	Bob Lindgren
role	customer
created_at	2026-11-22T10:00:00Z
address	
== admin
id	1
email	admin@example.com
name	Admin
role	admin
created_at	2026-11-22T10:00:00Z
address	
$ each <<'END'
> shop profile --json
> END
== nobody
! {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
exit 4
== alice
{"id":2,"email":"alice@example.com","name":"Alice Martin","role":"customer","created_at":"2026-11-22T10:00:00Z","address":null}
== bob
{"id":3,"email":"bob@example.com","name":"Bob Lindgren","role":"customer","created_at":"2026-11-22T10:00:00Z","address":null}
== admin
{"id":1,"email":"admin@example.com","name":"Admin","role":"admin","created_at":"2026-11-22T10:00:00Z","address":null}
