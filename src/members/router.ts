import { z } from "zod";
import { ALLOW, adminOnly } from "@/platform/access/decision";
import { admins, guardOn, inside, self } from "@/platform/access/guard";
import { reads, router, writes } from "@/platform/access/procedure";
import { ticked, yesOrNo } from "@/platform/boxes";
import { pageOf, pageShape } from "@/platform/database/page";
import { editProfile } from "./actions/edit-profile";
import { setAway } from "./actions/set-away";
import { setPhoto } from "./actions/set-photo";
import { setComfort, setPreferences } from "./actions/set-preferences";
import { endRole, grantRole } from "./actions/set-role";
import { setShown } from "./actions/set-shown";
import { suspendPerson } from "./actions/suspend-person";
import { fileId } from "./files/shape";
import { canEditProfile } from "./policy";
import { whoSees } from "./privacy-shape";
import { directory, peopleForAdmins, profileOf } from "./queries";
import { awayShape, localeShape, personId, profileShape, role, timeZone } from "./shape";
import { adminPersonView, personCard, profileView } from "./views";

const onPerson = guardOn({
  name: "person visible",
  by: z.object({ person: personId }),
  load: (db, viewer, { person }) => profileOf(db, viewer, person),
  decide: () => ALLOW,
  atTheDoor: true,
});

const editingProfile = guardOn({ ...onPerson, name: "own profile", decide: canEditProfile });
const administeringPerson = guardOn({
  name: "admin, on a person",
  by: onPerson.by,
  load: onPerson.load,
  decide: adminOnly,
});

const searchShape = pageShape.extend({ search: z.string().trim().max(100).default("") });
/** A file input that was left empty gives no id; one that was refused before gives the newest last. */
const onePhoto = z
  .union([z.string(), z.array(z.string())], { error: "field.missing" })
  .transform((given) => [given].flat().at(-1) ?? "")
  .pipe(fileId);
const done = z.object({ person: personId });

export const membersRouter = router({
  profile: reads(onPerson)
    .output(profileView)
    .query(({ ctx }) => ctx.resource),
  directory: reads(inside)
    .input(searchShape)
    .output(pageOf(personCard))
    .query(({ ctx, input }) => directory(ctx.db, ctx.viewer, input)),
  forAdmins: reads(admins)
    .input(searchShape)
    .output(pageOf(adminPersonView))
    .query(({ ctx, input }) => peopleForAdmins(ctx.db, input)),
  editProfile: writes(editingProfile)
    .input(profileShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await editProfile(ctx.act, ctx.resource.id, input);
      return { person: ctx.resource.id };
    }),
  setPhoto: writes(self)
    .input(z.object({ photo: onePhoto }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await setPhoto(ctx.act, ctx.viewer.id, input.photo);
      return { person: ctx.viewer.id };
    }),
  removePhoto: writes(self)
    .output(done)
    .mutation(async ({ ctx }) => {
      await setPhoto(ctx.act, ctx.viewer.id, null);
      return { person: ctx.viewer.id };
    }),
  setAway: writes(self)
    .input(awayShape)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await setAway(ctx.act, input);
      return { person: ctx.viewer.id };
    }),
  endAway: writes(self)
    .output(done)
    .mutation(async ({ ctx }) => {
      await setAway(ctx.act, null);
      return { person: ctx.viewer.id };
    }),
  setShown: writes(self)
    .input(whoSees)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await setShown(ctx.act, input);
      return { person: ctx.viewer.id };
    }),
  setPreferences: writes(self)
    .input(z.object({ locale: localeShape, timeZone }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await setPreferences(ctx.act, { locale: input.locale, timeZone: input.timeZone });
      return { person: ctx.viewer.id };
    }),
  setComfort: writes(self)
    .input(z.object({ keys: ticked, presence: ticked }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await setComfort(ctx.act, { keys: input.keys, presence: input.presence });
      return { person: ctx.viewer.id };
    }),
  grantRole: writes(administeringPerson)
    .input(z.object({ role }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await grantRole(ctx.act, ctx.resource.id, input.role, "admin");
      return { person: ctx.resource.id };
    }),
  endRole: writes(administeringPerson)
    .input(z.object({ role }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await endRole(ctx.act, ctx.resource.id, input.role, "admin");
      return { person: ctx.resource.id };
    }),
  suspend: writes(administeringPerson)
    .input(z.object({ suspended: yesOrNo }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await suspendPerson(ctx.act, ctx.resource.id, input.suspended);
      return { person: ctx.resource.id };
    }),
});
