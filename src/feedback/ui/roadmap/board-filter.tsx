import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Select } from "@/ui/inputs";

type BoardFilterProps = {
  boards: readonly { slug: string; name: string }[];
  board: string | undefined;
  t: Words;
};

/** One board or all of them; with a single board there is nothing to choose. */
export function BoardFilter({ boards, board, t }: BoardFilterProps) {
  if (boards.length < 2) return null;
  return (
    <form className="mb-6 flex flex-wrap items-end gap-3" method="get" action={paths.roadmap()}>
      <Field name="board" label={t("ideas.roadmap.board")} value={board ?? ""}>
        <Select
          options={[
            { value: "", label: t("ideas.roadmap.everyBoard") },
            ...boards.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
        />
      </Field>
      <Button type="submit">{t("ideas.roadmap.show")}</Button>
    </form>
  );
}
