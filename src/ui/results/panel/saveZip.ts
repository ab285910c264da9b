import { requestJson } from '../../../model/request/requestJson.ts';
import { type Generation, isCompleted } from '../../../store/generations/generation.ts';
import { fileStem, saveFile } from '../../kit/saveFile.ts';
import { resultFileName } from '../resultTexts.ts';
import { aboutText } from './aboutText.ts';

/** One file with all that is at hand of the generations. Images are packed as they are, bytes that browsers keep on disk. */
export async function saveZip(generations: readonly Generation[], name: string): Promise<void> {
  const { downloadZip } = await import('client-zip');
  saveFile(await downloadZip(zipEntries(generations)).blob(), name);
}

type ZipEntry = { readonly name: string; readonly input: Blob | string; readonly lastModified: Date };

/** A folder for each generation: its images, the request as it was sent, and what a person would ask about it. */
export function* zipEntries(generations: readonly Generation[]): Generator<ZipEntry> {
  const taken = new Set<string>();
  for (const generation of generations) {
    const folder = freeName(folderName(generation), taken);
    const images = imageFiles(generation);
    const texts = {
      ...(generation.request && { 'request.json': `${requestJson(generation.request)}\n` }),
      'about.txt': aboutText(
        generation,
        images.map(({ name }) => name),
      ),
    };
    const lastModified = new Date(generation.startedAt);
    for (const { name, blob } of images) yield { name: `${folder}/${name}`, input: blob, lastModified };
    for (const [name, input] of Object.entries(texts))
      yield { name: `${folder}/${name}`, input, lastModified };
  }
}

function imageFiles(generation: Generation): { name: string; blob: Blob }[] {
  if (!isCompleted(generation)) return [];
  return generation.phase.results.flatMap((result, index) =>
    result.kind === 'fetched'
      ? [{ name: plainName(resultFileName(generation, result.blob, index)), blob: result.blob }]
      : [],
  );
}

/** The local time, so that folders sort as the panel does, and the photograph's name. */
function folderName({ startedAt, document }: Generation): string {
  const at = new Date(startedAt);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join('.');
  return plainName(`${day} ${time} ${fileStem(document.image?.name ?? '')}`);
}

/** What Windows, macOS and Linux all take as a name. */
function plainName(name: string): string {
  return name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-').replace(/[. ]+$/, '');
}

function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${name} (${count})`;
  taken.add(free.toLowerCase());
  return free;
}
