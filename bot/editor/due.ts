import type { Knowledge } from '../kit/knowledge';

/** Something an editor should look at again, and why. */
export interface Due {
  readonly owner: string;
  readonly what: string;
  readonly why: string;
}

const day = 86_400_000;
/** Days before a review date from which it counts as near. */
const near = 60;

/** What is past or near its review date, unknown or unconfirmed, by council; `now` in milliseconds since 1970. */
export function due(knowledge: Knowledge, now: number): Due[] {
  const entries = [...knowledge.national.values(), ...[...knowledge.local.values()].flatMap((m) => [...m.values()])];
  return [
    ...entries.flatMap(({ file, written }) => [
      ...dated(written.owner, file, written.review_by, now),
      ...standing(written.owner, file, written.status),
    ]),
    ...knowledge.councils.flatMap(({ id, file, written }) => [
      ...dated(id, file, written.review_by, now),
      ...written.unknown.map((topic) => ({ owner: id, what: topic, why: 'nothing known of what the council adds' })),
      ...[written.leaving_care, written.front_door, written.out_of_hours].flatMap((team) => [
        ...(team.phone === 'unknown' ? [{ owner: id, what: `${team.name}: phone`, why: 'unknown' }] : []),
        ...(team.phone !== 'unknown' && team.status === 'unconfirmed'
          ? [{ owner: id, what: `${team.name}: ${team.phone}`, why: 'unconfirmed' }]
          : []),
        ...('schedules' in team && team.phone !== 'unknown' && team.schedules === 'unknown'
          ? [{ owner: id, what: `${team.name}: hours`, why: 'unknown' }]
          : []),
      ]),
    ]),
    ...knowledge.services.filter((s) => s.unconfirmed).map((s) => ({ owner: 'national', what: `directory: ${s.id}`, why: 'unconfirmed' })),
  ];
}

function dated(owner: string, what: string, reviewBy: string, now: number): Due[] {
  const left = Math.ceil((Date.parse(reviewBy) - now) / day);
  if (left > near) return [];
  return [{ owner, what, why: left < 0 ? `review was due on ${reviewBy}` : `review is due on ${reviewBy}` }];
}

function standing(owner: string, what: string, status: string): Due[] {
  return status === 'confirmed' ? [] : [{ owner, what, why: status }];
}
