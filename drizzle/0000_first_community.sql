CREATE TABLE "board" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"purpose" text DEFAULT '' NOT NULL,
	"audience" text DEFAULT 'members' NOT NULL,
	"opens_at" text DEFAULT 'founding' NOT NULL,
	"votes_at" text DEFAULT 'founding' NOT NULL,
	"idea_count" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "board_slug_unique" UNIQUE("slug"),
	CONSTRAINT "board_slug_shape" CHECK ("board"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length("board"."slug") between 2 and 60),
	CONSTRAINT "board_audience" CHECK ("board"."audience" in ('members', 'hosts'))
);
--> statement-breakpoint
CREATE TABLE "idea" (
	"id" uuid PRIMARY KEY NOT NULL,
	"board_id" uuid NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"recorded_by" uuid,
	"vote_count" integer DEFAULT 0 NOT NULL,
	"promised_for" date,
	"created_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "idea_status" CHECK ("idea"."status" in ('open', 'under-review', 'planned', 'in-progress', 'in-preview', 'shipped', 'not-now')),
	CONSTRAINT "idea_votes" CHECK ("idea"."vote_count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "idea_move" (
	"id" uuid PRIMARY KEY NOT NULL,
	"idea_id" uuid NOT NULL,
	"from_status" text NOT NULL,
	"to_status" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"note_html" text DEFAULT '' NOT NULL,
	"promised_for" date,
	"moved_by" uuid NOT NULL,
	"moved_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idea_vote" (
	"idea_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"need" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"voted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idea_vote_idea_id_person_id_pk" PRIMARY KEY("idea_id","person_id"),
	CONSTRAINT "vote_need" CHECK ("idea_vote"."need" in ('like', 'need', 'blocked'))
);
--> statement-breakpoint
CREATE TABLE "flip" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from_stage" text NOT NULL,
	"to_stage" text NOT NULL,
	"version" integer NOT NULL,
	"flipped_by" uuid,
	"flipped_at" timestamp (3) with time zone NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"overridden" boolean DEFAULT false NOT NULL,
	"override_reason" text DEFAULT '' NOT NULL,
	"rule_version" text DEFAULT '' NOT NULL,
	"gates" jsonb NOT NULL,
	"effect" jsonb NOT NULL,
	CONSTRAINT "flip_version_unique" UNIQUE("version"),
	CONSTRAINT "flip_moves" CHECK ("flip"."from_stage" <> "flip"."to_stage"),
	CONSTRAINT "flip_override_reason" CHECK (not "flip"."overridden" or char_length("flip"."override_reason") > 0)
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"admission_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"address" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"invited_by" uuid NOT NULL,
	"invited_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "invitation_admission_id_unique" UNIQUE("admission_id")
);
--> statement-breakpoint
CREATE TABLE "join_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"needs" text DEFAULT '' NOT NULL,
	"brings" text DEFAULT '' NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "letter" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid,
	"to_address" text NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"subject" text NOT NULL,
	"body_text" text NOT NULL,
	"body_html" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"problem" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "letter_state" CHECK ("letter"."state" in ('waiting', 'sent', 'kept', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "account" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"person_id" uuid NOT NULL,
	"id_token" text,
	"linked_at" timestamp (3) with time zone NOT NULL,
	"signed_in_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "account_issuer_subject_pk" PRIMARY KEY("issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"display_name" text NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"department" text DEFAULT '' NOT NULL,
	"site" text DEFAULT '' NOT NULL,
	"pronouns" text DEFAULT '' NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"languages" text[] DEFAULT '{}'::text[] NOT NULL,
	"can_help_with" text[] DEFAULT '{}'::text[] NOT NULL,
	"wants_to_learn" text[] DEFAULT '{}'::text[] NOT NULL,
	"groups" text[] DEFAULT '{}'::text[] NOT NULL,
	"locale" text,
	"time_zone" text,
	"kind" text DEFAULT 'human' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"claimed_at" timestamp (3) with time zone,
	CONSTRAINT "person_name_length" CHECK (char_length("person"."display_name") between 1 and 120),
	CONSTRAINT "person_state_known" CHECK ("person"."state" in ('active', 'suspended', 'left')),
	CONSTRAINT "person_kind_known" CHECK ("person"."kind" in ('human', 'bot'))
);
--> statement-breakpoint
CREATE TABLE "person_address" (
	"address" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"verified_at" timestamp (3) with time zone,
	"rank" text DEFAULT 'other' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "address_lower_case" CHECK ("person_address"."address" = lower("person_address"."address") and char_length("person_address"."address") <= 254)
);
--> statement-breakpoint
CREATE TABLE "person_role" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"source" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone,
	"granted_by" uuid,
	CONSTRAINT "role_known" CHECK ("person_role"."role" in ('host', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" uuid NOT NULL,
	"user_agent" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "session_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"actor_id" uuid,
	"subject" text NOT NULL,
	"payload" jsonb NOT NULL,
	"request_id" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reaction_done" (
	"event_id" uuid NOT NULL,
	"reaction" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reaction_done_event_id_reaction_pk" PRIMARY KEY("event_id","reaction")
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"key" varchar(255) PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "comment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"conversation_id" uuid NOT NULL,
	"parent_id" uuid,
	"author_id" uuid NOT NULL,
	"body" text NOT NULL,
	"body_html" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone,
	"via" text DEFAULT 'web' NOT NULL,
	CONSTRAINT "comment_body" CHECK (char_length(body) <= 1000000)
);
--> statement-breakpoint
CREATE TABLE "conversation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"author_id" uuid NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"body_html" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone,
	"comment_count" integer DEFAULT 0 NOT NULL,
	"last_activity_at" timestamp (3) with time zone NOT NULL,
	"via" text DEFAULT 'web' NOT NULL,
	CONSTRAINT "conversation_kind" CHECK ("conversation"."kind" in ('post', 'idea')),
	CONSTRAINT "conversation_title" CHECK (char_length(title) between 1 and 200),
	CONSTRAINT "conversation_body" CHECK (char_length(body) <= 1000000),
	CONSTRAINT "conversation_count" CHECK ("conversation"."comment_count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "post" (
	"id" uuid PRIMARY KEY NOT NULL,
	"space_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"last_activity_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "post_kind" CHECK ("post"."kind" in ('discussion', 'question', 'announcement'))
);
--> statement-breakpoint
CREATE TABLE "space" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"purpose" text DEFAULT '' NOT NULL,
	"visibility" text NOT NULL,
	"opens_at" text DEFAULT 'founding' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"member_count" integer DEFAULT 0 NOT NULL,
	"post_count" integer DEFAULT 0 NOT NULL,
	"last_post_at" timestamp (3) with time zone,
	CONSTRAINT "space_slug_unique" UNIQUE("slug"),
	CONSTRAINT "space_slug_shape" CHECK ("space"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length("space"."slug") between 2 and 60),
	CONSTRAINT "space_visibility" CHECK ("space"."visibility" in ('open', 'request', 'private')),
	CONSTRAINT "space_counts" CHECK ("space"."member_count" >= 0 and "space"."post_count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "space_member" (
	"space_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text DEFAULT 'member' NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "space_member_space_id_person_id_pk" PRIMARY KEY("space_id","person_id"),
	CONSTRAINT "space_member_role" CHECK ("space_member"."role" in ('member', 'owner'))
);
--> statement-breakpoint
CREATE TABLE "admission" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"granted_by" uuid,
	"granted_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"accepted_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "admission_kind" CHECK ("admission"."kind" in ('host-invitation', 'member-invitation', 'wave'))
);
--> statement-breakpoint
CREATE TABLE "launch_state" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"stage" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"audience" jsonb NOT NULL,
	CONSTRAINT "launch_state_one_row" CHECK ("launch_state"."only"),
	CONSTRAINT "launch_state_stage" CHECK ("launch_state"."stage" in ('groundwork', 'founding', 'early', 'pilot', 'general'))
);
--> statement-breakpoint
ALTER TABLE "idea" ADD CONSTRAINT "idea_id_conversation_id_fk" FOREIGN KEY ("id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea" ADD CONSTRAINT "idea_board_id_board_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."board"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea" ADD CONSTRAINT "idea_recorded_by_person_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_move" ADD CONSTRAINT "idea_move_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_move" ADD CONSTRAINT "idea_move_moved_by_person_id_fk" FOREIGN KEY ("moved_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_vote" ADD CONSTRAINT "idea_vote_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_vote" ADD CONSTRAINT "idea_vote_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flip" ADD CONSTRAINT "flip_flipped_by_person_id_fk" FOREIGN KEY ("flipped_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_admission_id_admission_id_fk" FOREIGN KEY ("admission_id") REFERENCES "public"."admission"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_person_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_request" ADD CONSTRAINT "join_request_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter" ADD CONSTRAINT "letter_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_address" ADD CONSTRAINT "person_address_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_role" ADD CONSTRAINT "person_role_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_role" ADD CONSTRAINT "person_role_granted_by_person_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reaction_done" ADD CONSTRAINT "reaction_done_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_parent_id_comment_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."comment"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_id_conversation_id_fk" FOREIGN KEY ("id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_member" ADD CONSTRAINT "space_member_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_member" ADD CONSTRAINT "space_member_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "admission" ADD CONSTRAINT "admission_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "admission" ADD CONSTRAINT "admission_granted_by_person_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idea_by_votes" ON "idea" USING btree ("board_id","vote_count" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "idea"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "idea_by_time" ON "idea" USING btree ("board_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "idea"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "idea_move_in_order" ON "idea_move" USING btree ("idea_id","moved_at");--> statement-breakpoint
CREATE INDEX "vote_by_person" ON "idea_vote" USING btree ("person_id","voted_at");--> statement-breakpoint
CREATE INDEX "flip_in_order" ON "flip" USING btree ("flipped_at");--> statement-breakpoint
CREATE INDEX "invitation_by_time" ON "invitation" USING btree ("invited_at","id");--> statement-breakpoint
CREATE INDEX "invitation_by_person" ON "invitation" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "join_request_one_open" ON "join_request" USING btree ("person_id") WHERE "join_request"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "join_request_by_time" ON "join_request" USING btree ("asked_at","id") WHERE "join_request"."closed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "letter_once" ON "letter" USING btree ("reason","to_address");--> statement-breakpoint
CREATE INDEX "letter_by_time" ON "letter" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "letter_by_person" ON "letter" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "account_one_per_issuer" ON "account" USING btree ("person_id","issuer");--> statement-breakpoint
CREATE INDEX "person_by_name" ON "person" USING btree (lower("display_name"),"id");--> statement-breakpoint
CREATE INDEX "person_by_department" ON "person" USING btree ("department","site");--> statement-breakpoint
CREATE INDEX "address_by_person" ON "person_address" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "address_one_primary" ON "person_address" USING btree ("person_id") WHERE "person_address"."rank" = 'primary';--> statement-breakpoint
CREATE UNIQUE INDEX "role_open_once" ON "person_role" USING btree ("person_id","role","source") WHERE "person_role"."until" is null;--> statement-breakpoint
CREATE INDEX "session_by_person" ON "session" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "session_by_expiry" ON "session" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "event_by_time" ON "event" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "event_by_subject" ON "event" USING btree ("subject","at");--> statement-breakpoint
CREATE INDEX "event_by_actor" ON "event" USING btree ("actor_id","at");--> statement-breakpoint
CREATE INDEX "rate_limit_by_expiry" ON "rate_limit" USING btree ("expire");--> statement-breakpoint
CREATE INDEX "comment_in_order" ON "comment" USING btree ("conversation_id","created_at","id");--> statement-breakpoint
CREATE INDEX "comment_by_author" ON "comment" USING btree ("author_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "comment_by_time" ON "comment" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "comment_by_parent" ON "comment" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "conversation_by_author" ON "conversation" USING btree ("author_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "conversation_by_time" ON "conversation" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "post_by_activity" ON "post" USING btree ("space_id","last_activity_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "post"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "space_member_by_person" ON "space_member" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "admission_by_person" ON "admission" USING btree ("person_id");--> statement-breakpoint
-- Every launch begins with the talks.
INSERT INTO "launch_state" ("stage", "since", "audience") VALUES ('groundwork', now(), '{"departments": [], "sites": [], "groups": []}');
