package society

func (s *Society) proposedInAdministration() bool { return false }
