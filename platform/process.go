package platform

// State is whether a process is alive or has ended.
type State string

// The states of a process.
const (
	// Alive is the state of a process that has not ended: it is running, sleeping or stopped.
	Alive State = "alive"
	// Zombie is the state of a process that has ended, but whose parent has not fetched its exit status yet. Windows
	// has no zombies.
	Zombie State = "zombie"
)

// Process is one row of the operating system's process table.
type Process struct {
	// PID is the process ID.
	PID int `json:"pid"`
	// PPID is the process ID of the parent. On Unix, the parent of an orphan is the process that adopted it. On
	// Windows, it is the process that created this one, even if that one has ended and another process has its ID.
	PPID int `json:"ppid"`
	// Group is the process group; 0 on Windows.
	Group int `json:"group,omitempty"`
	// Start is when the process was started. Its unit depends on the platform:
	//
	//   - Linux: clock ticks since the boot (proc_pid_stat(5), field 22)
	//   - macOS and NetBSD: microseconds since 1970
	//   - FreeBSD and OpenBSD: microseconds since the boot
	//   - DragonFly and 32-bit FreeBSD, where only ps(1) reports it: seconds since 1970
	//   - Windows: 100 ns since 1601 (GetProcessTimes)
	//
	// PID and Start together identify a process: a process that reuses an ID has another start time. Start is 0 if the
	// system does not report it: for a process of another user on Windows, and for a process that has ended on NetBSD
	// and OpenBSD.
	Start int64 `json:"start,omitempty"`
	// State is Alive or Zombie.
	State State `json:"state"`
	// Name is the short name of the executable. Linux truncates it after 15 bytes, the other Unix systems after about
	// as many.
	Name string `json:"name,omitempty"`
	// Command is the argument list, if the system shows it to us. On the BSDs, it comes from ps(1), which loses the
	// boundaries between arguments that contain spaces.
	Command []string `json:"command,omitempty"`
}

// Processes returns the whole process table, without the arguments. Processes may start and end while it is read. A
// process that ends meanwhile is left out.
func Processes() ([]Process, error) {
	return processes()
}
