import { z } from 'zod';
import { caps, oneLine } from '../../kernel';

const text = (chars: number) =>
  z
    .string()
    .catch('')
    .transform((value) => value.slice(0, chars).toWellFormed());

const file = z.instanceof(File).transform(
  // A name is shown, and tells what the file becomes: one line, without marks that make it read as another.
  (given) => new File([given], oneLine(given.name, caps.fileNameChars), { type: given.type }),
);

/** What a shared form may hold; whatever else stands in it is left out. */
const parcel = z.object({
  title: text(caps.letter.subject).transform((value) => oneLine(value, caps.letter.subject)),
  text: text(caps.shared.textChars),
  url: text(caps.shared.urlChars).transform((value) => oneLine(value, caps.shared.urlChars)),
  files: z.array(file).max(caps.shared.files, `at most ${caps.shared.files} files can be shared at once`),
});

export type Parcel = z.infer<typeof parcel>;

/** Reads a form that somebody posted. @throws when it is no form or holds too many files; the words say which. */
export async function readParcel(response: Response): Promise<Parcel> {
  const form = await response.formData();
  const files = form.getAll('files').filter((one) => one instanceof File && one.name !== '');
  const read = parcel.safeParse({ title: form.get('title'), text: form.get('text'), url: form.get('url'), files });
  if (read.success) return read.data;
  throw new Error(read.error.issues.map((issue) => issue.message).join('; '));
}
