package main

import (
	"embed"
	"errors"
	"fmt"
	"io"
	"iter"
	"reflect"

	"github.com/rochdale-go/rochdale/examples/internal/console"
	"github.com/rochdale-go/rochdale/legalform/law"
	"github.com/rochdale-go/rochdale/mutual/spinout"
	"github.com/rochdale-go/rochdale/mutual/spinout/right"
	"github.com/rochdale-go/rochdale/mutual/spinout/route"
)

//go:embed ways/*.json
var ways embed.FS

const waySchema = 1

// errWay is wrapped by complaints about a file that is JSON of the right shape and yet no way.
var errWay = errors.New("not a way out")

// A given is a value with its origin. The zero given is not stated.
type given[T any] struct {
	Value      law.Fact[T] `json:"value"`
	Source     string      `json:"source"`
	Assumption string      `json:"assumption"`
}

// described is any given.
type described interface {
	describe() (value string, stated bool, source, assumption string)
}

func (g given[T]) describe() (value string, stated bool, source, assumption string) {
	return g.Value.String(), g.Value.Stated(), g.Source, g.Assumption
}

// A way is what the rights, the routes and the odds of a case turn on, beside the case itself.
// What is left out is unknown.
type way struct {
	Schema int `json:"schema"`
	// Begun is the day on which the staff asked; without one it is as long before the first day
	// as half of the bodies observed took.
	Begun       given[law.Date]            `json:"begun"`
	Service     given[right.ServiceKind]   `json:"service_kind"`
	Provided    given[bool]                `json:"provided"`
	NamedPerson given[bool]                `json:"named_person"`
	Holder      given[right.HolderKind]    `json:"holder_kind"`
	OfAuthority given[bool]                `json:"of_authority"`
	Authority   given[right.AuthorityKind] `json:"authority_kind"`
	// Supported says that the case has support without asking for it.
	Supported given[bool] `json:"supported"`

	Health         given[bool]            `json:"nhs_health_care"`
	CPV            given[[]route.CPV]     `json:"cpv"`
	Months         given[int64]           `json:"months"`
	AboveThreshold given[bool]            `json:"above_threshold"`
	Cites          given[bool]            `json:"cites_article"`
	Flexible       given[bool]            `json:"competitive_flexible"`
	Mission        given[bool]            `json:"public_service_mission"`
	Reinvests      given[bool]            `json:"reinvests"`
	Distributes    given[bool]            `json:"distributes"`
	Participatory  given[bool]            `json:"distributes_by_participation"`
	Structure      given[route.Structure] `json:"structure"`

	Left             given[bool]      `json:"left_public_sector"`
	PublicServices   given[bool]      `json:"public_services"`
	ForServices      given[bool]      `json:"for_public_services"`
	MainlyReservable given[bool]      `json:"mainly_reservable"`
	SocialImpact     given[bool]      `json:"social_impact"`
	StaffInfluence   given[bool]      `json:"staff_influence"`
	StaffOwn         given[law.Ratio] `json:"staff_own"`
	EmployeesControl given[bool]      `json:"employees_control"`
	NotForProfit     given[bool]      `json:"not_for_profit"`
	ProfitsToMembers given[bool]      `json:"profits_only_to_members"`
}

// openWay reads the way of one of the cases that come with the program, or a file; without
// either nothing is known of it.
func openWay(name, file string) (*way, error) {
	if file != "" {
		return console.ReadFile(file, readWay)
	}
	f, err := ways.Open("ways/" + name + ".json")
	if err != nil {
		return &way{Schema: waySchema}, nil // a case of one's own has none
	}
	defer f.Close()
	return readWay(f)
}

func readWay(r io.Reader) (*way, error) {
	var w way
	if err := law.Decode(r, &w); err != nil {
		return nil, fmt.Errorf("way: %w", err)
	}
	if w.Schema != waySchema {
		return nil, fmt.Errorf("way: %w: schema: %d, where this program reads %d", errWay, w.Schema, waySchema)
	}
	for o, stated := range w.all() {
		var wrong string
		switch {
		case !stated && o.Source == "" && o.Assumption == "":
			continue
		case !stated:
			wrong = "an origin is given, and no value"
		case o.Source == "" && o.Assumption == "":
			wrong = "give its source, or say why it is assumed"
		case o.Source != "" && o.Assumption != "":
			wrong = "it has a source, and is yet called an assumption"
		}
		if wrong != "" {
			return nil, fmt.Errorf("way: %w: %s: %s", errWay, o.Path, wrong)
		}
	}
	return &w, nil
}

// all lists what may be given, with whether it is, in the order of the file.
func (w *way) all() iter.Seq2[spinout.Origin, bool] {
	return func(yield func(spinout.Origin, bool) bool) {
		v := reflect.ValueOf(w).Elem()
		for i := range v.NumField() {
			in, ok := v.Field(i).Interface().(described)
			if !ok {
				continue
			}
			value, stated, source, assumption := in.describe()
			o := spinout.Origin{Path: v.Type().Field(i).Tag.Get("json"), Value: value, Source: source, Assumption: assumption}
			if !yield(o, stated) {
				return
			}
		}
	}
}

// basis lists what is given, with its origin.
func (w *way) basis() (out []spinout.Origin) {
	for o, stated := range w.all() {
		if stated {
			out = append(out, o)
		}
	}
	return out
}
