# POST chat/save: shop chat save.

# Nobody
$ demo
$ shop chat save --message Hi --reply Hello
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ demo
$ shop chat save --json --message Hi --reply Hello
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
? 4

# A customer
$ demo alice
$ shop chat save --message Hi --reply Hello
$ shop chat history
1	2026-11-22T10:00:00Z	user	Hi
1	2026-11-22T10:00:00Z	assistant	Hello
$ demo alice
$ shop chat save --json --message Hi --reply Hello
{"conversation":1,"message":"Hi","reply":"Hello","engine":"external","created_at":"2026-11-22T10:00:00Z"}

# Another customer
$ demo bob
$ shop chat save --message Hi --reply Hello
$ shop chat history
1	2026-11-22T10:00:00Z	user	Hi
1	2026-11-22T10:00:00Z	assistant	Hello
$ demo bob
$ shop chat save --json --message Hi --reply Hello
{"conversation":1,"message":"Hi","reply":"Hello","engine":"external","created_at":"2026-11-22T10:00:00Z"}

# An admin
$ demo admin
$ shop chat save --message Hi --reply Hello
$ shop chat history
1	2026-11-22T10:00:00Z	user	Hi
1	2026-11-22T10:00:00Z	assistant	Hello
$ demo admin
$ shop chat save --json --message Hi --reply Hello
{"conversation":1,"message":"Hi","reply":"Hello","engine":"external","created_at":"2026-11-22T10:00:00Z"}
