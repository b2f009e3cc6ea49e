//go:build (linux && !mips && !mipsle && !mips64 && !mips64le) || darwin || freebsd || netbsd || dragonfly

package raw

// handlerWord is where the handler stands in what the kernel keeps of a signal.
const handlerWord = 0
