import { noteTalk } from "@/care/journal/note";
import { invitePerson } from "@/launch/actions/invite";
import { doorFollower } from "@/launch/door/schema";
import { writeDoorLetter } from "@/launch/door/write-letter";
import { joinRequest } from "@/launch/schema";
import type { JoinRequestInput } from "@/launch/shape";
import { at, daysAfter, now } from "@/platform/clock";
import { newId } from "@/platform/ids";
import type { Cast } from "./cast";
import { demoPeople } from "./people";

/** What those who wait have told the hosts. */
const ASKED: Readonly<Record<string, Partial<JoinRequestInput>>> = {
  "ines.marchand": {
    needs: "Savoir avant vendredi ce que Leeds aura fini : le planning en dépend.",
    brings: "Je connais l’ERP par cœur et je réponds volontiers.",
    helps: "yes",
    knows: "Camille, et deux personnes du planning.",
  },
  "oliver.bennett": {
    needs: "One place where the same defect is described once.",
    brings: "Measurements, and patience.",
  },
  "fatima.rahman": { needs: "Who speaks Dutch here?", brings: "Customs papers: ask me anything." },
};

/** What Hannah wrote down after each talk. */
const TALK = "Half an hour over coffee. Wants to hear from the other site; asked me to keep it small.";

const LETTER = {
  title: "Three weeks in, and why we are slow",
  body: "We are few, and we mean it: everybody who comes in gets an answer within a day, from a person.\n\n- The question about door seals was solved between Leeds and Lyon, by mail.\n- The first idea is being built; you will read here when it is there.\n\nNext we make room for ten more of you. Nobody arrives alone.",
  language: "en",
} as const;

/** Invites four people and leaves others at the door, some of whom asked to come in. */
export async function seedAdmissions({ tx, who }: Cast): Promise<void> {
  const cause = { tx, actor: who("hannah.whitfield"), requestId: "demo" };
  for (const one of demoPeople) {
    if (one.arrives !== "invited" || one.role !== null) continue;
    await at(daysAfter(now(), -9), () => invitePerson(cause, who(one.key), ""));
    await at(daysAfter(now(), -10), () => noteTalk(cause, who(one.key), { words: TALK, on: null }));
  }
  for (const [index, [key, asked]] of Object.entries(ASKED).entries())
    await tx.insert(joinRequest).values({
      id: newId<"join-request">(),
      personId: who(key),
      ...asked,
      askedAt: daysAfter(now(), index - 6),
    });
  await tx.insert(doorFollower).values({ personId: who("oliver.bennett"), since: daysAfter(now(), -5) });
  await at(daysAfter(now(), -3), () => writeDoorLetter(cause, { ...LETTER, byMail: false }));
}
