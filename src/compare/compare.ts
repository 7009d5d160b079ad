import type { Engine } from '../engine/engine.ts';
import type { FactItem } from '../engine/facts.ts';
import { figureById } from '../figures/lookup.ts';
import { subjectByCode } from '../subjects/lookup.ts';
import type { Choice, CompareAnswer, ShownSlice } from './compare-answer.ts';
import { type CompareRequest, compareRequestSchema, compareUrl } from './compare-request.ts';
import { type Entry, groupFacts } from './entry.ts';
import { findFacts } from './find-facts.ts';
import { type Line, makeEntries } from './make-entries.ts';
import { orderEntries, orderSlices } from './order-entries.ts';
import { previousYears } from './previous-year.ts';
import { isShown, silentReports } from './shown-entries.ts';
import { subjectKey } from './slice.ts';

export interface CompareOptions {
  readonly base?: string;
  /** Takes the slice of most entries where none is asked for. */
  readonly firstSlice?: boolean;
}

/**
 * Sets one subject, figure or name across departments and years. Nothing is summed across reports. Reports that the filters take and that say
 * nothing of it stand last, with the reason; under a condition (`where`, `period`) they are left out.
 */
export async function compare(
  engine: Engine,
  asked: CompareRequest,
  { base = '', firstSlice = false }: CompareOptions = {},
): Promise<CompareAnswer> {
  return engine.read(async (reader) => {
    const { facts, names, notes, filters } = await findFacts(engine, reader, asked);
    const all = groupFacts(facts);
    const sliced = orderSlices(all.filter((entry) => isShown(entry, asked, filters)));
    const slice = asked.slice ?? (firstSlice ? sliced[0]?.[0]?.slice : undefined);
    const request = slice === undefined ? asked : { ...asked, slice };
    const entries = orderEntries(slice === undefined ? sliced : sliced.filter(([first]) => first?.slice === slice), request.sort);
    const silent = notes.length > 0 ? [] : await silentReports(reader, all, { request, filters });
    const lines: Line[] = [...entries, ...silent];
    const title = titleOf(request, sliced.flat());
    const from = (request.page - 1) * request.size;
    return {
      ...title,
      total: lines.length,
      stated: entries.length,
      page: request.page,
      size: request.size,
      pages: Math.ceil(lines.length / request.size),
      reports: await makeEntries(reader, lines.slice(from, from + request.size), { previous: previousYears(all), about: title, base }),
      slices: showSlices(sliced, request, base),
      choices: names && { total: names.total, names: names.items.map((item) => choiceOf(item, request, base)) },
      notes,
    };
  });
}

/** What is compared, where it is one thing. */
function titleOf({ code, item }: CompareRequest, entries: readonly Entry[]): Pick<CompareAnswer, 'code' | 'name' | 'figure'> {
  const [first] = entries;
  if (code !== undefined) return { code, name: subjectByCode(code)?.name ?? first?.name ?? null, figure: null };
  if (first === undefined || !isOneSubject(entries)) return { code: null, name: item ?? null, figure: null };
  return { code: first.code, name: figureById(first.figure ?? '')?.label ?? first.name, figure: first.figure };
}

const isOneSubject = (entries: readonly Entry[]): boolean => new Set(entries.map(keyOfSubject)).size === 1;
const keyOfSubject = ({ code, figure, name }: Entry): string => subjectKey({ code, figure, item: name });

/** Labels leave out what all slices share: the subject. */
function showSlices(slices: readonly (readonly Entry[])[], request: CompareRequest, base: string): ShownSlice[] {
  const isOne = isOneSubject(slices.flat());
  return slices.flatMap((entries) => {
    const [first] = entries;
    if (first === undefined) return [];
    const { slice, code, name } = first;
    const kind = slice.slice(keyOfSubject(first).length + 1);
    const label = isOne ? kind : `${code === null ? '' : `${code} `}${name}·${kind}`;
    const url = compareUrl(base, { ...request, slice, page: 1 });
    return [{ slice, label, entries: entries.length, selected: slice === request.slice, url }];
  });
}

/** A subject is chosen by its code, anything else by its name. */
function choiceOf({ item, code, figure, facts, reports }: FactItem, request: CompareRequest, base: string): Choice {
  const { code: _, item: __, match: ___, slice: ____, page: _____, ...kept } = request;
  const chosen = compareRequestSchema.parse({ ...kept, ...(code === null ? { item } : { code }) });
  return { item, code, figure, facts, reports, url: compareUrl(base, chosen) };
}
