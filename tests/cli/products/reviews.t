$ demo
$ shop products reviews EL-0005
2026-10-08T15:00:00Z	Bob Lindgren	4	For the price I expected a toy. It counts steps, it buzzes when my wife calls, and that is all I need.	no
2026-08-30T02:00:00Z	Alice Martin	4	Bought it for my mother, who had never worn one. She now walks round the block to reach her number.	no
2026-08-25T11:00:00Z	Władysław Żurek	2	The clip of the charging cable is so weak that it was empty on two mornings out of five.	no
2026-07-03T06:00:00Z	Carol Whitaker	3	Fine for a first try, but the screen is dim in daylight.	no
$ shop products reviews EL-0005 --limit 1 --json
[
{"id":14,"created_at":"2026-10-08T15:00:00Z","author":"Bob Lindgren","rating":4,"comment":"For the price I expected a toy. It counts steps, it buzzes when my wife calls, and that is all I need.","verified":false}
]
$ tty shop products reviews EL-0005 --limit 1 --no-color
Date             By           Stars Comment                          Bought here
2026-10-08 15:00 Bob Lindgren ★★★★☆ For the price I expected a toy.  no
                                    It counts steps, it buzzes when  
                                    my wife calls, and that is all I 
                                    need.                            
$ shop products reviews EL-0003 --json | jq length
4
$ shop products reviews EL-9999
2> shop: there is no product 'EL-9999'
2> hint: 'shop products search WORDS' finds products by what they are
? 3
