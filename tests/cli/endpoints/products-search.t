# GET products_search: shop products search.

$ each <<'END'
> shop products search smartwatch --sort price --limit 2
> END
== nobody, alice, bob, admin
5	EL-0005	Stride Smartwatch Lite	Hobbeluck	$49.90	32	3.25
6	EL-0006	Fernway Kids Smartwatch	Hobbeluck	$64.50	9	4.0
$ each <<'END'
> shop products search smartwatch --sort price --limit 2 --json | jq -c '.[] | [.sku, .price_cents]'
> END
== nobody, alice, bob, admin
["EL-0005",4990]
["EL-0006",6450]
