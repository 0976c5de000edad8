import { Tables1789000000000 } from './1789000000000-tables';
import { Doors1789000000001 } from './1789000000001-doors';
import { Rights1789000000002 } from './1789000000002-rights';
import { PlansInFull1789000000003 } from './1789000000003-plans-in-full';
import { Search1789000000004 } from './1789000000004-search';
import { Verdicts1789000000005 } from './1789000000005-verdicts';
import { CityEdits1789000000006 } from './1789000000006-city-edits';
import { Definitions1789000000007 } from './1789000000007-definitions';
import { MuchWaiting1789000000008 } from './1789000000008-much-waiting';
import { PublicClosings1789000000009 } from './1789000000009-public-closings';
import { VerdictsOfUrgencyAndMarks1789000000011 } from './1789000000011-verdicts-of-urgency-and-marks';
import { DueByLane1789000000013 } from './1789000000013-due-by-lane';

/** In the order they run. */
export const MIGRATIONS = [
  Tables1789000000000,
  Doors1789000000001,
  Rights1789000000002,
  PlansInFull1789000000003,
  Search1789000000004,
  Verdicts1789000000005,
  CityEdits1789000000006,
  Definitions1789000000007,
  MuchWaiting1789000000008,
  PublicClosings1789000000009,
  VerdictsOfUrgencyAndMarks1789000000011,
  DueByLane1789000000013,
];
