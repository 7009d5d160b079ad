import { subjectByCode, subjectsNamed } from '../../src/subjects/lookup.ts';
import { resolveCode } from '../../src/subjects/resolve-code.ts';
import { type SubjectLevel, subjectLevels } from '../../src/subjects/subject.ts';
import type { Prose } from './prose.ts';
import { type Item, type Mention, plainItem } from './rule.ts';

/** A name with its level mark: 行政运行(项), 司法(06款). Offsets of the normal form. */
interface Marked {
  readonly level: SubjectLevel;
  readonly code: string;
  readonly name: string;
  readonly at: number;
  readonly end: number;
}

// 科学技术支出(类) / 公共安全支出(204类) / 行政运行(01项)
const MARK = /\((\d{2,3})?([类款项])\)/g;
// ,  。  ;  :
const BOUNDARY = /[。;:,!?](?=[^。;:,!?]*$)/;
// 1. / (3) / 二、 / (二) / 其中 in front of a name
const NUMBER = /^(?:\(?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[).、]+|[.)]|其中)+/;
const LONGEST_NAME = 60;

/** Every 类 > 款 > 项 path of a passage. A mark that is not one level below the one before begins a new path. */
export function markedPaths(prose: Prose): (readonly Marked[])[] {
  const paths: Marked[][] = [];
  let from = 0;
  for (const found of prose.folded.matchAll(MARK)) {
    const level = subjectLevels.find((one) => one === found[2]);
    const before = paths.at(-1)?.at(-1);
    const goesOn = before !== undefined && before.end === from && level !== undefined && isBelow(level, before.level);
    const at = nameStart(prose, from, found.index, goesOn);
    const end = found.index + found[0].length;
    if (level !== undefined && at !== null) {
      const one = { level, code: found[1] ?? '', name: prose.printed(at, found.index).replace(/["“”]/g, ''), at, end };
      if (goesOn && !BOUNDARY.test(prose.folded.slice(from, found.index))) paths.at(-1)?.push(one);
      else paths.push([one]);
    }
    from = end;
  }
  return paths.filter((path) => !isFragment(path));
}

/** The rest of a name that a page end cut off: it begins the passage, lacks its 类, and no subject bears it. */
const isFragment = ([first]: readonly Marked[]): boolean =>
  first?.at === 0 && first.level !== '类' && subjectsNamed(first.name).length === 0;

const isBelow = (level: SubjectLevel, above: SubjectLevel): boolean => subjectLevels.indexOf(level) === subjectLevels.indexOf(above) + 1;

function nameStart(prose: Prose, from: number, to: number, goesOn: boolean): number | null {
  const last = prose.figures.findLast((figure) => figure.end <= to)?.end ?? 0;
  const window = Math.max(from, goesOn ? from : last, to - LONGEST_NAME);
  const between = prose.folded.slice(window, to);
  const boundary = BOUNDARY.exec(between);
  const after = window + (boundary ? boundary.index + 1 : 0);
  const start = after + (NUMBER.exec(prose.folded.slice(after, to))?.[0].length ?? 0);
  return start < to ? start : null;
}

/** The item of a path: its code as printed, else resolved through the full path of names. A name alone never decides a code. */
export function itemOfPath(prose: Prose, path: readonly Marked[]): Item {
  const names = path.map((one) => one.name);
  const last = path.at(-1);
  const whole = path[0]?.level === '类';
  const printed = path.map((one) => one.code).join('');
  const inferred = whole && !isSubject(printed) ? resolveCode(names) : null;
  return {
    ...plainItem,
    item: last?.level === '类' ? asClass(last.name) : (last?.name ?? ''),
    code: isSubject(printed) ? printed : (inferred?.code ?? null),
    codeInferred: inferred !== null,
    subject: names,
    fund: prose.fund,
    side: '支出',
  };
}

const isSubject = (code: string): boolean => code !== '' && subjectByCode(code) !== null;

/** 科学技术 -> 科学技术支出, the name of the class in tables. */
function asClass(name: string): string {
  if (name.endsWith('支出') || subjectsNamed(name).some((subject) => subject.level === '类')) return name;
  return subjectsNamed(`${name}支出`).some((subject) => subject.level === '类') ? `${name}支出` : name;
}

export const mentionOf = (item: Item, at: number, end: number): Mention => ({ at, end, items: [item], reach: 'clause', inReason: false });

// 行政运行(2010601) / 商品和服务支出(302)
const NAME_AND_CODE = /([^\d,。;:、]{2,40}?)\((\d{7}|\d{5}|\d{3})\)/g;
// 2010301一般公共服务支出-政府办公厅(室)及相关机构事务-行政运行
const CODE_AND_PATH = /(?<![\d.])(\d{7})((?:[^\d,。;:-]{2,40}-){1,2}[^\d,。;:-]{2,40})/g;

/** Items printed with their whole code. The code counts only where the classification knows it. */
export function codedMentions(prose: Prose): Mention[] {
  const coded = [...prose.folded.matchAll(NAME_AND_CODE)].flatMap((found) => {
    const [whole, name = '', code = ''] = found;
    const skip = NUMBER.exec(name)?.[0].length ?? 0;
    return mentionsOfCode(prose, code, [[found.index + skip, found.index + name.length]], found.index, found.index + whole.length);
  });
  const paths = [...prose.folded.matchAll(CODE_AND_PATH)].flatMap((found) => {
    const [whole, code = '', path = ''] = found;
    let at = found.index + code.length;
    const names = path.split('-').map((name): [number, number] => {
      const range: [number, number] = [at, at + name.length];
      at += name.length + 1;
      return range;
    });
    return mentionsOfCode(prose, code, names, found.index, found.index + whole.length);
  });
  return [...coded, ...paths].sort((a, b) => a.at - b.at);
}

function mentionsOfCode(prose: Prose, code: string, names: readonly (readonly [number, number])[], at: number, end: number): Mention[] {
  if (!isSubject(code)) return [];
  const subject = names.map(([from, to]) => prose.printed(from, to));
  const item = subject.at(-1);
  if (item === undefined || item === '') return [];
  return [mentionOf({ ...plainItem, item, code, subject, fund: prose.fund, side: '支出' }, at, end)];
}
