import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import type { RefusedForm } from "@/ui/form-state";
import type { PreviewView } from "../views";

/** What everything about one preview is drawn from. */
export type PreviewBoxProps = {
  preview: PreviewView;
  back: string;
  t: Words;
  format: Formats;
  words: FormWords;
  refusedOf: (procedure: string) => RefusedForm | null;
};
