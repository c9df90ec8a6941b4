import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { ActionForm } from "@/ui/action-form";
import { Field } from "@/ui/field";
import type { RefusedForm } from "@/ui/form-state";
import { Select } from "@/ui/inputs";
import { List, ListRow } from "@/ui/list";
import { SubmitButton } from "@/ui/submit-button";
import type { GroupKind } from "../shape";
import type { SettingsView } from "../views";

type SteeringProps = {
  settings: SettingsView;
  /** Whether the viewer chooses among all groups, as hosts and admins do. */
  team: boolean;
  back: string;
  t: Words;
  words: FormWords;
  refusedOf: (procedure: string, values?: Readonly<Record<string, string>>) => RefusedForm | null;
};

const KINDS = {
  group: "spaces.steer.kinds.group",
  department: "spaces.steer.kinds.department",
  site: "spaces.steer.kinds.site",
} as const satisfies Record<GroupKind, string>;

const wordOf = ({ kind, name }: SettingsView["groups"][number]) => `${kind}:${name}`;

/** The groups that bring their people into a space, and the way to add one or to let one go. */
export function Steering({ settings, team, back, t, words, refusedOf }: SteeringProps) {
  const { space, groups, choices } = settings;
  const common = { back, words };
  return (
    <>
      <p className="quiet mb-4">{t("spaces.steer.lead")}</p>
      {groups.length === 0 ? <p className="mb-4">{t("spaces.steer.none")}</p> : null}
      <List tight label={t("spaces.steer.title")}>
        {groups.map((group) => (
          <ListRow
            key={wordOf(group)}
            title={t(KINDS[group.kind], { name: group.name })}
            meta={<span>{t("spaces.steer.people", { count: group.people })}</span>}
            trailing={
              <ActionForm
                procedure="spaces.removeGroup"
                refused={refusedOf("spaces.removeGroup", { group: wordOf(group) })}
                hidden={{ space: space.id, group: wordOf(group), _to: back }}
                {...common}
              >
                <SubmitButton look="plain" size="small" aria-label={t("spaces.steer.removeOf", { group: group.name })}>
                  {t("spaces.steer.remove")}
                </SubmitButton>
              </ActionForm>
            }
          />
        ))}
      </List>
      {choices.length === 0 ? (
        <p className="quiet mt-4">{team ? t("spaces.steer.noChoice") : t("spaces.steer.noChoiceOwn")}</p>
      ) : (
        <ActionForm
          procedure="spaces.addGroup"
          className="mt-6"
          refused={refusedOf("spaces.addGroup")}
          hidden={{ space: space.id, _to: back }}
          {...common}
        >
          <Field
            name="group"
            label={t("spaces.steer.choose")}
            hint={team ? t("spaces.steer.chooseAll") : t("spaces.steer.chooseOwn")}
          >
            <Select
              options={choices.map((group) => ({
                value: wordOf(group),
                label: `${t(KINDS[group.kind], { name: group.name })} · ${t("spaces.steer.people", { count: group.people })}`,
              }))}
            />
          </Field>
          <div>
            <SubmitButton look="quiet">{t("spaces.steer.add")}</SubmitButton>
          </div>
        </ActionForm>
      )}
    </>
  );
}
