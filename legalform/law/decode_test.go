package law

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

func TestDecodeReadsADocumentIntoItsTarget(t *testing.T) {
	t.Parallel()
	ten := 10
	pten := &ten
	for name, tc := range map[string]struct {
		doc  string
		want any
	}{
		"an organisation with members in wrappers": {
			`{"id":"a","name":null,"members":[{"id":"m","joined":"2011-04-01","shares":"3"},{"shares":7,"born":null}]}`,
			decodeOrganisation{ID: "a", Members: decodeFact[[]decodeMember]{known: true, value: []decodeMember{
				{ID: "m", Joined: decodeFact[decodeDay]{decodeDay{2011, 4, 1}, true}, Shares: decodeFact[decodeCount]{3, true}},
				{Shares: decodeFact[decodeCount]{7, true}},
			}}},
		},
		"white space around everything":    {" \r\n\t{ \"id\" : \"a\" , \"name\" : \"b\" } \n", decodeOrganisation{ID: "a", Name: decodeFact[string]{"b", true}}},
		"escapes in texts and keys":        {`{"\u0069d":"\u0061\n\ud83d\ude00é"}`, decodeOrganisation{ID: "a\n😀é"}},
		"an embedded struct":               {`{"alpha":"a"}`, decodeAll{decodeNamed: decodeNamed{Alpha: "a"}}},
		"an embedded struct with a name":   {`{"tagged":{"beta":2}}`, decodeAll{decodeTagged: decodeTagged{Beta: 2}}},
		"an embedded pointer":              {`{"gamma":2}`, decodeAll{DecodeExtra: &DecodeExtra{Gamma: 2}}},
		"a field with the name of a dash":  {`{"-":3}`, decodeAll{Dash: 3, private: 0}},
		"a field without a tag":            {`{"Untagged":3}`, decodeAll{Untagged: 3}},
		"a number in a text by option":     {`{"quoted":"12"}`, decodeAll{Quoted: 12}},
		"base64":                           {`{"bytes":"AQI="}`, decodeAll{Bytes: []byte{1, 2}}},
		"bytes as a list":                  {`{"bytes":[1,2]}`, decodeAll{Bytes: []byte{1, 2}}},
		"pointers":                         {`{"pointer":{"id":"x"},"twice":10}`, decodeAll{Pointer: &decodeMember{ID: "x"}, Twice: &pten}},
		"an interface":                     {`{"any":{"a":[1,null,true,"x"]}}`, decodeAll{Any: map[string]any{"a": []any{1.0, nil, true, "x"}}}},
		"null for an interface":            {`{"reader":null}`, decodeAll{}},
		"an array of its length":           {`{"pair":[1,2]}`, decodeAll{Pair: [2]int{1, 2}}},
		"lists of lists":                   {`{"lists":[[],[1],[2,3],null]}`, decodeAll{Lists: [][]int{{}, {1}, {2, 3}, nil}}},
		"maps":                             {`{"by_name":{"a b":1,"c":null},"by_number":{"-1":"x"},"by_day":{"3":4}}`, decodeAll{ByName: map[string]decodeFact[int]{"a b": {1, true}, "c": {}}, ByNumber: map[int]string{-1: "x"}, ByDay: map[decodeKey]int{{3}: 4}}},
		"a wrapper in a wrapper":           {`{"fact":[1,2]}`, decodeAll{Fact: decodeFact[decodeFact[[]int]]{decodeFact[[]int]{[]int{1, 2}, true}, true}}},
		"an empty list in a wrapper":       {`{"fact":[]}`, decodeAll{Fact: decodeFact[decodeFact[[]int]]{decodeFact[[]int]{[]int{}, true}, true}}},
		"a type that reads itself":         {`{"tree":{"name":"a","children":[{"name":"b"}]}}`, decodeAll{Tree: decodeTree{"a", []decodeTree{{name: "b"}}}}},
		"numbers at their limits":          {`{"small":-128,"unsigned":65535,"float":0.1,"number":12.50}`, decodeAll{Small: -128, Unsigned: 65535, Float: .1, Number: "12.50"}},
		"null for whatever there is":       {`{"text":null,"flag":null,"whole":null,"quoted":null,"bytes":null,"pointer":null,"twice":null,"list":null,"pair":null,"by_name":null,"fact":null,"day":null,"any":null,"tagged":null}`, decodeAll{}},
		"null":                             {`null`, decodeAll{}},
		"a text alone":                     {`"x"`, "x"},
		"a number alone":                   {`-0`, 0},
		"a list alone":                     {`[1,2]`, []int{1, 2}},
		"a map alone":                      {`{"":1," ":2}`, map[string]int{"": 1, " ": 2}},
		"a wrapper alone":                  {`[1]`, decodeFact[[]int]{[]int{1}, true}},
		"keys that only look equal":        {`{"a":1,"a\u00a0":2,"á":3}`, map[string]int{"a": 1, "a\u00a0": 2, "á": 3}},
		"the same key in sibling objects":  {`{"a":{"k":1},"b":{"k":2}}`, map[string]map[string]int{"a": {"k": 1}, "b": {"k": 2}}},
		"the same key at different depths": {`{"k":{"k":{"l":1}}}`, map[string]map[string]map[string]int{"k": {"k": {"l": 1}}}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := decodeInto(tc.doc, tc.want)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got, tc.want) {
				t.Errorf("got %+v, want %+v", got, tc.want)
			}
		})
	}
}

func TestDecodeSaysWhatIsWrongAndWhere(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("x", 70_000)
	for name, tc := range map[string]struct {
		doc  string
		like any
		want string
		at   string // line:column
		is   error
	}{
		// The type decides.
		"an unknown field at depth":              {"{\"members\":[\n{},{},{},\n {\"joind\":\"\"}]}", decodeOrganisation{}, `members[3]: unknown field "joind"; did you mean "joined"?`, "3:3", ErrUnknownField},
		"an unknown field like no other":         {`{"members":[{"zzz":1}]}`, decodeOrganisation{}, `members[0]: unknown field "zzz"`, "1:14", ErrUnknownField},
		"a swap of letters in a field":           {`{"memebrs":[]}`, decodeOrganisation{}, `document: unknown field "memebrs"; did you mean "members"?`, "1:2", ErrUnknownField},
		"a field in other case":                  {`{"Members":[]}`, decodeOrganisation{}, `document: unknown field "Members"; did you mean "members"?`, "1:2", ErrUnknownField},
		"a field in other case by folding":       {`{"memberſ":[]}`, decodeOrganisation{}, `document: unknown field "memberſ"; did you mean "members"?`, "1:2", ErrUnknownField},
		"a field in other case by escape":        {`{"\u004dembers":[]}`, decodeOrganisation{}, `document: unknown field "Members"; did you mean "members"?`, "1:2", ErrUnknownField},
		"a field in other case in encoding/json": {`{"Text":""}`, decodeAll{}, `document: unknown field "Text"; did you mean "text"?`, "1:2", ErrUnknownField},
		"a lower-case key for an upper-case one": {`{"quoted":"1","untagged":3}`, decodeAll{}, `document: unknown field "untagged"; did you mean "Untagged"?`, "1:15", ErrUnknownField},
		"a key in other case in an opaque type":  {`{"tree":{"children":[{"Name":""}]}}`, decodeAll{}, `tree.children[0]: unknown field "Name"; did you mean "name"?`, "1:23", ErrUnknownField},
		"an unknown field in an opaque type":     {`{"tree":{"children":[{},{"children":[{"nam":""}]}]}}`, decodeAll{}, `tree.children[1].children[0]: unknown field "nam"; did you mean "name"?`, "1:39", ErrUnknownField},
		"a wrong type in an opaque type":         {`{"tree":{"children":[{"name":5}]}}`, decodeAll{}, `tree.children[0].name: want a text, got the number 5`, "1:30", ErrWrongType},
		"a field that is not in JSON":            {`{"Hidden":1}`, decodeAll{}, `document: unknown field "Hidden"`, "1:2", ErrUnknownField},
		"a field that is not exported":           {`{"private":1}`, decodeAll{}, `document: unknown field "private"`, "1:2", ErrUnknownField},
		"an embedded struct by its Go name":      {`{"decodeNamed":{}}`, decodeAll{}, `document: unknown field "decodeNamed"`, "1:2", ErrUnknownField},
		"a field that hides another":             {`{"note":""}`, decodeAll{}, `document: unknown field "note"`, "1:2", ErrUnknownField},
		"a field of an embedded struct":          {`{"alpha":1}`, decodeAll{}, `alpha: want a text, got the number 1`, "1:10", ErrWrongType},
		"a text for a number":                    {`{"pointer":null,"list":[{},{}],"whole":"many"}`, decodeAll{}, `whole: want a whole number, got the text "many"`, "1:40", ErrWrongType},
		"a fraction for a whole number":          {`{"whole":1.5}`, decodeAll{}, `whole: want a whole number, got the number 1.5`, "1:10", ErrWrongType},
		"a number too large for its type":        {`{"small":128}`, decodeAll{}, `small: want a whole number from -128 to 127, got the number 128`, "1:10", ErrWrongType},
		"a number below zero":                    {`{"unsigned":-1}`, decodeAll{}, `unsigned: want a whole number from 0 to 65535, got the number -1`, "1:13", ErrWrongType},
		"a number too large for any":             {`{"whole":99999999999999999999}`, decodeAll{}, `whole: want a whole number from -9223372036854775808 to 9223372036854775807, got the number 99999999999999999999`, "1:10", ErrWrongType},
		"an object for a number":                 {`{"float":{}}`, decodeAll{}, `float: want a number, got an object`, "1:10", ErrWrongType},
		"a list for true or false":               {`{"flag":[]}`, decodeAll{}, `flag: want true or false, got a list`, "1:9", ErrWrongType},
		"a text for an object":                   {`{"pointer":"x"}`, decodeAll{}, `pointer: want an object, got the text "x"`, "1:12", ErrWrongType},
		"an object for a list":                   {`{"members":{}}`, decodeOrganisation{}, `members: want a list, got an object`, "1:12", ErrWrongType},
		"true for a list in a wrapper":           {`{"fact":true}`, decodeAll{}, `fact: want a list, got true`, "1:9", ErrWrongType},
		"a number for a date":                    {`{"day":5}`, decodeAll{}, `day: want a text, got the number 5`, "1:8", ErrWrongType},
		"a text that is no date":                 {`{"members":[{},{"joined":"1 April 2011"}]}`, decodeOrganisation{}, `members[1].joined: not a date: "1 April 2011" (want YYYY-MM-DD)`, "1:26", errDecodeDay},
		"an escaped text that is no date":        {`{"members":[{},{"joined":"\u0031"}]}`, decodeOrganisation{}, `members[1].joined: not a date: "1" (want YYYY-MM-DD)`, "1:26", errDecodeDay},
		"an error of UnmarshalJSON":              {`{"members":[{"shares":"many"}]}`, decodeOrganisation{}, `members[0].shares: not a count`, "1:23", nil},
		"a number without its quotes":            {`{"quoted":5}`, decodeAll{}, `quoted: want a whole number, written as a text, got the number 5`, "1:11", ErrWrongType},
		"no base64":                              {`{"bytes":"?"}`, decodeAll{}, `bytes: want a text in base64, got the text "?"`, "1:10", ErrWrongType},
		"a byte too large":                       {`{"bytes":[1,256]}`, decodeAll{}, `bytes[1]: want a whole number from 0 to 255, got the number 256`, "1:13", ErrWrongType},
		"no number":                              {`{"number":"x"}`, decodeAll{}, `number: want a number, got the text "x"`, "1:11", ErrWrongType},
		"an interface with methods":              {`{"reader":{}}`, decodeAll{}, `reader: want nothing, because there is no way to write it in JSON, got an object`, "1:11", ErrWrongType},
		"an array too long":                      {`{"pair":[1,2,3]}`, decodeAll{}, `pair: want a list of 2, got one of 3`, "1:9", ErrWrongType},
		"an array too short":                     {`{"pair":[]}`, decodeAll{}, `pair: want a list of 2, got one of 0`, "1:9", ErrWrongType},
		"an item of an array":                    {`{"pair":[1,"x",3]}`, decodeAll{}, `pair[1]: want a whole number, got the text "x"`, "1:12", ErrWrongType},
		"an item of a list in a list":            {`{"lists":[[],[1,true]]}`, decodeAll{}, `lists[1][1]: want a whole number, got true`, "1:17", ErrWrongType},
		"a value in a map":                       {`{"by_name":{"a":1,"odd key":"x"}}`, decodeAll{}, `by_name["odd key"]: want a whole number, got the text "x"`, "1:29", ErrWrongType},
		"a key of a map of numbers":              {`{"by_number":{"x":""}}`, decodeAll{}, `by_number.x: want a whole number, got the text "x"`, "1:15", ErrWrongType},
		"a key of a map that reads it itself":    {`{"by_day":{"x":1}}`, decodeAll{}, `by_day.x: strconv.Atoi: parsing "x": invalid syntax`, "1:12", strconv.ErrSyntax},
		"two keys that mean the same":            {`{"by_number":{"1":"","01":""}}`, decodeAll{}, `by_number["01"]: duplicate key: an earlier one means the same`, "1:22", ErrDuplicateKey},
		"an error in a map alone":                {`{"a":{"k":"x"}}`, map[string]map[string]int{}, `a.k: want a whole number, got the text "x"`, "1:11", ErrWrongType},
		"an error in a list alone":               {`[1,"x"]`, []int{}, `[1]: want a whole number, got the text "x"`, "1:4", ErrWrongType},
		"the first of two errors":                {`{"whole":"x","float":"y"}`, decodeAll{}, `whole: want a whole number, got the text "x"`, "1:10", ErrWrongType},

		// The scan.
		"nothing":                         {"", 0, "document: the document is empty", "1:1", ErrEmpty},
		"white space":                     {" \n ", 0, "document: the document is empty", "2:2", ErrEmpty},
		"a byte order mark":               {"\ufeff{}", decodeAll{}, "document: the document begins with a byte order mark: save it as UTF-8 without one", "1:1", ErrSyntax},
		"more after the end":              {"{}\n{}", decodeAll{}, "document: there is more after the end of the document: '{'", "2:1", ErrTrailing},
		"a duplicate key":                 {`{"members":[{},{},{},{"joined":null,"joined":null}]}`, decodeOrganisation{}, "members[3].joined: duplicate key", "1:37", ErrDuplicateKey},
		"a duplicate key by escape":       {`{"a":1,"\u0061":2}`, map[string]int{}, "a: duplicate key", "1:8", ErrDuplicateKey},
		"a key that is another in case":   {`{"id":"","ID":""}`, decodeOrganisation{}, `ID: duplicate key: "id" and "ID" differ only in letter case`, "1:10", ErrDuplicateKey},
		"a key that folds to another":     {`{"k":1,"` + "\u212a" + `":2}`, map[string]int{}, `["` + "\u212a" + `"]: duplicate key: "k" and "` + "\u212a" + `" differ only in letter case`, "1:8", ErrDuplicateKey},
		"an exponent":                     {`{"any":[1,1e400000000]}`, decodeAll{}, "any[1]: a number must be written without an exponent", "1:11", ErrExponent},
		"a capital exponent":              {`0.5E-3`, 0.0, "document: a number must be written without an exponent", "1:1", ErrExponent},
		"a number too long":               {`{"raw":[` + strings.Repeat("1", 33) + `]}`, decodeAll{}, "raw[0]: the number is longer than 32 characters", "1:9", ErrTooLong},
		"a fraction too long":             {`{"raw":[-1.` + strings.Repeat("1", 30) + `]}`, decodeAll{}, "raw[0]: the number is longer than 32 characters", "1:9", ErrTooLong},
		"a text too long":                 {`{"text":"` + long + `"}`, decodeAll{}, "text: the text is longer than 65536 bytes", "1:9", ErrTooLong},
		"a key too long":                  {`{"` + long + `":1}`, decodeAll{}, "document: the text is longer than 65536 bytes", "1:2", ErrTooLong},
		"nesting too deep":                {strings.Repeat("[", 65), 0, "[0]" + strings.Repeat("[0]", 63) + ": nested too deeply: more than 64 levels", "1:65", ErrTooDeep},
		"invalid UTF-8":                   {"{\"text\":\"a\xffb\"}", decodeAll{}, "text: the byte 0xFF is not valid UTF-8", "1:11", ErrEncoding},
		"invalid UTF-8 in a key":          {"{\"a\xc3\":1}", decodeAll{}, "document: the byte 0xC3 is not valid UTF-8", "1:4", ErrEncoding},
		"a surrogate in UTF-8":            {"\"\xed\xa0\x80\"", "", "document: the byte 0xED is not valid UTF-8", "1:2", ErrEncoding},
		"half of a surrogate pair":        {`{"text":"\ud83dx"}`, decodeAll{}, `text: the escape \ud83d is half of a surrogate pair`, "1:10", ErrEncoding},
		"the other half":                  {`"\ude00\ud83d"`, "", `document: the escape \ude00 is half of a surrogate pair`, "1:2", ErrEncoding},
		"columns are counted in letters":  {`{"text":"éé","whole":}`, decodeAll{}, "whole: want a value, got '}'", "1:22", ErrSyntax},
		"NaN":                             {`{"float":NaN}`, decodeAll{}, `float: want a value, got "NaN"`, "1:10", ErrSyntax},
		"a word that is not complete":     {`{"flag":tru}`, decodeAll{}, `flag: want a value, got "tru"`, "1:9", ErrSyntax},
		"a comma too many in a list":      {`{"list":[{},]}`, decodeAll{}, `list: want another item after the comma, got ']'`, "1:13", ErrSyntax},
		"a comma too many in an object":   {`{"flag":true,}`, decodeAll{}, `document: want another key after the comma, got '}'`, "1:14", ErrSyntax},
		"a comma too few":                 {`{"list":[{} {}]}`, decodeAll{}, `list: want a comma or ']', got '{'`, "1:13", ErrSyntax},
		"a brace for a bracket":           {`{"list":[{}}}`, decodeAll{}, `list: want a comma or ']', got '}'`, "1:12", ErrSyntax},
		"a key without quotes":            {`{flag:true}`, decodeAll{}, `document: want a key in double quotes, got "flag"`, "1:2", ErrSyntax},
		"a key in single quotes":          {`{'flag':true}`, decodeAll{}, `document: want a key in double quotes, got '\''`, "1:2", ErrSyntax},
		"no colon":                        {`{"flag" true}`, decodeAll{}, `flag: want a colon after the key, got "true"`, "1:9", ErrSyntax},
		"a nought before a number":        {`{"whole":01}`, decodeAll{}, `whole: a number must not begin with a nought`, "1:10", ErrSyntax},
		"a plus before a number":          {`{"whole":+1}`, decodeAll{}, `whole: want a value, got '+'`, "1:10", ErrSyntax},
		"a minus alone":                   {`[-]`, []int{}, `[0]: want a digit after the minus sign, got ']'`, "1:2", ErrSyntax},
		"a point alone":                   {`[1.]`, []int{}, `[0]: want a digit after the point, got ']'`, "1:2", ErrSyntax},
		"an end in a number":              {`-`, 0, `document: the document ends in the middle of a number`, "1:2", ErrSyntax},
		"an end after a point":            {`1.`, 0, `document: the document ends in the middle of a number`, "1:3", ErrSyntax},
		"an end in a text":                {`{"text":"a`, decodeAll{}, `text: the document ends in the middle of a text`, "1:11", ErrSyntax},
		"an end in an escape":             {`{"text":"a\`, decodeAll{}, `text: the document ends in the middle of a text`, "1:12", ErrSyntax},
		"an end after a key":              {`{"text"`, decodeAll{}, `text: the document ends after a key`, "1:8", ErrSyntax},
		"an end after a colon":            {`{"text":`, decodeAll{}, `text: the document ends where a value is wanted`, "1:9", ErrSyntax},
		"an end after a comma":            {`{"text":"",`, decodeAll{}, `document: the document ends where a key is wanted`, "1:12", ErrSyntax},
		"an end in a list":                {`{"list":[{}`, decodeAll{}, `list: the document ends before this is closed with ']'`, "1:12", ErrSyntax},
		"a line break in a text":          {"{\"text\":\"a\nb\"}", decodeAll{}, `text: a text must have '\n' written as an escape`, "1:11", ErrSyntax},
		"an unknown escape":               {`"\x41"`, "", `document: a text has an unknown escape: a backslash and 'x'`, "1:2", ErrSyntax},
		"an escape of three digits":       {`"\u041"`, "", `document: want four hexadecimal digits after \u`, "1:2", ErrSyntax},
		"an odd key in the path":          {`{"a b":[{"":x}]}`, map[string]any{}, `["a b"][0][""]: want a value, got 'x'`, "1:13", ErrSyntax},
		"a control character in the path": {`{"a\u001b":x}`, map[string]any{}, `["a\x1b"]: want a value, got 'x'`, "1:12", ErrSyntax},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := decodeInto(tc.doc, tc.like)
			var at *PathError
			if !errors.As(err, &at) {
				t.Fatalf("got %v, want a PathError", err)
			}
			if got := err.Error(); got != tc.want {
				t.Errorf("got\n%s, want\n%s", got, tc.want)
			}
			if got := fmt.Sprintf("%d:%d", at.Line, at.Column); got != tc.at {
				t.Errorf("at %s, want %s", got, tc.at)
			}
			if tc.is != nil && !errors.Is(err, tc.is) {
				t.Errorf("%v is not %v", err, tc.is)
			}
		})
	}
}

func TestDecodeFindsADuplicateAmongManyKeys(t *testing.T) {
	t.Parallel()
	for _, n := range []int{1, 15, 16, 17, 18, 31, 32, 33, 5000} {
		for _, double := range []int{0, n / 2, n - 1} {
			// Objects around it, beside it and in it have many keys too.
			doc := []byte(`{"inner":[{`)
			for i := range n {
				doc = fmt.Appendf(doc, `"key%d":{"key0":{"key0":0}},`, i)
			}
			clean := string(doc) + `"last":0},{"key0":1}],"x":{"inner":0}}`
			if _, err := decodeInto(clean, map[string]any{}); err != nil {
				t.Fatalf("%d keys: %v", n, err)
			}
			doc = fmt.Appendf(doc, `"KEY%d":0}]}`, double)
			_, err := decodeInto(string(doc), map[string]any{})
			want := fmt.Sprintf(`inner[0].KEY%d: duplicate key: "key%d" and "KEY%d" differ only in letter case`, double, double, double)
			if !errors.Is(err, ErrDuplicateKey) || err.Error() != want {
				t.Fatalf("%d keys: got %v, want %s", n, err, want)
			}
		}
	}
}

func TestDecodeFindsADuplicateInTheSecondOfTwoLargeObjects(t *testing.T) {
	t.Parallel()
	object := func(more string) string {
		doc := []byte{'{'}
		for i := range 40 {
			doc = fmt.Appendf(doc, `"KEY%d":0,`, i)
		}
		return string(doc) + more + `"last":0}`
	}
	if _, err := decodeInto("["+object("")+","+object("")+"]", []any{}); err != nil {
		t.Error(err)
	}
	_, err := decodeInto("["+object("")+","+object(`"KEY7":0,`)+"]", []any{})
	if err == nil || err.Error() != "[1].KEY7: duplicate key" {
		t.Errorf("got %v", err)
	}
}

type (
	decodeText  string
	decodeFlag  bool
	decodeSmall int8
	decodeByte  uint8
)

func TestDecodeReadsScalarsAlikeWithAndWithoutAWrapper(t *testing.T) {
	t.Parallel()
	type bare struct {
		Text   decodeText  `json:"text"`
		Flag   decodeFlag  `json:"flag"`
		Small  decodeSmall `json:"small"`
		Byte   decodeByte  `json:"byte"`
		Float  float32     `json:"float"`
		Number json.Number `json:"number"`
		String string      `json:"string"`
		Day    decodeDay   `json:"day"`
	}
	type wrapped struct {
		Text   decodeFact[decodeText]  `json:"text"`
		Flag   decodeFact[decodeFlag]  `json:"flag"`
		Small  decodeFact[decodeSmall] `json:"small"`
		Byte   decodeFact[decodeByte]  `json:"byte"`
		Float  decodeFact[float32]     `json:"float"`
		Number decodeFact[json.Number] `json:"number"`
		String decodeFact[string]      `json:"string"`
		Day    decodeFact[decodeDay]   `json:"day"`
	}
	values := []string{
		`""`, `"x"`, `"\u0041"`, `"é"`, `"2011-04-01"`, `"2011-04-0\u0031"`, `"1"`, `true`, `false`, `0`, `-0`, `1`, `-1`, `127`, `128`,
		`-128`, `-129`, `255`, `256`, `99999999999999999999`, `1.5`, `1.0`, `[]`, `[1]`, `{}`, `{"a":1}`,
	}
	for _, field := range []string{"text", "flag", "small", "byte", "float", "number", "string", "day"} {
		for _, value := range values {
			doc := fmt.Sprintf(`{%q:%s}`, field, value)
			b, errB := decodeInto(doc, bare{})
			w, errW := decodeInto(doc, wrapped{})
			if fmt.Sprint(errB) != fmt.Sprint(errW) {
				t.Errorf("%s: %v; wrapped: %v", doc, errB, errW)
			}
			var lax bare
			if err := json.Unmarshal([]byte(doc), &lax); (err == nil) != (errB == nil) {
				t.Errorf("%s: %v; encoding/json: %v", doc, errB, err)
			}
			if errB != nil {
				continue
			}
			if !reflect.DeepEqual(b, lax) {
				t.Errorf("%s: got %+v; encoding/json: %+v", doc, b, lax)
			}
			for i := range reflect.TypeFor[bare]().NumField() {
				got := reflect.ValueOf(w).Field(i).Field(0)
				if want := reflect.ValueOf(b).Field(i); fmt.Sprint(got) != fmt.Sprint(want) {
					t.Errorf("%s: got %v, wrapped %v", doc, want, got)
				}
			}
		}
	}
}
