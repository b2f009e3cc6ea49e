//go:build (linux && !mips && !mipsle && !mips64 && !mips64le) || darwin || freebsd || netbsd || dragonfly

package raw

// handlerWord is the index of the handler in the kernel's struct sigaction, counted in words.
const handlerWord = 0
