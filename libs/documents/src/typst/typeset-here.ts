import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as typst from '@myriaddreamin/typst-ts-node-compiler';
import { PRELUDE } from './prelude';
import { TypesettingError, type Template, type TemplateData, type Typesetter } from './typesetter';

/** Weights the templates use. Each file is about 5.5 MB and is read once per thread. */
const FONT_WEIGHTS = ['400Regular', '500Medium', '700Bold'] as const;
/** Compilations a memoised result outlives; keeps the parsed templates and lets old letters go. */
const CACHE_AGE = 4;

let compiler: typst.NodeCompiler | undefined;

const require = createRequire(import.meta.url);

function fontFile(weight: string): Buffer {
  return readFileSync(require.resolve(`@expo-google-fonts/noto-sans-jp/${weight}/NotoSansJP_${weight}.ttf`));
}

/** Loaded with the first document: a program that leaves typesetting to a thread never loads the compiler itself. */
function sharedCompiler(): typst.NodeCompiler {
  const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler') as typeof typst;
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: FONT_WEIGHTS.map(fontFile) }] });
  return compiler;
}

/** Sets a PDF on the calling thread, which answers nothing else meanwhile: 10 ms for a letter, up to a second for a plan. */
export function typesetPdf(template: Template, data: TemplateData): Buffer {
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

/** For programs that answer nobody meanwhile, and for specs. A server takes a `ThreadTypesetter`. */
export const typesetHere: Typesetter = { set: async (template, data) => typesetPdf(template, data) };
