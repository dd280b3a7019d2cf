# GET users/profile: shop profile.

# Nobody
$ demo
$ shop profile
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ demo
$ shop profile --json
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
? 4

# A customer
$ demo alice
$ shop profile
id	2
email	alice@example.com
name	Alice Martin
role	customer
created_at	2026-11-22T10:00:00Z
address	
$ demo alice
$ shop profile --json
{"id":2,"email":"alice@example.com","name":"Alice Martin","role":"customer","created_at":"2026-11-22T10:00:00Z","address":null}

# Another customer
$ demo bob
$ shop profile
id	3
email	bob@example.com
name	Bob Lindgren
role	customer
created_at	2026-11-22T10:00:00Z
address	
$ demo bob
$ shop profile --json
{"id":3,"email":"bob@example.com","name":"Bob Lindgren","role":"customer","created_at":"2026-11-22T10:00:00Z","address":null}

# An admin
$ demo admin
$ shop profile
id	1
email	admin@example.com
name	Admin
role	admin
created_at	2026-11-22T10:00:00Z
address	
$ demo admin
$ shop profile --json
{"id":1,"email":"admin@example.com","name":"Admin","role":"admin","created_at":"2026-11-22T10:00:00Z","address":null}
