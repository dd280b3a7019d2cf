# What was said: which of it, in which order, and to whom it is shown.

$ demo alice
$ shop chat history
$ shop chat history --json
[]
$ shop chat history --jsonl
$ export SHOP_NOW=2026-11-20T09:00:00Z; shop chat save -m 'Do you have a Café au lait MUG?' -r 'Yes, one, über cheap.'
$ export SHOP_NOW=2026-11-21T09:00:00Z; shop chat save --new -m 'and a naïve one?' -r 'No.'
$ export SHOP_NOW=2026-11-22T09:00:00Z; shop chat save --conversation 1 -m 'a mug in blue?' -r "$(printf 'One, in blue\nand two in red.')"

# All of it, oldest first, whatever the conversation.
$ shop chat history | cut -f 1-3
1	2026-11-20T09:00:00Z	user
1	2026-11-20T09:00:00Z	assistant
2	2026-11-21T09:00:00Z	user
2	2026-11-21T09:00:00Z	assistant
1	2026-11-22T09:00:00Z	user
1	2026-11-22T09:00:00Z	assistant
$ shop chat history --jsonl | jq -c '[.id, .conversation, .role, .engine, .model]'
[1,1,"user",null,null]
[2,1,"assistant","external",null]
[3,2,"user",null,null]
[4,2,"assistant","external",null]
[5,1,"user",null,null]
[6,1,"assistant","external",null]

# A conversation, a time, words, the newest.
$ shop chat history --conversation '#2' | tail -n 1 | cut -f 4
No.
$ shop chat history --conversation 2 | cut -f 4
and a naïve one?
No.
$ shop chat history --since 2026-11-21 --until 2026-11-21 | cut -f 4
and a naïve one?
No.
$ shop chat history --since 2026-11-22T09:00:01Z
$ shop chat history --until 2026-11-20T08:59:59Z
$ shop chat history --since 2026-11-22 --until 2026-11-21
2> shop: the time ends before it begins
? 2
$ shop chat history --search 'mug CAFE' | cut -f 4
Do you have a Café au lait MUG?
$ shop chat history --search 'UBER' | cut -f 4
Yes, one, über cheap.
$ shop chat history --search Ü | cut -f 4
Do you have a Café au lait MUG?
Yes, one, über cheap.
a mug in blue?
One, in blue and two in red.
$ shop chat history --search mug --limit 1 | cut -f 4
a mug in blue?
$ shop chat history --limit 3 --jsonl | jq .id
4
5
6
$ shop chat history --limit 1 --conversation 2 --until 2026-11-21T09:00:00Z | cut -f 4
No.
$ shop chat history --search 'no such word'
$ shop chat history --search 'mug' --limit 5 --since 2026-11-21 --jsonl | jq .id
5

# The answers of the shop's own assistant are there, too.
$ shop chat --conversation 2 'What is the cheapest smartwatch?' >said
$ shop chat history --limit 1 | cut -f 4 | cmp - said
$ shop chat history --limit 1 --json | jq -c '.[] | [.conversation, .role, .engine, .model]'
[2,"assistant","builtin",null]

# Conversations, the latest first.
$ shop chat list
2	2026-11-21T09:00:00Z	2026-11-22T10:00:00Z	4	yes	and a naïve one?
1	2026-11-20T09:00:00Z	2026-11-22T09:00:00Z	4	no	Do you have a Café au lait MUG?
$ shop chat list --limit 1 --json
[
{"id":2,"created_at":"2026-11-21T09:00:00Z","last_at":"2026-11-22T10:00:00Z","messages":4,"current":true,"question":"and a naïve one?"}
]

# Nothing of it is another's.
$ cp "$DEMO"/bob.token .local/state/shop/token
$ shop chat history
$ shop chat list --json
[]
$ shop chat history --conversation 1
2> shop: there is no conversation 1
2> hint: 'shop chat list' shows yours
? 3
$ shop chat history --conversation 99
2> shop: there is no conversation 99
2> hint: 'shop chat list' shows yours
? 3
$ shop chat save --conversation 1 -m a -r b
2> shop: there is no conversation 1
2> hint: 'shop chat list' shows yours
? 3
$ cp "$DEMO"/admin.token .local/state/shop/token
$ shop chat history --json --conversation 1
2> {"error":{"code":"not_found","message":"there is no conversation 1","hint":"'shop chat list' shows yours","exit":3}}
? 3

# A message that begins with the name of a subcommand.
$ cp "$DEMO"/alice.token .local/state/shop/token
$ shop chat history books
2> shop: 'books' is one word too many
2> hint: words that begin with 'history' are quoted, or follow --: shop chat -- history ...
2> usage: shop chat history [OPTIONS]
? 2
$ shop chat "history of rome books" --json | jq -r .message
history of rome books
$ shop chat --json -- history books | jq -r .message
history books
$ shop chat histories --json | jq -r .message
histories
$ shop chat --json history | jq length
14

# What cannot be asked for.
$ shop chat history --search '  '
2> shop: there are no words to search for
? 2
$ shop chat history --since yesterday
2> shop: option '--since': expected a time such as 2026-11-22T10:00:00Z, got 'yesterday'
2> hint: write a day as 2026-11-22
? 2
$ shop chat history --limit 0
2> shop: option '--limit' takes a whole number from 1 to 2147483647, not '0'
2> usage: shop chat history [OPTIONS]
? 2
$ shop chat history --serach mug
2> shop: there is no option '--serach' here
2> hint: did you mean '--search'?
2> usage: shop chat history [OPTIONS]
? 2

# What steers a terminal does not come through.
$ shop chat save -m "$(printf 'a\033[2Jb\tc')" -r "$(printf 'x\302\233y\177')"
$ shop chat history --limit 2 | LC_ALL=C tr -d '\n\t -~' | wc -c
0

# Completion knows the conversations.
$ shop __complete -- chat history --conversation 2
2	and a naïve one?
$ shop __complete -- chat h
history	show what was said so far
