package platform

import (
	"fmt"
	"runtime"
	"unsafe"

	"golang.org/x/sys/windows"
)

// describe asks RtlGetVersion. Unlike GetVersionEx, it does not depend on the program's manifest.
func describe() string {
	version := windows.RtlGetVersion()
	return fmt.Sprintf("%s %d.%d.%d %s", runtime.GOOS,
		version.MajorVersion, version.MinorVersion, version.BuildNumber, runtime.GOARCH)
}

// wineVersion calls wine_get_version of ntdll.dll, if it exists.
func wineVersion() string {
	export := windows.NewLazySystemDLL("ntdll.dll").NewProc("wine_get_version")
	if export.Find() != nil {
		return ""
	}
	text, _, _ := export.Call()
	// The text is a constant of the library, outside of Go's memory.
	return windows.BytePtrToString(*(**byte)(unsafe.Pointer(&text)))
}
