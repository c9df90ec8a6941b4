import type { ReactNode } from "react";
import type { Formats } from "@/i18n/format";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { reached, type Stage } from "@/stages/shape";
import { DefinitionList } from "@/ui/definition-list";
import { Link } from "@/ui/link";
import type { AboutView, SpaceView } from "../views";
import { BECAUSE_WORDS, GROUP_WORDS, STAGE_WORDS, VISIBILITY_WORDS } from "./stage-words";

type AboutProps = { about: AboutView; stage: Stage; t: Words; format: Formats };

/** Who is in charge of a space, who reads it, when it opens and whom groups bring in. */
export function AboutFacts({ about, stage, t, format }: AboutProps) {
  const { space, owners, groups } = about;
  const visibility = VISIBILITY_WORDS[space.visibility];
  return (
    <DefinitionList
      items={[
        {
          term: t("spaces.about.owners"),
          detail: owners.length === 0 ? t("spaces.about.noOwner") : <Owners {...about} />,
        },
        {
          term: t("spaces.about.visibility"),
          detail: `${t(visibility.name)}. ${t(visibility.hint)}`,
        },
        {
          term: t("spaces.about.opens"),
          detail: reached(stage, space.opensAt)
            ? t("spaces.about.opensNow")
            : t("spaces.about.opensAt", { stage: t(STAGE_WORDS[space.opensAt]) }),
        },
        {
          term: t("spaces.about.groups"),
          detail: format.list(groups.map(({ kind, name }) => t(GROUP_WORDS[kind], { name }))),
        },
      ]}
    />
  );
}

function Owners({ owners }: Pick<AboutView, "owners">) {
  return (
    <ul className="meta">
      {owners.map((owner) => (
        <li key={owner.id}>
          <Link href={paths.person(owner.id)}>{owner.displayName}</Link>
        </li>
      ))}
    </ul>
  );
}

/** How the viewer came to be in a space. */
export function HowHere({ space, t }: { space: SpaceView; t: Words }): ReactNode {
  if (space.group !== null) return <p>{t(BECAUSE_WORDS[space.group.kind], { name: space.group.name })}.</p>;
  if (space.place === null) return <p>{t("spaces.about.none")}</p>;
  return <p>{t(space.place === "owner" ? "spaces.about.owner" : "spaces.about.member")}</p>;
}
