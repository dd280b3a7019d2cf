# GET products/ID/reviews: shop products reviews.

# Nobody
$ demo
$ shop products reviews EL-0002 --limit 1
2026-03-15T12:00:00Z	Carol Whitaker	5	The steel bezel looks far more expensive than it was. I wear it to work every day.	no
$ demo
$ shop products reviews EL-0002 --limit 1 --json
[
{"id":7,"created_at":"2026-03-15T12:00:00Z","author":"Carol Whitaker","rating":5,"comment":"The steel bezel looks far more expensive than it was. I wear it to work every day.","verified":false}
]

# A customer
$ demo alice
$ shop products reviews EL-0002 --limit 1
2026-03-15T12:00:00Z	Carol Whitaker	5	The steel bezel looks far more expensive than it was. I wear it to work every day.	no
$ demo alice
$ shop products reviews EL-0002 --limit 1 --json
[
{"id":7,"created_at":"2026-03-15T12:00:00Z","author":"Carol Whitaker","rating":5,"comment":"The steel bezel looks far more expensive than it was. I wear it to work every day.","verified":false}
]

# Another customer
$ demo bob
$ shop products reviews EL-0002 --limit 1
2026-03-15T12:00:00Z	Carol Whitaker	5	The steel bezel looks far more expensive than it was. I wear it to work every day.	no
$ demo bob
$ shop products reviews EL-0002 --limit 1 --json
[
{"id":7,"created_at":"2026-03-15T12:00:00Z","author":"Carol Whitaker","rating":5,"comment":"The steel bezel looks far more expensive than it was. I wear it to work every day.","verified":false}
]

# An admin
$ demo admin
$ shop products reviews EL-0002 --limit 1
2026-03-15T12:00:00Z	Carol Whitaker	5	The steel bezel looks far more expensive than it was. I wear it to work every day.	no
$ demo admin
$ shop products reviews EL-0002 --limit 1 --json
[
{"id":7,"created_at":"2026-03-15T12:00:00Z","author":"Carol Whitaker","rating":5,"comment":"The steel bezel looks far more expensive than it was. I wear it to work every day.","verified":false}
]
