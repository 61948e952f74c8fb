import { readdirSync, readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zip } from '../../../test/made-zip.ts';
import type { Failure } from '../../platform/index.ts';
import { type ExtractionLimits, extractText, readResumeFile } from './index.ts';

const samples = new URL('./samples/', import.meta.url);
const sample = (name: string) => new Uint8Array(readFileSync(new URL(name, samples)));
const utf8 = (text: string) => new TextEncoder().encode(text);

async function refusal(
  bytes: Uint8Array,
  filename = 'resume',
  limits: Partial<ExtractionLimits> = {},
): Promise<Failure> {
  const result = await extractText(bytes, filename, limits);
  if (result.ok) throw new Error(`expected a refusal, read ${result.value.kind}`);
  return result.failure;
}

async function textOf(bytes: Uint8Array, filename = 'resume.txt'): Promise<string> {
  const result = await extractText(bytes, filename);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value.text;
}

/** A PDF of these objects, the first being its catalogue. */
function pdf(objects: (string | Buffer)[]): Uint8Array {
  const parts = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let length = 9;
  for (const [index, object] of objects.entries()) {
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]);
    offsets.push(length);
    length += part.length;
    parts.push(part);
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

describe('plain text', () => {
  const chinese = '姓名：张伟\n工作经历\n2018.07 – 至今  字节跳动  高级算法工程师\n教育背景\n清华大学 硕士 2015年毕业';

  it('is read in UTF-8 with and without a byte-order mark, in UTF-16 and in GB18030', async () => {
    const gb18030 = Buffer.from(
      'd0d5c3fba3bad5c5ceb00ab9a4d7f7beadc0fa0a323031382e30372dd6c1bdf1202020d7d6bddaccf8b6af2020b8dfbcb6cbe3b7a8b9a4b3ccca a6'.replaceAll(
        ' ',
        '',
      ),
      'hex',
    );
    expect(await textOf(utf8(chinese))).toBe(chinese);
    expect(await textOf(utf8(`\ufeff${chinese}`))).toBe(chinese);
    expect(await textOf(new Uint8Array(Buffer.from(`\ufeff${chinese}`, 'utf16le')))).toBe(chinese);
    expect(await textOf(new Uint8Array(Buffer.from(`\ufeff${chinese}`, 'utf16le').swap16()))).toBe(chinese);
    expect(await textOf(new Uint8Array(Buffer.from(chinese, 'utf16le')))).toBe(chinese);
    expect(await textOf(new Uint8Array(gb18030))).toBe('姓名：张伟\n工作经历\n2018.07-至今   字节跳动  高级算法工程师');
  });

  it('in Windows-1252 keeps its accents and says that the encoding was guessed', async () => {
    const result = await extractText(
      new Uint8Array(Buffer.from('José Peña\nExperience\nEngineer, Café Montréal, 2019 \u0096 2020', 'latin1')),
      'cv.txt',
    );
    expect(result.ok && result.value.text.split('\n')[0]).toBe('José Peña');
    expect(result.ok && result.value.warnings.map((warning) => warning.code)).toEqual(['encoding-guessed']);
  });

  it('is cut at its greatest length, with a warning', async () => {
    const result = await extractText(utf8('工作经历\n'.repeat(100)), 'cv.txt', { maxTextLength: 50 });
    expect(result.ok && result.value.text.length).toBeLessThanOrEqual(50);
    expect(result.ok && result.value.warnings.map((warning) => warning.code)).toEqual(['text-truncated']);
  });
});

describe('the kind of a file', () => {
  it.each([
    ['zh-sidebar.pdf', 'pdf'],
    ['en-word.docx', 'docx'],
    ['mixed-markdown.md', 'markdown'],
    ['zh-page.html', 'html'],
    ['json-resume.json', 'json-resume'],
    ['zh-bars.txt', 'text'],
  ])('%s is told by its bytes, not by its name', async (name, kind) => {
    const result = await extractText(sample(name), 'whatever.exe');
    expect(result.ok && result.value.kind).toBe(kind);
  });

  it('LinkedIn’s export is read from its CSV files', async () => {
    const bytes = zip({
      'Profile.csv': utf8(
        'First Name,Last Name,Headline,Summary,Websites\nMina,Okafor,Supply Chain Analyst,"Plans, and checks.",\n',
      ),
      'Positions.csv': utf8(
        'Company Name,Title,Description,Location,Started On,Finished On\nExample Foods,Supply Chain Analyst,Demand planning,London,Mar 2020,\nSample Freight,Planner,,,Jan 2017,Feb 2020\n',
      ),
      'Education.csv': utf8(
        'School Name,Start Date,End Date,Notes,Degree Name,Activities\nUniversity of Leeds,2013,2016,,Bachelor of Science,\n',
      ),
      'Skills.csv': utf8('Name\nSQL\n'),
      'Email Addresses.csv': utf8('Email Address,Confirmed,Primary,Updated On\nmina@example.com,Yes,Yes,\n'),
    });
    const result = await readResumeFile(bytes, 'export.zip');
    if (!result.ok) throw new Error(result.failure.code);
    const { name, positions, education, skills, contacts } = result.value;
    expect([name?.value, contacts.email?.value, skills[0]?.id]).toEqual(['Mina Okafor', 'mina@example.com', 'sql']);
    expect(positions.map((position) => [position.company?.value, position.start?.value, position.end?.value])).toEqual([
      ['Example Foods', '2020-03', null],
      ['Sample Freight', '2017-01', '2020-02'],
    ]);
    expect(education.map((entry) => [entry.school?.value, entry.degree?.value, entry.end?.value])).toEqual([
      ['University of Leeds', 'bachelor', '2016'],
    ]);
  });
});

describe('what cannot be read is refused with the reason, in both languages', () => {
  const bomb = Buffer.alloc(120 * 1024 * 1024);
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>';
  const pageList = Array.from({ length: 10_000 }, (_page, index) => `${index + 3} 0 R`).join(' ');
  const cases: [string, string, () => Uint8Array][] = [
    ['a scan without text', 'resume-scanned', () => sample('refused/scan.pdf')],
    ['a PDF with a password', 'resume-password', () => sample('refused/password.pdf')],
    ['a PDF cut off in the middle', 'resume-corrupt', () => sample('zh-table.pdf').slice(0, 600)],
    [
      'a PDF of 10,000 pages',
      'resume-too-many-pages',
      () =>
        pdf([
          '<< /Type /Catalog /Pages 2 0 R >>',
          `<< /Type /Pages /Kids [${pageList}] /Count 10000 >>`,
          ...Array.from({ length: 10_000 }, () => page),
        ]),
    ],
    [
      'a PDF whose stream unpacks without end',
      'resume-unpacks-too-large',
      () => {
        const packed = deflateSync(bomb);
        const stream = Buffer.concat([
          Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`),
          packed,
          Buffer.from('\nendstream'),
        ]);
        return pdf([
          '<< /Type /Catalog /Pages 2 0 R >>',
          '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
          '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R >>',
          stream,
        ]);
      },
    ],
    ['a Word file that unpacks without end', 'resume-unpacks-too-large', () => zip({ 'word/document.xml': bomb })],
    ['a Word file without its parts', 'resume-corrupt', () => zip({ 'word/document.xml': utf8('<w:document>') })],
    ['a ZIP with a password', 'resume-password', () => zip({ 'word/document.xml': utf8('x') }, 1)],
    ['another ZIP', 'resume-unknown-type', () => zip({ 'xl/workbook.xml': utf8('x') })],
    ['a ZIP cut off', 'resume-corrupt', () => zip({ 'word/document.xml': utf8('x') }).slice(0, 40)],
    [
      'an encrypted Office file',
      'resume-password',
      () =>
        new Uint8Array(
          Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
        ),
    ],
    ['an old Word file', 'resume-old-word', () => new Uint8Array(Buffer.from('d0cf11e0a1b11ae100000000', 'hex'))],
    ['a rich text file', 'resume-unknown-type', () => utf8('{\\rtf1 hello}')],
    [
      'a picture',
      'resume-picture',
      () => new Uint8Array(Buffer.from('89504e470d0a1a0a0000000d494844520000000a0000000a08020000', 'hex')),
    ],
    [
      'a program',
      'resume-unknown-type',
      () => new Uint8Array(Buffer.from('7f454c4602010100000000000000000003003e0001', 'hex')),
    ],
    ['nothing', 'resume-empty', () => new Uint8Array()],
    ['blanks', 'resume-empty', () => utf8(' \n\n\t')],
    ['JSON of another kind', 'resume-not-json-resume', () => utf8('{"hello": 1}')],
  ];

  it.each(cases)('%s: %s', async (_what, code, make) => {
    const failure = await refusal(make());
    expect(failure.code).toBe(code);
    expect(failure.message.zh).toMatch(/[一-龥]/);
    expect(failure.message.en).toMatch(/[a-z]/);
  });

  it('a file that is too large, before it is looked at', async () => {
    expect((await refusal(new Uint8Array(16 * 1024 * 1024))).code).toBe('resume-too-large');
  });

  it('a file that takes too long', async () => {
    expect((await refusal(sample('zh-sidebar.pdf'), 'cv.pdf', { timeoutMs: 1 })).code).toBe('resume-too-slow');
  });
});

describe('any bytes', () => {
  it('end in a text or a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('', 'PK\u0003\u0004', '{', '<html>', '\u00ff\u00fe', '{"basics":'),
        async (bytes, start) => {
          const result = await readResumeFile(
            new Uint8Array(Buffer.concat([Buffer.from(start, 'latin1'), bytes])),
            'x',
          );
          if (!result.ok) expect(result.failure.code).toMatch(/^resume-/);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('of a damaged PDF or Word file do too', async () => {
    const files = readdirSync(samples)
      .filter((name) => /\.(?:pdf|docx)$/.test(name))
      .map(sample);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 30 }),
        fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
        async (file, changes, cut) => {
          const damaged = file.slice(0, cut === null ? file.length : Math.floor(file.length * cut));
          for (const [at, byte] of changes) if (damaged.length > 0) damaged[at % damaged.length] = byte;
          const result = await readResumeFile(damaged, 'x');
          if (result.ok) expect(result.value.sourceText.length).toBeGreaterThan(0);
          else expect(result.failure.code).toMatch(/^resume-/);
        },
      ),
      { numRuns: 24 },
    );
  });
});
