# PUT products/update/ID: shop admin product update.

$ each <<'END'
> shop admin product update EL-0002 --price 99
> END
== nobody
! shop: not logged in
! hint: run 'shop login', or 'shop register' if you have no account
exit 4
== alice, bob
! shop: 'shop admin product update' is for admins
! hint: log in as one: 'shop login EMAIL'
exit 5
== admin
id	2
sku	EL-0002
name	Pulse Smartwatch S2, Silver
brand	Tarvoxa
category	Electronics/Wearables/Smartwatches
price_cents	$99.00
stock	6
rating	4.5
reviews	2
image	images/el-0002.png
url	
description	The S2 with a brushed steel bezel and a pale grey strap. Inside it is the same watch: heart rate, sleep, forty workouts and a week between charges.
created_at	2026-01-16T10:00:00Z
attributes.color	silver
attributes.strap	silicone
attributes.case_size	42 mm
attributes.battery_life	7 days
attributes.connectivity	Bluetooth 5.2
attributes.water_resistance	5 ATM
variants	1	EL-0001	Pulse Smartwatch S2	Tarvoxa	$129.00	14	4.17
review_list	2026-03-15T12:00:00Z	Carol Whitaker	5	The steel bezel looks far more expensive than it was. I wear it to work every day.	no
review_list	2026-03-03T01:00:00Z	佐藤 遥	4	文字盤が明るくて読みやすい。ベルトは少し硬いです。	no
$ each <<'END'
> shop admin product update EL-0002 --price 99 --json | jq -c '[.sku, .price_cents]'
> END
== nobody
! {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
== alice, bob
! {"error":{"code":"denied","message":"'shop admin product update' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}
== admin
["EL-0002",9900]
