import type { Words } from "@/i18n/words";
import { PersonLink } from "@/members/ui/person-link";
import type { CreditLine } from "../views";

/** Who shaped it, way by way, in the order of the alphabet: each as they want to be told of. */
export function CreditLines({ lines, t }: { lines: readonly CreditLine[]; t: Words }) {
  if (lines.length === 0) return null;
  return (
    <dl className="fine mt-2 grid gap-1">
      {lines.map(({ role, named, initials, others }) => (
        <div key={role} className="flex flex-wrap gap-x-2">
          <dt className="quiet">{t(`credits.role.${role}`)}</dt>
          <dd className="min-w-0">
            <ul className="flex flex-wrap gap-x-3">
              {named.map((one) => (
                <li key={one.id}>
                  <PersonLink person={one} />
                  <Sentence words={one.words} t={t} />
                </li>
              ))}
              {initials.map((one, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an initial has no id, on purpose
                <li key={place}>
                  {t(one.unit === "" ? "credits.initialAlone" : "credits.initial", {
                    initial: one.initial,
                    unit: one.unit,
                  })}
                  <Sentence words={one.words} t={t} />
                </li>
              ))}
              {others === 0 ? null : <li>{t("credits.others", { count: others })}</li>}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Sentence({ words, t }: { words: string; t: Words }) {
  return words === "" ? null : <span className="quiet"> {t("credits.sentence", { words })}</span>;
}
