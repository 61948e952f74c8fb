import { expect, test } from 'vitest';
import { createTestContext } from '../../../test/database.ts';
import { newId } from '../ids.ts';
import { followOutbox } from './follow.ts';
import { emit } from './outbox.ts';

test('an event that waits behind an older transaction is told when that ends, and catching up waits for it', async () => {
  const context = await createTestContext();
  const told: string[] = [];
  const following = await followOutbox(context, (event) => {
    told.push(event.kind);
  });
  const older = await context.pool.connect();
  try {
    // A transaction gets its number with its first write, and keeps back what commits after it.
    await older.query('begin');
    await older.query("insert into setting (key, value) values ('older', '1')");
    const at = context.clock.now();
    await context.db.transaction().execute((trx) => emit(trx, { kind: 'thing.done', key: newId(), at }));
    let caughtUp = false;
    const catching = following.catchUp().then(() => {
      caughtUp = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect([caughtUp, told]).toEqual([false, []]);
    await older.query('commit');
    await catching;
    expect(told).toEqual(['thing.done']);
  } finally {
    older.release();
    await following.stop();
  }
});
