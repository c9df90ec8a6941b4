import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { TextInput } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import { LABEL_NAME_MAX, type LabelKind } from "../shape";
import type { BoardView, LabelView } from "../views";

type LabelFormProps = {
  board: BoardView;
  back: string;
  t: Words;
  words: FormWords;
  refusedOf: (procedure: string, values?: Readonly<Record<string, string>>) => RefusedForm | null;
};

/** The categories and the tags of a board: added, renamed, taken away. */
export function BoardLabels(props: LabelFormProps) {
  const { board, t } = props;
  return (
    <>
      <p className="quiet max-w-read">{t("feedback.labels.lead")}</p>
      <div className="mt-4 grid gap-8 md:grid-cols-2">
        <Labels kind="category" labels={board.categories} title={t("feedback.labels.categories")} {...props} />
        <Labels kind="tag" labels={board.tags} title={t("feedback.labels.tags")} {...props} />
      </div>
    </>
  );
}

type LabelsProps = LabelFormProps & { kind: LabelKind; labels: readonly LabelView[]; title: string };

function Labels({ kind, labels, title, ...form }: LabelsProps) {
  const { board, back, t, words, refusedOf } = form;
  const isCategory = kind === "category";
  const none = isCategory ? t("feedback.labels.noCategory") : t("feedback.labels.noTag");
  return (
    <div>
      <h3 className="font-sans font-semibold text-base tracking-normal">{title}</h3>
      {labels.length === 0 ? <p className="quiet mt-2">{none}</p> : null}
      <ul className="mt-2 grid gap-1">
        {labels.map((label) => (
          <li key={label.id}>
            <OneLabel label={label} {...form} />
          </li>
        ))}
      </ul>
      <ActionForm
        className="mt-4"
        procedure="feedback.addLabel"
        back={`${back}#labels`}
        words={words}
        refused={refusedOf("feedback.addLabel", { kind })}
        hidden={{ board: board.id, kind, _to: `${paths.editBoard(board.slug)}#labels` }}
        clears
      >
        <Field
          name="name"
          label={isCategory ? t("feedback.labels.newCategory") : t("feedback.labels.newTag")}
          max={LABEL_NAME_MAX}
          required
        >
          <TextInput autoComplete="off" />
        </Field>
        <div>
          <SubmitButton look="quiet">{t("feedback.labels.add")}</SubmitButton>
        </div>
      </ActionForm>
    </div>
  );
}

function OneLabel({ label, board, back, t, words, refusedOf }: LabelFormProps & { label: LabelView }) {
  const renaming = refusedOf("feedback.renameLabel", { label: label.id });
  const common = {
    back: `${back}#labels`,
    words,
    hidden: { board: board.id, label: label.id, _to: `${paths.editBoard(board.slug)}#labels` },
  };
  return (
    <details open={renaming !== null}>
      <summary>{label.name}</summary>
      <div className="mt-2 mb-4 grid gap-2 border-rye border-s-3 ps-4">
        <ActionForm procedure="feedback.renameLabel" refused={renaming} {...common}>
          <Field
            name="name"
            label={t("feedback.labels.name", { name: label.name })}
            value={label.name}
            max={LABEL_NAME_MAX}
            required
          >
            <TextInput autoComplete="off" />
          </Field>
          <div>
            <SubmitButton look="quiet" size="small">
              {t("feedback.labels.rename")}
            </SubmitButton>
          </div>
        </ActionForm>
        <ActionForm
          procedure="feedback.removeLabel"
          refused={refusedOf("feedback.removeLabel", { label: label.id })}
          {...common}
        >
          <SubmitButton
            look="plain"
            size="small"
            icon="remove"
            className="-ms-2 justify-self-start"
            aria-label={t("feedback.labels.removeOne", { name: label.name })}
          >
            {t("feedback.labels.remove")}
          </SubmitButton>
        </ActionForm>
      </div>
    </details>
  );
}
