package law

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"
)

// benchDocument is an organisation with n members.
func benchDocument(n int) []byte {
	b := []byte(`{"id":"example","name":"The Example Society","members":[`)
	for i := range n {
		if i > 0 {
			b = append(b, ',')
		}
		b = fmt.Appendf(b, `{"id":"m%05d","class":"staff","joined":"2011-04-01","shares":"%d","born":"1970-01-02"}`, i, 1+i%9)
	}
	return append(b, ']', '}')
}

func BenchmarkDecode(b *testing.B) {
	for _, n := range []int{1, 100, 10_000} {
		b.Run(fmt.Sprintf("members=%d", n), func(b *testing.B) {
			doc := benchDocument(n)
			b.SetBytes(int64(len(doc)))
			b.ReportAllocs()
			for b.Loop() {
				var o decodeOrganisation
				if err := Decode(bytes.NewReader(doc), &o); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkDecodeStdlib is the same document, read as far as encoding/json can check it.
func BenchmarkDecodeStdlib(b *testing.B) {
	doc := benchDocument(10_000)
	b.SetBytes(int64(len(doc)))
	b.ReportAllocs()
	for b.Loop() {
		var o decodeOrganisation
		if err := json.Unmarshal(doc, &o); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkDecodeError is a document with its mistake in the last member.
func BenchmarkDecodeError(b *testing.B) {
	doc := bytes.Replace(benchDocument(10_000), []byte(`"m09999","class"`), []byte(`"m09999","clas"`), 1)
	b.SetBytes(int64(len(doc)))
	b.ReportAllocs()
	for b.Loop() {
		var o decodeOrganisation
		if err := Decode(bytes.NewReader(doc), &o); err == nil {
			b.Fatal("no error")
		}
	}
}

func BenchmarkScan(b *testing.B) {
	for _, n := range []int{1, 10_000} {
		b.Run(fmt.Sprintf("members=%d", n), func(b *testing.B) {
			doc := benchDocument(n)
			b.SetBytes(int64(len(doc)))
			b.ReportAllocs()
			for b.Loop() {
				scan := jsonScan{data: doc, lim: DefaultLimits()}
				if bad := scan.run(); bad != nil {
					b.Fatal(bad)
				}
			}
		})
	}
}

// BenchmarkScanLargeObject has keys enough for them to be hashed.
func BenchmarkScanLargeObject(b *testing.B) {
	doc := []byte{'{'}
	for i := range 50_000 {
		doc = fmt.Appendf(doc, `"key%d":%d,`, i, i)
	}
	doc = append(doc, `"end":0}`...)
	b.SetBytes(int64(len(doc)))
	b.ReportAllocs()
	for b.Loop() {
		scan := jsonScan{data: doc, lim: DefaultLimits()}
		if bad := scan.run(); bad != nil {
			b.Fatal(bad)
		}
	}
}
