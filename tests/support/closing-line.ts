import type { Reporter, TestModule } from 'vitest/node';

/** Prints one plain line after everything else: how many tests passed, failed and were skipped. Steps that failed before (types, lint) count as failed. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: Number(process.env.STEPS_FAILED_BEFORE ?? 0), skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state]++;
      if (module.errors().length > 0) count.failed++;
    }
    process.on('exit', () => console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped + count.pending} skipped`));
  }
}
