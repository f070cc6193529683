package employee_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rochdale-go/rochdale/legalform/employee"
	"github.com/rochdale-go/rochdale/legalform/law"
)

func TestA17ACorporateTrusteeOfWhoseDirectorsHalfAreExcluded(t *testing.T) {
	for directors, passes := range map[int]bool{5: true, 4: false} {
		got, err := employee.IndependenceOf([]employee.Trustee{corporate(directors, 2)}, law.MustDate("2024-10-30"), &enacted)
		require.NoError(t, err)
		assert.Equal(t, passes, got.Independent, "2 of %d", directors)
	}
	_, err := employee.IndependenceOf([]employee.Trustee{corporate(4, 2)}, law.MustDate("2024-10-29"), &enacted)
	assert.Error(t, err, "there was no such requirement")
	twice := corporate(2, 0)
	(*twice.Directors.Ptr())[1].ID = "a"
	_, err = employee.IndependenceOf([]employee.Trustee{twice}, law.MustDate("2024-10-30"), &enacted)
	assert.ErrorContains(t, err, "trustees[0].directors[1].id")
}

func ExampleIndependenceOf() {
	f := employee.Enacted()
	none, owns := law.Known(employee.NoTie), law.Known(employee.OwnsNow)
	got, err := employee.IndependenceOf([]employee.Trustee{{
		ID: "trustee company", Tie: none,
		Directors: law.Known([]employee.TrusteeDirector{{ID: "a", Tie: owns}, {ID: "b", Tie: owns}, {ID: "c", Tie: none}, {ID: "d", Tie: none}}),
	}}, law.MustDate("2026-01-31"), &f)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(got.Independent, got.Why[0])
	// Output:
	// false 2 of 4 directors are excluded participators
}
