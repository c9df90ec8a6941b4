import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { ActionForm } from "@/ui/action-form";
import type { RefusedForm } from "@/ui/form-state";
import { SubmitButton } from "@/ui/submit-button";
import { UNDO_MS } from "../shape";
import { ForAMinute } from "./for-a-minute";

type UndoProps = {
  /** What was just done. */
  said: string;
  procedure: string;
  on: readonly [name: string, id: string];
  /** When it was done: the offer stands for a minute from then. */
  done: Date;
  to: string;
  back: string;
  t: Words;
  words: FormWords;
  refused: RefusedForm | null;
};

/** Tells what was just done, and offers for a minute to take it back. */
export function UndoFlash({ said, procedure, on, done, to, back, t, words, refused }: UndoProps) {
  return (
    <ForAMinute until={done.getTime() + UNDO_MS}>
      <ActionForm
        className="flash-form"
        procedure={procedure}
        back={back}
        words={words}
        refused={refused}
        hidden={{ [on[0]]: on[1], _to: to }}
      >
        <p>{said}</p>
        <SubmitButton look="quiet" size="small">
          {t("posts.undo.do")}
        </SubmitButton>
      </ActionForm>
    </ForAMinute>
  );
}
