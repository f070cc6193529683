package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/rochdale-go/rochdale/governance"
	"github.com/rochdale-go/rochdale/legalform/law"
)

// files are a meeting as read.
type files struct {
	name     string
	document governance.Document
	register *governance.Register
	meeting  governance.Meeting
	sent     law.Date
}

// agenda is meeting.json.
type agenda struct {
	Name   string   `json:"name"`
	On     law.Date `json:"on"`
	Notice struct {
		Sent law.Date           `json:"sent"`
		By   governance.Service `json:"by"`
	} `json:"notice"`
	Adjourned   bool             `json:"adjourned,omitempty"`
	AgreedHeads governance.Tally `json:"agreed_heads,omitzero"`
	AgreedValue governance.Tally `json:"agreed_value,omitzero"`
	Motions     []struct {
		Name       string   `json:"name"`
		Kind       string   `json:"kind"`
		Question   string   `json:"question,omitempty"`
		Interested []string `json:"interested,omitempty"`
		Excluded   []string `json:"excluded,omitempty"`
	} `json:"motions"`
}

func read(dir fs.FS) (*files, error) {
	var doc struct {
		Versions governance.Document `json:"versions"`
	}
	var a agenda
	if err := readJSON(dir, "constitution.json", &doc); err != nil {
		return nil, err
	}
	if err := doc.Versions.Check(); err != nil {
		return nil, fmt.Errorf("constitution.json: %w", err)
	}
	if err := readJSON(dir, "meeting.json", &a); err != nil {
		return nil, err
	}
	m := &files{name: a.Name, document: doc.Versions, sent: a.Notice.Sent}
	c, ok := doc.Versions.At(a.On)
	if !ok {
		return nil, fmt.Errorf("constitution.json: none was in force on %v, the day of the meeting", a.On)
	}
	var err error
	if m.register, err = readRegister(dir, c.Classes); err != nil {
		return nil, err
	}
	m.meeting = governance.Meeting{On: a.On, Adjourned: a.Adjourned, AgreedHeads: a.AgreedHeads, AgreedValue: a.AgreedValue}
	if m.meeting.Received, err = a.Notice.By.Received(a.Notice.Sent, law.BankHolidays()); err != nil {
		return nil, fmt.Errorf("meeting.json: notice: %w", err)
	}
	if err := m.motions(&a); err != nil {
		return nil, err
	}
	if err := m.attendance(dir); err != nil {
		return nil, err
	}
	if err := m.votes(dir); err != nil {
		return nil, err
	}
	if err := m.hands(dir); err != nil {
		return nil, err
	}
	return m, nil
}

func (m *files) motions(a *agenda) error {
	for i, x := range a.Motions {
		if slices.ContainsFunc(m.meeting.Motions, func(o governance.Motion) bool { return o.Name == x.Name }) {
			return fmt.Errorf("meeting.json: motions[%d].name: %q stands twice", i, x.Name)
		}
		motion := governance.Motion{Name: x.Name, Kind: x.Kind, Question: x.Question}
		var err error
		if motion.Poll.Interested, err = m.refs(x.Interested); err != nil {
			return fmt.Errorf("meeting.json: motions[%d].interested%w", i, err)
		}
		if motion.Poll.Excluded, err = m.refs(x.Excluded); err != nil {
			return fmt.Errorf("meeting.json: motions[%d].excluded%w", i, err)
		}
		m.meeting.Motions = append(m.meeting.Motions, motion)
	}
	return nil
}

func (m *files) refs(ids []string) (refs []governance.Ref, err error) {
	for i, id := range ids {
		ref, ok := m.register.Ref(id)
		if !ok {
			return nil, fmt.Errorf("[%d]: %q is not in the register", i, id)
		}
		refs = append(refs, ref)
	}
	return refs, nil
}

func readRegister(dir fs.FS, classes []string) (*governance.Register, error) {
	var members []governance.Member
	err := readCSV(dir, "register.csv", []string{"id", "class", "joined", "left"}, func(_ int, row []string) error {
		m := governance.Member{ID: row[0], Class: row[1]}
		for i, to := range []*law.Fact[law.Date]{&m.Joined, &m.Left} {
			if row[2+i] == "" {
				continue
			}
			d, err := law.ParseDate(row[2+i])
			if err != nil {
				return err
			}
			*to = law.Known(d)
		}
		members = append(members, m)
		return nil
	})
	if err != nil {
		return nil, err
	}
	r, err := governance.NewRegister(members, classes...)
	if err != nil {
		return nil, fmt.Errorf("register.csv: %w (members are counted from 0, without the header)", err)
	}
	return r, nil
}

// attendance fills who is present, and whom every motion's proxies stand for.
func (m *files) attendance(dir fs.FS) error {
	seen := map[string]bool{}
	return readCSV(dir, "attendance.csv", []string{"member", "how", "holder"}, func(_ int, row []string) error {
		ref, ok := m.register.Ref(row[0])
		if !ok {
			return fmt.Errorf("%q is not in the register", row[0])
		}
		if seen[row[0]] {
			return fmt.Errorf("%q is there twice", row[0])
		}
		seen[row[0]] = true
		var how governance.Capacity
		if err := how.UnmarshalText([]byte(row[1])); err != nil {
			return err
		}
		m.meeting.Present = append(m.meeting.Present, ref)
		if how != governance.AsProxy {
			return nil
		}
		if row[2] == "" {
			return errors.New("a proxy without a holder")
		}
		for i := range m.meeting.Motions {
			p := &m.meeting.Motions[i].Poll
			p.Proxies = append(p.Proxies, governance.Proxy{Member: ref, Holder: row[2]})
		}
		return nil
	})
}

// votes fills each motion's poll.
func (m *files) votes(dir fs.FS) error {
	motions, proxies := map[string]*governance.Poll{}, map[governance.Ref]int32{}
	for i := range m.meeting.Motions {
		motions[m.meeting.Motions[i].Name] = &m.meeting.Motions[i].Poll
		for j, p := range m.meeting.Motions[i].Poll.Proxies {
			proxies[p.Member] = int32(j + 1)
		}
	}
	return readCSV(dir, "votes.csv", []string{"motion", "member", "for", "against", "abstain", "proxy"}, func(_ int, row []string) error {
		poll, ok := motions[row[0]]
		if !ok {
			return fmt.Errorf("no motion is called %q", row[0])
		}
		ref, ok := m.register.Ref(row[1])
		if !ok {
			return fmt.Errorf("%q is not in the register", row[1])
		}
		v := governance.Vote{Member: ref}
		for i, to := range []*int64{&v.For, &v.Against, &v.Abstain} {
			n, err := strconv.ParseInt(row[2+i], 10, 64)
			if err != nil {
				return fmt.Errorf("%.20q is not a number of votes", row[2+i])
			}
			*to = n
		}
		if row[5] != "" {
			by, ok := proxies[ref]
			if !ok || poll.Proxies[by-1].Holder != row[5] {
				return fmt.Errorf("%q appointed no proxy called %.40q", row[1], row[5])
			}
			v.By = by
		}
		poll.Votes = append(poll.Votes, v)
		return nil
	})
}

// hands fills each motion's show of hands from hands.csv, where there is one. A proxy for
// several members names them all, with semicolons between.
func (m *files) hands(dir fs.FS) error {
	motions := map[string]*governance.Motion{}
	for i := range m.meeting.Motions {
		motions[m.meeting.Motions[i].Name] = &m.meeting.Motions[i]
	}
	err := readCSV(dir, "hands.csv", []string{"motion", "person", "how", "members", "choice"}, func(_ int, row []string) error {
		motion, ok := motions[row[0]]
		if !ok {
			return fmt.Errorf("no motion is called %q", row[0])
		}
		h := governance.Hand{Person: row[1]}
		if err := h.As.UnmarshalText([]byte(row[2])); err != nil {
			return err
		}
		if err := h.Choice.UnmarshalText([]byte(row[4])); err != nil {
			return err
		}
		var err error
		if h.Members, err = m.refs(strings.Split(row[3], ";")); err != nil {
			return fmt.Errorf("members%w", err)
		}
		if h.As != governance.AsProxy {
			if len(h.Members) != 1 {
				return fmt.Errorf("%q raises a hand %v for %d members", row[1], h.As, len(h.Members))
			}
			h.Member, h.Members = h.Members[0], nil
		}
		motion.Hands = append(motion.Hands, h)
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func readJSON(dir fs.FS, name string, v any) error {
	f, err := dir.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := law.Decode(f, v); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// readCSV reads a table with a header, and names the line of whatever is wrong.
func readCSV(dir fs.FS, name string, header []string, each func(line int, row []string) error) error {
	f, err := dir.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	rows := csv.NewReader(io.LimitReader(f, 256<<20))
	rows.FieldsPerRecord = len(header)
	rows.ReuseRecord = true
	for first := true; ; first = false {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) && !first {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		line, _ := rows.FieldPos(0)
		if first {
			if !slices.Equal(row, header) {
				return fmt.Errorf("%s: line 1: the columns are %v, where %v are wanted", name, row, header)
			}
			continue
		}
		if err := each(line, row); err != nil {
			return fmt.Errorf("%s: line %d: %w", name, line, err)
		}
	}
}
