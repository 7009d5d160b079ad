import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../src/engine/meilisearch/meilisearch-place.ts';
import { seeded } from '../../support/seeded.ts';

type Placed = Parameters<typeof placeOf>[0];

const names = [null, '', '云', '云川', '云川市', '江口市', 'A区', 'a区', '1区', '區', '\ue000', '\uffff', '😀市', '（市）', '~', '!'];

function compare(a: Placed, b: Placed): number {
  const keys = ({ city, district, department, year, reportKind, id }: Placed) => [
    city,
    district,
    department,
    year === null ? null : String(year),
    reportKind,
    id,
  ];
  const [left, right] = [keys(a), keys(b)];
  for (const [index, value] of left.entries()) {
    const other = right[index] ?? null;
    if (value !== other) return value === null ? 1 : other === null ? -1 : value < other ? -1 : 1;
  }
  return 0;
}

describe('the place of a report', () => {
  const random = seeded(1);
  const reports = Array.from(
    { length: 400 },
    (_, index): Placed => ({
      city: random.pick(names),
      district: random.pick(names),
      department: random.pick(names),
      year: random.pick([null, 2022, 2023]),
      reportKind: random.pick([null, '决算', '预算']),
      id: index.toString(16).padStart(16, '0'),
    }),
  );

  it('sorts as the source order does, by bytes of UTF-8', () => {
    const byPlace = reports.toSorted((a, b) => Buffer.compare(Buffer.from(placeOf(a)), Buffer.from(placeOf(b))));
    expect(byPlace).toEqual(reports.toSorted(compare));
  });

  it('is not changed by what the server does to strings, nor cut', () => {
    for (const report of reports) {
      const place = placeOf(report);
      expect(place.trim().normalize('NFKD').toLowerCase()).toBe(place);
      expect(Buffer.byteLength(place)).toBeLessThanOrEqual(468);
    }
    const long: Placed = {
      city: '长'.repeat(300),
      district: '长'.repeat(300),
      department: null,
      year: 2023,
      reportKind: '决算',
      id: '0123456789abcdef',
    };
    expect(Buffer.byteLength(placeOf(long))).toBeLessThanOrEqual(468);
    expect(placeOf(long)).not.toBe(placeOf({ ...long, id: '0123456789abcdee' }));
  });
});
