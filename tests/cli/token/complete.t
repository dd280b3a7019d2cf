# Live values of completion: one's own tokens, and the accounts for admins alone.
$ demo alice
$ shop token create nightly >made
$ shop token create weekly >made
$ shop token revoke weekly
$ shop __complete -- token revoke n
nightly	
$ shop __complete -- token revoke '' | wc -l
2
$ shop __complete -- admin user show b
$ demo bob
$ shop __complete -- token revoke n
$ demo admin
$ shop __complete -- admin user show b
bob@example.com	Bob Lindgren
$ shop __complete -- admin user update bob@example.com --role ''
customer	
admin	
$ demo
$ shop __complete -- admin user show b
