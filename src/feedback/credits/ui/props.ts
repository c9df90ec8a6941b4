import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import type { RefusedForm } from "@/ui/form-state";
import type { IdeaCredits } from "../views";

/** What everything about the credits of one idea is drawn from. */
export type CreditBoxProps = {
  idea: { id: string; title: string };
  credits: IdeaCredits;
  back: string;
  t: Words;
  format: Formats;
  words: FormWords;
  refusedOf: (procedure: string, values?: Readonly<Record<string, string>>) => RefusedForm | null;
};
