import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Checkbox } from "@/ui/choices";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { Select } from "@/ui/inputs";
import { Link } from "@/ui/link";
import { SubmitButton } from "@/ui/submit-button";
import type { IdeaView, LabelView } from "../views";

/** The one category that an idea may be of. */
export function CategoryField({
  label,
  categories,
  value,
  t,
}: {
  label: string;
  categories: readonly LabelView[];
  value: string | null;
  t: Words;
}) {
  const none = { value: "", label: t("feedback.labels.none") };
  return (
    <Field name="category" label={label} value={value ?? ""}>
      <Select options={[none, ...categories.map(({ id, name }) => ({ value: id, label: name }))]} />
    </Field>
  );
}

type SortFormProps = { idea: IdeaView; back: string; t: Words; words: FormWords; refused: RefusedForm | null };

/** Of which category an idea is, and which tags it has: for hosts, and nothing at all for others. */
export function SortForm({ idea, back, t, words, refused }: SortFormProps) {
  if (!idea.may.move) return null;
  const { categories, tags } = idea.labels;
  const isBare = categories.length + tags.length === 0;
  return (
    <details id="sort" className="mt-4 scroll-mt-4" open={refused !== null}>
      <summary className="fine text-crust">{t("feedback.labels.sort")}</summary>
      {isBare ? (
        <p className="quiet mt-2">
          {t("feedback.labels.makeFirst")}{" "}
          <Link href={`${paths.editBoard(idea.board.slug)}#labels`}>{t("feedback.labels.make")}</Link>
        </p>
      ) : (
        <ActionForm
          className="mt-3"
          label={t("feedback.labels.sort")}
          procedure="feedback.sortIdea"
          back={`${back}#sort`}
          words={words}
          refused={refused}
          hidden={{ idea: idea.id, _to: paths.idea(idea.id) }}
        >
          {categories.length === 0 ? null : (
            <CategoryField
              label={t("feedback.labels.category")}
              categories={categories}
              value={idea.category?.id ?? null}
              t={t}
            />
          )}
          {tags.length === 0 ? null : (
            <fieldset className="choices">
              <legend>{t("feedback.labels.tags")}</legend>
              {tags.map(({ id, name }) => (
                <Checkbox
                  key={id}
                  name="tags"
                  value={id}
                  label={name}
                  checked={idea.tags.some((tag) => tag.id === id)}
                />
              ))}
            </fieldset>
          )}
          <div>
            <SubmitButton look="quiet">{t("feedback.labels.save")}</SubmitButton>
          </div>
        </ActionForm>
      )}
    </details>
  );
}
