# the reset button: shop chat reset.

# Nobody
$ demo
$ shop chat reset
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ demo
$ shop chat reset --json
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
? 4

# A customer
$ demo alice
$ shop chat save --message Hi --reply Hello
$ shop chat reset
$ shop chat hello --json | jq .conversation
2
$ shop chat reset --json
{"conversation":2,"deleted_conversations":0,"deleted_messages":0}
$ shop chat reset --json
{"conversation":null,"deleted_conversations":0,"deleted_messages":0}
$ shop chat hello --conversation 1 --json | jq .conversation
1

# Another customer
$ demo bob
$ shop chat save --message Hi --reply Hello
$ shop chat reset
$ shop chat hello --json | jq .conversation
2
$ shop chat reset --json
{"conversation":2,"deleted_conversations":0,"deleted_messages":0}
$ shop chat reset --json
{"conversation":null,"deleted_conversations":0,"deleted_messages":0}
$ shop chat hello --conversation 1 --json | jq .conversation
1

# An admin
$ demo admin
$ shop chat save --message Hi --reply Hello
$ shop chat reset
$ shop chat hello --json | jq .conversation
2
$ shop chat reset --json
{"conversation":2,"deleted_conversations":0,"deleted_messages":0}
$ shop chat reset --json
{"conversation":null,"deleted_conversations":0,"deleted_messages":0}
$ shop chat hello --conversation 1 --json | jq .conversation
1
