# PUT users/profile/update: shop profile update.

# Nobody
$ demo
$ shop profile update --name 'New Name'
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ demo
$ shop profile update --name 'New Name' --json
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
? 4

# A customer
$ demo alice
$ shop profile update --name 'New Name'
$ demo alice
$ shop profile update --name 'New Name' --json
{"id":2,"email":"alice@example.com","name":"New Name","role":"customer","created_at":"2026-11-22T10:00:00Z","address":null}

# Another customer
$ demo bob
$ shop profile update --name 'New Name'
$ demo bob
$ shop profile update --name 'New Name' --json
{"id":3,"email":"bob@example.com","name":"New Name","role":"customer","created_at":"2026-11-22T10:00:00Z","address":null}

# An admin
$ demo admin
$ shop profile update --name 'New Name'
$ demo admin
$ shop profile update --name 'New Name' --json
{"id":1,"email":"admin@example.com","name":"New Name","role":"admin","created_at":"2026-11-22T10:00:00Z","address":null}
