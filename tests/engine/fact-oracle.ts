import type { StoredReport } from '../../src/engine/engine.ts';
import type { FactFilters, FactItem, FactRequest } from '../../src/engine/facts.ts';
import type { FacetFilter } from '../../src/engine/filters.ts';
import type { Document } from '../../src/model/document.ts';
import type { Fact } from '../../src/model/fact.ts';
import { foldString } from '../../src/text/normal-form.ts';
import { oracleDocuments } from './oracle.ts';
import { signedFen } from './signed-fen.ts';

/** A fact with the report and the document it stands in. */
export interface OracleFact {
  readonly stored: StoredReport;
  readonly document: Document;
  readonly fact: Fact;
}

/** All facts in source order, found by plainly reading everything. */
export function oracleFacts(reports: readonly StoredReport[]): OracleFact[] {
  const inOrder = [...new Set(oracleDocuments(reports).map(({ stored }) => stored))];
  return inOrder.flatMap((stored) => {
    const documents = new Map(stored.documents.map(({ document }) => [document.id, document]));
    return stored.facts
      .toSorted((a, b) => a.start - b.start)
      .map((fact) => {
        const document = documents.get(fact.document);
        if (document === undefined) throw new Error(`no document ${fact.document}`);
        return { stored, document, fact };
      });
  });
}

const holds = (filter: FacetFilter | undefined, value: string | null): boolean =>
  filter === undefined || ((filter.include.length === 0 || filter.include.includes(value)) && !filter.exclude.includes(value));

function liesUnder({ include, exclude }: FacetFilter, code: string | null): boolean {
  const under = (prefix: string | null) => (prefix === null ? code === null : (code ?? '').startsWith(prefix) && code !== null);
  return (include.length === 0 || include.some(under)) && !exclude.some(under);
}

export function factPasses({ stored: { report }, document, fact }: OracleFact, filters: FactFilters): boolean {
  const { facets, names, fen } = filters;
  const money = signedFen(fact);
  return (
    (['department', 'district', 'city', 'reportKind', 'scope'] as const).every((name) => holds(facets[name], report[name])) &&
    holds(facets.year, report.year === null ? null : String(report.year)) &&
    holds(facets.category, document.category) &&
    holds(facets.kind, document.kind) &&
    holds(facets.table, fact.table) &&
    (filters.reports.length === 0 || filters.reports.includes(report.id)) &&
    liesUnder(filters.codes, fact.code) &&
    (names === null ||
      names.items.includes(foldString(fact.item)) ||
      (fact.code === null && fact.figure !== null && names.figures.includes(fact.figure)) ||
      (fact.code !== null && names.codes.includes(fact.code))) &&
    (filters.measures.length === 0 || filters.measures.includes(fact.measure)) &&
    (filters.periods.length === 0 || filters.periods.includes(fact.period)) &&
    (fen === null || (money !== null && (fen.from === null || money >= fen.from) && (fen.to === null || money <= fen.to)))
  );
}

/** By group, then by key, then as they stood. */
export function oracleFactAnswer(facts: readonly OracleFact[], { filters, order, from, size }: FactRequest) {
  const passed = facts.filter((fact) => factPasses(fact, filters));
  const sign = order === '-value' ? -1 : 1;
  const group = ({ fact }: OracleFact) => (signedFen(fact) !== null ? 0 : fact.yuan === null ? 1 : 2);
  const listed =
    order === 'source'
      ? passed
      : passed.toSorted((a, b) => {
          if (group(a) !== group(b)) return group(a) - group(b);
          if (group(a) === 0) return sign * Number((signedFen(a.fact) ?? 0n) - (signedFen(b.fact) ?? 0n));
          return group(a) === 1 ? sign * (Number(a.fact.value) - Number(b.fact.value)) : 0;
        });
  return { total: passed.length, facts: listed.slice(from, from + size) };
}

export function oracleItems(facts: readonly OracleFact[], containing: string, filters: FactFilters): FactItem[] {
  const groups = new Map<string, { readonly first: Fact; facts: number; readonly reports: Set<string> }>();
  for (const one of facts) {
    if (!factPasses(one, filters) || !foldString(one.fact.item).includes(containing)) continue;
    const key = JSON.stringify([one.fact.item, one.fact.code, one.fact.figure]);
    const group = groups.get(key) ?? { first: one.fact, facts: 0, reports: new Set() };
    group.facts++;
    group.reports.add(one.stored.report.id);
    groups.set(key, group);
  }
  const compare = (a: string | null, b: string | null) => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1);
  return [...groups.values()]
    .map(({ first: { item, code, figure }, facts: count, reports }) => ({ item, code, figure, facts: count, reports: reports.size }))
    .sort(
      (a, b) =>
        b.reports - a.reports || b.facts - a.facts || compare(a.item, b.item) || compare(a.code, b.code) || compare(a.figure, b.figure),
    );
}
