import type { FormWords } from "@/i18n/form-words";
import type { Words } from "@/i18n/words";
import { paths } from "@/paths";
import { ActionForm } from "@/ui/action-form";
import { Badge } from "@/ui/badge";
import type { RefusedForm } from "@/ui/form-state";
import { ListRow } from "@/ui/list";
import { SubmitButton } from "@/ui/submit-button";
import { ROLES, type Role } from "../shape";
import type { AdminPersonView } from "../views";
import { PersonAvatar } from "./person-avatar";
import { ROLE_WORDS } from "./role-words";

type AdminPersonRowProps = {
  person: AdminPersonView;
  back: string;
  t: Words;
  words: FormWords;
  refusedOf: (procedure: string, values: Readonly<Record<string, string>>) => RefusedForm | null;
};

const VERBS = ["members.grantRole", "members.endRole", "members.suspend"] as const;
/** A role is ended here only as far as it was given here. */
const GIVEN_HERE = "admin";

/** A person as an admin sees them: address, state, roles with where they come from, and what can be changed. */
export function AdminPersonRow(props: AdminPersonRowProps) {
  const { person, t, refusedOf } = props;
  const facts = [person.address, person.department, person.site].filter((fact) => fact !== "");
  const cameBack = VERBS.some((verb) => refusedOf(verb, { person: person.id }) !== null);
  return (
    <ListRow
      leading={<PersonAvatar person={person} />}
      title={person.displayName}
      href={paths.person(person.id)}
      meta={
        <>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
          {person.claimed ? null : <Badge>{t("members.seeded.badge")}</Badge>}
          {person.state === "active" ? null : <Badge tone="bad">{t(`admin.people.states.${person.state}`)}</Badge>}
          {person.roles.map(({ role, source }) => (
            <Badge key={role + source} tone="accent">
              {t("admin.people.role", { role: t(ROLE_WORDS[role]), source: sourceWord(t, source) })}
            </Badge>
          ))}
        </>
      }
      trailing={
        <details className="menu" open={cameBack || undefined}>
          <summary
            className="button"
            data-look="quiet"
            data-size="small"
            aria-label={t("admin.people.manageOf", { name: person.displayName })}
          >
            {t("admin.people.manage")}
          </summary>
          <div className="menu-list grid w-72 gap-3 p-4">
            {ROLES.map((role) => (
              <RoleVerb key={role} role={role} {...props} />
            ))}
            {person.roles.some(({ source }) => source !== GIVEN_HERE) ? (
              <p className="quiet fine">{t("admin.people.elsewhere")}</p>
            ) : null}
            <SuspendVerb {...props} />
          </div>
        </details>
      }
    />
  );
}

function sourceWord(t: Words, source: string): string {
  const key = `admin.people.source.${source}`;
  return t.has(key) ? t(key) : source;
}

function RoleVerb({ role, person, back, t, words, refusedOf }: AdminPersonRowProps & { role: Role }) {
  const held = person.roles.filter((one) => one.role === role);
  const isGivenHere = held.some(({ source }) => source === GIVEN_HERE);
  if (held.length > 0 && !isGivenHere) return null;
  const procedure = isGivenHere ? "members.endRole" : "members.grantRole";
  const label = {
    host: isGivenHere ? t("admin.people.endHost") : t("admin.people.makeHost"),
    admin: isGivenHere ? t("admin.people.endAdmin") : t("admin.people.makeAdmin"),
  }[role];
  return (
    <ActionForm
      procedure={procedure}
      back={back}
      words={words}
      refused={refusedOf(procedure, { person: person.id, role })}
      hidden={{ person: person.id, role, _to: back }}
    >
      <SubmitButton look="quiet" size="small">
        {label}
      </SubmitButton>
    </ActionForm>
  );
}

function SuspendVerb({ person, back, t, words, refusedOf }: AdminPersonRowProps) {
  const isActive = person.state === "active";
  return (
    <ActionForm
      className="border-rye border-t pt-3"
      procedure="members.suspend"
      back={back}
      words={words}
      refused={refusedOf("members.suspend", { person: person.id })}
      hidden={{ person: person.id, suspended: String(isActive), _to: back }}
    >
      {isActive ? <p className="quiet fine">{t("admin.people.suspendText", { name: person.displayName })}</p> : null}
      <SubmitButton look={isActive ? "danger" : "quiet"} size="small">
        {isActive ? t("admin.people.suspend") : t("admin.people.reopen")}
      </SubmitButton>
    </ActionForm>
  );
}
