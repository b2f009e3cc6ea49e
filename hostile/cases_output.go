package hostile

import (
	"bytes"
	"os"
	"strings"
)

// markup is what could take over a reader's terminal or page.
const markup = "\x1b[2J\x1b]0;title\a\u009b31m\u202eturned\x00</pre><script>alert(1)</script><![CDATA[ ]]> `|` &amp;"

// outputActs are about what is printed.
func outputActs() []Act {
	return []Act{
		{
			Name: "endless-stdout", Title: "prints without end", Expected: crash, Reason: "^cap on output: ",
			play: func() { flood(os.Stdout, "flood\n") },
		},
		{
			Name: "endless-stderr", Title: "prints on standard error without end", Expected: crash, Reason: "^cap on output: ",
			play: func() { flood(os.Stderr, "flood\n") },
		},
		{
			Name: "long-line", Title: "prints one line of 1 GB", Expected: crash, Reason: "^cap on output: ", stay: true,
			play: func() {
				tell("body", "main", nil)
				block := bytes.Repeat([]byte("x"), 1<<20)
				for range 1 << 10 {
					_, err := os.Stdout.Write(block)
					must(err)
				}
				hold()
			},
		},
		{
			Name: "markup", Title: "prints a terminal's control sequences and HTML, and ends", Expected: crash, Reason: "told no event",
			play: func() {
				for _, file := range []*os.File{os.Stdout, os.Stderr} {
					_, err := file.WriteString(strings.Repeat(markup+"\n", 3))
					must(err)
				}
			}, stay: true,
		},
		{
			Name: "markup-events", Title: "tells a terminal's control sequences and HTML", Expected: fail, Reason: "must tell .enter.", stay: true,
			play: func() { tell("body"+markup, markup, map[string]any{markup: markup}) },
		},
		{
			Name: "locale", Title: "changes the locale, and prints in another encoding", Expected: pass,
			play: func() {
				for _, name := range []string{"LC_ALL", "LANG", "LANGUAGE"} {
					must(os.Setenv(name, "tr_TR.ISO-8859-9"))
				}
				_, err := os.Stdout.Write([]byte("\xfe\xff\x00\xd8 \xc3\x28 \xed\xa0\x80\n"))
				must(err)
			},
		},
	}
}

func flood(file *os.File, text string) {
	tell("body", "main", nil)
	block := []byte(strings.Repeat(text, 20<<10))
	for {
		_, err := file.Write(block)
		must(err)
	}
}
