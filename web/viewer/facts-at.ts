import type { Engine } from '../../src/engine/engine.ts';
import { anyFact } from '../../src/engine/facts.ts';
import type { Fact } from '../../src/model/fact.ts';
import { overlaps } from '../../src/model/span.ts';
import { fenOf } from '../../src/text/money.ts';
import type { Figure } from './figure.ts';

/** More facts of one value in one report are not looked through. */
const MOST_ALIKE = 500;

/** What the figure was read as: one fact, or several where it states several things (收入、支出总计). Empty where nothing says it, or it is no money. */
export async function findFacts(engine: Engine, report: string, figure: Figure): Promise<readonly Fact[]> {
  const fen = figure.yuan === null ? null : fenOf(figure.yuan);
  if (fen === null) return [];
  const unsigned = fen < 0n ? -fen : fen;
  const found = await Promise.all(
    (unsigned === 0n ? [0n] : [unsigned, -unsigned]).map((value) =>
      engine.read((reader) =>
        reader.facts({
          filters: { ...anyFact, reports: [report], fen: { from: value, to: value } },
          order: 'source',
          from: 0,
          size: MOST_ALIKE,
        }),
      ),
    ),
  );
  return found.flatMap(({ facts }) => facts.map(({ fact }) => fact)).filter((fact) => overlaps(fact, figure.span));
}
