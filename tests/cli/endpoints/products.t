# GET products: shop products list.

# Nobody
$ demo
$ shop products list --sort price --limit 2
149	BK-0054	Magnetic Bookmarks for Paperbacks, Set of Six	Pelmora	$4.50	41	
148	BK-0053	Brass Bookmark, Feather	Pelmora	$7.90	33	4.5
$ demo
$ shop products list --sort price --limit 2 --json | jq -c '.[] | [.sku, .price_cents]'
["BK-0054",450]
["BK-0053",790]

# A customer
$ demo alice
$ shop products list --sort price --limit 2
149	BK-0054	Magnetic Bookmarks for Paperbacks, Set of Six	Pelmora	$4.50	41	
148	BK-0053	Brass Bookmark, Feather	Pelmora	$7.90	33	4.5
$ demo alice
$ shop products list --sort price --limit 2 --json | jq -c '.[] | [.sku, .price_cents]'
["BK-0054",450]
["BK-0053",790]

# Another customer
$ demo bob
$ shop products list --sort price --limit 2
149	BK-0054	Magnetic Bookmarks for Paperbacks, Set of Six	Pelmora	$4.50	41	
148	BK-0053	Brass Bookmark, Feather	Pelmora	$7.90	33	4.5
$ demo bob
$ shop products list --sort price --limit 2 --json | jq -c '.[] | [.sku, .price_cents]'
["BK-0054",450]
["BK-0053",790]

# An admin
$ demo admin
$ shop products list --sort price --limit 2
149	BK-0054	Magnetic Bookmarks for Paperbacks, Set of Six	Pelmora	$4.50	41	
148	BK-0053	Brass Bookmark, Feather	Pelmora	$7.90	33	4.5
$ demo admin
$ shop products list --sort price --limit 2 --json | jq -c '.[] | [.sku, .price_cents]'
["BK-0054",450]
["BK-0053",790]
