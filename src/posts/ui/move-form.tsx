import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { Callout } from "@/ui/callout";
import type { RefusedForm } from "@/ui/form-state";
import { MoveSheet } from "@/ui/move-sheet";
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
    <MoveSheet
      asks={{ href: paths.movePost(postId), to: t("posts.move.to"), look: t("posts.move.look"), targets }}
      chosen={chosen?.id ?? null}
      does={{ procedure: "posts.move", hidden: { post: postId }, verb: t("posts.move.do") }}
      cancel={{ href: paths.post(postId), label: t("common.cancel") }}
      back={back}
      words={words}
      refused={refused}
    >
      {chosen === null || effect === null ? null : (
        <Callout title={t("posts.move.into", { space: chosen.name })}>
          <p>{t("posts.move.losing", { count: effect.losing })}</p>
          <p>{t("posts.move.gaining", { count: effect.gaining })}</p>
          <p>{t("posts.move.stays")}</p>
        </Callout>
      )}
    </MoveSheet>
  );
}
