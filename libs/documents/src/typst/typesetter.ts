import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { PRELUDE } from './prelude';

/** Weights the templates use. Each file is about 5.5 MB and is read once per process. */
const FONT_WEIGHTS = ['400Regular', '500Medium', '700Bold'] as const;
/** Compilations a memoised result outlives; keeps the parsed templates and lets old letters go. */
const CACHE_AGE = 4;

/** JSON that a template reads as `data`. */
export type TemplateData = Readonly<Record<string, unknown>>;

/** A template failed. The message names the template only: the data may hold what a resident wrote. */
export class TypesettingError extends Error {
  constructor(readonly template: string) {
    super(`typesetting failed: ${template}`);
    this.name = 'TypesettingError';
  }
}

let compiler: NodeCompiler | undefined;

function fontFile(weight: string): Buffer {
  const require = createRequire(import.meta.url);
  return readFileSync(require.resolve(`@expo-google-fonts/noto-sans-jp/${weight}/NotoSansJP_${weight}.ttf`));
}

function sharedCompiler(): NodeCompiler {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: FONT_WEIGHTS.map(fontFile) }] });
  return compiler;
}

/**
 * Sets a PDF from a Typst template. `data` reaches the template as a JSON value, never as source, so no text in it can
 * be read as markup. The same input gives the same bytes. The work is synchronous: 10–300 ms on the calling thread.
 *
 * @throws TypesettingError when the template or an image in the data cannot be set.
 */
export function typesetPdf(template: { name: string; source: string }, data: TemplateData): Buffer {
  try {
    const shared = sharedCompiler();
    const compiled = shared.compile({
      mainFileContent: PRELUDE + template.source,
      inputs: { data: JSON.stringify(data) },
    });
    const document = compiled.result;
    if (compiled.hasError() || !document) throw new TypesettingError(template.name);
    const pdf = shared.pdf(document);
    shared.evictCache(CACHE_AGE);
    return pdf;
  } catch (error) {
    if (error instanceof TypesettingError) throw error;
    compiler = undefined; // a crash inside the compiler may have left it unusable
    throw new TypesettingError(template.name);
  }
}
