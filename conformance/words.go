package conformance

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/onsi/gomega/matchers"
	"github.com/onsi/gomega/types"

	"github.com/singdance/singdance/platform"
)

// Words describes a value of a recording for a reader. Equal values have equal words, and no Go type appears in them.
func Words(value any) string {
	switch value := value.(type) {
	case nil:
		return "nothing"
	case string:
		return fmt.Sprintf("%q", value)
	case error:
		return value.Error()
	case platform.Process:
		return fmt.Sprintf("process %d (%s)", value.PID, value.Name)
	case fmt.Stringer:
		return value.String()
	case map[string]any:
		return jsonWords(value)
	}
	v := reflect.ValueOf(value)
	switch v.Kind() {
	case reflect.Slice, reflect.Array:
		if v.Len() == 0 {
			return "an empty list"
		}
		var list []string
		for n := range v.Len() {
			list = append(list, Words(v.Index(n).Interface()))
		}
		return "[" + strings.Join(list, ", ") + "]"
	case reflect.Map:
		var list []string
		for _, key := range v.MapKeys() {
			list = append(list, fmt.Sprintf("%v: %s", key.Interface(), Words(v.MapIndex(key).Interface())))
		}
		slices.Sort(list)
		return "{" + strings.Join(list, ", ") + "}"
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			return "nothing"
		}
		return Words(v.Elem().Interface())
	case reflect.Struct:
		return jsonWords(value)
	default:
		return fmt.Sprint(value)
	}
}

// jsonWords writes a value as JSON in one line.
func jsonWords(value any) string {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	if encoder.Encode(value) != nil {
		return "a value that cannot be shown"
	}
	return strings.TrimSpace(text.String())
}

// matcherWords says what a matcher requires, as the end of a sentence that begins with "it must".
func matcherWords(matcher types.GomegaMatcher) string {
	switch m := matcher.(type) {
	case *matchers.EqualMatcher:
		return "be " + Words(m.Expected)
	case *matchers.BeEquivalentToMatcher:
		return "be " + Words(m.Expected)
	case *matchers.BeNilMatcher:
		return "be nothing"
	case *matchers.BeTrueMatcher:
		return "be true"
	case *matchers.BeFalseMatcher:
		return "be false"
	case *matchers.BeEmptyMatcher:
		return "be empty"
	case *matchers.BeZeroMatcher:
		return "be 0"
	case *matchers.HaveLenMatcher:
		return fmt.Sprintf("have %d entries", m.Count)
	case *matchers.ContainElementMatcher:
		return "include " + elementWords(m.Element)
	case *matchers.ContainElementsMatcher:
		return "include " + elementsWords(m.Elements)
	case *matchers.ConsistOfMatcher:
		return "be exactly " + elementsWords(m.Elements) + ", in any order"
	case *matchers.HaveEachMatcher:
		return "each be " + elementWords(m.Element)
	case *matchers.BeElementOfMatcher:
		return "be one of " + elementsWords(m.Elements)
	case *matchers.ContainSubstringMatcher:
		return fmt.Sprintf("contain %q", m.Substr)
	case *matchers.HavePrefixMatcher:
		return fmt.Sprintf("begin with %q", m.Prefix)
	case *matchers.HaveSuffixMatcher:
		return fmt.Sprintf("end with %q", m.Suffix)
	case *matchers.MatchRegexpMatcher:
		return fmt.Sprintf("match %s", m.Regexp)
	case *matchers.HaveKeyMatcher:
		return "have the field " + elementWords(m.Key)
	case *matchers.HaveKeyWithValueMatcher:
		return fmt.Sprintf("have the field %s with %s", elementWords(m.Key), elementWords(m.Value))
	case *matchers.HaveFieldMatcher:
		return fmt.Sprintf("have the %s %s", m.Field, elementWords(m.Expected))
	case *matchers.BeNumericallyMatcher:
		return numericWords(m)
	case *matchers.NotMatcher:
		return "not " + matcherWords(m.Matcher)
	case *matchers.AndMatcher:
		return joinMatchers(m.Matchers, " and ")
	case *matchers.OrMatcher:
		return joinMatchers(m.Matchers, " or ")
	}
	panic(fmt.Sprintf("matcherWords has no words for %T", matcher)) // a mutant of the judge that uses the matcher finds this
}

func numericWords(m *matchers.BeNumericallyMatcher) string {
	relation, known := map[string]string{
		">": "greater than", ">=": "at least", "<": "less than", "<=": "at most", "==": "equal to", "!=": "different from",
	}[m.Comparator]
	if !known || len(m.CompareTo) == 0 {
		panic(fmt.Sprintf("numericWords has no words for %q", m.Comparator))
	}
	return fmt.Sprintf("be %s %s", relation, Words(m.CompareTo[0]))
}

func joinMatchers(list []types.GomegaMatcher, separator string) string {
	var parts []string
	for _, m := range list {
		parts = append(parts, matcherWords(m))
	}
	return strings.Join(parts, separator)
}

// elementWords describes an element that a matcher looks for: a value or another matcher.
func elementWords(element any) string {
	if m, nested := element.(types.GomegaMatcher); nested {
		return "something that must " + matcherWords(m)
	}
	return Words(element)
}

// elementsWords describes elements. A matcher that was given one list looks for the elements of that list.
func elementsWords(elements []any) string {
	if len(elements) == 1 {
		if v := reflect.ValueOf(elements[0]); v.Kind() == reflect.Slice {
			return Words(elements[0])
		}
	}
	var parts []string
	for _, e := range elements {
		parts = append(parts, elementWords(e))
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// SameValue reports whether a value of a recording equals the wanted one as JSON. Numbers are compared by value, not by type.
func SameValue(got, want any) bool {
	return reflect.DeepEqual(normalized(got), normalized(want))
}

func normalized(value any) any {
	text, err := json.Marshal(value)
	if err != nil {
		return value
	}
	var result any
	if json.Unmarshal(text, &result) != nil {
		return value
	}
	return result
}
