package mutual

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/rochdale-go/rochdale/legalform"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// logFile is a log as it is written.
type logFile struct {
	Schema  int             `json:"schema"`
	Opening json.RawMessage `json:"opening"`
	Acts    []Act           `json:"acts"`
}

// ReadLog reads a log strictly: the organisation at its opening, as Read reads it, and the
// acts. Every error names the place. Facts of an act are read when it is put, for they are in
// the structure of the form of that day.
func ReadLog(r io.Reader, forms ...legalform.Form) (*Log, error) {
	var f logFile
	if err := law.Decode(r, &f); err != nil {
		return nil, fmt.Errorf("log: %w", err)
	}
	if f.Schema != Schema {
		return nil, fmt.Errorf("log: schema: %w: %d, where this library reads %d", ErrFile, f.Schema, Schema)
	}
	opening, err := Read(bytes.NewReader(f.Opening), forms...)
	if err != nil {
		return nil, fmt.Errorf("log: opening: %w", err)
	}
	log := &Log{Opening: opening, Acts: f.Acts, Forms: forms}
	if err := log.check(); err != nil {
		return nil, fmt.Errorf("log: %w", err)
	}
	return log, nil
}

// check refuses acts without a day, or not of exactly one kind.
func (log *Log) check() error {
	for i := range log.Acts {
		a := &log.Acts[i]
		if _, err := a.Kind(); err != nil {
			return fmt.Errorf("%s: %w", law.Path("acts", i, ""), err)
		}
		if a.On.IsZero() {
			return fmt.Errorf("%s: %w: no date is given", law.Path("acts", i, "on"), law.ErrAct)
		}
	}
	return nil
}

// Write writes a log as ReadLog reads it, indented. It refuses what ReadLog would refuse.
func (log *Log) Write(w io.Writer) error {
	if log.Opening == nil {
		return fmt.Errorf("log: opening: %w: none is given", ErrFile)
	}
	if err := log.check(); err != nil {
		return fmt.Errorf("log: %w", err)
	}
	var opening bytes.Buffer
	if err := log.Opening.Write(&opening); err != nil {
		return fmt.Errorf("log: opening: %w", err)
	}
	acts := log.Acts
	if acts == nil {
		acts = []Act{}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(logFile{Schema, opening.Bytes(), acts}); err != nil {
		return fmt.Errorf("log: %w", err)
	}
	return nil
}
