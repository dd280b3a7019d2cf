# POST users/register: shop register.

# Nobody
$ demo
$ echo 'dora password' | shop register --email dora@example.com --name Dora --password-stdin
$ demo
$ echo 'dora password' | shop register --json --email dora@example.com --name Dora --password-stdin | jq -c "del(.expires_at)"
{"id":8,"email":"dora@example.com","name":"Dora","role":"customer","scope":"full"}

# A customer
$ demo alice
$ echo 'dora password' | shop register --email dora@example.com --name Dora --password-stdin
$ demo alice
$ echo 'dora password' | shop register --json --email dora@example.com --name Dora --password-stdin | jq -c "del(.expires_at)"
{"id":8,"email":"dora@example.com","name":"Dora","role":"customer","scope":"full"}

# Another customer
$ demo bob
$ echo 'dora password' | shop register --email dora@example.com --name Dora --password-stdin
$ demo bob
$ echo 'dora password' | shop register --json --email dora@example.com --name Dora --password-stdin | jq -c "del(.expires_at)"
{"id":8,"email":"dora@example.com","name":"Dora","role":"customer","scope":"full"}

# An admin
$ demo admin
$ echo 'dora password' | shop register --email dora@example.com --name Dora --password-stdin
$ demo admin
$ echo 'dora password' | shop register --json --email dora@example.com --name Dora --password-stdin | jq -c "del(.expires_at)"
{"id":8,"email":"dora@example.com","name":"Dora","role":"customer","scope":"full"}
