package raw

// A Text puts bytes together in memory that was made before the fork. What does not fit into it is a mistake of the
// program, which an index out of range stops.
type Text struct {
	room   []byte
	length int
}

// NewText makes a text that can hold so many bytes. It allocates, so it belongs before the fork.
func NewText(capacity int) *Text { return &Text{room: make([]byte, capacity)} }

// Reset makes the text empty.
//
//go:nosplit
//go:norace
func (t *Text) Reset() { t.length = 0 }

// Bytes are what has been added since the last Reset. They change with the next one.
//
//go:nosplit
//go:norace
func (t *Text) Bytes() []byte { return t.room[:t.length] }

// Add adds bytes.
//
//go:nosplit
//go:norace
func (t *Text) Add(text []byte) {
	for _, b := range text {
		t.room[t.length] = b
		t.length++
	}
}

// AddString adds a string.
//
//go:nosplit
//go:norace
func (t *Text) AddString(text string) {
	for i := range len(text) {
		t.room[t.length] = text[i]
		t.length++
	}
}

// AddInt adds a number in decimal digits, with zeros before it if it has fewer digits than width.
//
//go:nosplit
//go:norace
func (t *Text) AddInt(number int64, width int) {
	if number < 0 {
		t.AddString("-")
	}
	digits, rest := 1, number
	for rest /= 10; rest != 0; rest /= 10 {
		digits++
	}
	digits = max(digits, width)
	for i := digits - 1; i >= 0; i-- {
		// Of a negative number the rest is negative as well; the smallest has no positive counterpart.
		digit := number % 10
		if digit < 0 {
			digit = -digit
		}
		t.room[t.length+i] = byte('0' + digit)
		number /= 10
	}
	t.length += digits
}
