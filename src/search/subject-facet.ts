import type { FacetValue } from '../engine/filters.ts';
import { NOT_STATED } from '../query/filters.ts';
import { subjectByCode } from '../subjects/lookup.ts';
import { codesAbove, SUBJECT_CODE } from '../subjects/subject.ts';
import type { FacetEntry } from './answer.ts';
import { type FacetContext, mostFirst } from './facet-entry.ts';
import { codeToggles } from './toggle.ts';

/** The subject facet as trees by the prefixes of the codes: a document counts at its code and at all codes above it. */
export function subjectEntries(counts: ReadonlyMap<FacetValue, number>, context: FacetContext): FacetEntry[] {
  const totals = new Map<string, number>();
  const children = new Map<string, Set<string>>();
  const add = (code: string, count: number) => {
    const way = SUBJECT_CODE.test(code) ? codesAbove(code) : [code];
    way.forEach((step, depth) => {
      totals.set(step, (totals.get(step) ?? 0) + count);
      const above = way[depth - 1] ?? '';
      children.set(above, (children.get(above) ?? new Set()).add(step));
    });
  };
  for (const [code, count] of counts) if (code !== null) add(code, count);
  const { include, exclude } = context.conditions.codes;
  for (const code of [...include, ...exclude]) if (code !== null && !totals.has(code)) add(code, 0);
  const toggle = codeToggles(context);
  const build = (code: string): FacetEntry =>
    subjectEntry({ code, count: totals.get(code) ?? 0, url: toggle(code) }, [...(children.get(code) ?? [])].map(build), context);
  const entries = [...(children.get('') ?? [])].map(build).sort(mostFirst);
  const without = counts.get(null) ?? 0;
  return without > 0 || include.includes(null) || exclude.includes(null)
    ? [...entries, notStated(without, toggle(null), context)]
    : entries;
}

interface Counted {
  readonly code: string;
  readonly count: number;
  readonly url: string;
}

function subjectEntry({ code, count, url }: Counted, children: readonly FacetEntry[], context: FacetContext): FacetEntry {
  return {
    value: code,
    label: subjectByCode(code)?.name ?? code,
    count,
    selected: context.conditions.codes.include.includes(code),
    excluded: context.conditions.codes.exclude.includes(code),
    url,
    ...(children.length > 0 ? { children: [...children].sort(mostFirst) } : {}),
  };
}

const notStated = (count: number, url: string, context: FacetContext): FacetEntry => ({
  value: null,
  label: NOT_STATED,
  count,
  selected: context.conditions.codes.include.includes(null),
  excluded: context.conditions.codes.exclude.includes(null),
  url,
});
