import { foldTitle } from './fold-title.ts';
import { isInsideGlossary } from './numbered.ts';
import type { Draft, Place } from './place.ts';
import { endsWithTitleNoun } from './title-shape.ts';
import { knownStart } from './vocabulary.ts';

const LONGEST_HEAD = 60;
// what may stand between a heading and the paragraph that runs on: a stop, white space, or the year of its first sentence
const BORDER = /^(?:[。．]|\s+|(?=20\d\d\s?年|本部门|我部门|本单位|我单位))/;

// after a title that could be the subject of a sentence (机关运行经费) only a full stop will do
const STOP = /^。/;

/** （一）…总体情况。2023年度…: a known heading run together with its paragraph. */
export function readRunIn(place: Place): Draft | null {
  const { printed, number, line } = place;
  if (number === null || (number.form !== 'chapter' && number.form !== 'section') || line.text.includes('\t') || isInsideGlossary(place))
    return null;
  const head = printed.slice(number.end, number.end + LONGEST_HEAD);
  const folded = foldTitle(head);
  const length = knownStart(folded);
  if (length === 0) return null;
  const end = number.end + rawLength(head, length);
  const border = (endsWithTitleNoun(folded.slice(0, length)) ? BORDER : STOP).exec(printed.slice(end, end + 20));
  const next = end + (border?.[0].length ?? 0);
  return border && next < printed.length ? { kind: number.form, lines: 1, length: end, next } : null;
}

/** How many raw characters hold the first `length` folded ones. */
function rawLength(raw: string, length: number): number {
  for (let end = length; end <= raw.length; end++) if (foldTitle(raw.slice(0, end)).length === length) return end;
  return raw.length;
}
