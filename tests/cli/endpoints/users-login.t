# POST users/login: shop login.

$ each <<'END'
> echo demo-carol-pass | shop login carol@example.com --password-stdin
> END
== nobody, alice, bob, admin
$ each <<'END'
> echo demo-carol-pass | shop login --json carol@example.com --password-stdin | jq -c "del(.expires_at)"
> END
== nobody, alice, bob, admin
{"id":4,"email":"carol@example.com","name":"Carol Whitaker","role":"customer","scope":"full"}
