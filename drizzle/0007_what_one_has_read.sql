CREATE TABLE "reading" (
	"person_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"up_to" timestamp (3) with time zone,
	"up_to_id" uuid,
	"seen_at" timestamp (3) with time zone,
	"follow" text,
	CONSTRAINT "reading_person_id_conversation_id_pk" PRIMARY KEY("person_id","conversation_id"),
	CONSTRAINT "reading_follow" CHECK ("reading"."follow" in ('everything', 'mentions', 'nothing')),
	CONSTRAINT "reading_place" CHECK (("reading"."up_to" is null) = ("reading"."up_to_id" is null))
);
--> statement-breakpoint
CREATE TABLE "reading_line" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"drawn_at" timestamp (3) with time zone NOT NULL,
	"drawn_before" timestamp (3) with time zone,
	"here_at" timestamp (3) with time zone NOT NULL,
	"missed_since" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "thread_id" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "thread_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "reading" ADD CONSTRAINT "reading_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading" ADD CONSTRAINT "reading_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_line" ADD CONSTRAINT "reading_line_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reading_followers" ON "reading" USING btree ("conversation_id") WHERE "reading"."follow" is not null;--> statement-breakpoint
CREATE INDEX "comment_in_thread" ON "comment" USING btree ("conversation_id","thread_at","thread_id",("thread_id" <> "id"),"created_at","id");--> statement-breakpoint
-- A comment takes its place under the one that it answers, or under what that one answers: one level, whatever is written.
create function comment_takes_place() returns trigger language plpgsql as $$
begin
  new.thread_id := new.id;
  new.thread_at := new.created_at;
  if new.parent_id is not null then
    select p.thread_id, p.thread_at into new.thread_id, new.thread_at from comment p where p.id = new.parent_id;
    if not found then
      new.thread_id := new.id;
      new.thread_at := new.created_at;
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger comment_takes_place before insert on comment for each row execute function comment_takes_place();
--> statement-breakpoint
with recursive placed as (
  select id, id as thread_id, created_at as thread_at from comment where parent_id is null
  union all
  select c.id, placed.thread_id, placed.thread_at from comment c join placed on c.parent_id = placed.id
)
update comment c set thread_id = placed.thread_id, thread_at = placed.thread_at from placed where placed.id = c.id;
--> statement-breakpoint
-- Whoever is inside already begins with nothing unread.
insert into reading_line (person_id, drawn_at, here_at) select id, now(), now() from person where claimed_at is not null;
