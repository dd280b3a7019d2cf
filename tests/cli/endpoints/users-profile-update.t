# PUT users/profile/update: shop profile update.

$ each <<'END'
> shop profile update --name 'New Name'
> END
== nobody
! shop: not logged in
! hint: run 'shop login', or 'shop register' if you have no account
exit 4
== alice, bob, admin
$ each <<'END'
> shop profile update --name 'New Name' --json
> END
== nobody
! {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
exit 4
== alice
{"id":2,"email":"alice@example.com","name":"New Name","role":"customer","created_at":"2026-11-22T10:00:00Z","address":null}
== bob
{"id":3,"email":"bob@example.com","name":"New Name","role":"customer","created_at":"2026-11-22T10:00:00Z","address":null}
== admin
{"id":1,"email":"admin@example.com","name":"New Name","role":"admin","created_at":"2026-11-22T10:00:00Z","address":null}
