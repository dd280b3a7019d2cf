# GET products: shop products list.

$ each <<'END'
> shop products list --sort price --limit 2
> END
== nobody, alice, bob, admin
149	BK-0054	Magnetic Bookmarks for Paperbacks, Set of Six	Pelmora	$4.50	41	
148	BK-0053	Brass Bookmark, Feather	Pelmora	$7.90	33	4.5
$ each <<'END'
> shop products list --sort price --limit 2 --json | jq -c '.[] | [.sku, .price_cents]'
> END
== nobody, alice, bob, admin
["BK-0054",450]
["BK-0053",790]
