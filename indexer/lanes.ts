/**
 * Files are on their way at the same time: some are being read, some kept in the archive, one is being stored, and none of them shall wait for another.
 * So many at once, beside those whose reading is under way, fill the gaps between the steps.
 */
const BETWEEN_STEPS = 4;
/** Bytes of sources on their way at once; what becomes of them takes some fifty times as much. A larger one goes alone. */
const MOST_BYTES = 2 * 2 ** 20;

/** Lets work begin. */
export interface Lanes {
  /** Works on the items, begun in their order, as many at once as there are lanes. Rejects as soon as one does. */
  run<T>(items: Iterable<T>, work: (item: T) => Promise<void>): Promise<void>;
  /** Begins when the bytes have room beside those under way; first come, first served. */
  within<T>(bytes: number, work: () => Promise<T>): Promise<T>;
}

/** `jobs`: sources read at once; `writesAtOnce`: see Capabilities. */
export function openLanes(jobs: number, writesAtOnce: number): Lanes {
  const lanes = jobs + writesAtOnce + BETWEEN_STEPS;
  const waiting: { readonly bytes: number; readonly begin: () => void }[] = [];
  let underWay = 0;
  const beginNext = () => {
    for (let next = waiting[0]; next !== undefined && (underWay === 0 || underWay + next.bytes <= MOST_BYTES); next = waiting[0]) {
      waiting.shift();
      underWay += next.bytes;
      next.begin();
    }
  };
  return {
    async run(items, work) {
      const left = items[Symbol.iterator]();
      const lane = async () => {
        for (let next = left.next(); next.done !== true; next = left.next()) await work(next.value);
      };
      await Promise.all(Array.from({ length: lanes }, lane));
    },
    async within(bytes, work) {
      await new Promise<void>((begin) => {
        waiting.push({ bytes, begin });
        beginNext();
      });
      try {
        return await work();
      } finally {
        underWay -= bytes;
        beginNext();
      }
    },
  };
}
