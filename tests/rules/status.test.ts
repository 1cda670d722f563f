import { readFileSync } from 'node:fs';
import { adviserFor, statusOf, type Adviser } from '../../bot/engine/rules';
import { statuses, type CareHistory, type Status } from '../../bot/engine/types';

interface Row {
  readonly case: string;
  readonly history: CareHistory;
  readonly status: Status;
  readonly adviser: Adviser;
  readonly because: string;
}

const rows = readFileSync('tests/rules/status.jsonl', 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as Row);

test('the table holds at least 120 cases, each status and each kind of adviser among them', () => {
  expect(rows.length).toBeGreaterThanOrEqual(120);
  expect(new Set(rows.map((row) => row.status))).toEqual(new Set(statuses));
  expect(new Set(rows.map((row) => row.adviser))).toEqual(new Set(['duty', 'on-request', 'none']));
});

test.each(rows.map((row) => [`${row.case} (${row.because})`, row] as const))('%s', (_, row) => {
  expect({ status: statusOf(row.history), adviser: adviserFor(row.history) }).toEqual({ status: row.status, adviser: row.adviser });
});
