# GET chat/history: shop chat history.

# Nobody
$ demo
$ shop chat history
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ demo
$ shop chat history --json
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
? 4

# A customer
$ demo alice
$ shop chat save --message Hi --reply Hello
$ cp "$DEMO"/bob.token .local/state/shop/token
$ shop chat save --message 'a secret' --reply 'of the other'
$ cp "$DEMO"/alice.token .local/state/shop/token
$ shop chat history
1	2026-11-22T10:00:00Z	user	Hi
1	2026-11-22T10:00:00Z	assistant	Hello
$ shop chat history --json
[
{"id":1,"conversation":1,"created_at":"2026-11-22T10:00:00Z","role":"user","text":"Hi","engine":null,"model":null},
{"id":2,"conversation":1,"created_at":"2026-11-22T10:00:00Z","role":"assistant","text":"Hello","engine":"external","model":null}
]

# Another customer
$ demo bob
$ shop chat save --message Hi --reply Hello
$ cp "$DEMO"/alice.token .local/state/shop/token
$ shop chat save --message 'a secret' --reply 'of the other'
$ cp "$DEMO"/bob.token .local/state/shop/token
$ shop chat history
1	2026-11-22T10:00:00Z	user	Hi
1	2026-11-22T10:00:00Z	assistant	Hello
$ shop chat history --json
[
{"id":1,"conversation":1,"created_at":"2026-11-22T10:00:00Z","role":"user","text":"Hi","engine":null,"model":null},
{"id":2,"conversation":1,"created_at":"2026-11-22T10:00:00Z","role":"assistant","text":"Hello","engine":"external","model":null}
]

# An admin
$ demo admin
$ shop chat save --message Hi --reply Hello
$ cp "$DEMO"/bob.token .local/state/shop/token
$ shop chat save --message 'a secret' --reply 'of the other'
$ cp "$DEMO"/admin.token .local/state/shop/token
$ shop chat history
1	2026-11-22T10:00:00Z	user	Hi
1	2026-11-22T10:00:00Z	assistant	Hello
$ shop chat history --json
[
{"id":1,"conversation":1,"created_at":"2026-11-22T10:00:00Z","role":"user","text":"Hi","engine":null,"model":null},
{"id":2,"conversation":1,"created_at":"2026-11-22T10:00:00Z","role":"assistant","text":"Hello","engine":"external","model":null}
]
