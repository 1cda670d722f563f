import type { AgeBand, Care, CareHistory, Status } from './types';

// The Children Act 1989 as it stands for England, with the Care Leavers (England) Regulations 2010 (SI 2010/2571).

/** What the law says of a personal adviser now: the council has to give one, has to give one to whoever asks, or neither. */
export type Adviser = 'duty' | 'on-request' | 'none';

/** Where the law puts somebody of this age with this time in care. Past the ages of the Act: care-experienced. */
export function statusOf(history: CareHistory): Status {
  if (history.age < 16) return history.lookedAfter ? 'in-care' : 'care-experienced';
  if (history.age < 18) return history.lookedAfter ? inCareAt16Or17(history) : outOfCareAt16Or17(history);
  return grown(history);
}

/** Whether the council has to appoint a personal adviser for somebody with this history. */
export function adviserFor(history: CareHistory): Adviser {
  const status = statusOf(history);
  // Schedule 2 para 19C (eligible); s.23B(2) (relevant).
  if (status === 'eligible' || status === 'relevant') return 'duty';
  if (status !== 'former-relevant') return 'none';
  // s.23C(3)(a) with (6): until 21. s.23CZB, in force since 1 April 2018: from then until 25, to each who asks.
  return history.age < 21 ? 'duty' : 'on-request';
}

// Schedule 2 para 19B(2) with reg 40 of the Care Planning Regulations 2010: 13 weeks since 14, the last after the 16th
// birthday. One who was held on that birthday after 13 weeks, and is looked after again now, has those weeks too.
function inCareAt16Or17({ thirteenWeeks, heldAtSixteen }: CareHistory): Status {
  return thirteenWeeks || heldAtSixteen ? 'eligible' : 'in-care';
}

function outOfCareAt16Or17(history: CareHistory): Status {
  if (wasRelevant(history)) return 'relevant';
  return qualifies(history) ? 'qualifying' : 'care-experienced';
}

function grown(history: CareHistory): Status {
  // s.23C(1): looked after as an eligible child on the 18th birthday, or a relevant child who would be one still. The duties
  // of s.23C(6)-(7), s.23CA and s.23CZB all end by the 25th birthday.
  if (wasRelevant(history)) return history.age < 25 ? 'former-relevant' : 'care-experienced';
  // s.24(1A)(a) and (1B)(a): only under 21. What s.24B(3) keeps open until 25 is help with education, not the status.
  return history.age < 21 && qualifies(history) ? 'qualifying' : 'care-experienced';
}

function wasRelevant({ thirteenWeeks, heldAtSixteen, homeSixMonths }: CareHistory): boolean {
  // s.23A(2), less those who went home for six months (reg 3(5), whatever else they are); a home that broke down does not
  // count (reg 3(6)).
  if (thirteenWeeks) return !homeSixMonths;
  // reg 3(2): held on the 16th birthday after 13 weeks in care since 14. Reg 3(5) does not reach one not within s.23A(2).
  return heldAtSixteen;
}

// s.24(1A): a special guardianship order made straight from care. s.24(1B): in care at some time at 16 or 17. To have left
// care for home at 16 or 17, or to have weeks of it after 16, is to have been in care then.
function qualifies({ guardianship, afterSixteen, thirteenWeeks, homeSixMonths }: CareHistory): boolean {
  return guardianship || afterSixteen || thirteenWeeks || homeSixMonths;
}

/** An age that stands for each band; the Act treats every age of a band alike. */
const ages: Readonly<Record<AgeBand, number>> = { 'under-16': 15, '16-17': 17, '18-20': 19, '21-24': 22, '25-or-over': 25 };

const nothing = {
  lookedAfter: false,
  afterSixteen: false,
  thirteenWeeks: false,
  guardianship: false,
  homeSixMonths: false,
  heldAtSixteen: false,
};

/**
 * The care history that an answer stands for. Somebody in care at 16 or 17 is taken to have the 13 weeks, or to be about to;
 * one who says so at 18 or over (Staying Put feels like care) to have been in care until 18. "not-sure" claims nothing.
 */
export function historyOf({ age, care }: { readonly age: AgeBand; readonly care: Care }): CareHistory {
  const told: Readonly<Record<Care, Partial<CareHistory>>> = {
    'in-care': { lookedAfter: ages[age] < 18, afterSixteen: ages[age] >= 16, thirteenWeeks: ages[age] >= 16 },
    'thirteen-weeks': { afterSixteen: true, thirteenWeeks: true },
    'fewer-weeks': { afterSixteen: true },
    guardianship: { guardianship: true },
    home: { afterSixteen: true, thirteenWeeks: true, homeSixMonths: true },
    'before-16': {},
    'not-sure': {},
  };
  return { ...nothing, ...told[care], age: ages[age] };
}
