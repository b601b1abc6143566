package io.controlgraph.ingest.sssom;

import java.util.Set;

/** The names that SSSOM 1.1 gives the slots of a mapping. */
final class Slots {

  static final Set<String> MAPPING =
      Set.of(
          "record_id",
          "subject_id",
          "subject_label",
          "subject_category",
          "predicate_id",
          "predicate_label",
          "predicate_modifier",
          "predicate_type",
          "object_id",
          "object_label",
          "object_category",
          "mapping_justification",
          "author_id",
          "author_label",
          "reviewer_id",
          "reviewer_label",
          "creator_id",
          "creator_label",
          "license",
          "subject_type",
          "subject_source",
          "subject_source_version",
          "object_type",
          "object_source",
          "object_source_version",
          "mapping_provider",
          "mapping_source",
          "mapping_cardinality",
          "cardinality_scope",
          "mapping_tool",
          "mapping_tool_id",
          "mapping_tool_version",
          "mapping_date",
          "publication_date",
          "review_date",
          "confidence",
          "reviewer_agreement",
          "curation_rule",
          "curation_rule_text",
          "subject_match_field",
          "object_match_field",
          "match_string",
          "subject_preprocessing",
          "object_preprocessing",
          "similarity_score",
          "similarity_measure",
          "see_also",
          "issue_tracker_item",
          "other",
          "comment");

  private Slots() {}
}
