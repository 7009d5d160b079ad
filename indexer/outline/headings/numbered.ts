import { isFull } from '../layout.ts';
import { type HeadingKind, type MarkedLine, printedText } from '../marked-line.ts';
import { categoryOf } from './category.ts';
import { foldTitle } from './fold-title.ts';
import { joinTitle } from './join-title.ts';
import { type NumberForm, readLineNumber } from './number.ts';
import type { Draft, OpenHeading, Place } from './place.ts';
import { endsWithTitleNoun, isAccountItem, isClean, withoutStop } from './title-shape.ts';
import { knownCategory } from './vocabulary.ts';

const kinds: Readonly<Record<NumberForm, HeadingKind | null>> = {
  part: 'part',
  chapter: 'chapter',
  section: 'section',
  item: 'item',
  subitem: null,
};

// 主要职责    部门主要职能    工作任务: what is listed under them are sentences
const LIST_OF_SENTENCES = /职责|职能|任务|工作目标/;
// 一、部门主要职责    （一）主要职能
const DUTIES = /(?:职责|职能)$/;
/** A title without a word that titles end with is believed up to this length. */
const LONGEST_BARE = 25;

/** 第N部分, 一、, （一）, 1.: is the numbered line a heading or an item of a list, a row of a table, a paragraph? */
export function readNumbered(place: Place): Draft | null {
  const { number } = place;
  const kind = number && kinds[number.form];
  if (!number || !kind) return null;
  const draft = joinTitle(place, number.end, kind);
  if (!draft) return null;
  return accepts[kind]?.(place, draft.title) ? { kind, lines: draft.lines, length: draft.length, next: null } : null;
}

type Judge = (place: Place, title: string) => boolean;

const accepts: Readonly<Partial<Record<HeadingKind, Judge>>> = {
  part: (_place, title) => title === '' || isClean(withoutStop(title).replace(/：/g, '')),
  chapter: (place, title) => !isInsideGlossary(place) && (isTitle(place, title) || isBareTitle(place, title)),
  section: (place, title) =>
    !isInsideGlossary(place) && (isListOfSentences(place) ? isKnown(title) : isTitle(place, title) || isBareTitle(place, title)),
  item: (place, title) => !isInsideGlossary(place) && !isListOfSentences(place) && isTitle(place, title) && !goesOn(place),
};

const isKnown = (title: string): boolean => knownCategory(foldTitle(withoutStop(title))) !== null && endsWithTitleNoun(withoutStop(title));

/** Known from other reports, or ending as titles do. A line name of a table needs a paragraph under it. */
function isTitle(place: Place, title: string): boolean {
  const bare = withoutStop(title);
  if (!isClean(bare)) return false;
  if (isAccountItem(bare)) return knownCategory(foldTitle(bare)) !== null && isProse(place.after[0]);
  return endsWithTitleNoun(bare) || knownCategory(foldTitle(bare)) !== null;
}

/** Words that could be anything: a title if the number fits, the line is short, nothing like it stands beside it and a paragraph follows. */
function isBareTitle(place: Place, title: string): boolean {
  return (
    title.length <= LONGEST_BARE &&
    isClean(title) &&
    !isAccountItem(title) &&
    !isFull(place.printed, place.layout, 0.9) &&
    isNextInRow(place) &&
    !goesOn(place) &&
    (isProse(place.after[0]) || isDeeper(place))
  );
}

/** The line after it carries a number of the same form: a list, not headings. */
function goesOn({ number, after }: Place): boolean {
  const next = after[0] && readLineNumber(printedText(after[0]));
  return number !== null && next?.form === number.form;
}

const depth: Readonly<Record<NumberForm, number>> = { part: 0, chapter: 1, section: 2, item: 3, subitem: 4 };

function isDeeper({ number, after }: Place): boolean {
  const next = after[0] && readLineNumber(printedText(after[0]));
  return number !== null && next != null && depth[next.form] > depth[number.form];
}

function isNextInRow({ number, open }: Place): boolean {
  const last = open.findLast((one) => one.number?.form === number?.form);
  return number?.value === 1 || number?.value === (last?.number?.value ?? 0) + 1;
}

const SHORTEST_PROSE = 15;
const isProse = (line: MarkedLine | undefined): boolean =>
  line !== undefined && printedText(line).length >= SHORTEST_PROSE && !line.text.includes('\t');

/** Under 名词解释 numbers count terms; only the number after its own may end it. */
export function isInsideGlossary({ open, number }: Place): boolean {
  const glossary = open.find(({ heading }) => categoryOf(heading.title) === '名词解释');
  if (!glossary) return false;
  return !continues(glossary, number);
}

const continues = (one: OpenHeading, number: Place['number']): boolean =>
  one.number !== null &&
  number !== null &&
  (depth[number.form] < depth[one.number.form] || (number.form === one.number.form && number.value === one.number.value + 1));

const isListOfSentences = ({ open }: Place): boolean => LIST_OF_SENTENCES.test(open.at(-1)?.heading.title ?? '') || isUnderDuties(open);

/** An item heading under 主要职责 does not end the list. */
const isUnderDuties = (open: readonly OpenHeading[]): boolean =>
  open.some(({ heading }) => heading.kind !== 'part' && DUTIES.test(heading.title));
