import type { ReactNode } from "react";
import { ActionForm, type ActionFormWords } from "./action-form";
import { Button, LinkButton } from "./button";
import { Field } from "./field";
import type { RefusedForm } from "./form-state";
import { Select } from "./inputs";
import { SubmitButton } from "./submit-button";

type MoveSheetProps = {
  /** The page that asks, and tells what one place would mean. */
  asks: { href: string; to: string; look: string; targets: readonly { id: string; name: string }[] };
  /** The place that was chosen. */
  chosen: string | null;
  does: { procedure: string; hidden: Readonly<Record<string, string>>; verb: string };
  cancel: { href: string; label: string };
  back: string;
  words: ActionFormWords;
  refused: RefusedForm | null;
  /** What the chosen place would mean; null while nothing can be told of it, and then nothing is moved. */
  children: ReactNode;
};

/** Chooses where something goes, tells what that means, and only then moves it. */
export function MoveSheet({ asks, chosen, does, cancel, back, words, refused, children }: MoveSheetProps) {
  return (
    <>
      <form className="form" method="get" action={asks.href}>
        <Field name="to" label={asks.to} value={chosen ?? ""} required>
          <Select options={asks.targets.map(({ id, name }) => ({ value: id, label: name }))} />
        </Field>
        <div>
          <Button type="submit" look={chosen === null ? "primary" : "quiet"}>
            {asks.look}
          </Button>
        </div>
      </form>
      {chosen === null || children === null ? null : (
        <ActionForm
          className="mt-8"
          procedure={does.procedure}
          back={back}
          words={words}
          refused={refused}
          hidden={{ ...does.hidden, to: chosen, _to: cancel.href }}
        >
          {children}
          <div className="button-row">
            <SubmitButton>{does.verb}</SubmitButton>
            <LinkButton look="plain" href={cancel.href}>
              {cancel.label}
            </LinkButton>
          </div>
        </ActionForm>
      )}
    </>
  );
}
