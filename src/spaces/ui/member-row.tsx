import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { PersonRow } from "@/members/ui/person-row";
import type { PersonCard } from "@/members/views";
import { ActionForm } from "@/ui/action-form";
import { Badge } from "@/ui/badge";
import type { RefusedForm } from "@/ui/form-state";
import { Icon } from "@/ui/icon";
import { SubmitButton } from "@/ui/submit-button";
import type { MemberView, SpaceView } from "../views";
import { BECAUSE_WORDS, PLACE_WORDS } from "./stage-words";

type Managed = {
  space: Pick<SpaceView, "id" | "may">;
  back: string;
  t: Words;
  words: FormWords;
  refusedOf: (procedure: string, values: Readonly<Record<string, string>>) => RefusedForm | null;
};
type MemberRowProps = Managed & { person: MemberView };

/** Somebody with a place in a space; for whoever runs it, with the ways to change that. */
export function MemberRow({ person, ...managed }: MemberRowProps) {
  const { space, t } = managed;
  return (
    <PersonRow
      person={person}
      t={t}
      badge={
        <>
          {person.place === "owner" ? <Badge tone="accent">{t(PLACE_WORDS.owner)}</Badge> : null}
          {person.group === null ? null : (
            <span>{t(BECAUSE_WORDS[person.group.kind], { name: person.group.name })}</span>
          )}
        </>
      }
      trailing={space.may.run ? <PlaceVerbs person={person} {...managed} /> : null}
    />
  );
}

function PlaceVerbs({ person, space, back, t, words, refusedOf }: MemberRowProps) {
  const other = person.place === "owner" ? "member" : "owner";
  const hidden = { space: space.id, person: person.id, _to: back };
  const isRefused = (procedure: string) => refusedOf(procedure, { person: person.id });
  return (
    <details className="menu">
      <summary
        className="button"
        data-look="plain"
        data-size="small"
        aria-label={t("spaces.people.manage", { name: person.displayName })}
      >
        <Icon name="menu" />
      </summary>
      <div className="menu-list grid gap-1">
        <ActionForm
          procedure="spaces.givePlace"
          back={back}
          words={words}
          refused={isRefused("spaces.givePlace")}
          hidden={{ ...hidden, role: other }}
        >
          <SubmitButton look="plain" size="small">
            {other === "owner" ? t("spaces.people.makeOwner") : t("spaces.people.makeMember")}
          </SubmitButton>
        </ActionForm>
        {person.own && person.group === null ? (
          <ActionForm
            procedure="spaces.takePlace"
            back={back}
            words={words}
            refused={isRefused("spaces.takePlace")}
            hidden={hidden}
          >
            <SubmitButton look="plain" size="small">
              {t("spaces.people.takeAway")}
            </SubmitButton>
          </ActionForm>
        ) : null}
      </div>
    </details>
  );
}

/** Somebody found who may be given a place. */
export function CandidateRow({ person, isHere, ...managed }: Managed & { person: PersonCard; isHere: boolean }) {
  const { space, back, t, words, refusedOf } = managed;
  if (isHere)
    return (
      <PersonRow person={person} t={t} trailing={<span className="quiet fine">{t("spaces.people.alreadyIn")}</span>} />
    );
  return (
    <PersonRow
      person={person}
      t={t}
      trailing={
        <ActionForm
          procedure="spaces.givePlace"
          back={back}
          words={words}
          refused={refusedOf("spaces.givePlace", { person: person.id })}
          hidden={{ space: space.id, person: person.id, role: "member", _to: back }}
        >
          <SubmitButton look="quiet" size="small" icon="add">
            {t("spaces.people.addDo")}
          </SubmitButton>
        </ActionForm>
      }
    />
  );
}
