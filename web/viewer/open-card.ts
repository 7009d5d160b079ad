import type { Engine } from '../../src/engine/engine.ts';
import type { Document } from '../../src/model/document.ts';
import type { Fact } from '../../src/model/fact.ts';
import type { Span } from '../../src/model/span.ts';
import { type Elsewhere, findElsewhere } from './elsewhere.ts';
import { findFacts } from './facts-at.ts';
import { type Figure, figureAt } from './figure.ts';
import type { OpenSource } from './open-source.ts';
import { findUnit, type UnitPlace } from './unit-place.ts';

/** What is known of a place: whose words they are, and of a figure what it counts and where else it stands. */
export interface Card extends OpenSource {
  readonly span: Span;
  /** The document in which the place begins; null for noise. */
  readonly document: Document | null;
  /** The line of the place, from 1. */
  readonly line: number;
  readonly figure: (Figure & { readonly facts: readonly Fact[]; readonly unitPlace: UnitPlace; readonly elsewhere: Elsewhere }) | null;
}

/** The card of the place that is open; null where no place is, or the text of the link is no longer there. */
export async function openCard(engine: Engine, base: string, source: OpenSource): Promise<Card | null> {
  const { place, text } = source;
  if (place.kind !== 'here' && place.kind !== 'moved') return null;
  const { span } = place;
  const document = await documentAt(engine, source, span);
  const figure = document === null ? null : figureAt(document, span);
  const line = text.slice(0, span.start).split('\n').length;
  if (document === null || figure === null) return { ...source, span, document, line, figure: null };
  const [facts, elsewhere] = await Promise.all([findFacts(engine, document.report, figure), findElsewhere(engine, base, document, figure)]);
  const unitPlace = unitPlaceOf(source, document, figure);
  return { ...source, span, document, line, figure: { ...figure, facts, unitPlace, elsewhere } };
}

async function documentAt(engine: Engine, { blocks }: OpenSource, { start }: Span): Promise<Document | null> {
  const id = blocks.find((block) => block.end > start)?.document ?? null;
  if (id === null) return null;
  const [found] = await engine.read((reader) => reader.documents([id], 0));
  return found?.document ?? null;
}

function unitPlaceOf({ text, blocks, report }: OpenSource, { start, row }: Document, figure: Figure): UnitPlace {
  const table = row?.table == null ? null : (report.tables[row.table.index]?.start ?? null);
  return findUnit(text, blocks, figure, { start, table });
}
