import { subjects } from '../../../src/subjects/load.ts';
import { namesOf, subjectsNamed } from '../../../src/subjects/lookup.ts';
import type { Subject } from '../../../src/subjects/subject.ts';
import { foldString } from '../../../src/text/normal-form.ts';
import type { Prose } from '../prose.ts';
import type { Mention, ProseRule } from '../rule.ts';
import { plainItem } from '../rule.ts';
import { accountSections, speaksOf } from '../sections.ts';
import { itemOfPath, markedPaths, mentionOf } from '../subject-mentions.ts';

/** Classes of expenditure with their share: 科学技术（类）支出 3 万元，占 35.66%；教育支出 2 万元，占比 1.24%. */
export const structureItems: ProseRule = {
  name: 'structure-items',
  from: 'structure',
  looksIn: (prose) => speaksOf(prose, ...accountSections),
  mentions: (prose) => {
    const marked = markedPaths(prose)
      .filter((path) => path.length === 1 && path[0]?.level === '类')
      .map((path) => mentionOf(itemOfPath(prose, path), path[0]?.at ?? 0, path.at(-1)?.end ?? 0));
    return [...marked, ...namedClasses(prose)].sort((a, b) => a.at - b.at);
  },
};

const isClass = ({ level, classification }: Subject): boolean => level === '类' && classification === 'functional';
const classNames = subjects
  .filter(isClass)
  .flatMap((subject) => namesOf(subject).map(foldString))
  .sort((a, b) => b.length - a.length);
// ;教育支出 | 180.03万元 or 4.教育支出 | 180.03万元, but not 教育支出(类), which has its own reading
const NAMED_CLASS = new RegExp(`(?<=^|[,。;:、(为括]|^\\(?\\d{1,2}[.)])(?:${classNames.join('|')})(?=(?:支出)?\\d)`, 'g');

/** Classes by their name alone, right before a figure. The code counts where one class alone bears the name. */
function namedClasses(prose: Prose): Mention[] {
  return [...prose.folded.matchAll(NAMED_CLASS)].flatMap((found) => {
    const end = found.index + found[0].length;
    const classes = subjectsNamed(found[0]).filter(isClass);
    const item = prose.printed(found.index, end);
    const code = classes.length === 1 ? (classes[0]?.code ?? null) : null;
    const what = { ...plainItem, item, code, codeInferred: code !== null, subject: [item], fund: prose.fund, side: '支出' as const };
    return [{ ...mentionOf(what, found.index, end), reach: 'chain' as const }];
  });
}
