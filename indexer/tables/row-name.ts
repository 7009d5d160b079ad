import { nameFits } from '../../src/subjects/lookup.ts';
import { type CodePart, CodeTrail, splitCodedName } from './code-trail.ts';
import type { LabelCell, RowDraft } from './row-draft.ts';

/** What a record is called: its subject code, its name as printed with white space dropped, its 行次. */
export interface RowName {
  readonly code: string | null;
  readonly name: string | null;
  readonly lineNo: string | null;
}

const DIGITS = /^\d{1,7}$/;
const BODY = /单位/;
const levels = ['类', '款', '项'] as const;

/** Reads the labels of the records of one table, row after row: a row may print only its own part of a code. */
export class RowNamer {
  #trail = new CodeTrail();

  nameRow({ labels }: RowDraft): RowName {
    const lineNo = labels.find(({ column }) => column?.role === 'line')?.cell.plain ?? null;
    const others = labels.filter(({ column }) => column?.role !== 'line' && column?.role !== 'group');
    const named = nameOf(others);
    const parts = codeParts(others);
    if (named === null) return { code: this.#trail.read(parts, null), name: null, lineNo };
    const coded = parts.length === 0 ? splitCodedName(named) : null;
    if (coded === null) {
      const code = this.#trail.read(parts, named);
      return { code, name: wholeName(code, named, others), lineNo };
    }
    return { code: this.#trail.read([{ digits: coded.code, level: null }], coded.name), name: coded.name, lineNo };
  }
}

/** The first name under a head that names a subject, project or indicator; that of a body only where nothing else is named. */
function nameOf(labels: readonly LabelCell[]): string | null {
  const texts = labels.filter(({ cell }) => cell.kind === 'text');
  const placed = texts.filter(({ column }) => column?.role === 'name');
  const subject = placed.find(({ column }) => !BODY.test(column?.keys.at(-1) ?? ''));
  return (subject ?? placed[0] ?? texts.at(-1))?.cell.plain ?? null;
}

/** 机关事业单位基本养老保险缴 | 费支出: words without a head that only together are the name of the code. */
function wholeName(code: string | null, named: string, labels: readonly LabelCell[]): string {
  const words = labels.filter(({ cell, column }) => cell.kind === 'text' && column === null).map(({ cell }) => cell.plain);
  if (code === null || words.length < 2 || nameFits(code, named) === true) return named;
  const whole = words.join('');
  return nameFits(code, whole) === true ? whole : named;
}

/** Code cells up to the name: a second classification behind the name is not this row's code. */
function codeParts(labels: readonly LabelCell[]): CodePart[] {
  const parts: CodePart[] = [];
  let named = false;
  for (const { cell, column } of labels) {
    const isCode = DIGITS.test(cell.plain) && column?.role !== 'unit-code' && column?.role !== 'name';
    if (isCode && named && parts.length > 0) break;
    if (isCode) parts.push({ digits: cell.plain, level: levels.find((one) => column?.keys.at(-1) === one) ?? null });
    else if (cell.kind === 'text') named = true;
  }
  return parts;
}
