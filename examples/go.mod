module github.com/rochdale-go/rochdale/examples

go 1.26.0

require github.com/stretchr/testify v1.12.1

require (
	github.com/shopspring/decimal v1.6.0 // indirect
	golang.org/x/exp v0.0.0-20260824195058-e88cd73687aa // indirect
)

require (
	github.com/rochdale-go/rochdale v0.0.0
	go.yaml.in/yaml/v3 v3.0.5 // indirect
)

replace github.com/rochdale-go/rochdale => ../
