package election

import "sync"

// maxFinders is how many find papers faster than one adds them up.
const maxFinders = 4

// together reads the rest of the papers with several goroutines: this one reads blocks, others
// find the papers in them, and one more adds those up in the order of the file, so that the
// ballots are the same for any number of them. A block has about so many papers.
func (f *bltFile) together(workers, papers int) ([]byte, error) {
	finders := min(max(workers-1, 1), maxFinders)
	var (
		free    = make(chan *chunk, 2*finders+2) // chunks that nobody uses
		found   = make(chan *chunk, cap(free))   // chunks to look through
		ordered = make(chan *chunk, cap(free))   // the same chunks, in the order of the file
		ended   = make(chan ending, 1)
		finding sync.WaitGroup
	)
	for range cap(free) {
		free <- &chunk{ready: make(chan struct{}, 1)}
	}
	for range finders {
		s := f.scanner(papers)
		finding.Go(func() {
			for c := range found {
				s.scan(c)
				c.ready <- struct{}{}
			}
		})
	}
	go func() { ended <- f.gather(ordered, free) }()
	err := f.hand(found, ordered, free)
	close(found)
	close(ordered)
	finding.Wait()
	end := <-ended
	if !end.found && end.err == nil {
		end.err = err
		if err == nil {
			end.err = f.take(&chunk{}) // the file has ended
		}
	}
	return end.tail, end.err
}

// An ending is how the gathering of papers ended.
type ending struct {
	tail  []byte // what follows the line that ends the papers
	found bool   // whether there is such a line
	err   error
}

// hand reads blocks and hands them out until the file or the need of them ends.
func (f *bltFile) hand(found, ordered chan<- *chunk, free <-chan *chunk) error {
	for c := range free {
		var err error
		if c.text, err = f.block(c.text); err != nil || len(c.text) == 0 {
			return err
		}
		ordered <- c
		found <- c
	}
	return nil
}

// gather adds the papers of chunks up in order. Once it has what it needs it takes no more
// chunks and closes the supply of free ones.
func (f *bltFile) gather(ordered <-chan *chunk, free chan *chunk) (end ending) {
	for c := range ordered {
		<-c.ready
		switch {
		case end.found:
			end.tail = append(end.tail, c.text...)
		case end.err == nil:
			end.err = f.take(c)
			if end.found = end.err == nil && c.rest >= 0; end.found {
				end.tail = append(end.tail, c.text[c.rest:]...)
			}
			if end.found || end.err != nil {
				close(free)
			} else {
				free <- c
			}
		}
	}
	return end
}
