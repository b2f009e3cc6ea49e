//go:build linux && (mips || mipsle || mips64 || mips64le)

package raw

// handlerWord is where the handler stands in what the kernel keeps of a signal: behind the flags, which have 32 bits.
const handlerWord = 1
