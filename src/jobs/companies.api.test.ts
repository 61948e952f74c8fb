import { expect, test } from 'vitest';
import { createTestContext } from '../../test/database.ts';
import { createScene, itemsOf } from '../../test/scene.ts';

const context = await createTestContext();
const scene = await createScene(context);
const ids = [
  await scene.addCompany('青禾数据'),
  await scene.addCompany('青禾传媒集团'),
  await scene.addCompany('100%_pure'),
];
const member = await scene.addAccount('Member');
const names = async (path: string) => itemsOf(await member.get(path)).map((company) => company.name);

test('companies are found by a part of their name, the shortest first', async () => {
  expect(await names(`/companies?query=${encodeURIComponent('青禾')}`)).toEqual(['青禾数据', '青禾传媒集团']);
  expect(await names('/companies?query=nobody')).toEqual([]);
  expect(await names('/companies?query=')).toEqual([]);
});

test('signs that mean something to the database are taken as they are written', async () => {
  expect(await names(`/companies?query=${encodeURIComponent('%_')}`)).toEqual(['100%_pure']);
  expect(await names(`/companies?query=${encodeURIComponent('%%')}`)).toEqual([]);
});

test('companies are named by their ids; what is no id is passed over', async () => {
  expect(await names(`/companies?ids=${ids[2]},nonsense`)).toEqual(['100%_pure']);
});
