import type { Text } from '../../src/model/text.ts';
import { unifyRadicals } from '../../src/text/radicals.ts';
import { contentsIssues } from './contents-issues.ts';
import { markHeadings } from './headings/mark-headings.ts';
import { measureLayout } from './layout.ts';
import { splitLines } from './line.ts';
import { markPrinted } from './mark-printed.ts';
import type { MarkedLine } from './marked-line.ts';
import { markCaptions } from './noise/captions.ts';
import { markContents } from './noise/contents.ts';
import { markFooters } from './noise/footers.ts';
import { markMarkup } from './noise/markup.ts';
import { markPageNumbers } from './noise/page-numbers.ts';
import { markRunningLines } from './noise/running-lines.ts';
import type { Outline } from './outline.ts';
import { placePieces } from './place-pieces.ts';
import { readPieces } from './read-pieces.ts';
import { placeHeadings, toSections } from './sections.ts';

/** Takes a report apart: lines get roles, lines become pieces, pieces get their place. Any text has an outline; doubts are its issues. */
export function outlineText({ text: source, pages }: Text): Outline {
  const text = unifyRadicals(source);
  const lines = markLines({ text, pages });
  const headings = placeHeadings(lines);
  const { pieces, tables, issues } = readPieces(lines, text, measureLayout(lines));
  return {
    pieces: placePieces(pieces, headings),
    sections: toSections(headings, text.length),
    tables,
    issues: [
      ...contentsIssues(
        lines,
        headings.map(({ heading }) => heading),
      ),
      ...issues,
    ],
  };
}

/** The roles of the lines, in the order in which they are decided. */
function markLines({ text, pages }: Text): MarkedLine[] {
  let lines = markPrinted(splitLines(text), text);
  lines = markMarkup(lines, text);
  lines = markRunningLines(lines, pages);
  lines = markContents(lines);
  lines = markPageNumbers(lines, pages);
  lines = markCaptions(lines);
  lines = markFooters(lines);
  return markHeadings(lines, text, measureLayout(lines));
}
