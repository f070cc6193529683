package society

func (s *Society) proposedInAdministration() bool { return false }

func administratorMaySign(*kase) bool { return false }
