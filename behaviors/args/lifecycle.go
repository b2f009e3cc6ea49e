package args

// Some behaviors of arguments are judged on the program process-lifecycle. Its child observed receives a list that the main
// process changes before and after start().
const (
	lifecycle = "process-lifecycle"
	observed  = "observed"
)
