/**
 * Text as it is made, UTF-8. The next piece is made when the last one was taken, so a slow reader holds at most one; one that leaves ends the making,
 * and what was being made for it, or failed meanwhile, is nobody's any more.
 * `failed` is told of an error before the transfer breaks off: an answer that stops half-way is seen as broken by every client.
 */
export function streamOf(pieces: AsyncGenerator<string, unknown>, failed: (error: unknown) => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let left = false;
  const source = {
    async pull(controller: ReadableStreamDefaultController<Uint8Array>) {
      try {
        const { done, value } = await nextPiece(pieces);
        if (left) return;
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (error) {
        if (left) return;
        failed(error);
        controller.error(error);
      }
    },
    async cancel() {
      left = true;
      await pieces.return(undefined);
    },
  };
  return new ReadableStream(source, { highWaterMark: 1 });
}

/** Empty pieces wake nobody up: they are passed over. */
async function nextPiece(pieces: AsyncGenerator<string, unknown>): Promise<{ readonly done: boolean; readonly value: string }> {
  for (;;) {
    const { done, value } = await pieces.next();
    if (done === true) return { done, value: '' };
    if (typeof value === 'string' && value !== '') return { done: false, value };
  }
}
