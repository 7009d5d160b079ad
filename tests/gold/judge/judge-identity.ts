import type { Prepared } from '../../../indexer/prepare.ts';
import { foldString } from '../../../src/text/normal-form.ts';
import type { Gold } from './gold.ts';
import { type Tally, tally } from './tally.ts';

/** Whose report it is, of which place and year, and of which kind. */
export function judgeIdentity({ meta }: Gold, { identity }: Prepared): Tally[] {
  const read = {
    department: identity.department?.value ?? null,
    district: identity.district?.value ?? null,
    city: identity.city?.value ?? null,
    year: identity.year?.value ?? null,
    reportKind: identity.reportKind?.value ?? null,
  };
  const names = ['department', 'district', 'city', 'year', 'reportKind'] as const;
  return [tally('meta', names, (name) => (same(meta[name], read[name]) ? null : `${name} is ${meta[name]}, read ${read[name]}`))];
}

const same = (a: string | number | null | undefined, b: string | number | null): boolean =>
  foldString(String(a ?? '')) === foldString(String(b ?? ''));
