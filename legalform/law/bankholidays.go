package law

import (
	"bytes"
	_ "embed" // the table of bank holidays
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"sync"
	"time"
)

//go:embed data/bank_holidays.csv
var bankHolidays []byte

var published = sync.OnceValue(func() *Calendar {
	c, err := NewCalendar(bytes.NewReader(bankHolidays))
	if err != nil { // a test reads every row of it
		panic("law.BankHolidays: " + err.Error())
	}
	return c
})

// BankHolidays returns the calendar of the table that the library carries: GOV.UK's bank
// holidays for 2012 to 2028, whose source and licence are beside it in data/README.md. It
// is read once, on first use.
func BankHolidays() *Calendar { return published() }

// ErrTable is wrapped by every complaint about a bad table of bank holidays.
var ErrTable = errors.New("bad table of bank holidays")

// maxTable bounds a table that comes in: seventeen years of it take 18 kilobytes.
const maxTable = 1 << 20

var tableHeader = []string{"division", "date", "title", "note"}

// NewCalendar reads a table of bank holidays: CSV in at most a mebibyte, with the header
// division,date,title,note and a row for each holiday, in any order. A division may be
// left out. One that is there is taken to be complete from the first year that has a row
// to the last, and no year between may be without. An error names the line.
func NewCalendar(r io.Reader) (*Calendar, error) {
	text, err := io.ReadAll(io.LimitReader(r, maxTable+1))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrTable, err)
	}
	if len(text) > maxTable {
		return nil, fmt.Errorf("%w: more than %d bytes", ErrTable, maxTable)
	}
	var c Calendar
	found := make([]map[Date]string, len(c.rolls))
	rows := csv.NewReader(bytes.NewReader(text))
	rows.FieldsPerRecord = len(tableHeader)
	for first := true; ; first = false {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			if first {
				return nil, fmt.Errorf("%w: line 1: no header", ErrTable)
			}
			break
		}
		if err != nil { // names the line itself
			return nil, fmt.Errorf("%w: %w", ErrTable, err)
		}
		if line, _ := rows.FieldPos(0); !first {
			err = addHoliday(found, row, line)
		} else if !slices.Equal(row, tableHeader) {
			err = fmt.Errorf("%w: line %d: the header is not division,date,title,note", ErrTable, line)
		}
		if err != nil {
			return nil, err
		}
	}
	for i, holidays := range found {
		if c.rolls[i], err = newRoll(holidays); err != nil {
			return nil, fmt.Errorf("%w: %v: %w", ErrTable, Division(i+1), err)
		}
	}
	return &c, nil
}

func addHoliday(found []map[Date]string, row []string, line int) error {
	bad := func(err error) error { return fmt.Errorf("%w: line %d: %w", ErrTable, line, err) }
	var in Division
	if err := ParseName(&in, divisions, []byte(row[0]), "a division"); err != nil {
		return bad(err)
	}
	d, err := ParseDate(row[1])
	if err != nil {
		return bad(err)
	}
	title, err := holidayTitle(row[2], row[3])
	if err != nil {
		return bad(err)
	}
	if found[in-1] == nil {
		found[in-1] = map[Date]string{}
	}
	if was, twice := found[in-1][d]; twice {
		return bad(fmt.Errorf("%v is in the table already, as %s", d, quoteShort(was)))
	}
	found[in-1][d] = title
	return nil
}

// newRoll puts a division's holidays in order. Its years run from the first with a holiday
// to the last.
func newRoll(holidays map[Date]string) (roll, error) {
	var r roll
	days := slices.SortedFunc(maps.Keys(holidays), Date.Compare)
	if len(days) == 0 {
		return r, nil
	}
	year := days[0].Year()
	r.first = civil(year, time.January, 1).n
	for _, d := range days {
		if d.Year() > year+1 {
			return r, fmt.Errorf("no bank holiday in %d", year+1)
		}
		year = d.Year()
		r.days, r.titles = append(r.days, d.n), append(r.titles, holidays[d])
		if w := d.Weekday(); w != time.Saturday && w != time.Sunday {
			r.before = append(r.before, int32(r.until(d.n)))
			r.weekdays = append(r.weekdays, d.n)
		}
	}
	r.last = civil(year, time.December, 31).n
	return r, nil
}

// holidayTitle writes a holiday as GOV.UK does, from its key and note. A key that is not
// among those known stands for itself.
func holidayTitle(key, note string) (string, error) {
	title, known := holidayTitles[key]
	switch {
	case key == "":
		return "", errors.New("no title")
	case !known:
		title = key
	}
	switch note {
	case "", "extra_bank_holiday":
		return title, nil
	case "substitute_day":
		return title + " (substitute day)", nil
	}
	return "", fmt.Errorf("not a note: %s (want substitute_day, extra_bank_holiday or nothing)", quoteShort(note))
}

var holidayTitles = map[string]string{
	"2nd_january":         "2nd January",
	"battle_boyne":        "Battle of the Boyne (Orangemen’s Day)",
	"boxing_day":          "Boxing Day",
	"christmas":           "Christmas Day",
	"early_may":           "Early May bank holiday",
	"early_may_ve":        "Early May bank holiday (VE day)",
	"easter_monday":       "Easter Monday",
	"good_friday":         "Good Friday",
	"kings_coronation":    "Bank holiday for the coronation of King Charles III",
	"late_august":         "Summer bank holiday",
	"new_year":            "New Year’s Day",
	"queen_diamond":       "Queen’s Diamond Jubilee",
	"queen_platinum":      "Platinum Jubilee bank holiday",
	"queens_bank_holiday": "Bank Holiday for the State Funeral of Queen Elizabeth II",
	"spring":              "Spring bank holiday",
	"st_andrew":           "St Andrew’s Day",
	"st_patrick":          "St Patrick’s Day",
	"summer":              "Summer bank holiday",
	"world_cup":           "World Cup bank holiday",
}
