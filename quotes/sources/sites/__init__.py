"""One module a source; each opens with what the site is, its history and its oddities. Registered in
`quotes.sources.registry`."""
