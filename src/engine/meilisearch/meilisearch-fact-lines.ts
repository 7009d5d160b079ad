import type { Fact } from '../../model/fact.ts';
import { fenOf, wholeFen } from '../../text/money.ts';
import { foldString } from '../../text/normal-form.ts';
import { factsInOrder } from '../content.ts';
import type { StoredReport } from '../engine.ts';
import type { Shared } from './meilisearch-shared.ts';

/** Under what a fact stands: item as printed, code and figure, as one string. */
export const labelOf = ({ item, code, figure }: Pick<Fact, 'item' | 'code' | 'figure'>): string => JSON.stringify([item, code, figure]);

/** "20604" is found under 2, 20, 206, 2060 and itself. */
export const prefixesOf = (code: string | null): string[] =>
  code === null ? [] : Array.from({ length: code.length }, (_, at) => code.slice(0, at + 1));

/** The facts of a report as lines of JSON, in the order of the text. */
export function factLines(stored: StoredReport, { key, report, born, place, facets, facet }: Shared): string[] {
  return factsInOrder({ ...stored, id: report }).map(({ fact, document }, number) =>
    JSON.stringify({
      id: `${key}_${number}`,
      key,
      report,
      born,
      place,
      number,
      ...facets,
      category: facet(document.category),
      kind: facet(document.kind),
      table: facet(fact.table),
      code: facet(fact.code),
      prefixes: prefixesOf(fact.code).map(facet),
      item: facet(foldString(fact.item)),
      figure: facet(fact.figure),
      measure: facet(fact.measure),
      period: facet(fact.period),
      label: facet(labelOf(fact)),
      ...orderOf(fact),
      data: JSON.stringify(fact),
    }),
  );
}

/** Money by its fen first, then what is not money by its number as printed, then money that no range can hold. */
function orderOf({ yuan, value }: Fact): { readonly group: number; readonly amount?: number; readonly fen?: number } {
  if (yuan === null) return { group: 1, amount: Number.parseFloat(value) };
  const exact = fenOf(yuan);
  if (exact === null) return { group: 2 };
  const fen = wholeFen(exact);
  return { group: 0, amount: fen, fen };
}
