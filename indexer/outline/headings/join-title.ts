import { endsSentence, isFull } from '../layout.ts';
import { type HeadingKind, type MarkedLine, printedText } from '../marked-line.ts';
import { foldTitle } from './fold-title.ts';
import { readLineNumber } from './number.ts';
import type { Place } from './place.ts';
import { endsWithTitleNoun, isClean, LONGEST_TITLE, withoutStop } from './title-shape.ts';
import { knownCategory } from './vocabulary.ts';

/** A title read over one to three printed lines. `length`: how far it reaches into the last of them, without the stop after it. */
export interface JoinedTitle {
  readonly title: string;
  readonly lines: number;
  readonly length: number;
}

const MOST_LINES = 3;
const LONGEST_REST = 30;
const HAN = /[\u4e00-\u9fff]/;

/** The words from `from` on, with the next lines as long as the title is not over. null: no title, or a sentence. */
export function joinTitle(place: Place, from: number, kind: HeadingKind): JoinedTitle | null {
  if (place.printed.length > from + LONGEST_TITLE + 2 || place.line.text.includes('\t')) return null;
  const first = withoutStop(place.printed.slice(from));
  const alone = { title: first, lines: 1, length: from + first.length };
  const torn = tornRest(place, first);
  if (torn !== null) return { title: first + torn, lines: 2, length: torn.length };
  if (first !== '' && (endsWithTitleNoun(first) || first.length < place.printed.length - from)) return alone;
  return joinRest(place, first, kind) ?? (first === '' && kind !== 'part' ? null : alone);
}

// 说明 | 情况说明 | 表: no paragraph is so short
const TORN_REST = /^(?:情况|情况说明|说明|表)$/;
/** A shorter title leaves room on its line. */
const SHORTEST_TORN = 12;

/** …部门决算情况 | 说明: the last word of a long title alone on the next line, though the first line could be a title too. null: none stands there. */
function tornRest({ printed, after: [next] }: Place, first: string): string | null {
  if (next?.role.kind !== 'plain' || first.length < SHORTEST_TORN || !printed.endsWith(first) || !isClean(first)) return null;
  const rest = withoutStop(printedText(next));
  return TORN_REST.test(rest) ? rest : null;
}

function joinRest(place: Place, first: string, kind: HeadingKind): JoinedTitle | null {
  const { after } = place;
  let title = first;
  for (let count = 1; count < MOST_LINES; count++) {
    const line = after[count - 1];
    if (line === undefined || !isRestOfTitle(line)) return null;
    const rest = withoutStop(printedText(line));
    title += rest;
    if (isWhole(title, first === '' ? 'part' : kind) || isWrapped(place, title, line, count))
      return { title, lines: count + 1, length: rest.length };
  }
  return null;
}

const isRestOfTitle = (line: MarkedLine): boolean => {
  const printed = printedText(line);
  return (
    line.role.kind === 'plain' &&
    printed.length <= LONGEST_REST &&
    HAN.test(printed) &&
    readLineNumber(printed) === null &&
    isClean(`${withoutStop(printed)}题`)
  );
};

/** The line was full and its title ends on the next, without a stop. */
const isWrapped = ({ printed, layout }: Place, title: string, rest: MarkedLine, count: number): boolean =>
  count === 1 &&
  layout.wrapWidth !== null &&
  isFull(printed, layout, 0.8) &&
  !endsSentence(printedText(rest)) &&
  !isFull(printedText(rest), layout, 0.5) &&
  isClean(title) &&
  endsWithTitleNoun(title);

/** A part ends as titles do; a chapter or section must be known, since its next line may be anything. */
const isWhole = (title: string, kind: HeadingKind): boolean =>
  kind === 'part' ? isClean(title) && endsWithTitleNoun(title) : knownCategory(foldTitle(title)) !== null && endsWithTitleNoun(title);
