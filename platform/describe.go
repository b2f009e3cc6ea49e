package platform

// Describe returns one line about this system for reports: operating system, version, machine; for example
// "linux 6.1.0-30-amd64 x86_64", "darwin 23.6.0 arm64", "windows 10.0.19045 amd64 (Wine 10.0)". Version and machine are
// those of uname(2), on Windows those of RtlGetVersion and of this program.
func Describe() string {
	line := describe()
	if version := WineVersion(); version != "" {
		line += " (Wine " + version + ")"
	}
	return line
}

// WineVersion returns the version of Wine, for example "10.0", when that is what runs this Windows program; "" on
// Windows itself and everywhere else. Wine's ntdll.dll tells it by the export wine_get_version, which Windows does not
// have.
func WineVersion() string {
	return wineVersion()
}
