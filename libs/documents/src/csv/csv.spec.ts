import fc from 'fast-check';
import { DomainError } from '@kotae/kernel';
import { decodeCp932 } from './cp932';
import { guardFormula } from './formula-guard';
import { parseCsv, parseCsvLines } from './parse-csv';
import { csv } from './write-csv';

const utf8 = (text: string) => Buffer.from(text, 'utf8');

describe('writing CSV', () => {
  it('writes UTF-8 with a byte order mark, CRLF and quotes where needed', () => {
    const { bytes, unencodable } = csv(
      [
        ['番号', '件名'],
        [1, 'a,"b"\nc'],
        [2.5, null],
      ],
      { encoding: 'utf8-bom' },
    );
    expect(bytes.toString('utf8')).toBe('\ufeff番号,件名\r\n1,"a,""b""\nc"\r\n2.5,\r\n');
    expect(unencodable).toEqual([]);
  });

  it('writes CP932 byte for byte as Windows does', () => {
    const { bytes, unencodable } = csv([['髙﨑①㈱～〜－−ｱⅰ']], { encoding: 'cp932' });
    expect(bytes.toString('hex')).toBe('fbfcfab1' + '8740878a' + '81608160' + '817c817c' + 'b1' + 'fa40' + '0d0a');
    expect(unencodable).toEqual([]);
  });

  it('names each character that CP932 cannot hold once and leaves a visible mark', () => {
    const { bytes, unencodable } = csv(
      [
        ['𠮷野𠮷', '葛\u{e0100}城'],
        ['👨‍👩‍👧', 'か\u3099'],
      ],
      { encoding: 'cp932' },
    );
    expect(decodeCp932(bytes)).toBe('〓野〓,葛城\r\n〓,が\r\n');
    expect([...unencodable].sort()).toEqual(['𠮷', '葛\u{e0100}', '👨‍👩‍👧'].sort());
    expect(bytes.includes('?')).toBe(false);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+SUM(A1)', "'+SUM(A1)"],
    ['-2+3', "'-2+3"],
    ['@cmd', "'@cmd"],
    ['\tx', "'\tx"],
    ['  =1', "'  =1"],
    ['＝1+1', "'＝1+1"],
    ['-12', '-12'],
    ['+1,234.5', '+1,234.5'],
    ['-3.5%', '-3.5%'],
    ['-', '-'],
    ['△124', '△124'],
    ['a=b', 'a=b'],
    ['', ''],
  ])('guards %j', (cell, guarded) => {
    expect(guardFormula(cell)).toBe(guarded);
  });

  it('writes numbers as numbers and nothing for those that are none', () => {
    expect(csv([[-5, Number.NaN, Infinity]], { encoding: 'utf8-bom' }).bytes.toString('utf8')).toBe('\ufeff-5,,\r\n');
  });
});

describe('reading CSV', () => {
  it.each([
    ['UTF-8', utf8('名,値\r\n髙,1\r\n')],
    ['UTF-8 with a byte order mark', utf8('\ufeff名,値\n髙,1')],
    [
      'CP932',
      csv(
        [
          ['名', '値'],
          ['髙', 1],
        ],
        { encoding: 'cp932' },
      ).bytes,
    ],
    ['old line ends', utf8('名,値\r髙,1\r')],
  ])('reads %s', (_, bytes) => {
    expect(parseCsv(bytes)).toEqual([
      ['名', '値'],
      ['髙', '1'],
    ]);
  });

  it('reads quoted fields, empty cells and skips empty lines', () => {
    expect(parseCsv(utf8('"a,1","b""c","d\r\ne",\r\n\r\n,"",x'))).toEqual([
      ['a,1', 'b"c', 'd\r\ne', ''],
      ['', '', 'x'],
    ]);
    expect(parseCsv(utf8(''))).toEqual([]);
  });

  it('knows where each line begins, empty lines and line ends in cells counted', () => {
    expect(parseCsvLines(utf8('a,b\r\n\r\n"c\r\nd",e\nf,g\rh,i'))).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 3, cells: ['c\r\nd', 'e'] },
      { line: 5, cells: ['f', 'g'] },
      { line: 6, cells: ['h', 'i'] },
    ]);
  });

  it('reads back what it wrote', () => {
    const cell = fc
      .string({ unit: 'grapheme' })
      .filter((text) => guardFormula(text) === text && !text.includes('\u0000'));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 }), (rows) => {
        expect(parseCsv(csv(rows, { encoding: 'utf8-bom' }).bytes)).toEqual(rows);
      }),
    );
  });

  it('refuses bytes of another kind', () => {
    for (const bytes of [
      Uint8Array.of(0xff, 0xfe, 0x41, 0),
      Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0),
      Uint8Array.of(0x81),
    ]) {
      expect(() => parseCsv(bytes)).toThrow(expect.objectContaining({ code: 'unsupported_file' }));
    }
  });

  it.each([
    ['a,b\n"c\nd', '2行目', 'c'],
    ['a,b\n"x\ny",1\n"q"z,1', '4行目', 'q'],
  ])('names the line of a malformed file, not its content: %j', (text, line, content) => {
    let refusal: unknown;
    try {
      parseCsv(utf8(text));
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(DomainError);
    expect(refusal).toMatchObject({ code: 'invalid_input', message: expect.stringContaining(line) });
    expect(String(refusal).replace('CSV', '')).not.toContain(content);
  });
});
