import { Presets, SingleBar } from 'cli-progress';
import { tell } from './output.ts';

/** How far a long task is: a bar on a terminal, plain lines elsewhere. */
export interface Progress {
  start(total: number): void;
  /** `name`: what was just done. */
  step(done: number, name: string): void;
  /** Says something that stays, beside the bar. */
  note(line: string): void;
  end(): void;
}

/** A plain line at most this often, so that a log of a night stays readable. */
const LINE_EVERY_MS = 2000;

export const openProgress = (): Progress => (process.stderr.isTTY ? bar() : lines());

function bar(): Progress {
  const shown = new SingleBar(
    { format: '{bar} {value}/{total}  剩余 {eta_formatted}  {name}', hideCursor: true, clearOnComplete: true, stream: process.stderr },
    Presets.shades_classic,
  );
  let running = false;
  // Ended at once, by a second Ctrl-C: a terminal must not be left without cursor and line ends.
  const restore = () => shown.stop();
  return {
    start(total) {
      running = total > 0;
      if (!running) return;
      process.once('exit', restore);
      shown.start(total, 0, { name: '' });
    },
    step: (done, name) => shown.update(done, { name }),
    note(line) {
      if (running) process.stderr.write('\r\u001b[K');
      tell(line);
    },
    end() {
      process.off('exit', restore);
      shown.stop();
    },
  };
}

function lines(): Progress {
  let total = 0;
  let last = Date.now();
  return {
    start(count) {
      total = count;
    },
    step(done, name) {
      if (Date.now() - last < LINE_EVERY_MS || done === total) return;
      last = Date.now();
      tell(`${done}/${total}  ${name}`);
    },
    note: tell,
    end: () => undefined,
  };
}
