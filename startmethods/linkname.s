// This file is empty. It is here so that the compiler takes the declarations in fork.go that have no body.
