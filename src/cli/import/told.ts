import { Failure } from "@/cli/output";
import { isRefusal, type Refusal } from "@/platform/errors";

/** What stands in the way, in words for the operator. */
export async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isRefusal(error)) throw new Failure(SAID[error.key]?.(error.values) ?? error.message);
    if (isFileError(error)) throw new Failure(`The file cannot be read: ${error.message}`);
    throw error;
  }
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  if (!(error instanceof Error) || !("code" in error)) return false;
  return ["ENOENT", "EACCES", "EISDIR", "Z_DATA_ERROR", "Z_BUF_ERROR"].includes(String(error.code));
}

const SAID: Readonly<Record<string, (values: Refusal["values"]) => string>> = {
  "not-found": () => "There is no such import, or it was undone already.",
  spaceUnknown: ({ space }) =>
    `There is no space with the address "${space}". A host makes one under Spaces; its address is the last part of its URL.`,
  boardUnknown: ({ board }) =>
    `There is no board with the address "${board}". A host makes one under Ideas; its address is the last part of its URL.`,
  notATable: () => "The file is no table: its first line names no column for titles, such as title.",
  importRunning: () => "Another import is at work. Wait for it to end.",
  notAnMbox: ({ file }) =>
    `${file} is not a mail archive: its first line does not begin with "From " and end in a date.`,
  undoBlocked: ({ answers, claimed, held, place }) =>
    [
      "This import cannot be undone any more:",
      ...(Number(answers) > 0 ? [`  ${answers} comments by others stand on what it brought`] : []),
      ...(Number(claimed) > 0 ? [`  ${claimed} of its people have signed in since`] : []),
      ...(Number(held) > 0 ? [`  ${held} rows of ${place} name one of its people`] : []),
    ].join("\n"),
};
