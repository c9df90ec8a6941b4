import { z } from "zod";

/** A choice between yes and no, as a form or a script sends it. */
export const yesOrNo = z.union([z.boolean(), z.stringbool()]);

/** A box of a form: it is there when it is ticked, and is not when it is not. */
export const ticked = yesOrNo.default(false);

/** Several boxes of one name, of which a form sends one, many, or an empty one that says "none"; each counts once. */
export function boxesOf<T extends z.ZodType<string, string>>(one: T, max: number) {
  return z
    .union([z.string(), z.array(z.string())])
    .transform((given) => [...new Set([given].flat().filter((each) => each !== ""))])
    .pipe(z.array(one).max(max));
}
