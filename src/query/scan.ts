import { type Filter, filterOfOperator, LONGEST_OPERATOR } from './filters.ts';
import { type Closings, findClosings, isAlternative, isColon, isExclusion, isSpace, partnerOf } from './marks.ts';

/** A piece of what was typed, `at` to `end` with its operators and quote marks; `text` is without them. */
export type Token =
  | {
      readonly kind: 'term';
      readonly text: string;
      readonly quoted: boolean;
      readonly excluded: boolean;
      readonly at: number;
      readonly end: number;
    }
  | {
      readonly kind: 'filter';
      readonly filter: Filter;
      readonly text: string;
      readonly excluded: boolean;
      readonly at: number;
      readonly end: number;
    }
  | { readonly kind: 'alternative' | 'lone-exclusion'; readonly text: string; readonly at: number; readonly end: number };

/** What could not be read as meant. `at` is an offset into what was typed. */
export interface QueryWarning {
  readonly at: number;
  readonly message: string;
}

export interface Scan {
  readonly tokens: readonly Token[];
  readonly warnings: readonly QueryWarning[];
}

interface Scanner {
  readonly text: string;
  readonly closings: Closings;
  readonly warnings: QueryWarning[];
}

/** Cuts what was typed into terms, filters and operators, in one pass. Never throws. */
export function scan(text: string): Scan {
  const scanner: Scanner = { text, closings: findClosings(text), warnings: [] };
  const tokens: Token[] = [];
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
    const token = readToken(scanner, at);
    tokens.push(token);
    at = token.end;
  }
  return { tokens, warnings: scanner.warnings };
}

function readToken(scanner: Scanner, at: number): Token {
  const { text } = scanner;
  const character = text.charAt(at);
  if (isAlternative(character)) return { kind: 'alternative', text: character, at, end: at + 1 };
  if (!isExclusion(character)) return { ...readOperand(scanner, at), excluded: false, at };
  const next = text.charAt(at + 1);
  if (next === '' || isSpace(next) || isAlternative(next)) return { kind: 'lone-exclusion', text: character, at, end: at + 1 };
  return { ...readOperand(scanner, at + 1), excluded: true, at };
}

type Operand =
  | { readonly kind: 'term'; readonly text: string; readonly quoted: boolean; readonly end: number }
  | { readonly kind: 'filter'; readonly filter: Filter; readonly text: string; readonly end: number };

/** A filter `name:value`, a quoted literal or a bare run of characters. */
function readOperand(scanner: Scanner, from: number): Operand {
  const colon = findColon(scanner.text, from);
  if (colon < 0) return readTerm(scanner, from);
  const name = scanner.text.slice(from, colon);
  const filter = filterOfOperator(name);
  const value = readTerm(scanner, colon + 1);
  if (filter && value.text !== '') return { kind: 'filter', filter, text: value.text, end: value.end };
  const whole = readTerm(scanner, from);
  if (filter) scanner.warnings.push({ at: from, message: `“${name}:”后面没有内容，已按文字检索` });
  else if (looksLikeField(name, value.text)) scanner.warnings.push({ at: from, message: `没有“${name}:”这个筛选，已按文字检索` });
  return whole;
}

function readTerm(scanner: Scanner, from: number): Operand & { kind: 'term' } {
  const { text, closings } = scanner;
  const partner = partnerOf(text.charAt(from));
  if (partner !== undefined) {
    const end = closings.ending(partner, from + 1);
    if (end >= 0) return { kind: 'term', text: text.slice(from + 1, end), quoted: true, end: end + 1 };
    if (!closings.any(partner, from + 1)) scanner.warnings.push({ at: from, message: '引号没有成对，已略去引号按文字检索' });
  }
  let end = from;
  while (end < text.length && !isSpace(text.charAt(end)) && !isAlternative(text.charAt(end))) end++;
  return { kind: 'term', text: text.slice(from, end), quoted: false, end };
}

const LONGEST_FIELD = Math.max(LONGEST_OPERATOR, 4);
const LONGEST_FIELD_VALUE = 30;
// 时间, rowid
const FIELD_NAME = /^[\p{L}_]{1,5}$/u;

/** A sentence has colons too: only a short name before a short value looks as if a filter was meant. */
const looksLikeField = (name: string, value: string): boolean =>
  FIELD_NAME.test(name) && value.length > 0 && value.length <= LONGEST_FIELD_VALUE;

/** The place of the colon that ends a field name beginning at `from`; -1 when there is none near enough. */
function findColon(text: string, from: number): number {
  const limit = Math.min(text.length, from + LONGEST_FIELD + 2);
  for (let at = from; at < limit; at++) {
    const character = text.charAt(at);
    if (isColon(character)) return at > from ? at : -1;
    if (isSpace(character) || isAlternative(character) || partnerOf(character) !== undefined) return -1;
  }
  return -1;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charAt(at))) at++;
  return at;
}
