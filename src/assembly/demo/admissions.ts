import { invitePerson } from "@/launch/actions/invite";
import { joinRequest } from "@/launch/schema";
import { at, daysAfter, now } from "@/platform/clock";
import { newId } from "@/platform/ids";
import type { Cast } from "./cast";
import { demoPeople } from "./people";

/** What those who wait have told the hosts. */
const ASKED: Readonly<Record<string, { needs: string; brings: string }>> = {
  "ines.marchand": {
    needs: "Savoir avant vendredi ce que Leeds aura fini : le planning en dépend.",
    brings: "Je connais l’ERP par cœur et je réponds volontiers.",
  },
  "oliver.bennett": {
    needs: "One place where the same defect is described once.",
    brings: "Measurements, and patience.",
  },
  "fatima.rahman": { needs: "Who speaks Dutch here?", brings: "Customs papers: ask me anything." },
};

/** Invites four people and leaves others at the door, some of whom asked to come in. */
export async function seedAdmissions({ tx, who }: Cast): Promise<void> {
  const cause = { tx, actor: who("hannah.whitfield"), requestId: "demo" };
  for (const one of demoPeople) {
    if (one.arrives !== "invited" || one.role !== null) continue;
    await at(daysAfter(now(), -9), () => invitePerson(cause, who(one.key), ""));
  }
  for (const [index, [key, asked]] of Object.entries(ASKED).entries())
    await tx.insert(joinRequest).values({
      id: newId<"join-request">(),
      personId: who(key),
      ...asked,
      askedAt: daysAfter(now(), index - 6),
    });
}
