import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { STAGES } from "@/stages/shape";
import { ActionForm } from "@/ui/action-form";
import { LinkButton } from "@/ui/button";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { Select, TextArea, TextInput } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import { boardBasis } from "../board-basis";
import type { CohortView } from "../cohorts/views";
import type { BoardView } from "../views";
import { BoardAccess } from "./board-access";
import { BoardRules } from "./board-rules";

const NAME_MAX = 80;
const PURPOSE_MAX = 280;

type Common = { back: string; t: Words; words: FormWords; refused: RefusedForm | null };
type WithCohorts = Common & { cohorts: readonly CohortView[] };

function Fields({ t, board, cohorts }: { t: Words; board: BoardView | null; cohorts: readonly CohortView[] }) {
  const stages = STAGES.map((stage) => ({ value: stage, label: t(`stages.name.${stage}`) }));
  return (
    <>
      <Field name="name" label={t("feedback.form.name")} value={board?.name ?? ""} max={NAME_MAX} required>
        <TextInput autoComplete="off" />
      </Field>
      {board === null ? (
        <Field name="slug" label={t("feedback.form.slug")} hint={t("feedback.form.slugHint")} required>
          <TextInput autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Field>
      ) : null}
      <Field
        name="purpose"
        label={t("feedback.form.purpose")}
        hint={t("feedback.form.purposeHint")}
        value={board?.purpose ?? ""}
        max={PURPOSE_MAX}
      >
        <TextArea rows={3} />
      </Field>
      <BoardAccess t={t} board={board} cohorts={cohorts} />
      <Field
        name="opensAt"
        label={t("feedback.form.opensAt")}
        hint={t("feedback.form.opensAtHint")}
        value={board?.opensAt ?? "founding"}
      >
        <Select options={stages} />
      </Field>
      <Field
        name="votesAt"
        label={t("feedback.form.votesAt")}
        hint={t("feedback.form.votesAtHint")}
        value={board?.votesAt ?? "founding"}
      >
        <Select options={stages} />
      </Field>
      <BoardRules t={t} board={board} />
    </>
  );
}

/** Makes a board. */
export function NewBoardForm({ cohorts, back, t, words, refused }: WithCohorts) {
  return (
    <ActionForm
      procedure="feedback.openBoard"
      back={back}
      words={words}
      refused={refused}
      hidden={{ _to: paths.board("{slug}") }}
    >
      <Fields t={t} board={null} cohorts={cohorts} />
      <div className="button-row">
        <SubmitButton>{t("feedback.form.create")}</SubmitButton>
        <LinkButton look="plain" href={paths.boards()}>
          {t("common.cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  );
}

/** Changes what a board says of itself, who sees it, and when. Its address stays. */
export function EditBoardForm({ board, cohorts, back, t, words, refused }: WithCohorts & { board: BoardView }) {
  const self = paths.board(board.slug);
  return (
    <ActionForm
      procedure="feedback.editBoard"
      back={back}
      words={words}
      refused={refused}
      hidden={{ board: board.id, basis: boardBasis(board), _to: self }}
    >
      <Fields t={t} board={board} cohorts={cohorts} />
      <div className="button-row">
        <SubmitButton>{t("feedback.form.save")}</SubmitButton>
        <LinkButton look="plain" href={self}>
          {t("common.cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  );
}

/** Puts a board away, or brings it back. */
export function ArchiveBoardForm({ board, back, t, words, refused }: Common & { board: BoardView }) {
  const isArchived = board.archivedAt !== null;
  return (
    <ActionForm
      procedure="feedback.archiveBoard"
      back={back}
      words={words}
      refused={refused}
      hidden={{ board: board.id, archived: String(!isArchived), _to: paths.board(board.slug) }}
    >
      <p>{t("feedback.form.archiveText")}</p>
      <div>
        <SubmitButton look={isArchived ? "quiet" : "danger"}>
          {isArchived ? t("feedback.form.reopen") : t("feedback.form.archive")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
