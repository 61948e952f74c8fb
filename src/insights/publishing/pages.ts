import { z } from 'zod';
import {
  decodeCursor,
  encodeCursor,
  FailureError,
  type Locale,
  negotiateLocale,
  type Page,
  type PageCall,
  type PageReply,
} from '../../platform/index.ts';
import { exportReport, MEDIA_TYPES, type ReportFormat } from '../export/export-report.ts';
import { outlineReport } from '../export/outline-report.ts';
import { figurePng, rasterise } from '../export/png.ts';
import { figureId, type Report } from '../model.ts';
import { networkOf } from '../store.ts';
import { readReportFile } from '../verify-report.ts';
import { DOWNLOADS } from './addresses.ts';
import { atomFeed } from './atom-feed.ts';
import { SLUG } from './editions.ts';
import { listPage } from './list-page.ts';
import { missingPage } from './missing-page.ts';
import type { Publication } from './model.ts';
import { PAGE_POLICY } from './page-frame.ts';
import { mayRead, mayReadFigures } from './policy.ts';
import { imprintOf } from './present.ts';
import { findPublication, keyOf, listPublications, readStoredReport } from './publication-store.ts';
import { keepRendered, type Rendered } from './rendered.ts';
import { reportPage, withdrawnPage } from './report-page.ts';
import { shareSvg } from './share-image.ts';
import { askToUnsubscribe, unsubscribe } from './unsubscribe-page.ts';

const UNSUBSCRIBE = '/reports/unsubscribe/:member/:field/:token';
const HTML = 'text/html; charset=utf-8';
const ATOM = 'application/atom+xml; charset=utf-8';
const PAGE = 20;
const FEED = 50;
/** A withdrawal is to show soon; what is asked again costs an entity tag. */
const KEEP_SECONDS = 60;
/** Rendering is work, but each file is rendered once: this bounds who asks for all of them. */
const FILES_A_MINUTE = 120;

const lang = z.enum(['zh', 'en']);
const cursorKey = z.tuple([z.number(), z.string()]);

function localeOf(call: PageCall): Locale {
  const asked = lang.safeParse(call.query.lang);
  return asked.success ? asked.data : negotiateLocale(call.acceptLanguage);
}

/** A list's page for a cursor; one that this list did not give is the first page. */
async function readPage(call: PageCall, limit: number) {
  const after = (() => {
    try {
      return decodeCursor(call.query.cursor, cursorKey);
    } catch (error) {
      if (error instanceof FailureError) return null;
      throw error;
    }
  })();
  const found = await listPublications(call.context.db, {}, after, limit + 1);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    isFirst: after === null,
    cursor: after === null ? null : encodeCursor(after),
    nextCursor: found.length > limit && last ? encodeCursor(keyOf(last)) : null,
  };
}

async function answerList(call: PageCall): Promise<PageReply> {
  const locale = localeOf(call);
  const network = await networkOf(call.context);
  const body = listPage({ network, ...(await readPage(call, PAGE)) }, locale, call.address);
  return { mediaType: HTML, body, locale, keep: KEEP_SECONDS, policy: PAGE_POLICY };
}

async function answerFeed(call: PageCall): Promise<PageReply> {
  const locale = localeOf(call);
  const { name } = await networkOf(call.context);
  const now = call.context.clock.now().toISOString();
  const body = atomFeed({ network: name, now, ...(await readPage(call, FEED)) }, locale, call.address);
  return { mediaType: ATOM, body, locale, keep: KEEP_SECONDS, policy: PAGE_POLICY };
}

async function missing(call: PageCall, locale: Locale, status: 404 | 410): Promise<PageReply> {
  const body = missingPage(await networkOf(call.context), locale, call.address, status);
  return { status, mediaType: HTML, body, locale, keep: 'private', policy: PAGE_POLICY };
}

/** The publication at the address, where its reader may know of it. */
async function find(call: PageCall): Promise<Publication | null> {
  const slug = call.params.slug ?? '';
  const found = SLUG.test(slug) ? await findPublication(call.context.db, slug) : null;
  return found && mayRead(call.actor, found) ? found : null;
}

const read = async (call: PageCall, { slug }: Publication): Promise<Report> =>
  readReportFile(await readStoredReport(call.context.db, slug));

/** Whose copy may be kept: of a draft, nobody's. */
const keepOf = ({ state }: Publication): PageReply['keep'] => (state === 'published' ? KEEP_SECONDS : 'private');

/** What a rendering depends on: all that is said of the publication, and where it is said. */
const keyFor = (call: PageCall, publication: Publication, name: string): string =>
  JSON.stringify([publication, call.address, name]);

async function answerReport(call: PageCall, rendered: Rendered): Promise<PageReply> {
  const locale = localeOf(call);
  const publication = await find(call);
  if (!publication) return missing(call, locale, 404);
  const body =
    publication.state === 'withdrawn'
      ? withdrawnPage(publication, locale, call.address)
      : await rendered(keyFor(call, publication, locale), async () =>
          reportPage(publication, await read(call, publication), locale, call.address),
        );
  return { mediaType: HTML, body, locale, keep: keepOf(publication), policy: PAGE_POLICY };
}

type File = {
  readonly name: string;
  readonly mediaType: string;
  readonly make: (report: Report, publication: Publication) => Promise<Uint8Array>;
};

/** Images show in the reader's browser; a page of ours that was downloaded never does, nor its documents. */
async function answerFile(call: PageCall, rendered: Rendered, locale: Locale, file: File): Promise<PageReply> {
  const publication = await find(call);
  if (!publication) return missing(call, locale, 404);
  if (!mayReadFigures(call.actor, publication)) return missing(call, locale, 410);
  const { slug } = publication;
  const body = await rendered(keyFor(call, publication, file.name), async () =>
    file.make(await read(call, publication), publication),
  );
  return {
    mediaType: file.mediaType,
    body,
    keep: keepOf(publication),
    ...(file.mediaType !== MEDIA_TYPES.png && { saveAs: `${slug}.${file.name}` }),
  };
}

const wholeName = /^report\.(zh|en)\.(\w+)$/;
const imageName = /^([\w-]+)\.(zh|en)\.png$/;

/** `report.zh.pdf`, `share.en.png`, `report.json` of a report. */
async function answerNamed(call: PageCall, rendered: Rendered): Promise<PageReply> {
  const name = call.params.file ?? '';
  if (name === 'report.json') return answerData(call);
  const [, language, format] = wholeName.exec(name) ?? [];
  const locale = lang.safeParse(language ?? name.split('.')[1]).data;
  const known = DOWNLOADS.map(([each]) => each).find((each) => each === format);
  if (locale && known) {
    return answerFile(call, rendered, locale, {
      name: `${locale}.${known}`,
      ...wholeReport(known, locale, call.address),
    });
  }
  if (locale && name === `share.${locale}.png`) {
    const make: File['make'] = (report, publication) => rasterise(shareSvg(publication, report, locale), 1);
    return answerFile(call, rendered, locale, { name, mediaType: MEDIA_TYPES.png, make });
  }
  return missing(call, localeOf(call), 404);
}

function wholeReport(format: ReportFormat, locale: Locale, address: string): Pick<File, 'mediaType' | 'make'> {
  return {
    mediaType: MEDIA_TYPES[format],
    make: async (report, publication) => {
      const [file] = await exportReport(report, format, locale, imprintOf(publication, locale, address));
      if (!file) throw new Error(`no ${format} was made`);
      return file.bytes;
    },
  };
}

/** The very bytes that were stored when the report was made. */
async function answerData(call: PageCall): Promise<PageReply> {
  const locale = localeOf(call);
  const publication = await find(call);
  if (!publication) return missing(call, locale, 404);
  if (!mayReadFigures(call.actor, publication)) return missing(call, locale, 410);
  const { slug } = publication;
  const body = await readStoredReport(call.context.db, slug);
  return { mediaType: MEDIA_TYPES.json, body, keep: keepOf(publication), saveAs: `${slug}.json` };
}

async function answerImage(call: PageCall, rendered: Rendered): Promise<PageReply> {
  const [, id, language] = imageName.exec(call.params.file ?? '') ?? [];
  const [figure, locale] = [figureId.safeParse(id).data, lang.safeParse(language).data];
  if (!figure || !locale) return missing(call, localeOf(call), 404);
  const make: File['make'] = (report, publication) => {
    const outline = outlineReport(report, locale, imprintOf(publication, locale, call.address));
    const found = outline.figures.find((one) => one.id === figure);
    if (!found) throw new Error(`the report has no figure ${figure}`);
    return figurePng(found, outline);
  };
  return answerFile(call, rendered, locale, { name: `${figure}.${locale}.png`, mediaType: MEDIA_TYPES.png, make });
}

/** The public pages of the think tank: the list of reports, each report, its files and the feed. */
export function reportPages(): Page[] {
  const rendered = keepRendered();
  return [
    { method: 'GET', path: '/reports', answer: answerList },
    { method: 'GET', path: '/reports/feed.xml', answer: answerFeed },
    { method: 'GET', path: UNSUBSCRIBE, perMinute: FILES_A_MINUTE, answer: askToUnsubscribe },
    { method: 'POST', path: UNSUBSCRIBE, perMinute: FILES_A_MINUTE, answer: unsubscribe },
    { method: 'GET', path: '/reports/:slug', answer: (call) => answerReport(call, rendered) },
    {
      method: 'GET',
      path: '/reports/:slug/:file',
      perMinute: FILES_A_MINUTE,
      answer: (call) => answerNamed(call, rendered),
    },
    {
      method: 'GET',
      path: '/reports/:slug/figures/:file',
      perMinute: FILES_A_MINUTE,
      answer: (call) => answerImage(call, rendered),
    },
  ];
}
