// Package pathfinder holds what is known of the pathfinder mutuals of 2010 and 2011, of other
// bodies that went the same way, and of the programme around them.
//
// There were 21 pathfinders, 12 announced on 12 August 2010 and 9 on 2 February 2011. Known
// lists those that sources name, each fact with its source: what it was, its parent, staff
// and form, and a log that replays to its fortunes. What no source tells is not stated, some
// of the 21 are not identified at all, and of some it is not sure that they were among them:
// Roster counts them. Others lists bodies whose ballots, challenges and months are told.
//
// Most callers want Known and Record.History. Tallied and Survived reckon over records;
// Waves, Mentors, Taskforce, Fund, Roles, Sceptics and Obstacles are the programme.
//
// Logs tell lives in part. Most gates are untold, months stand for days, and where a log
// breaks off nobody knows what came after. A pathfinder was given mentors free of charge: no
// contract, no grant as of right, and no set legal form.
//
// Everything returned is the caller's own copy.
package pathfinder
