import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Button, LinkButton } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { Select } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import type { MoveView } from "../views";

type MoveFormProps = {
  postId: string;
  move: MoveView;
  back: string;
  t: Words;
  words: FormWords;
  refused: RefusedForm | null;
};

/** Chooses a space for a post, tells in numbers what that means for its readers, and only then moves it. */
export function MoveForm({ postId, move, back, t, words, refused }: MoveFormProps) {
  const { targets, chosen, effect } = move;
  if (targets.length === 0) return <p className="quiet">{t("posts.move.nowhere")}</p>;
  return (
    <>
      <form className="form" method="get" action={paths.movePost(postId)}>
        <Field name="to" label={t("posts.move.to")} value={chosen?.id ?? ""} required>
          <Select options={targets.map(({ id, name }) => ({ value: id, label: name }))} />
        </Field>
        <div>
          <Button type="submit" look={chosen === null ? "primary" : "quiet"}>
            {t("posts.move.look")}
          </Button>
        </div>
      </form>
      {chosen === null || effect === null ? null : (
        <ActionForm
          className="mt-8"
          procedure="posts.move"
          back={back}
          words={words}
          refused={refused}
          hidden={{ post: postId, to: chosen.id, _to: paths.post(postId) }}
        >
          <Callout title={t("posts.move.into", { space: chosen.name })}>
            <p>{t("posts.move.losing", { count: effect.losing })}</p>
            <p>{t("posts.move.gaining", { count: effect.gaining })}</p>
            <p>{t("posts.move.stays")}</p>
          </Callout>
          <div className="button-row">
            <SubmitButton>{t("posts.move.do")}</SubmitButton>
            <LinkButton look="plain" href={paths.post(postId)}>
              {t("common.cancel")}
            </LinkButton>
          </div>
        </ActionForm>
      )}
    </>
  );
}
