import { readSetupFile } from './setup-file';
import { Trouble } from '../trouble';

const TEXT = {
  name: 'あおば市',
  mayorName: '青葉 太郎',
  deskName: '広聴課',
  deskPhone: '0000-00-0000',
  deskPostalCode: '000-0000',
  deskAddress: 'あおば市1-1',
  deskEmail: 'koucho@city.example',
  replySigner: 'あおば市長',
  portalUrl: 'https://koe.city.example',
  deskUrl: 'https://desk.city.example',
};
const SETTINGS = { ...TEXT, replyRule: { days: 10, unit: 'open' } };

const advice = (file: unknown, topics: string[]) => {
  try {
    readSetupFile(JSON.stringify(file), topics);
  } catch (error) {
    return (error as Trouble).advice;
  }
  throw new Error('was not refused');
};

describe('the file of a city', () => {
  it('is read, with nothing for what is left out', () => {
    const sections = [{ id: 'doboku', name: '土木課', topics: ['roads', 'parks'] }];
    const setup = readSetupFile(JSON.stringify({ settings: SETTINGS, sections }), ['roads', 'parks']);
    expect(setup.settings).toMatchObject({ ...SETTINGS, districts: [], publicWords: [] });
    expect(setup.sections).toEqual(sections);
  });

  it('lists everything that is wrong at once', () => {
    const words = advice(
      { settings: { ...SETTINGS, name: ' ', replyRule: { days: 0, unit: 'moons' } }, sections: [{ id: '土木' }] },
      ['roads'],
    );
    for (const part of ['settings.name', 'settings.replyRule', 'every section needs an id', 'topic roads'])
      expect(words).toContain(part);
  });

  it('a topic has one lead section', () => {
    const sections = ['a', 'b'].map((id) => ({ id, name: id, topics: ['roads'] }));
    expect(advice({ settings: SETTINGS, sections }, ['roads'])).toContain('has 2');
  });

  it('is JSON', () => expect(() => readSetupFile('name: あおば市', [])).toThrow(Trouble));
});
