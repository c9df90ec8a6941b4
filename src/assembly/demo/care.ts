import { eq } from "drizzle-orm";
import { askOffer } from "@/care/offers/actions/ask-offer";
import { makeOffer } from "@/care/offers/actions/make-offer";
import { offer } from "@/care/offers/schema";
import { thanks } from "@/care/thanks/schema";
import { setAway } from "@/members/actions/set-away";
import { person } from "@/members/schema";
import { at, daysAfter, now } from "@/platform/clock";
import { newId } from "@/platform/ids";
import type { Cast } from "./cast";

const INTERESTS: Readonly<Record<string, readonly string[]>> = {
  "malik.benali": ["Vélo", "Compagnonnage"],
  "sophie.garnier": ["Pain au levain", "Montagne"],
  "priya.nair": ["Choir", "Old radios"],
  "tom.ashworth": ["Fell running", "Brass bands"],
};

const OFFERS: readonly { by: string; words: string; ask?: { by: string; words: string } }[] = [
  { by: "malik.benali", words: "Une heure devant votre poste pour chercher ce qui vous fait perdre du temps." },
  {
    by: "sophie.garnier",
    words: "Mesurer avec vous la température d’un four, du premier essai au compte rendu.",
    ask: { by: "julien.moreau", words: "Un artisan me demande la montée en température du 60×40. Jeudi à Lyon ?" },
  },
  { by: "priya.nair", words: "Half an hour on reading the controller’s log, with your own oven open beside us." },
  { by: "hannah.whitfield", words: "A walk through Leeds for anybody who comes over from Lyon." },
];

const THANKS: readonly { from: string; to: string; words: string; state: "shown" | "waiting" }[] = [
  {
    from: "tom.ashworth",
    to: "priya.nair",
    words: "You came down to the line with your laptop and stayed until it worked.",
    state: "shown",
  },
  {
    from: "priya.nair",
    to: "sophie.garnier",
    words: "Your drawing of the heat in the door saved me a week.",
    state: "shown",
  },
  {
    from: "julien.moreau",
    to: "malik.benali",
    words: "Merci d’avoir expliqué deux fois, sans le faire sentir.",
    state: "waiting",
  },
];

/** What people offer one another, what they were thanked for, and who is out of office this week. */
export async function seedCare({ tx, who }: Cast): Promise<void> {
  const act = (key: string) => ({ tx, actor: who(key), requestId: "demo" });
  for (const [key, interests] of Object.entries(INTERESTS))
    await tx
      .update(person)
      .set({ interests: [...interests] })
      .where(eq(person.id, who(key)));
  for (const { by, words, ask } of OFFERS) {
    await at(daysAfter(now(), -12), () => makeOffer(act(by), words));
    if (ask === undefined) continue;
    const [made] = await tx
      .select()
      .from(offer)
      .where(eq(offer.personId, who(by)));
    if (made !== undefined) await at(daysAfter(now(), -2), () => askOffer(act(ask.by), made, ask.words));
  }
  for (const [index, { from, to, ...given }] of THANKS.entries())
    await tx.insert(thanks).values({
      id: newId<"thanks">(),
      fromId: who(from),
      toId: who(to),
      ...given,
      givenAt: daysAfter(now(), index - 6),
    });
  const day = (days: number) => daysAfter(now(), days).toISOString().slice(0, 10);
  const days = { from: day(-1), until: day(6) };
  await setAway(act("antoine.girard"), { ...days, note: "En essais chez un client.", ask: "Sophie Garnier" });
}
