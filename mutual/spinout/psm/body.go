package psm

import (
	"errors"
	"fmt"

	"github.com/rochdale-go/rochdale/legalform/law"
)

// A Body is what the tests judge. Its legal form does not matter to either.
type Body struct {
	Name string `json:"name,omitempty"`
	// LeftPublicSector says that it came out of a public body.
	LeftPublicSector law.Fact[bool] `json:"left_public_sector,omitzero"`
	// PublicServices says that it delivers public services; ForServices that it operates for
	// that purpose.
	PublicServices law.Fact[bool] `json:"public_services,omitzero"`
	ForServices    law.Fact[bool] `json:"for_public_services,omitzero"`
	// MainlyReservable says that it operates mainly for delivering light-touch services that
	// may be reserved.
	MainlyReservable law.Fact[bool] `json:"mainly_reservable,omitzero"`
	// SocialImpact says that what it does has positive social impact.
	SocialImpact law.Fact[bool] `json:"social_impact,omitzero"`
	// StaffInfluence is the judgement that staff control is embedded in it, or that staff have
	// significant influence.
	StaffInfluence law.Fact[bool] `json:"staff_influence,omitzero"`
	// StaffOwn is the part of it that employees own.
	StaffOwn law.Fact[law.Ratio] `json:"staff_own,omitzero"`
	// EmployeesControl is the judgement that it is under the management and control of its
	// employees.
	EmployeesControl law.Fact[bool] `json:"employees_control,omitzero"`
	// NotForProfit says that it is run on a not-for-profit basis; ProfitsToMembers that it
	// provides for the distribution of profits only to members.
	NotForProfit     law.Fact[bool] `json:"not_for_profit,omitzero"`
	ProfitsToMembers law.Fact[bool] `json:"profits_only_to_members,omitzero"`
}

// ErrBody is wrapped by every refusal of a body that cannot be.
var ErrBody = errors.New("not a body")

// Check refuses what cannot be; the error begins with the place.
func (b *Body) Check() error {
	if own, ok := b.StaffOwn.Get(); ok && (own.Num() < 0 || own.Cmp(law.Per(1, 1)) > 0) {
		return fmt.Errorf("staff_own: %w: employees own %v of it", ErrBody, own)
	}
	return nil
}
