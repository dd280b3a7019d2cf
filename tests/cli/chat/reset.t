# A new beginning, and forgetting.

$ demo alice
$ shop chat 'show me smartwatches' --json | jq .conversation
1
$ shop chat reset
$ shop chat 'under 60?' --json | jq -c '[.conversation, .query.text]'
[2,null]
$ shop chat reset --json
{"conversation":2,"deleted_conversations":0,"deleted_messages":0}
$ shop chat list | cut -f 1,5
2	no
1	no

# Another's login is where it was.
$ cp "$DEMO"/bob.token .local/state/shop/token
$ shop chat hello --json | jq .conversation
3
$ cp "$DEMO"/alice.token .local/state/shop/token
$ shop chat reset --all
2> shop: this has to be confirmed
2> hint: add --yes
? 2
$ shop chat reset --all --yes --json
{"conversation":null,"deleted_conversations":2,"deleted_messages":4}
$ shop chat list
$ shop chat history
$ sqlite3 .local/share/shop/shop.db 'SELECT count(*), min(conversation_id) FROM message'
2|3
$ cp "$DEMO"/bob.token .local/state/shop/token
$ shop chat hello --json | jq .conversation
3

# On a terminal it asks first.
$ echo n | tty shop chat reset --all >said; grep -o 'nothing was done' said
nothing was done
$ shop chat list | cut -f 1,4
3	4
$ echo y | tty shop chat reset --all --no-color >said; grep -oE 'Delete all your conversations\?|deleted .*' said
Delete all your conversations?
deleted 1 conversation with 4 messages
$ shop chat list
$ tty shop chat reset --all --no-input
shop: this has to be confirmed
hint: add --yes
$ tty shop chat reset --no-color
the next message begins a new conversation
$ shop chat reset all
2> shop: 'all' is one word too many
2> hint: words that begin with 'reset' are quoted, or follow --: shop chat -- reset ...
2> usage: shop chat reset [OPTIONS]
? 2
