# GET products/ID: shop products show.

$ each <<'END'
> shop products show EL-0002 | grep -v ^review_list
> END
== nobody, alice, bob, admin
id	2
sku	EL-0002
name	Pulse Smartwatch S2, Silver
brand	Tarvoxa
category	Electronics/Wearables/Smartwatches
price_cents	$134.00
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
$ each <<'END'
> shop products show EL-0002 --json | jq -c '[.id, .sku, .price_cents, (.review_list | length)]'
> END
== nobody, alice, bob, admin
[2,"EL-0002",13400,2]
