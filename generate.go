package singdance

//go:generate go run ./internal/generate/imports
//go:generate go run ./internal/generate/verdicts
//go:generate go run ./internal/generate/pages
//go:generate go run ./internal/generate/observed
