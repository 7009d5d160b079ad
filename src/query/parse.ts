import { foldString } from '../text/normal-form.ts';
import { readAmountRange, readAmountTerm } from './amount-term.ts';
import type { FenRange, Query, Term } from './ast.ts';
import type { Filter } from './filters.ts';
import { type QueryWarning, scan, type Token } from './scan.ts';

export type { QueryWarning } from './scan.ts';

/** A filter typed in the query, not yet looked up in the index. `fen` is set for amounts only. */
export interface TypedFilter {
  readonly filter: Filter;
  readonly text: string;
  readonly excluded: boolean;
  readonly fen: FenRange | null;
  readonly at: number;
  readonly end: number;
}

/** A term as shown to the person, with its place in what was typed (`at` to `end`, operators included). */
export interface ReadTerm {
  readonly kind: 'literal' | 'word' | 'exclude' | 'amount';
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

export interface ParsedQuery {
  readonly text: string;
  readonly query: Query;
  readonly terms: readonly ReadTerm[];
  readonly filters: readonly TypedFilter[];
  readonly warnings: readonly QueryWarning[];
}

/** One thing between `|` operators: a query with how it is shown. */
interface Part {
  readonly query: Query;
  readonly term: ReadTerm;
}

interface Reading {
  readonly groups: Part[][];
  readonly filters: TypedFilter[];
  warnings: QueryWarning[];
  /** The `|` that waits for its right neighbour. */
  waiting: { readonly at: number } | null;
  last: 'term' | 'filter' | null;
}

/**
 * Reads what a person typed (search.md, What matches). Never throws, has no limit of length, and reads in linear time.
 * What cannot be read is searched as text and named in `warnings`; an operator without anything to operate on is left out,
 * named too, unless it is all that was typed.
 */
export function parseQuery(text: string): ParsedQuery {
  const { tokens, warnings } = scan(text);
  const reading: Reading = { groups: [], filters: [], warnings: [...warnings], waiting: null, last: null };
  for (const token of joinAmounts(tokens)) readToken(reading, token);
  if (reading.waiting) warnOfAlternative(reading, reading.waiting.at);
  if (reading.groups.length === 0 && reading.filters.length === 0) searchOperators(reading, tokens);
  return {
    text,
    query: queryOf(reading.groups),
    terms: reading.groups.flat().map((part) => part.term),
    filters: reading.filters,
    warnings: reading.warnings.sort((a, b) => a.at - b.at),
  };
}

function readToken(reading: Reading, token: Token): void {
  switch (token.kind) {
    case 'alternative':
      if (reading.waiting || reading.last === null) warnOfAlternative(reading, token.at);
      else reading.waiting = token;
      return;
    case 'lone-exclusion':
      reading.warnings.push({ at: token.at, message: '“-”后面没有内容，已略去' });
      return;
    case 'filter':
      readFilter(reading, token);
      return;
    case 'term':
      readTerm(reading, token);
  }
}

function readFilter(reading: Reading, token: Token & { kind: 'filter' }): void {
  const { filter, text, excluded, at, end } = token;
  const fen = filter.reading === 'range' ? readAmountRange(text) : null;
  if (filter.reading === 'range' && (fen === null || excluded)) {
    const name = filter.operators[0] ?? '';
    const why = fen === null ? '不能读作金额范围（例：>500万、1亿..2亿）' : '是金额范围，不能排除（可写相反的范围）';
    reading.warnings.push({ at, message: `“${name}:${text}”${why}，已按文字检索` });
    readTerm(reading, { kind: 'term', text: `${name}:${text}`, quoted: false, excluded, at, end });
    return;
  }
  if (reading.waiting && reading.last === 'term') {
    reading.warnings.push({ at: reading.waiting.at, message: '“|”不能连接筛选条件，已按同时满足处理' });
  }
  reading.waiting = null;
  reading.last = 'filter';
  reading.filters.push({ filter, text, excluded, fen, at, end });
}

function readTerm(reading: Reading, token: Token & { kind: 'term' }): void {
  const part = partOf(token);
  if (part === null) {
    reading.warnings.push({ at: token.at, message: '这里没有可检索的文字，已略去' });
    return;
  }
  const group = reading.waiting && reading.last === 'term' ? reading.groups.at(-1) : undefined;
  if (reading.waiting && reading.last === 'filter') {
    reading.warnings.push({ at: reading.waiting.at, message: '“|”不能连接筛选条件，已按同时满足处理' });
  }
  if (group) group.push(part);
  else reading.groups.push([part]);
  reading.waiting = null;
  reading.last = 'term';
}

/** null when nothing of the text is left in normal form. */
function partOf({ text, quoted, excluded, at, end }: Token & { kind: 'term' }): Part | null {
  if (foldString(text) === '') return null;
  const fen = quoted ? null : readAmountTerm(text);
  const term = termOf(text, at, fen, quoted || excluded);
  const query: Query = { kind: 'term', term };
  if (excluded) return { query: { kind: 'not', part: query }, term: { kind: 'exclude', text, at, end } };
  return { query, term: { kind: term.kind === 'bare' ? 'word' : term.kind, text, at, end } };
}

function termOf(text: string, at: number, fen: FenRange | null, literal: boolean): Term {
  if (fen !== null) return { kind: 'amount', text, at, fen };
  return literal ? { kind: 'literal', text, at } : { kind: 'bare', text, at };
}

// 1,234.5   １２   约1.36
const NUMERIC = /^(?:约|大约|近)?[\d.,，．０-９]*$/u;
const MOST_PARTS = 3;

/** Puts together what a space parts in an amount: "1.36086 亿元", "约 1.36 亿元". */
function joinAmounts(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const count = amountLength(tokens, at);
    const run = tokens.slice(at, at + count);
    const [first] = run;
    if (first?.kind === 'term' && count > 1) joined.push({ ...first, text: textOf(run), end: run.at(-1)?.end ?? first.end });
    else if (first) joined.push(first);
    at += count;
  }
  return joined;
}

const textOf = (run: readonly Token[]): string => run.map((token) => token.text).join(' ');
const isBare = (token: Token): boolean => token.kind === 'term' && !token.quoted;

/** How many tokens from `at` on are one amount together; 1 when they are not. */
function amountLength(tokens: readonly Token[], at: number): number {
  const first = tokens[at];
  if (!first || !isBare(first) || !NUMERIC.test(first.text)) return 1;
  for (let count = MOST_PARTS; count > 1; count--) {
    const run = tokens.slice(at, at + count);
    const whole = run.length === count && run.every((token, n) => isBare(token) && (n === 0 || (token.kind === 'term' && !token.excluded)));
    if (whole && readAmountTerm(textOf(run)) !== null) return count;
  }
  return 1;
}

const warnOfAlternative = (reading: Reading, at: number): void => {
  reading.warnings.push({ at, message: '“|”的一侧没有内容，已略去' });
};

/** Someone who typed nothing but an operator may look for that character: the first one is searched, and is not said to be left out. */
function searchOperators(reading: Reading, tokens: readonly Token[]): void {
  for (const token of tokens) {
    if (token.kind !== 'alternative' && token.kind !== 'lone-exclusion') continue;
    const { text, at, end } = token;
    readTerm(reading, { kind: 'term', text, quoted: false, excluded: false, at, end });
    const others = reading.warnings.filter((warning) => warning.at !== at);
    reading.warnings = [...others, { at, message: `只有“${text}”，已按文字检索` }];
    return;
  }
}

function queryOf(groups: readonly (readonly Part[])[]): Query {
  const parts = groups.map((group) => either(group.map((part) => part.query)));
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind: 'and', parts };
}

function either(parts: readonly Query[]): Query {
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind: 'or', parts };
}
