# POST users/register: shop register.

$ each <<'END'
> echo 'dora password' | shop register --email dora@example.com --name Dora --password-stdin
> END
== nobody, alice, bob, admin
$ each <<'END'
> echo 'dora password' | shop register --json --email dora@example.com --name Dora --password-stdin | jq -c "del(.expires_at)"
> END
== nobody, alice, bob, admin
{"id":8,"email":"dora@example.com","name":"Dora","role":"customer","scope":"full"}
