import { sql } from "drizzle-orm";
import type { Tx } from "@/platform/database/client";
import type { Told } from "@/platform/events/reaction";
import { spaceAdoption } from "@/spaces/adoption/schema";
import type { adoptionAnswered, adoptionAsked, placeAnswered, placeAsked } from "@/spaces/events";
import { spacePlace } from "@/spaces/schema";
import { type BellLine, tellInBell } from "./bell";

/** Those who run a space hear that somebody asks for a place in it. */
export async function tellPlaceAsked(tx: Tx, told: Told<typeof placeAsked.shape>): Promise<void> {
  const owners = sql`select ${spacePlace.personId} from ${spacePlace}
    where ${spacePlace.spaceId} = ${told.subjectId}::uuid and ${spacePlace.role} = 'owner'`;
  await tellOfSpace(tx, told, { why: "asked-in", people: owners });
}

/** Whoever asked for a place hears what came of it; what they took back themselves they know. */
export async function tellPlaceAnswered(tx: Tx, told: Told<typeof placeAnswered.shape>): Promise<void> {
  if (told.payload.answer === "taken-back") return;
  await tellOfSpace(tx, told, { why: "let-in", people: sql`select ${told.payload.personId}::uuid` });
}

/** Whoever is asked to look after a space. */
export async function tellAdoption(tx: Tx, told: Told<typeof adoptionAsked.shape>): Promise<void> {
  const asked = sql`select ${spaceAdoption.personId} from ${spaceAdoption}
    where ${spaceAdoption.id} = ${told.payload.adoptionId}::uuid and ${spaceAdoption.answer} is null`;
  await tellOfSpace(tx, told, { why: "adopt-asked", people: asked });
}

/** Whoever asked hears the yes or the no. */
export async function tellAdopted(tx: Tx, told: Told<typeof adoptionAnswered.shape>): Promise<void> {
  if (told.payload.askedBy === null) return;
  await tellOfSpace(tx, told, { why: "adopt-answered", people: sql`select ${told.payload.askedBy}::uuid` });
}

type OfSpace = { readonly subjectId: string; readonly actorId: string | null; readonly at: Date };

/** What happens to a space itself: one line a space and reason. */
async function tellOfSpace(tx: Tx, told: OfSpace, line: Pick<BellLine, "why" | "people">): Promise<void> {
  const { subjectId, actorId, at } = told;
  await tellInBell(tx, { ...line, bundle: `${line.why}:${subjectId}`, space: subjectId, actorId, at });
}
