-- A field for fewer people is searched as if it were empty; left out, the weights of a person's words had nothing to stand on.
CREATE OR REPLACE FUNCTION person_searched(one person) RETURNS TABLE (field text, weight "char", words text) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT said.field, said.weight, CASE WHEN one.shown_to ? said.field THEN '' ELSE said.words END FROM (VALUES ('name', 'A'::"char", one.display_name), ('canHelpWith', 'B', array_to_string(one.can_help_with, ', ')),
    ('title', 'C', one.title), ('department', 'C', one.department), ('site', 'C', one.site),
    ('wantsToLearn', 'C', array_to_string(one.wants_to_learn, ', ')), ('interests', 'C', array_to_string(one.interests, ', ')),
    ('languages', 'D', array_to_string(one.languages, ', ')), ('about', 'D', one.about)) said (field, weight, words)
$$;
