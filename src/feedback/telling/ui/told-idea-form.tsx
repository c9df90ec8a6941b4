import { paths } from "@/paths";
import { TITLE_MAX } from "@/posts/shape";
import { ActionForm } from "@/ui/action-form";
import { Checkbox } from "@/ui/choices";
import { Field } from "@/ui/field";
import { Select, TextArea, TextInput } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import { IDEA_STATUSES } from "../../shape";
import { NeedChoice } from "../../ui/need-choice";
import { SimilarIdeas } from "../../ui/similar-ideas";
import { STATUS_WORDS } from "../../ui/words";
import type { BoardView } from "../../views";
import { isForAll, WORDS_MAX } from "../shape";
import type { TellFormProps } from "./note-form";
import { PictureField } from "./picture-field";
import { tellAddress } from "./place";
import { Viewport } from "./viewport";

type ToldIdeaFormProps = TellFormProps & {
  boards: readonly Pick<BoardView, "id" | "name">[];
  board: string;
  title: string;
};

/** An idea about the page that somebody stands on. While its title is typed, ideas like it offer themselves. */
export function ToldIdeaForm({ page, boards, board, title, back, t, words, refused }: ToldIdeaFormProps) {
  return (
    <ActionForm
      procedure="telling.suggest"
      label={t("tellUs.tab.idea")}
      back={back}
      words={words}
      refused={refused}
      hidden={{
        from: page.from,
        pageTitle: page.pageTitle,
        _to: `${paths.idea("{idea}")}?done=suggested`,
      }}
      files
    >
      <p className="quiet">{t("tellUs.idea.lead")}</p>
      <Field name="board" label={t("tellUs.idea.board")} value={board} required>
        <Select options={boards.map(({ id, name }) => ({ value: id, label: name }))} />
      </Field>
      <div className="grid gap-2">
        <Field name="title" label={t("tellUs.idea.title")} value={title} max={TITLE_MAX} required>
          <TextInput autoComplete="off" />
        </Field>
        <SimilarIdeas
          words={{
            title: t("tellUs.idea.similar"),
            vote: t("tellUs.idea.vote"),
            status: Object.fromEntries(IDEA_STATUSES.map((status) => [status, t(STATUS_WORDS[status].name)])),
          }}
          voteAt={tellAddress(page, { as: "vote", q: "{words}", idea: "{idea}" })}
        />
      </div>
      <Field name="body" label={t("tellUs.idea.words")} hint={t("tellUs.idea.wordsHint")} max={WORDS_MAX} required>
        <TextArea rows={6} reading />
      </Field>
      <PictureField t={t} page={page} />
      <NeedChoice legend={t("feedback.suggest.need")} value="need" t={t} />
      {page.from === "" ? null : (
        <Checkbox
          name="withPage"
          label={t("tellUs.idea.withPage")}
          hint={t("tellUs.idea.withPageHint")}
          checked={isForAll(page.from)}
        />
      )}
      <Viewport />
      <div>
        <SubmitButton>{t("tellUs.idea.send")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
