# A conversation on a terminal.

$ demo alice
$ printf 'show me smartwatches under 100\n/show 2\n/products\n/order 1234\n/history\n/explain\n/engine\n/quit\n' | tty shop chat --no-color >said
$ grep -cE '^ask about products and orders; /help for more' said
1
$ grep -oE 'I found 3 smartwatches|^1 Stride Smartwatch Lite +\$49.90 +32 +3.25 +4|^10:00  builtin|Name +Fernway Kids Smartwatch|Status +shipped|user +show me|^Command +shop products search .*|the engine is builtin' said | sed 's/  */ /g' | LC_ALL=C sort | uniq -c | sed 's/^ *//'
2 1 Stride Smartwatch Lite $49.90 32 3.25 4
1 10:00 builtin
1 Command shop products search smartwatches --thing --max-price 99.99
3 I found 3 smartwatches
1 Name Fernway Kids Smartwatch
1 Status shipped
1 the engine is builtin
1 user show me

# What was typed is kept for the next time, for its owner alone.
$ stat -c %a .local/state/shop/chat_typed.txt
600
$ head -n 2 .local/state/shop/chat_typed.txt
show me smartwatches under 100
/show 2

# What is wrong ends nothing.
$ printf '/shwo 1\n/frobnicate\n/show\n/order x\n/show 99999\n/engine fast\nhello\n/quit\n' | tty shop chat --no-color | grep -E '^(shop|hint):|^Hello'
shop: unknown command '/shwo'
hint: did you mean '/show'?
shop: unknown command '/frobnicate'
hint: /help shows those there are
shop: missing a product: its number under the answer, or its SKU
shop: 'x' is not the number of an order
hint: 'shop order list' shows yours
shop: there is no product '99999'
hint: 'shop products search WORDS' finds products by what they are
shop: there is no engine 'fast'
hint: it is one of builtin|ollama|auto
Hello! Ask me about products, your orders, or the shop's rules.

# A new conversation, and the end of the input.
$ printf 'hello\n/reset\nhello\n\004' | tty shop chat --no-color >said
$ shop chat list | cut -f 1,4,5
2	2	yes
1	6	no

# Of other conversations, nothing is shown.
$ printf '/history\n/reset\n/history\n/engine builtin \n/quit\n' | tty shop chat --no-color | grep -oE '(user|assistant) +Hello!|user +[a-z]+|no messages|the engine is builtin' | sed 's/  */ /g'
user hello
assistant Hello!
no messages
the engine is builtin

# What cannot be done any more is not asked for.
$ (printf 'cancel order 1234\n'; sleep 1; printf '/quit\n') | tty shop chat --no-color >said; grep -c 'it can no longer be cancelled' said; grep -c 'do it?' said
1
0
? 1

# An order is cancelled when the person says so, and not otherwise.
$ (printf 'cancel order 1240\n'; sleep 1; printf 'n\n/quit\n') | tty shop chat --no-color | grep -oE '^shop order cancel 1240 - do it\? \[y/N\]'
shop order cancel 1240 - do it? [y/N]
$ shop order show 1240 --json | jq -r .status
pending
$ (printf 'cancel order 1240\n'; sleep 1; printf 'y\n/quit\n') | tty shop chat --no-color | grep -cE '^Status +cancelled'
1
$ shop order show 1240 --json | jq -r .status
cancelled

# Once, without a conversation: asked on a terminal, proposed elsewhere, done with --yes.
$ demo alice
$ shop chat cancel order 1240 | tail -n 2
    shop order cancel 1240
Nothing has been cancelled yet.
$ shop order show 1240 --json | jq -r .status
pending
$ tty shop chat --no-input cancel order 1240 | tail -n 1
Nothing has been cancelled yet.
$ (sleep 1; echo n) | tty shop chat cancel order 1240 | grep -c 'do it?'
1
$ shop order show 1240 --json | jq -r .status
pending
$ shop chat --yes --json cancel order 1240 | jq -c '.done | map([.id, .status])'
[[1240,"cancelled"]]
$ shop chat --yes 'buy the stride smartwatch lite' --json
2> {"error":{"code":"invalid","message":"there is no address to send it to","hint":"give one with --address, or keep one with 'shop profile update'","exit":2}}
? 2
$ shop profile update --address '1 Elm, Ash, 9, Oz'
$ shop chat --yes 'buy two of the stride smartwatch lite' --json | jq -c '.done | map([.status, (.items | map([.name, .quantity]))])'
[["pending",[["Stride Smartwatch Lite",2]]]]
$ shop chat --yes 'what is the cheapest smartwatch?' --json | jq -c .done
[]

# Events for programs.
$ shop chat --jsonl hello | jq -c '[.event, .text, .reply]'
["text","Hello! Ask me about products, your orders, or the shop's rules.",null]
["answer",null,"Hello! Ask me about products, your orders, or the shop's rules."]

# Engines.
$ shop chat --engine fast hello
2> shop: option '--engine' does not take 'fast'
2> hint: it takes one of builtin|ollama|auto
2> usage: shop chat [OPTIONS] [MESSAGE...]
? 2
$ SHOP_ENGINE=fast shop chat hello
2> shop: there is no engine 'fast'
2> hint: SHOP_ENGINE is one of builtin|ollama|auto
? 2
$ SHOP_ENGINE=fast shop chat --engine builtin hello
Hello! Ask me about products, your orders, or the shop's rules.
