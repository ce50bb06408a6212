/** A store in a folder of its own, and reports to put in it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '../../src/store/store.ts';
import type { NewDraft, ReportHead } from '../../src/store/types.ts';

/** Runs `work` with a path that does not exist yet, and clears up. */
export async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const parent = await mkdtemp(join(tmpdir(), 'fajian-store-'));
  try {
    await work(join(parent, 'data'));
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}

/** A clock that moves on by a second each time it is read. */
export function ticking(from = '2024-02-01T00:00:00.000Z'): () => Date {
  let now = Date.parse(from);
  return () => {
    now += 1000;
    return new Date(now);
  };
}

export async function withStore(folder: string, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(folder, { clock: ticking(), indexDelay: 5 });
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

export function head(changes: Partial<ReportHead> = {}): ReportHead {
  return {
    title: '某县财政局2023年法治政府建设年度报告',
    subject: '某县财政局',
    issuer: '某县财政局',
    level: 'department',
    year: 2023,
    ruleSetId: 'fazhi-annual-report',
    ...changes,
  };
}

/** `text` stands for the whole file: the same text is the same file. */
export function draft(text: string): NewDraft {
  return {
    source: {
      name: '报告.txt',
      sha256: `bytes of ${text}`,
      textSha256: `text of ${text}`,
      mediaType: 'text/plain',
      charset: 'utf-8',
      text,
    },
    given: { corrections: {} },
    summary: {
      outcome: { id: 'incomplete', title: '需补正', why: '必报内容有1项未写明', provisional: false },
      score: 86.5,
      mandatory: { met: 4, of: 6 },
      expected: { met: 18, of: 26 },
      toReview: 2,
      gaps: 9,
      ruleSetSha256: 'abc',
      assessedAt: '2024-02-01T00:00:00.000Z',
    },
    assessment: { schemaVersion: 1, findings: [] },
  };
}
