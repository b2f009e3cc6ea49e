package platform

// Describe returns one line about this system for reports: operating system, version and machine. Examples: "linux
// 6.1.0-30-amd64 x86_64", "darwin 23.6.0 arm64", "windows 10.0.19045 amd64 (Wine 10.0)". Version and machine come from
// uname(2); on Windows, the version comes from RtlGetVersion and the machine is the one that this program was built
// for.
func Describe() string {
	line := describe()
	if version := WineVersion(); version != "" {
		line += " (Wine " + version + ")"
	}
	return line
}

// WineVersion returns the version of Wine, for example "10.0", if Wine runs this Windows program. On Windows itself and
// on all other systems it returns "". Wine's ntdll.dll exports wine_get_version, which Windows does not have.
func WineVersion() string {
	return wineVersion()
}
