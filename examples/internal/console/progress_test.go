package console

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestABarIsDrawnOnTerminalsAlone(t *testing.T) {
	assert.Nil(t, NewBar(&bytes.Buffer{}, "paths"))
	f, err := os.Create(filepath.Join(t.TempDir(), "log"))
	require.NoError(t, err)
	defer f.Close()
	assert.Nil(t, NewBar(f, "paths"), "a file would keep every step of it")
	var none *Bar
	none.Tell(1, 2)
	none.Clear()
}

func TestABarIsWrittenOnceForEachHundredth(t *testing.T) {
	var out bytes.Buffer
	b := &Bar{&out, "paths", -1}
	b.Tell(500, 1000)
	assert.Equal(t, "\rpaths [####################....................]  50%", out.String())
	b.Tell(501, 1000)
	b.Tell(1, 0)
	assert.Equal(t, 1, bytes.Count(out.Bytes(), []byte("\r")))
	b.Clear()
	assert.True(t, bytes.HasSuffix(out.Bytes(), []byte("     \r")))
	n := out.Len()
	b.Clear()
	assert.Equal(t, n, out.Len())
}
