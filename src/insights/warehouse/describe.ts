import { TABLES } from './tables.ts';

/** The warehouse's tables column by column, as `docs/warehouse.md` has them. */
export function describeTables(): string {
  return TABLES.map((table) => {
    const rows = [
      { name: 'month', type: 'VARCHAR', means: table.month },
      ...table.columns,
      ...(table.marked
        ? [{ name: 'terms_0, …', type: 'BIGINT', means: 'bit n: whether the n-th of the manifest’s `terms` holds' }]
        : []),
    ];
    const key = table.key.map((name) => `\`${name}\``).join(', ');
    return [
      `### ${table.name}`,
      '',
      `${table.means} Key within a month: ${key}.`,
      '',
      '| column | type | meaning |',
      '| --- | --- | --- |',
      ...rows.map(({ name, type, means }) => `| \`${name}\` | ${type} | ${means} |`),
    ].join('\n');
  }).join('\n\n');
}
