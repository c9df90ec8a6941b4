import type { Words } from "@/i18n/words";
import type { PersonId } from "@/members/shape";
import { paths } from "@/paths";
import { env } from "@/platform/env";
import type { Draft } from "./compose";
import type { LetterHeaders } from "./shape";
import { unsubscribeLink, unsubscribeToken } from "./unsubscribe/token";

/** What ends the letters to somebody who waits and follows. */
function ending(person: PersonId) {
  return { person, scope: "door", key: "" } as const;
}

/** What mail programs are told of a letter to somebody who waits and follows (RFC 8058). */
export function followerHeaders(person: PersonId): LetterHeaders {
  return { unsubscribe: `${env().APP_URL}${paths.unsubscribeDoor(unsubscribeToken(ending(person)))}` };
}

/** The foot of such a letter: why it came, and how to get no more. */
export function followerFoot(t: Words, person: PersonId): Pick<Draft, "why" | "ways"> {
  const url = `${env().APP_URL}${unsubscribeLink(ending(person))}`;
  return { why: t("mail.followers.why"), ways: [{ label: t("mail.followers.stop"), url }] };
}
