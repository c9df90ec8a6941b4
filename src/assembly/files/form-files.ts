import type { FileUse } from "@/members/files/shape";
import { type RefusalData, refusalOf } from "@/platform/access/procedure";
import type { Viewer } from "@/platform/access/viewer";
import type { Upload } from "@/platform/files/incoming";
import type { FormEntries } from "@/platform/http/form-fields";
import { TurnedAway } from "@/platform/http/visit";
import { ATTACHMENTS_MAX } from "@/posts/shape";
import { receive } from "./receive";

/** The file input that a form may have: its name, what its files are for, and how many. */
export type FormFiles = { readonly field: string; readonly use: FileUse; readonly max: number };

const BESIDE_WORDS: FormFiles = { field: "files", use: "attachment", max: ATTACHMENTS_MAX };

const FORM_FILES: Readonly<Record<string, FormFiles>> = {
  "posts.publish": BESIDE_WORDS,
  "posts.edit": BESIDE_WORDS,
  "posts.addComment": BESIDE_WORDS,
  "posts.editComment": BESIDE_WORDS,
  "feedback.suggest": BESIDE_WORDS,
  "telling.suggest": BESIDE_WORDS,
  "telling.tell": { ...BESIDE_WORDS, max: 1 },
  "feedback.editIdea": BESIDE_WORDS,
  "changelog.write": BESIDE_WORDS,
  "changelog.edit": BESIDE_WORDS,
  "feedback.addComment": BESIDE_WORDS,
  "feedback.editComment": BESIDE_WORDS,
  "spaces.setCover": { field: "cover", use: "cover", max: 1 },
  "members.setPhoto": { field: "photo", use: "photo", max: 1 },
};

/** The files that the form of a procedure may carry, or null. */
export function formFilesOf(procedure: string): FormFiles | null {
  return Object.hasOwn(FORM_FILES, procedure) ? (FORM_FILES[procedure] ?? null) : null;
}

/**
 * Keeps the files of a form and names them among its fields, as a script would have done before. One that is refused
 * refuses the form; what was kept of the others stays named, and is there when the form is shown again.
 */
export async function keepFormFiles(
  viewer: Viewer,
  files: FormFiles,
  entries: FormEntries,
  uploads: readonly Upload[],
): Promise<{ entries: FormEntries; problem: RefusalData | null }> {
  const named: [string, string][] = [];
  let problem: RefusalData | null = null;
  for (const upload of uploads) {
    if (upload.field !== files.field) throw new TurnedAway(400, "invalid");
    try {
      const { id } = await receive(viewer, files.use, upload);
      named.push([files.field, id]);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === null) throw error;
      problem ??= refusal;
    }
  }
  return { entries: [...entries, ...named], problem };
}
