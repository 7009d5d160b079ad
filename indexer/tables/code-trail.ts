import { nameFits, subjectByCode } from '../../src/subjects/lookup.ts';
import { levelOfCode, type SubjectLevel } from '../../src/subjects/subject.ts';
import { halfWidthDigits } from '../../src/text/half-width.ts';

/** Digits of a code cell, with the level its head names (类 款 项), or null. */
export interface CodePart {
  readonly digits: string;
  readonly level: SubjectLevel | null;
}

/** Where no name stands between, 6 and 06 are the same part only if a name says so: parts are taken as printed, two digits. */
const PART = /^\d{2}$/;
const CLASS = /^\d{3}$/;

/**
 * Puts the codes of a table together, row after row: whole (2010601), in columns (201 | 06 | 01), or only a row's own part (201, then 06, then 01).
 * A code it cannot be sure of is null.
 */
export class CodeTrail {
  #class: string | null = null;
  #section: string | null = null;
  #last: string | null = null;

  read(parts: readonly CodePart[], name: string | null): string | null {
    const code = this.#whole(parts) ?? this.#composed(parts) ?? this.#ownPart(parts, name);
    if (code !== null) this.#remember(code);
    return code;
  }

  #whole(parts: readonly CodePart[]): string | null {
    const whole = parts.find(({ digits }) => digits.length > 3 && levelOfCode(digits) !== null);
    if (whole !== undefined) return whole.digits;
    return parts.length === 1 && CLASS.test(parts[0]?.digits ?? '') ? (parts[0]?.digits ?? null) : null;
  }

  /** 201 | 06 | 01 in one row. */
  #composed(parts: readonly CodePart[]): string | null {
    const [first, ...rest] = parts;
    if (first === undefined || rest.length === 0 || rest.length > 2 || !CLASS.test(first.digits)) return null;
    return rest.every((part) => PART.test(part.digits)) ? first.digits + rest.map((part) => part.digits).join('') : null;
  }

  /** 06 beneath the 201 of an earlier row: by its column, else by the name of the only subject that fits. No row repeats the one right above it. */
  #ownPart(parts: readonly CodePart[], name: string | null): string | null {
    if (parts.length === 2) return this.#twoParts(parts);
    const [part] = parts;
    if (part === undefined || parts.length > 1 || !PART.test(part.digits)) return null;
    const above: Record<SubjectLevel, string | null> = { 类: null, 款: this.#class, 项: this.#section };
    if (part.level !== null) return above[part.level] === null ? null : above[part.level] + part.digits;
    const possible = [this.#class, this.#section].flatMap((prefix) => (prefix === null ? [] : [prefix + part.digits]));
    const named = possible.filter((code) => code !== this.#last && name !== null && nameFits(code, name) === true);
    return named.length === 1 ? (named[0] ?? null) : null;
  }

  /** 06 | 01 beneath the 201 of an earlier row. */
  #twoParts(parts: readonly CodePart[]): string | null {
    const together = parts.every((part) => PART.test(part.digits)) && parts[0]?.level === '款' && parts[1]?.level === '项';
    return together && this.#class !== null ? this.#class + parts.map((part) => part.digits).join('') : null;
  }

  #remember(code: string): void {
    this.#class = code.slice(0, 3);
    this.#section = code.length >= 5 ? code.slice(0, 5) : null;
    this.#last = code;
  }
}

// 101 10102: classes of revenue, which the classification here does not hold
const REVENUE = /^1(?:0[1-9]|10)(?:\d{2}){0,2}$/;

// 2999997: a whole code of a class that is not known
const WHOLE = /^[235]\d{6}$/;

/** Digits that can be a code or a part of one: 20103 of a known class, seven digits, or two (06). */
export const mayBeCode = (digits: string): boolean =>
  PART.test(digits) ||
  REVENUE.test(digits) ||
  WHOLE.test(digits) ||
  (levelOfCode(digits) !== null && subjectByCode(digits.slice(0, 3)) !== null);

/** Is this code one that the classification knows? */
export const isKnownCode = (code: string): boolean => subjectByCode(code) !== null;

// 2010601-行政运行 | 2010601 行政运行 | [30101]基本工资
const CODE_FIRST = /^[[(]?(\d{3}(?:\d{2}){0,2})[\])]?[-_.、:]?([^\d].{0,100})$/;
// 行政运行(2010601)
const CODE_LAST = /^(.{1,100}?)[[(](\d{3}(?:\d{2}){0,2})[\])]$/;

/** A name with its code in one cell, white space dropped: both apart. Only for codes whose class is known, so that 100人 is no code. */
export function splitCodedName(plain: string): { code: string; name: string } | null {
  if (plain.length > 120) return null;
  const text = halfWidthDigits(plain)
    .replace(/[（【［〔]/g, '(')
    .replace(/[）】］〕]/g, ')');
  const first = CODE_FIRST.exec(text);
  if (first?.[1] !== undefined && first[2] !== undefined && subjectByCode(first[1].slice(0, 3)) !== null) {
    return { code: first[1], name: plain.slice(plain.length - first[2].length) };
  }
  const last = CODE_LAST.exec(text);
  if (last?.[1] !== undefined && last[2] !== undefined && subjectByCode(last[2].slice(0, 3)) !== null) {
    return { code: last[2], name: plain.slice(0, last[1].length) };
  }
  return null;
}
