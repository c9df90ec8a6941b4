import { paths, withQuery } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Field } from "@/ui/field";
import { Select } from "@/ui/inputs";
import { SubmitButton } from "@/ui/submit-button";
import { WAYS } from "../wishes/shape";
import type { WishFormProps } from "./wish-form";

/** For whoever wants more than the switch: a way for each space and each kind of thing. */
export function RulesForm({ wishes, t, form, back, refused }: Omit<WishFormProps, "format">) {
  const ways = (some: readonly (typeof WAYS)[number][]) => [
    { value: "default", label: t("notices.wishes.asSwitch") },
    ...some.map((way) => ({ value: way, label: t(`notices.wishes.ways.${way}`) })),
  ];
  // How much of a space one hears of is chosen in the space; here it is only by which way.
  const spaceWays = ways(WAYS.filter((way) => way !== "nothing"));
  return (
    <ActionForm
      procedure="wishes.setRules"
      back={back}
      words={form}
      refused={refused}
      hidden={{ _to: withQuery(paths.settingsNotices(), { saved: "rules" }) }}
    >
      <div className="wish-grid">
        {wishes.kinds.map(({ kind, way }) => (
          <Field key={kind} name={`kinds.${kind}`} label={t(`notices.kinds.${kind}`)} value={way ?? "default"}>
            <Select options={ways(WAYS)} />
          </Field>
        ))}
      </div>
      {wishes.spaces.length > 0 ? <h3>{t("notices.wishes.perSpace")}</h3> : null}
      <div className="wish-grid">
        {wishes.spaces.map(({ id, name, way }) => (
          <Field key={id} name={`spaces.${id}`} label={name} value={way ?? "default"}>
            <Select options={spaceWays} />
          </Field>
        ))}
      </div>
      <div>
        <SubmitButton look="quiet">{t("notices.wishes.save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
