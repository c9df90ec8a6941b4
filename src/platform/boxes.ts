import { z } from "zod";

/** A choice between yes and no, as a form or a script sends it. */
export const yesOrNo = z.union([z.boolean(), z.stringbool()]);

/** A box of a form: it is there when it is ticked, and is not when it is not. */
export const ticked = yesOrNo.default(false);
