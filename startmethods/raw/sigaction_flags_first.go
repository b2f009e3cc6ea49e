//go:build linux && (mips || mipsle || mips64 || mips64le)

package raw

// handlerWord is the index of the handler in the kernel's struct sigaction, counted in words. The 32-bit flags come first.
const handlerWord = 1
