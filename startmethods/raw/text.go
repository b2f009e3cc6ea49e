package raw

// A Text collects bytes in memory that was allocated before the fork. Adding more than it has room for panics.
type Text struct {
	room   []byte
	length int
}

// NewText returns an empty Text with room for the given number of bytes. It allocates, so call it before the fork.
func NewText(capacity int) *Text { return &Text{room: make([]byte, capacity)} }

// Reset makes the text empty.
//
//go:nosplit
//go:norace
func (t *Text) Reset() { t.length = 0 }

// Bytes returns what was added since the last Reset. It is valid until the next Reset.
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

// AddInt adds a number in decimal, with leading zeros if it has fewer digits than width.
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
		// The remainder of a negative number is negative. (The number is not negated, because the smallest one has no negation.)
		digit := number % 10
		if digit < 0 {
			digit = -digit
		}
		t.room[t.length+i] = byte('0' + digit)
		number /= 10
	}
	t.length += digits
}
