import type { ReportSummary } from '../../model/report.ts';

type PlacedReport = Pick<ReportSummary, 'city' | 'district' | 'department' | 'year' | 'reportKind' | 'id'>;

/**
 * The source order of reports (city, district, department, year, reportKind, id; missing last) as one string that Meilisearch sorts by its bytes
 * and does not change. It says the order by itself, so a report can come at any time without another being numbered anew.
 */
export function placeOf({ city, district, department, year, reportKind, id }: PlacedReport): string {
  const parts = [city, district, department, year === null ? null : String(year), reportKind].map((part) =>
    part === null ? absent : letters(part) + end,
  );
  return parts.join('').slice(0, longest) + id;
}

/** Below every letter, so that a name that another continues comes first. */
const end = '!';
/** Above every letter. */
const absent = '\ue000!';
/** Meilisearch sorts by the first 468 bytes; names that are equal up to here are told apart by the report's id. */
const longest = 150;

function letters(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at++) out += letter(text.charCodeAt(at));
  return out;
}

/** Ranges of UTF-16 units and what is put before them so that they stay in order; null: they stand for themselves. */
const ranges: readonly (readonly [to: number, mark: string | null])[] = [
  [0x2f, '#'],
  [0x39, null],
  [0x60, ':'],
  [0x7a, null],
  [0x4dff, '{'],
  [0x9fff, null],
  [0xffff, '\ua000'],
];

const digits = '0123456789abcdefghijklmnopqrstuvwxyz';

function letter(unit: number): string {
  const mark = ranges.find(([to]) => unit <= to)?.[1] ?? null;
  if (mark === null) return String.fromCharCode(unit);
  let out = '';
  for (let rest = unit, place = 0; place < 4; place++, rest = Math.floor(rest / digits.length))
    out = (digits[rest % digits.length] ?? '') + out;
  return mark + out;
}
