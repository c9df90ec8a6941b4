import type { FormWords } from "@/i18n/form-words";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import type { Stage } from "@/stages/shape";
import type { RefusedForm } from "@/ui/form-state";
import type { EmptyRoomView } from "../views";

/** What each way out of an empty room is drawn from. */
export type EmptyRoomProps = {
  t: Words;
  format: Formats;
  words: FormWords;
  back: string;
  /** The stage whose newcomers would find it empty. */
  to: Stage;
  room: EmptyRoomView;
  refusedOf: (procedure: string, values: Readonly<Record<string, string>>) => RefusedForm | null;
};
