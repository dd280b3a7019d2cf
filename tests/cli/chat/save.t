# An exchange with another assistant is kept, and is part of the conversation.

$ demo alice
$ shop chat save --message 'Is it waterproof?' --reply 'Down to five metres.'
$ echo '{"message":"Really?","reply":"Yes.","conversation":null}' | shop chat save --json
{"conversation":1,"message":"Really?","reply":"Yes.","engine":"external","created_at":"2026-11-22T10:00:00Z"}
$ shop chat save --new --message a --reply b --json | jq .conversation
2
$ echo '{"message":"a","reply":"b","conversation":1}' | shop chat save --json | jq .conversation
1
$ shop chat hello --json | jq .conversation
1
$ shop chat history --conversation 1 --jsonl | jq -c '[.role, .text, .engine]' | head -n 4
["user","Is it waterproof?",null]
["assistant","Down to five metres.","external"]
["user","Really?",null]
["assistant","Yes.","external"]

# The assistant does not take it for something that it said itself.
$ shop chat --new 'show me smartwatches' >said
$ shop chat 'is the second one in stock?' --json | jq '.products | length'
1
$ shop chat save --message 'Which hat is nicest?' --reply 'The second one.'
$ shop chat 'is the second one in stock?' >said
$ shop chat --new 'is the second one in stock?' | cmp - said

# It is in the log, which is its owner's alone.
$ rm .local/state/shop/chat_response.txt
$ shop chat save --message "$(printf 'two\n\nlines')" --reply "$(printf '2026-01-01T00:00:00Z conversation 9\nx')"
$ cat .local/state/shop/chat_response.txt
2026-11-22T10:00:00Z conversation 4
question: two
  
  lines
answer: 2026-01-01T00:00:00Z conversation 9
  x
\
$ stat -c %a .local/state/shop/chat_response.txt
600

# What cannot be saved changes nothing.
$ sqlite3 .local/share/shop/shop.db 'SELECT count(*) FROM message; SELECT count(*) FROM conversation' >before
$ shop chat save --message a
2> shop: missing --reply
2> hint: give both, or neither and JSON on standard input
? 2
$ shop chat save --reply a
2> shop: missing --message
2> hint: give both, or neither and JSON on standard input
? 2
$ shop chat save --message a --reply ' '
2> shop: the reply is empty
? 2
$ shop chat save --message '' --reply a
2> shop: the message is empty
? 2
$ shop chat save --message "$(head -c 9000 /dev/zero | tr '\0' x)" --reply a
2> shop: a message has at most 8192 bytes
? 2
$ head -c 65537 /dev/zero | tr '\0' x | jq -R '{message: "a", reply: .}' | shop chat save
2> shop: a reply has at most 65536 bytes
? 2
$ shop chat save </dev/null
2> shop: the input is not a JSON object
2> hint: the input is to be {"message":"...","reply":"..."}
? 2
$ echo '{"message":"a"}' | shop chat save
2> shop: the input has no 'reply'
2> hint: the input is to be {"message":"...","reply":"..."}
? 2
$ echo '{"message":"a","reply":7}' | shop chat save
2> shop: 'reply' of the input is not a text
2> hint: the input is to be {"message":"...","reply":"..."}
? 2
$ echo '{"message":"a","reply":"b","user_id":1}' | shop chat save
2> shop: the input has a member 'user_id', which is not known
2> hint: the input is to be {"message":"...","reply":"..."}
? 2
$ echo '{"message":"a","reply":"b","conversation":"1"}' | shop chat save
2> shop: 'conversation' of the input is not a conversation's number
2> hint: the input is to be {"message":"...","reply":"..."}
? 2
$ echo '{"message":"a","message":"b","reply":"b"}' | shop chat save
2> shop: the input is not a JSON object
2> hint: the input is to be {"message":"...","reply":"..."}
? 2
$ echo '{"message":"a","reply":"b","conversation":2}' | shop chat save --conversation 1
2> shop: --conversation and the input name two conversations
? 2
$ echo '{"message":"a","reply":"b","conversation":99}' | shop chat save
2> shop: there is no conversation 99
2> hint: 'shop chat list' shows yours
? 3
$ shop chat save --new --conversation 1 --message a --reply b
2> shop: --new and --conversation cannot go together
? 2
$ sqlite3 .local/share/shop/shop.db 'SELECT count(*) FROM message; SELECT count(*) FROM conversation' | cmp - before

# A token that may only read asks, and is answered; it saves and resets nothing.
$ shop token create look --output look.token
$ SHOP_TOKEN_FILE=look.token shop chat hello --json | jq .conversation
5
$ SHOP_TOKEN_FILE=look.token shop chat save --message a --reply b
2> shop: this token may read, and change nothing
2> hint: log in with your password, or use a token with full rights
? 5
$ SHOP_TOKEN_FILE=look.token shop chat --yes cancel order 1240
2> shop: --yes: this token may read, and change nothing
2> hint: without --yes, it may ask
? 5
$ SHOP_TOKEN_FILE=look.token shop chat reset
2> shop: this token may read, and change nothing
2> hint: log in with your password, or use a token with full rights
? 5
$ SHOP_TOKEN_FILE=look.token shop chat reset --all --yes
2> shop: this token may read, and change nothing
2> hint: log in with your password, or use a token with full rights
? 5
$ SHOP_TOKEN_FILE=look.token shop chat history --limit 1 --json | jq '.[].conversation'
5
