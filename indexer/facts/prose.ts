import type { Amount } from '../../src/model/amount.ts';
import type { Document } from '../../src/model/document.ts';
import type { Fund } from '../../src/model/fact.ts';
import type { ReportKind } from '../../src/model/report.ts';
import { gapsBetween, type Span, sliceSpans } from '../../src/model/span.ts';
import { firstNotBelow } from '../../src/text/first-not-below.ts';
import { type Folded, fold } from '../../src/text/normal-form.ts';
import { fundSaid } from './fund.ts';

/** What the report says of all its figures. `year` and `kind` are null where it does not say. */
export interface Frame {
  readonly report: string;
  readonly text: string;
  readonly year: number | null;
  readonly kind: ReportKind | null;
}

/** A figure of a prose: its amount and its place in the normal form, end exclusive. */
export interface Printed {
  readonly amount: Amount;
  readonly first: number;
  readonly end: number;
}

/**
 * A piece of prose as rules see it: one expression serves every layout, because line ends, page numbers, widths and brackets are folded away.
 * `fund` is what the titles above it say of the money it is about.
 */
export interface Prose {
  readonly document: Document;
  readonly frame: Frame;
  readonly folded: string;
  readonly figures: readonly Printed[];
  readonly fund: Fund | null;
  /** The printed characters of a range of the normal form, white space and noise dropped. */
  readonly printed: (first: number, end: number) => string;
}

export function toProse(frame: Frame, document: Document): Prose {
  const noise = gapsBetween(document.spans);
  const form = fold(frame.text.slice(document.start, document.end), { noise, start: document.start });
  const figures = document.amounts.flatMap((amount) => place(form, amount));
  const printed = (first: number, end: number) => {
    const span = { start: form.from[first] ?? document.start, end: form.to[end - 1] ?? document.start };
    return sliceSpans(frame.text, within(document.spans, span)).replace(/\s+/g, '');
  };
  return { document, frame, folded: form.folded, figures, fund: fundOfTitles(document.path), printed };
}

const funds = new WeakMap<readonly string[], Fund | null>();

/** What the nearest title that names a fund says; passages of one section share their titles. */
function fundOfTitles(path: readonly string[]): Fund | null {
  const known = funds.get(path);
  if (known !== undefined) return known;
  const fund = fundSaid(...path.toReversed());
  funds.set(path, fund);
  return fund;
}

function place({ from, to }: Folded, amount: Amount): Printed[] {
  const first = firstNotBelow(from, amount.start);
  const end = firstNotBelow(to, amount.end) + 1;
  return first < end && end <= from.length ? [{ amount, first, end }] : [];
}

const within = (spans: readonly Span[], { start, end }: Span): Span[] =>
  spans.map((span) => ({ start: Math.max(span.start, start), end: Math.min(span.end, end) })).filter((span) => span.start < span.end);
