package hostile

import (
	"bytes"
	"os"
	"strings"
)

// markup is text that could take over the terminal or the browser of a reader.
const markup = "\x1b[2J\x1b]0;title\a\u009b31m\u202eturned\x00</pre><script>alert(1)</script><![CDATA[ ]]> `|` &amp;"

// outputCases returns the cases about standard output and standard error.
func outputCases() []Case {
	return []Case{
		{
			ID: "endless-stdout", Description: "prints to standard output without end", ExpectedVerdict: crash, ExpectedReason: "^cap on output: ",
			misbehave: func() { flood(os.Stdout, "flood\n") },
		},
		{
			ID: "endless-stderr", Description: "prints to standard error without end", ExpectedVerdict: crash, ExpectedReason: "^cap on output: ",
			misbehave: func() { flood(os.Stderr, "flood\n") },
		},
		{
			ID: "stdout-long-line", Description: "prints a line of 1 GB", ExpectedVerdict: crash, ExpectedReason: "^cap on output: ", skipProgram: true,
			misbehave: func() {
				reportEvent("body", "main", nil)
				block := bytes.Repeat([]byte("x"), 1<<20)
				for range 1 << 10 {
					_, err := os.Stdout.Write(block)
					must(err)
				}
				sleepForever()
			},
		},
		{
			ID: "output-markup", Description: "prints terminal control sequences and HTML, and exits", ExpectedVerdict: crash, ExpectedReason: "reported no event",
			misbehave: func() {
				for _, file := range []*os.File{os.Stdout, os.Stderr} {
					_, err := file.WriteString(strings.Repeat(markup+"\n", 3))
					must(err)
				}
			}, skipProgram: true,
		},
		{
			ID: "events-markup", Description: "reports terminal control sequences and HTML in an event", ExpectedVerdict: fail, ExpectedReason: "must report .enter.", skipProgram: true,
			misbehave: func() { reportEvent("body"+markup, markup, map[string]any{markup: markup}) },
		},
		{
			ID: "other-encoding", Description: "changes the locale and prints in other encodings", ExpectedVerdict: pass,
			misbehave: func() {
				for _, name := range []string{"LC_ALL", "LANG", "LANGUAGE"} {
					must(os.Setenv(name, "tr_TR.ISO-8859-9"))
				}
				_, err := os.Stdout.Write([]byte("\xfe\xff\x00\xd8 \xc3\x28 \xed\xa0\x80\n"))
				must(err)
			},
		},
	}
}

// flood prints to a file without end.
func flood(file *os.File, text string) {
	reportEvent("body", "main", nil)
	block := []byte(strings.Repeat(text, 20<<10))
	for {
		_, err := file.Write(block)
		must(err)
	}
}
