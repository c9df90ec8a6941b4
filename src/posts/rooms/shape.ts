import { z } from "zod";
import { personId } from "@/members/shape";
import { adoptionWords } from "@/spaces/adoption/shape";
import { spaceId } from "@/spaces/shape";
import { stageShape } from "@/stages/shape";

export const keepClosedShape = z.object({ until: stageShape });

/** Whoever sends it has read what it does. */
export const mergeShape = z.object({ into: spaceId, confirm: z.literal("yes") });

export const offerShape = z.object({ person: personId, words: adoptionWords });
