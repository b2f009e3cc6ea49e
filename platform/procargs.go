//go:build darwin || linux

package platform

import (
	"bytes"
	"encoding/binary"
)

// parseProcargs reads a kern.procargs2 block of macOS: the number of arguments in four bytes, the path of the
// executable, null bytes, then the arguments and the environment, each ending in a null byte. What follows an empty
// entry after the arguments belongs to the dynamic linker. This file is built on Linux too, where it is tested.
func parseProcargs(block []byte) (command, environment []string, ok bool) {
	const countBytes = 4
	if len(block) < countBytes {
		return nil, nil, false
	}
	count := int(int32(binary.LittleEndian.Uint32(block)))
	_, rest, ok := bytes.Cut(block[countBytes:], []byte{0})
	if !ok || count < 0 {
		return nil, nil, false
	}
	rest = bytes.TrimLeft(rest, "\x00")
	for range count {
		var argument []byte
		if argument, rest, ok = bytes.Cut(rest, []byte{0}); !ok {
			return nil, nil, false
		}
		command = append(command, string(argument))
	}
	for {
		var variable []byte
		variable, rest, ok = bytes.Cut(rest, []byte{0})
		if !ok || len(variable) == 0 {
			return command, environment, true
		}
		environment = append(environment, string(variable))
	}
}
