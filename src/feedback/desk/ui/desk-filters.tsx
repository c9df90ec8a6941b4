import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths, withQuery } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { Select, TextInput } from "@/ui/inputs";
import { Link } from "@/ui/link";
import { SubmitButton } from "@/ui/submit-button";
import { Tabs } from "@/ui/tabs";
import { STATUS_WORDS } from "../../ui/words";
import {
  DESK_ORDERS,
  DESK_SHOWN,
  type DeskList,
  type DeskShown,
  deskListShape,
  deskQuery,
  VIEW_NAME_MAX,
} from "../shape";
import type { DeskView } from "../views";

type Common = { list: DeskList; t: Words };

/** The address of the desk under a list of filters. */
export function deskAddress(list: DeskList, more: Readonly<Record<string, string | null | undefined>> = {}): string {
  return withQuery(paths.boardsDesk(), { ...deskQuery(list), ...more });
}

/** What an address asks the desk for. */
export function deskListOf(query: Readonly<Record<string, string | undefined>>): DeskList {
  return deskListShape.parse(query);
}

/** Where the same list is a file. */
export function deskFile(list: DeskList): string {
  return withQuery(paths.boardsDeskFile(), deskQuery(list));
}

function shownWords(show: DeskShown, t: Words): string {
  if (show === "inbox" || show === "late" || show === "all") return t(`ideas.desk.${show}`);
  return t(STATUS_WORDS[show].name);
}

/** Which state, with how many stand there. */
export function DeskTabs({ list, counts, t }: Common & Pick<DeskView, "counts">) {
  return (
    <Tabs
      label={t("ideas.desk.show")}
      items={DESK_SHOWN.map((show) => ({
        href: deskAddress({ ...list, show }),
        label: shownWords(show, t),
        current: show === list.show,
        count: counts[show],
      }))}
    />
  );
}

/** Board, order and words. A form of the address, so that every list can be linked and kept. */
export function DeskFilters({ list, boards, t }: Common & Pick<DeskView, "boards">) {
  const isPlain = list.board === undefined && list.search === "" && list.order === "oldest";
  return (
    <details className="mb-3" open={!isPlain}>
      <summary className="text-crust">{t("ideas.desk.filter")}</summary>
      <form className="form mt-3" method="get" action={paths.boardsDesk()}>
        <input type="hidden" name="show" value={list.show} />
        <div className="grid items-end gap-4 sm:grid-cols-4">
          <Field name="board" label={t("ideas.desk.board")} value={list.board ?? ""}>
            <Select
              options={[
                { value: "", label: t("ideas.desk.everyBoard") },
                ...boards.map(({ slug, name }) => ({ value: slug, label: name })),
              ]}
            />
          </Field>
          <Field name="order" label={t("ideas.desk.order")} value={list.order}>
            <Select options={DESK_ORDERS.map((order) => ({ value: order, label: t(`ideas.desk.ordered.${order}`) }))} />
          </Field>
          <Field name="search" label={t("ideas.desk.search")} value={list.search}>
            <TextInput autoComplete="off" data-key="search" />
          </Field>
          <div>
            <Button type="submit">{t("ideas.desk.apply")}</Button>
          </div>
        </div>
      </form>
    </details>
  );
}

type ViewsProps = Common & {
  views: DeskView["views"];
  back: string;
  words: FormWords;
  refusedOf: (procedure: string, values?: Readonly<Record<string, string>>) => RefusedForm | null;
};

/** The views that a host keeps, and the way to keep this one. */
export function DeskViews({ list, views, back, t, words, refusedOf }: ViewsProps) {
  const keeping = refusedOf("desk.keepView");
  return (
    <details className="mb-3" open={views.length > 0 || keeping !== null}>
      <summary className="text-crust">{t("ideas.desk.views")}</summary>
      <ul className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
        {views.map((view) => (
          <li key={view.id} className="flex items-center gap-1">
            <Link href={view.query === "" ? paths.boardsDesk() : `${paths.boardsDesk()}?${view.query}`}>
              {view.name}
            </Link>
            <ActionForm
              procedure="desk.dropView"
              back={back}
              words={words}
              refused={refusedOf("desk.dropView", { view: view.id })}
              hidden={{ view: view.id }}
            >
              <SubmitButton
                look="plain"
                size="small"
                icon="close"
                aria-label={t("ideas.desk.viewDrop", { name: view.name })}
              />
            </ActionForm>
          </li>
        ))}
      </ul>
      <ActionForm
        className="mt-2"
        procedure="desk.keepView"
        back={back}
        words={words}
        refused={keeping}
        hidden={deskQuery(list)}
        clears
      >
        <Field
          name="name"
          label={t("ideas.desk.viewName")}
          hint={t("ideas.desk.viewHint")}
          max={VIEW_NAME_MAX}
          required
        >
          <TextInput autoComplete="off" />
        </Field>
        <div>
          <SubmitButton look="quiet" size="small">
            {t("ideas.desk.viewKeep")}
          </SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}
