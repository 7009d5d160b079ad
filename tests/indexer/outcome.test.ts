import { describe, expect, it } from 'vitest';
import { endsTheRun, lasts, outcomeOf } from '../../indexer/outcome.ts';
import { BusyError, EngineUnavailableError, IndexDamagedError, UnreadableSourceError } from '../../src/errors.ts';

describe('an error as the outcome of a file', () => {
  it('ends the run where no other file could be stored either', () => {
    for (const error of [new BusyError('另一台机器正在写入'), new EngineUnavailableError('连接不上'), new IndexDamagedError('已损坏')])
      expect([error.name, endsTheRun(outcomeOf(error))]).toEqual([error.name, true]);
    expect(endsTheRun(outcomeOf(Object.assign(new Error('write'), { code: 'ENOSPC' })))).toBe(true);
  });

  it('is of the file alone where its content is at fault', () => {
    const unreadable = outcomeOf(new UnreadableSourceError('empty', '文件是空的。'));
    expect([unreadable.status, lasts(unreadable), endsTheRun(unreadable)]).toEqual(['unreadable', true, false]);
  });
});
