# Help is made from the tables of the commands, and comes by several ways.

$ shop --help
shop - an online shop on the command line
\
usage: shop [OPTIONS] COMMAND
\
Commands
  admin                        run the shop
[...]
  whoami                       show who is logged in
\
Options of every command
      --store URI              use this store (a path)
      --json                   print one JSON document
      --jsonl                  print one JSON object a line
      --no-color               print without colour
      --no-pager               do not start a pager
  -q, --quiet                  print no more than was asked for
      --no-input               never ask: fail instead
  -h, --help                   show help
      --version                show the version
\
More: shop COMMAND --help

# Without a command it is wrong usage.
$ shop 2>said
? 2
$ shop --help | cmp - said
$ shop help | cmp - said
$ shop help products
shop products - look at what is sold
\
usage: shop products COMMAND [OPTIONS]
\
Commands
  list                         list products
[...]
\
Options of every command
      --store URI              use this store (a path)
      --json                   print one JSON document
      --jsonl                  print one JSON object a line
      --no-color               print without colour
      --no-pager               do not start a pager
  -q, --quiet                  print no more than was asked for
      --no-input               never ask: fail instead
  -h, --help                   show help
      --version                show the version
\
More: shop products COMMAND --help
$ shop products 2>said
? 2
$ shop help products | cmp - said
$ shop products --help | cmp - said
$ shop products search --help
shop products search - find products by words
\
usage: shop products search [OPTIONS] QUERY...
\
  QUERY                        words to look for
\
Options
  -c, --category PATH          only this category, and those below
  -b, --brand BRAND            only this brand
  -a, --attribute NAME=VALUE   only with this attribute
      --min-price AMOUNT       only from this price
      --max-price AMOUNT       only up to this price
      --min-rating STARS       only rated so or better
      --max-rating STARS       only rated so or worse
      --not WORDS              only without these words
      --not-brand BRAND        not this brand
      --not-attribute NAME=VALUE only without this attribute
      --thing                  only what the words name, nothing for it
      --in-stock               only what can be bought
      --sold-out               only what is sold out
  -s, --sort ORDER             order; '-' turns it round (relevance|-relevance|price|-price|rating|-rating|newest|-newest|stock|-stock|name|-name)
  -n, --limit N                show at most N
      --offset N               leave out the first N
\
Options of every command
      --store URI              use this store (a path)
      --json                   print one JSON document
      --jsonl                  print one JSON object a line
      --no-color               print without colour
      --no-pager               do not start a pager
  -q, --quiet                  print no more than was asked for
      --no-input               never ask: fail instead
  -h, --help                   show help
      --version                show the version
$ shop products search --help >said; shop help products search | cmp - said
$ shop help no such thing
2> shop: 'shop no' is not a command
2> hint: 'shop --help' lists those that there are
? 2
$ shop --version
shop 0.1.0
$ shop --version --json
shop 0.1.0

# Unknown words: one line, what was meant, the usage.
$ shop product list
2> shop: 'shop product' is not a command
2> hint: did you mean 'products'?
2> usage: shop [OPTIONS] COMMAND
? 2
$ shop products serach watch
2> shop: 'shop products serach' is not a command
2> hint: did you mean 'search'?
2> usage: shop products COMMAND [OPTIONS]
? 2
$ shop prod
2> shop: 'shop prod' is not a command
2> hint: did you mean 'products'?
2> usage: shop [OPTIONS] COMMAND
? 2
$ shop products search watch --limt 3
2> shop: there is no option '--limt' here
2> hint: did you mean '--limit'?
2> usage: shop products search [OPTIONS] QUERY...
? 2
$ shop products search watch --sort prise
2> shop: option '--sort' does not take 'prise'
2> hint: did you mean 'price'? it takes one of relevance|-relevance|price|-price|rating|-rating|newest|-newest|stock|-stock|name|-name
2> usage: shop products search [OPTIONS] QUERY...
? 2
$ shop products search --limit many watch
2> shop: option '--limit' takes a whole number from 1 to 2147483647, not 'many'
2> usage: shop products search [OPTIONS] QUERY...
? 2
$ shop products search --limit
2> shop: option '--limit' needs a value (N)
2> usage: shop products search [OPTIONS] QUERY...
? 2
$ shop products search -x watch
2> shop: there is no option '-x' here
2> usage: shop products search [OPTIONS] QUERY...
? 2
$ shop products search
2> shop: missing QUERY
2> usage: shop products search [OPTIONS] QUERY...
? 2
$ shop products list extra
2> shop: 'extra' is one word too many
2> usage: shop products list [OPTIONS]
? 2
$ shop products list --json=yes
2> shop: option '--json' takes no value
2> usage: shop products list [OPTIONS]
? 2
$ shop products list --json --jsonl
2> {"error":{"code":"invalid","message":"--json and --jsonl cannot go together","hint":null,"exit":2}}
? 2
$ shop --json order
2> {"error":{"code":"invalid","message":"missing COMMAND","hint":"'shop order --help' lists those that there are","exit":2}}
? 2
$ shop --json frobnicate
2> {"error":{"code":"invalid","message":"'shop frobnicate' is not a command","hint":"'shop --help' lists those that there are","exit":2}}
? 2
$ shop --json products list --nonsense
2> {"error":{"code":"invalid","message":"there is no option '--nonsense' here","hint":null,"exit":2}}
? 2
$ shop products list --nonsense --json
2> {"error":{"code":"invalid","message":"there is no option '--nonsense' here","hint":null,"exit":2}}
? 2

# Options stand anywhere; -- ends them.
$ demo
$ shop --json products search watch --limit=1 | jq length
1
$ shop products --json search -n1 watch | jq length
1
$ shop products search watch -n 1 --json --no-json | wc -l
1
$ shop products search --json -- --limit | jq length
0
