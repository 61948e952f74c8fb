import type { Locale } from '../charts/index.ts';
import { MEDIA_TYPES } from '../export/export-report.ts';
import { conditionInWords } from '../export/outline-report.ts';
import { reportWords } from '../export/report-words.ts';
import type { Figure, Period, Report } from '../model.ts';
import { addresses, DOWNLOADS } from './addresses.ts';
import type { Publication } from './model.ts';
import { dayOf, leadOf, periodOf, publishedBy, titleOf } from './present.ts';
import { LICENSE_URLS, pageWords } from './words.ts';

/** The period as ISO 8601 has intervals, from the first day to the last: `2023-01-01/2023-02-28`. */
export function interval({ from, to }: Period): string {
  const last = new Date(Date.UTC(Number(to.slice(0, 4)), Number(to.slice(5)), 0)).getUTCDate();
  return `${from}-01/${to}-${last}`;
}

const bare = (mediaType: string): string => mediaType.split(';')[0] ?? mediaType;

function variable(figure: Figure, locale: Locale, page: string) {
  return {
    '@type': 'PropertyValue',
    name: figure.title[locale],
    description: figure.definition[locale],
    measurementTechnique: figure.formula[locale],
    unitText: reportWords(locale).units[figure.unit],
    url: `${page}#${figure.id}`,
  };
}

function distribution({ slug }: Publication, locale: Locale, address: string) {
  const file = (path: string, mediaType: string, name: string, inLanguage: readonly string[]) => ({
    '@type': 'DataDownload',
    name,
    encodingFormat: bare(mediaType),
    contentUrl: `${address}${path}`,
    inLanguage,
  });
  const tag = locale === 'zh' ? 'zh-CN' : 'en';
  return [
    file(addresses.data(slug), MEDIA_TYPES.json, 'JSON', ['zh-CN', 'en']),
    ...DOWNLOADS.map(([format, name]) => file(addresses.file(slug, format, locale), MEDIA_TYPES[format], name, [tag])),
  ];
}

/** Where a dataset's description would be too short for search engines, the field's definition says more. */
function describe(publication: Publication, report: Report, locale: Locale): string {
  const words = reportWords(locale);
  const definition = `${words.fieldDefinition}${words.colon}${conditionInWords(report.field.definition, locale)}${words.end}`;
  return [leadOf(publication, locale), report.field.about[locale], definition, pageWords(locale).privacy]
    .filter((part) => part !== '')
    .join(' ')
    .slice(0, 4_900);
}

/** The report as schema.org describes articles and data sets: one Article, about one Dataset. */
export function jsonLd(publication: Publication, report: Report, locale: Locale, address: string) {
  const { slug, summary, digest } = publication;
  const page = `${address}${addresses.report(slug, locale)}`;
  const permanent = `${address}${addresses.report(slug)}`;
  const tag = locale === 'zh' ? 'zh-CN' : 'en';
  const institute = {
    '@type': 'Organization',
    '@id': `${address}/#institute`,
    name: `${summary.network[locale]} ${pageWords(locale).thinkTank}`,
    url: `${address}/reports`,
  };
  const authors = [
    institute,
    ...(publication.authorName === null ? [] : [{ '@type': 'Person', name: publication.authorName }]),
  ];
  const name = `${titleOf(publication, locale)} · ${periodOf(publication, locale)}`;
  const shared = {
    inLanguage: tag,
    datePublished: publication.publishedAt ?? publication.madeAt,
    dateModified: publication.changedAt,
    license: LICENSE_URLS[publication.license],
    isAccessibleForFree: true,
    version: String(publication.edition),
    ...(summary.generated && { creditText: reportWords(locale).generated }),
  };
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'Article',
        '@id': `${permanent}#article`,
        headline: name,
        description: leadOf(publication, locale),
        url: page,
        mainEntityOfPage: page,
        image: `${address}${addresses.share(slug, locale)}`,
        author: authors,
        publisher: institute,
        about: summary.fieldName[locale],
        isBasedOn: { '@id': `${permanent}#dataset` },
        ...(publication.supersededBy !== null && {
          correction: `${address}${addresses.report(publication.supersededBy, locale)}`,
        }),
        ...shared,
      },
      {
        '@type': 'Dataset',
        '@id': `${permanent}#dataset`,
        name,
        description: describe(publication, report, locale),
        url: page,
        identifier: [permanent, `sha256:${digest}`],
        creator: authors,
        publisher: institute,
        temporalCoverage: interval(report.query),
        variableMeasured: report.figures.map((figure) => variable(figure, locale, page)),
        measurementTechnique: reportWords(locale).methods,
        distribution: distribution(publication, locale, address),
        isBasedOn: report.sources.map((source) => ({
          '@type': 'CreativeWork',
          name: source.name[locale],
          description: reportWords(locale).of(source.name[locale], String(source.postings), String(source.people)),
          identifier: `${report.snapshot.hash}:${source.id}`,
          version: report.snapshot.hash,
          dateModified: dayOf(report.snapshot.at),
        })),
        includedInDataCatalog: { '@type': 'DataCatalog', name: pageWords(locale).reports, url: `${address}/reports` },
        citation: `${publishedBy(publication, locale)}${reportWords(locale).comma}${permanent}`,
        ...shared,
      },
    ],
  };
}
