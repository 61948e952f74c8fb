import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprintOf, hashCode, isSameHash, makeCode } from './code.ts';
import { readWorkAddress, usableDomains } from './work-address.ts';

const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const code = (address: string, domains: readonly string[]) => {
  const read = readWorkAddress(address, domains);
  return read.ok ? read.value.domain : read.failure.code;
};

describe('a work address', () => {
  test('is at a domain of the company, or below one', () => {
    fc.assert(
      fc.property(label, label, label, (name, sub, company) => {
        fc.pre(!['admin', 'info', 'contact', 'hr', 'job', 'jobs', 'all', 'sales', 'team', 'help'].includes(name));
        const domains = [`${company}.example`];
        expect(code(`${name}@${company}.example`, domains)).toBe(`${company}.example`);
        expect(code(`${name}@${sub}.${company}.example`, domains)).toBe(`${company}.example`);
        expect(code(`${name}@${sub}${company}.example`, domains)).toBe('other-domain');
        expect(code(`${name}@${company}.example.${sub}`, domains)).toBe('other-domain');
      }),
    );
  });

  test.each([
    ['ann@qq.com', 'public-mail'],
    ['ann@mail.gmail.com', 'public-mail'],
    ['hr@acme.example', 'shared-mailbox'],
    ['HR+ann@acme.example', 'shared-mailbox'],
    ['ann@acme.example@evil.example', 'other-domain'],
  ])('%s is refused: %s', (address, expected) => {
    expect(code(address, ['acme.example', 'qq.com', 'gmail.com'])).toBe(expected);
  });

  test('a record that names a public provider or a shared suffix is no evidence', () => {
    expect(usableDomains(['qq.com', 'com.cn', 'localhost', ' Acme.Example '])).toEqual(['acme.example']);
  });

  test('what follows a plus is the same mailbox', () => {
    const mailbox = (address: string) => {
      const read = readWorkAddress(address, ['acme.example']);
      return read.ok ? fingerprintOf('secret', read.value.mailbox) : '';
    };
    expect(mailbox('ann+1@acme.example')).toBe(mailbox('Ann@acme.example'));
    expect(mailbox('ann@acme.example')).not.toBe(mailbox('bob@acme.example'));
  });
});

describe('a code', () => {
  test('is six digits, and only itself has its hash, for its own verification and secret', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (a, b) => {
        fc.pre(a !== b);
        const six = makeCode();
        expect(six).toMatch(/^\d{6}$/);
        const other = String((Number(six) + 1) % 1_000_000).padStart(6, '0');
        const stored = hashCode('secret', a, six);
        expect(isSameHash(stored, hashCode('secret', a, six))).toBe(true);
        for (const wrong of [hashCode('secret', a, other), hashCode('secret', b, six), hashCode('else', a, six), ''])
          expect(isSameHash(stored, wrong)).toBe(false);
      }),
    );
  });
});
