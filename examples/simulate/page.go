package main

import pages "github.com/rochdale-go/rochdale/examples/internal/page"

func page(r *report) pages.Page { return pages.Page{Title: r.Case} }
