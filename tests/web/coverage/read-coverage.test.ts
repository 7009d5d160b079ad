import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { EngineUnavailableError } from '../../../src/errors.ts';
import { openCoverage } from '../../../web/coverage/read-coverage.ts';
import { culture, finance, type House, openHouse } from '../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** The engine, running out of time at the `last` report that is asked of it; `asked` notes every one. */
const endingAt = (engine: Engine, last: number, asked: string[]): Engine => ({
  ...engine,
  read: (work, options) =>
    engine.read(
      (reader) =>
        work({
          ...reader,
          report: async (id) => {
            if (asked.push(id) === last) throw new EngineUnavailableError('检索超过时限');
            return reader.report(id);
          },
        }),
      options,
    ),
});

describe('the coverage', () => {
  it('goes on with what it ran out of time for, and is looked at once', async () => {
    const asked: string[] = [];
    const coverage = openCoverage(endingAt(house.engine, 2, asked), house.archive, '');
    await expect(coverage()).rejects.toThrow(EngineUnavailableError);
    const { read, issues } = await coverage();
    expect(asked).toHaveLength(3);
    const inOrder = await house.engine.read((reader) => reader.reports());
    expect(read.map(({ report }) => report)).toEqual(inOrder.map(({ id }) => id));
    expect(issues).toHaveLength(finance.report.issues.length + culture.report.issues.length);
    await coverage();
    expect(asked).toHaveLength(3);
  });

  it('is looked at again after a write', async () => {
    const coverage = openCoverage(house.engine, house.archive, '');
    const before = await coverage();
    await house.engine.removeReport(culture.report.id);
    const after = await coverage();
    expect(after.read.map(({ report }) => report)).toEqual([finance.report.id]);
    expect(after.engine.build).not.toBe(before.engine.build);
  });
});
