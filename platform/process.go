package platform

// State says whether a process still runs.
type State string

// The states of a process.
const (
	// Alive is the state of a process that has not ended: running, sleeping or stopped.
	Alive State = "alive"
	// Zombie is the state of a process that has ended and whose parent has not fetched its exit status yet. There
	// are none on Windows.
	Zombie State = "zombie"
)

// Process is one row of the operating system's process table.
type Process struct {
	// PID is the process id.
	PID int `json:"pid"`
	// PPID is the parent's process id. On Unix an orphan's is the process that adopted it. On Windows it is the id
	// of the process that created this one, even when that one has ended and its id belongs to another process.
	PPID int `json:"ppid"`
	// Group is the process group; 0 on Windows.
	Group int `json:"group,omitempty"`
	// Start is when the process was started, in the platform's own unit: clock ticks since the system's start on
	// Linux (proc_pid_stat(5), field 22), microseconds since 1970 on macOS and NetBSD, and since the system's start on
	// FreeBSD and OpenBSD, seconds since 1970 where only ps(1) tells (DragonFly, and FreeBSD with 32 bits), 100 ns since
	// 1601 on Windows (GetProcessTimes). Together with PID it is the process's identity: a process that got a used id has
	// another start. 0 where the system does not tell, which is about a process of another user on Windows, and one that
	// has ended on NetBSD and OpenBSD.
	Start int64 `json:"start,omitempty"`
	// State is Alive or Zombie.
	State State `json:"state"`
	// Name is the executable's short name; Linux cuts it after 15 bytes, the other Unix systems after about as many.
	Name string `json:"name,omitempty"`
	// Command is the argument vector where the system shows it to us. On the BSDs, where it comes from ps(1), the
	// boundaries between arguments that contain spaces are lost.
	Command []string `json:"command,omitempty"`
}

// Processes reads the whole process table, without the argument vectors. Processes come and go while it is read; one
// that vanishes meanwhile is left out.
func Processes() ([]Process, error) {
	return processes()
}
