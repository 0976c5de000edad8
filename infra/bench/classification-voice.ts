import {
  evaluateWithVoice,
  readVoiceAnswer,
  STANDARD_TOPICS,
  trainingOpinionsOf,
  voiceQuestion,
  type CrossValidationOptions,
  type Evaluation,
  type LabelledLetter,
  type Model,
  type VoiceLabels,
} from '@kotae/classification';
import { Breaker } from '../../apps/worker/src/second-voice/breaker';
import { RemoteVoice } from '../../apps/worker/src/second-voice/remote-voice';
import { secondVoiceSettings } from '../../apps/worker/src/second-voice/settings';
import { printEvaluation, shown } from './classification-print';
import { placed } from './classification-spans';

/** As many questions at once as the worker asks. */
const AT_ONCE = 2;

/**
 * With a second voice (`KOTAE_SECOND_VOICE_URL`): asks it about every labelled letter, masked as in the city hall, and prints
 * the same figures for the own model alone, the voice alone and both. Its weight is learnt on the letters given.
 */
export async function runWithVoice(
  model: Model,
  letters: { readonly unseen: readonly LabelledLetter[]; readonly given: readonly LabelledLetter[] },
  options: CrossValidationOptions,
): Promise<void> {
  const settings = secondVoiceSettings(process.env);
  if (settings === null) return;
  const failures = new Map<string, number>();
  // A measurement asks on: it does not leave a failing server alone.
  const voice = new RemoteVoice(
    settings,
    (code) => failures.set(code, (failures.get(code) ?? 0) + 1),
    new Breaker(() => Infinity),
  );
  const started = performance.now();
  const heard = await hearAll(voice, [...letters.unseen, ...letters.given]);
  const seconds = (performance.now() - started) / 1000;
  const asked = letters.unseen.length + letters.given.length;

  console.log(`\n== with the second voice ${voice.name}, on the held-out letters`);
  console.log(
    `${asked} letters asked in ${seconds.toFixed(0)} s, without an answer ${[...failures.values()].reduce((a, b) => a + b, 0)}`,
    Object.fromEntries(failures),
  );
  const { labelled, shown: left } = personalInformationShown(letters.unseen);
  console.log(`personal information it was shown as written: ${left} of ${labelled} labelled places`);
  const figures = evaluateWithVoice(
    model,
    letters.unseen.flatMap(trainingOpinionsOf),
    letters.given.flatMap(trainingOpinionsOf),
    (sample) => heard.get(keyOf(sample.context ?? '', sample.text)) ?? null,
    options,
  );
  console.log('\n-- the voice alone (a missing label is wrong)');
  printEvaluation(figures.voice);
  console.log('\n-- both, with the weight learnt from the letters given');
  printEvaluation(figures.learnt);
  console.log(`\nweight ${JSON.stringify(figures.weights)}\n`);
  const rows: [string, Evaluation][] = [
    ['own model alone', figures.own],
    ['voice alone', figures.voice],
    ['both, fixed weight', figures.fixed],
    ['both, learnt weight', figures.learnt],
  ];
  for (const [name, e] of rows)
    console.log(
      name.padEnd(20),
      `class ${shown(e.classAccuracy)}  macro-F1 ${shown(e.classMacroF1)}  proposal ${shown(e.proposalAccuracy)}`,
      ` topic ${shown(e.topicTop1)}  among three ${shown(e.topicTop3)}`,
    );
}

async function hearAll(voice: RemoteVoice, letters: readonly LabelledLetter[]): Promise<Map<string, VoiceLabels>> {
  const heard = new Map<string, VoiceLabels>();
  const waiting = [...letters];
  const hearOn = async () => {
    for (let letter = waiting.shift(); letter !== undefined; letter = waiting.shift()) {
      const { body } = letter;
      const { spans, question } = questionAbout(letter);
      if (question === null) continue;
      const outcome = await voice.ask(question, (content) =>
        readVoiceAnswer(content, question.asked.length, STANDARD_TOPICS),
      );
      if ('answer' in outcome) outcome.answer.forEach((labels, i) => heard.set(keyOf(body, spans[i]!.text), labels));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hearOn));
  return heard;
}

/** What the masks leave; the letters come without the form, whose name and address would be masked, too. */
function personalInformationShown(letters: readonly LabelledLetter[]): { labelled: number; shown: number } {
  const places = letters.flatMap((letter) => {
    const data = questionAbout(letter).question?.data ?? '';
    return (letter.pii ?? []).map(({ text }) => data.includes(JSON.stringify(text).slice(1, -1)));
  });
  return { labelled: places.length, shown: places.filter(Boolean).length };
}

function questionAbout({ subject, body, opinions }: LabelledLetter) {
  const spans = placed(
    body,
    opinions.map(({ text }) => text),
  );
  return { spans, question: voiceQuestion({ subject, body }, spans, STANDARD_TOPICS) };
}

function keyOf(body: string, text: string): string {
  return JSON.stringify([body, text]);
}
