package singdance

//go:generate go run ./internal/generate/imports
