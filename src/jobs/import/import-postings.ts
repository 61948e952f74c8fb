import { basename } from 'node:path';
import type { Context } from '../../platform/index.ts';
import type { FileReport, ImportOptions, ImportReport, UnderstoodPosting } from './model.ts';
import { openTable } from './open-table.ts';
import { readPostings } from './read-postings.ts';
import { addImportedPostings, type CompanyIds, openDataset } from './store.ts';

const BATCH_ROWS = 1_000;
/** Long descriptions make a batch full before its rows do. */
const BATCH_CHARACTERS = 4_000_000;
const SAMPLE_SHOWN = 5;

type Sink = { add(batch: readonly UnderstoodPosting[]): Promise<number> };

async function importFile(file: string, sink: Sink, options: ImportOptions): Promise<FileReport> {
  const { format, table } = await openTable(file);
  const reading = await readPostings(table, options);
  const sample: UnderstoodPosting[] = [];
  let batch: UnderstoodPosting[] = [];
  let characters = 0;
  let read = 0;
  let added = 0;
  const flush = async () => {
    if (batch.length > 0) added += await sink.add(batch);
    batch = [];
    characters = 0;
    options.onProgress?.({ file, rows: reading.rows(), done: reading.done() });
  };
  for await (const posting of reading.postings) {
    read++;
    if (sample.length < SAMPLE_SHOWN) sample.push(posting);
    batch.push(posting);
    characters += posting.description.length;
    if (batch.length < BATCH_ROWS && characters < BATCH_CHARACTERS) continue;
    await flush();
    if (options.signal?.aborted) break;
  }
  await flush();
  return {
    file,
    format,
    columns: reading.columns,
    cells: reading.cells,
    rows: reading.rows(),
    added,
    known: options.dryRun ? 0 : read - added,
    wrong: reading.wrong(),
    errors: reading.errors,
    sample,
  };
}

/** What a dry run adds: nothing. It reads all rows, so that its report is the import's. */
const NOWHERE: Sink = { add: async () => 0 };

function sinkInto(context: Context, file: string, options: ImportOptions, companies: CompanyIds): Sink {
  let datasetId: string | undefined;
  return {
    add: async (batch) => {
      datasetId ??= await openDataset(context, options.dataset ?? basename(file), basename(file));
      return addImportedPostings(context, datasetId, batch, companies);
    },
  };
}

/**
 * Imports postings from files of any format that `openTable` reads, in batches of one transaction each, so memory is
 * bounded and stopping (`signal`) keeps what was read until then. A row that is known already is left as it is; a
 * bad row is in the report with its line and reason. Fails, with nothing written of that file, where a file cannot be
 * opened or its columns cannot be told.
 */
export async function importPostings(
  context: Context,
  files: readonly string[],
  options: ImportOptions = {},
): Promise<ImportReport> {
  const companies: CompanyIds = { ids: new Map(), added: 0 };
  const reports: FileReport[] = [];
  for (const file of files) {
    if (options.signal?.aborted) break;
    const sink = options.dryRun ? NOWHERE : sinkInto(context, file, options, companies);
    reports.push(await importFile(file, sink, options));
  }
  const sum = (of: (report: FileReport) => number) => reports.reduce((total, report) => total + of(report), 0);
  return {
    files: reports,
    added: sum((report) => report.added),
    known: sum((report) => report.known),
    wrong: sum((report) => report.wrong),
    companiesAdded: companies.added,
    dryRun: options.dryRun === true,
    stopped: options.signal?.aborted === true,
  };
}
