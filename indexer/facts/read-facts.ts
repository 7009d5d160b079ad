import type { Figure } from '../../src/figures/figure.ts';
import type { Amount } from '../../src/model/amount.ts';
import type { Document } from '../../src/model/document.ts';
import type { Fact } from '../../src/model/fact.ts';
import type { Issue } from '../../src/model/issue.ts';
import type { Table } from '../../src/model/table.ts';
import { meaningOf } from './column-meaning.ts';
import { projectOfTitles } from './project-names.ts';
import { type Frame, toProse } from './prose.ts';
import { readStatements } from './read-statements.ts';
import { balanceBehind } from './row-item.ts';
import type { RowContext, RowRule } from './row-rule.ts';
import type { Mention, ProseRule } from './rule.ts';
import { projectRows } from './rules/project-rows.ts';
import { tableRows } from './rules/table-rows.ts';
import { proseRules } from './rules.ts';
import { tableFrame } from './table-frame.ts';
import { type Draft, toFact } from './to-fact.ts';

export interface Facts {
  /** In order of their place. */
  readonly facts: readonly Fact[];
  readonly issues: readonly Issue[];
}

/** Every kind of facts in rows. */
const rowRules: readonly RowRule[] = [projectRows, tableRows];

/** What every figure of a report is, as far as its sentences and tables say it for certain. Documents in order of their place. */
export function readFacts(frame: Frame, documents: readonly Document[], tables: readonly Table[]): Facts {
  const drafts: Draft[] = [];
  const issues: Issue[] = [];
  const prose = new ProseReader(frame, drafts, issues, proseRules);
  const rows = new RowReader(frame, tables, drafts);
  for (const document of documents) {
    if (document.kind === 'row') rows.read(document);
    else prose.read(document);
  }
  return { facts: numbered(drafts), issues };
}

/** The facts of passages alone, by the rules given: what tests of a rule ask. */
export function readProse(
  frame: Frame,
  documents: readonly Document[],
  rules: ProseOf = proseRules,
): { readonly drafts: readonly Draft[]; readonly issues: readonly Issue[] } {
  const drafts: Draft[] = [];
  const issues: Issue[] = [];
  const reader = new ProseReader(frame, drafts, issues, rules);
  for (const document of documents) reader.read(document);
  return { drafts, issues };
}

export type ProseOf = readonly ProseRule[];

/** Duties, notes under tables, work done and glossaries hold figures, but none of the accounts. */
const silent: ReadonlySet<Document['category']> = new Set<Document['category']>(['部门概况', '决算表', '转移支付', '重点工作', '名词解释']);

/** A line without figures may name what the next one states; lines of forms and long passages do not. */
const mayName = ({ kind, category, start, end }: Document): boolean =>
  kind === 'heading' || (kind === 'passage' && category !== '附件绩效' && end - start < 120);

/** Reads passages in order; a name at the end of one may open the next. */
class ProseReader {
  private readonly frame: Frame;
  private readonly drafts: Draft[];
  private readonly issues: Issue[];
  private readonly rules: ProseOf;
  private carried = new Map<string, Mention>();

  constructor(frame: Frame, drafts: Draft[], issues: Issue[], rules: ProseOf) {
    this.frame = frame;
    this.drafts = drafts;
    this.issues = issues;
    this.rules = rules;
  }

  read(document: Document): void {
    if (silent.has(document.category) || (document.amounts.length === 0 && !mayName(document))) {
      this.carried = new Map();
      return;
    }
    const prose = toProse(this.frame, document);
    const claimed = new Set<Amount>();
    const open = new Map<string, Mention>();
    for (const rule of this.rules) {
      if (!rule.looksIn(prose)) continue;
      const found = readStatements(prose, rule, this.carried.get(rule.name) ?? null, claimed);
      for (const statement of found.stated) {
        claimed.add(statement.printed.amount);
        this.drafts.push(toFact(prose, rule, statement));
      }
      this.issues.push(...found.issues);
      if (found.open !== null) open.set(rule.name, found.open);
    }
    this.carried = open;
  }
}

/** What grows while the rows of a table are read: names by code, and the balance that is open on each side. */
type OpenContext = Omit<RowContext, 'balance'> & { readonly above: Map<string, string>; readonly balances: Map<string, Figure | null> };

class RowReader {
  private readonly frame: Frame;
  private readonly tables: readonly Table[];
  private readonly drafts: Draft[];
  private readonly contexts = new Map<number, OpenContext>();

  constructor(frame: Frame, tables: readonly Table[], drafts: Draft[]) {
    this.frame = frame;
    this.tables = tables;
    this.drafts = drafts;
  }

  read(document: Document): void {
    const { row } = document;
    if (row === null || row.doubt !== null) return;
    const context = this.contextOf(document);
    if (row.code !== null && row.name !== null) context.above.set(row.code, row.name);
    const side = row.side ?? '';
    const balance = balanceBehind(row.name ?? '', context.balances.get(side) ?? null);
    context.balances.set(side, balance);
    for (const rule of rowRules) {
      const facts = rule.looksIn(document) ? rule.facts(document, { ...context, balance }) : [];
      this.drafts.push(...facts);
      if (facts.length > 0) return;
    }
  }

  private contextOf({ row, table, path }: Document): OpenContext {
    const index = row?.table?.index ?? -1;
    const known = this.contexts.get(index);
    if (known !== undefined) return known;
    const titles = [...(table === null ? [] : [table]), ...path.toReversed()];
    const project = projectOfTitles(titles.toReversed());
    const made = {
      frame: this.frame,
      project,
      meaningOf: (column: string) => meaningOf(column, this.frame.year),
      table: tableFrame(titles, this.tables[index]),
      above: new Map(),
      balances: new Map(),
    };
    this.contexts.set(index, made);
    return made;
  }
}

/** Ids are made of the place and the order among those of one figure. */
function numbered(drafts: readonly Draft[]): Fact[] {
  const sorted = [...drafts].sort((a, b) => a.start - b.start);
  let nth = 0;
  return sorted.map((draft, index) => {
    nth = sorted[index - 1]?.start === draft.start ? nth + 1 : 0;
    return { ...draft, id: `${draft.report}-${draft.start}-${nth}` };
  });
}
