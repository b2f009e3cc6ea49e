package startmethods

import (
	"encoding"
	"encoding/gob"
	"fmt"
	"reflect"
)

// maxDepth is the maximum nesting depth of an argument. A value that contains itself exceeds it; gob would follow such a
// value until the stack overflows.
const maxDepth = 1000

// checkEncodable returns an error for a value that contains itself, or that contains a function or a channel, which gob
// silently leaves out of structs.
func checkEncodable(value any) error {
	return checkValue(reflect.ValueOf(value), 0)
}

func checkValue(value reflect.Value, depth int) error {
	if !value.IsValid() || encodesItself(value.Type()) {
		return nil
	}
	if depth > maxDepth {
		return fmt.Errorf("cannot be encoded: it is nested more than %d levels deep, or contains itself", maxDepth)
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

// checkElements checks the elements of a list, unless their type makes that unnecessary.
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

// encoders are the interfaces that let a type encode itself, in the order in which gob looks for them.
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
