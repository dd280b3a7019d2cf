# POST users/login: shop login.

# Nobody
$ demo
$ echo demo-carol-pass | shop login carol@example.com --password-stdin
$ demo
$ echo demo-carol-pass | shop login --json carol@example.com --password-stdin | jq -c "del(.expires_at)"
{"id":4,"email":"carol@example.com","name":"Carol Whitaker","role":"customer","scope":"full"}

# A customer
$ demo alice
$ echo demo-carol-pass | shop login carol@example.com --password-stdin
$ demo alice
$ echo demo-carol-pass | shop login --json carol@example.com --password-stdin | jq -c "del(.expires_at)"
{"id":4,"email":"carol@example.com","name":"Carol Whitaker","role":"customer","scope":"full"}

# Another customer
$ demo bob
$ echo demo-carol-pass | shop login carol@example.com --password-stdin
$ demo bob
$ echo demo-carol-pass | shop login --json carol@example.com --password-stdin | jq -c "del(.expires_at)"
{"id":4,"email":"carol@example.com","name":"Carol Whitaker","role":"customer","scope":"full"}

# An admin
$ demo admin
$ echo demo-carol-pass | shop login carol@example.com --password-stdin
$ demo admin
$ echo demo-carol-pass | shop login --json carol@example.com --password-stdin | jq -c "del(.expires_at)"
{"id":4,"email":"carol@example.com","name":"Carol Whitaker","role":"customer","scope":"full"}
