# GET products_search: shop products search.

# Nobody
$ demo
$ shop products search smartwatch --sort price --limit 2
5	EL-0005	Stride Smartwatch Lite	Hobbeluck	$49.90	32	3.25
6	EL-0006	Fernway Kids Smartwatch	Hobbeluck	$64.50	9	4.0
$ demo
$ shop products search smartwatch --sort price --limit 2 --json | jq -c '.[] | [.sku, .price_cents]'
["EL-0005",4990]
["EL-0006",6450]

# A customer
$ demo alice
$ shop products search smartwatch --sort price --limit 2
5	EL-0005	Stride Smartwatch Lite	Hobbeluck	$49.90	32	3.25
6	EL-0006	Fernway Kids Smartwatch	Hobbeluck	$64.50	9	4.0
$ demo alice
$ shop products search smartwatch --sort price --limit 2 --json | jq -c '.[] | [.sku, .price_cents]'
["EL-0005",4990]
["EL-0006",6450]

# Another customer
$ demo bob
$ shop products search smartwatch --sort price --limit 2
5	EL-0005	Stride Smartwatch Lite	Hobbeluck	$49.90	32	3.25
6	EL-0006	Fernway Kids Smartwatch	Hobbeluck	$64.50	9	4.0
$ demo bob
$ shop products search smartwatch --sort price --limit 2 --json | jq -c '.[] | [.sku, .price_cents]'
["EL-0005",4990]
["EL-0006",6450]

# An admin
$ demo admin
$ shop products search smartwatch --sort price --limit 2
5	EL-0005	Stride Smartwatch Lite	Hobbeluck	$49.90	32	3.25
6	EL-0006	Fernway Kids Smartwatch	Hobbeluck	$64.50	9	4.0
$ demo admin
$ shop products search smartwatch --sort price --limit 2 --json | jq -c '.[] | [.sku, .price_cents]'
["EL-0005",4990]
["EL-0006",6450]
