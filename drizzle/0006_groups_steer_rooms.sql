CREATE TABLE "space_follow" (
	"person_id" uuid NOT NULL,
	"space_id" uuid NOT NULL,
	"level" text NOT NULL,
	CONSTRAINT "space_follow_person_id_space_id_pk" PRIMARY KEY("person_id","space_id"),
	CONSTRAINT "space_follow_level" CHECK ("space_follow"."level" in ('everything', 'threads', 'mentions', 'nothing'))
);
--> statement-breakpoint
CREATE TABLE "space_group" (
	"space_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "space_group_space_id_kind_name_pk" PRIMARY KEY("space_id","kind","name"),
	CONSTRAINT "space_group_kind" CHECK ("space_group"."kind" in ('group', 'department', 'site')),
	CONSTRAINT "space_group_name" CHECK (char_length("space_group"."name") between 1 and 120)
);
--> statement-breakpoint
CREATE TABLE "space_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"space_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"answered_at" timestamp (3) with time zone,
	"answered_by" uuid,
	"reply" text DEFAULT '' NOT NULL,
	CONSTRAINT "space_request_answer" CHECK ("space_request"."answer" in ('accepted', 'declined', 'taken-back')),
	CONSTRAINT "space_request_answered" CHECK (("space_request"."answer" is null) = ("space_request"."answered_at" is null)),
	CONSTRAINT "space_request_words" CHECK (char_length(words) <= 500 and char_length(reply) <= 500)
);
--> statement-breakpoint
ALTER TABLE "space" ADD COLUMN "guidelines" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "space_follow" ADD CONSTRAINT "space_follow_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_follow" ADD CONSTRAINT "space_follow_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_group" ADD CONSTRAINT "space_group_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_request" ADD CONSTRAINT "space_request_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_request" ADD CONSTRAINT "space_request_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_request" ADD CONSTRAINT "space_request_answered_by_person_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "space_follow_by_space" ON "space_follow" USING btree ("space_id");--> statement-breakpoint
CREATE INDEX "space_group_by_name" ON "space_group" USING btree ("kind","name");--> statement-breakpoint
CREATE UNIQUE INDEX "space_request_open_once" ON "space_request" USING btree ("space_id","person_id") WHERE "space_request"."answer" is null;--> statement-breakpoint
CREATE INDEX "space_request_in_order" ON "space_request" USING btree ("space_id","asked_at","id") WHERE "space_request"."answer" is null;--> statement-breakpoint
CREATE INDEX "space_request_by_person" ON "space_request" USING btree ("person_id","space_id","asked_at");--> statement-breakpoint
CREATE INDEX "person_by_site" ON "person" USING btree ("site");--> statement-breakpoint
CREATE INDEX "person_by_group" ON "person" USING gin ("groups");--> statement-breakpoint
ALTER TABLE "space" ADD CONSTRAINT "space_guidelines" CHECK (char_length(guidelines) <= 4000);--> statement-breakpoint
CREATE VIEW "public"."space_place" AS (select m.space_id, m.person_id, m.role, case when g.name is null then 'joined' else 'group' end as because,
    g.kind as group_kind, g.name as group_name,
    coalesce(f.level, case m.role when 'owner' then 'everything' else 'threads' end) as level, m.joined_at
  from space_member m
  join person p on p.id = m.person_id and p.state = 'active'
  left join lateral (select g.kind, g.name from space_group g where g.space_id = m.space_id and ((g.kind = 'group' and g.name = any(p.groups) and p.groups @> array[g.name]) or (g.kind = 'department' and g.name = p.department) or (g.kind = 'site' and g.name = p.site))
    order by g.kind, g.name limit 1) g on true
  left join space_follow f on f.person_id = m.person_id and f.space_id = m.space_id
  union all
  select g.space_id, p.id, 'member', 'group', g.kind, g.name, coalesce(f.level, 'threads'), null::timestamptz
  from space_group g
  join person p on g.kind = 'group' and g.name = any(p.groups) and p.groups @> array[g.name] and p.state = 'active'
  left join space_follow f on f.person_id = p.id and f.space_id = g.space_id
  where not exists (select 1 from space_member m where m.space_id = g.space_id and m.person_id = p.id)
    and not exists (select 1 from space_group o where o.space_id = g.space_id and (o.kind, o.name) < (g.kind, g.name)
      and ((o.kind = 'group' and o.name = any(p.groups) and p.groups @> array[o.name]) or (o.kind = 'department' and o.name = p.department) or (o.kind = 'site' and o.name = p.site)))
  union all
  select g.space_id, p.id, 'member', 'group', g.kind, g.name, coalesce(f.level, 'threads'), null::timestamptz
  from space_group g
  join person p on g.kind = 'department' and g.name = p.department and p.state = 'active'
  left join space_follow f on f.person_id = p.id and f.space_id = g.space_id
  where not exists (select 1 from space_member m where m.space_id = g.space_id and m.person_id = p.id)
    and not exists (select 1 from space_group o where o.space_id = g.space_id and (o.kind, o.name) < (g.kind, g.name)
      and ((o.kind = 'group' and o.name = any(p.groups) and p.groups @> array[o.name]) or (o.kind = 'department' and o.name = p.department) or (o.kind = 'site' and o.name = p.site)))
  union all
  select g.space_id, p.id, 'member', 'group', g.kind, g.name, coalesce(f.level, 'threads'), null::timestamptz
  from space_group g
  join person p on g.kind = 'site' and g.name = p.site and p.state = 'active'
  left join space_follow f on f.person_id = p.id and f.space_id = g.space_id
  where not exists (select 1 from space_member m where m.space_id = g.space_id and m.person_id = p.id)
    and not exists (select 1 from space_group o where o.space_id = g.space_id and (o.kind, o.name) < (g.kind, g.name)
      and ((o.kind = 'group' and o.name = any(p.groups) and p.groups @> array[o.name]) or (o.kind = 'department' and o.name = p.department) or (o.kind = 'site' and o.name = p.site))));