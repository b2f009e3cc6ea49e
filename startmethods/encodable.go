package startmethods

import (
	"encoding"
	"encoding/gob"
	"fmt"
	"reflect"
)

// deepest is how deep a value may be nested. Only a value that contains itself is deeper, which gob follows until the
// program's stack is full.
const deepest = 1000

// checkEncodable refuses a value that holds a function or a channel anywhere, for gob leaves these out of structs
// without an error, and a value that contains itself.
func checkEncodable(value any) error {
	return checkValue(reflect.ValueOf(value), 0)
}

func checkValue(value reflect.Value, depth int) error {
	if !value.IsValid() || encodesItself(value.Type()) {
		return nil
	}
	if depth > deepest {
		return fmt.Errorf("cannot be encoded: it is nested more than %d levels deep, or contains itself", deepest)
	}
	switch value.Kind() {
	case reflect.Func, reflect.Chan:
		if depth > 0 && value.IsNil() {
			return nil
		}
		return fmt.Errorf("cannot be encoded: a %v means nothing in another process", value.Type())
	case reflect.Interface, reflect.Pointer:
		return checkValue(value.Elem(), depth+1)
	case reflect.Slice, reflect.Array:
		return checkElements(value, depth)
	case reflect.Map:
		for entries := value.MapRange(); entries.Next(); {
			if err := checkValue(entries.Value(), depth+1); err != nil {
				return err
			}
		}
	case reflect.Struct:
		for field, content := range value.Fields() {
			if !field.IsExported() {
				continue
			}
			if err := checkValue(content, depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}

// checkElements checks the elements of a list, and does not look at each byte of a long one.
func checkElements(list reflect.Value, depth int) error {
	switch list.Type().Elem().Kind() {
	case reflect.Interface, reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map, reflect.Struct, reflect.Func,
		reflect.Chan:
	default:
		return nil
	}
	for i := range list.Len() {
		if err := checkValue(list.Index(i), depth+1); err != nil {
			return err
		}
	}
	return nil
}

// The interfaces by which a type takes its encoding into its own hands; gob uses them in this order.
var encoders = []reflect.Type{
	reflect.TypeFor[gob.GobEncoder](),
	reflect.TypeFor[encoding.BinaryMarshaler](),
	reflect.TypeFor[encoding.TextMarshaler](),
}

func encodesItself(t reflect.Type) bool {
	for _, encoder := range encoders {
		if t.Implements(encoder) || reflect.PointerTo(t).Implements(encoder) {
			return true
		}
	}
	return false
}
