package io.controlgraph.ingest.sssom;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One mapping: a row of an SSSOM file, its identifiers expanded to IRIs.
 *
 * @param line the line of the file that holds it, counted from 1
 * @param name what sets it apart in its set: subject, predicate and object as the file writes them
 * @param subject the IRI that is mapped, or {@link #NO_TERM_FOUND}
 * @param predicate how subject and object relate, mostly a matching property of SKOS
 * @param negated whether the row denies the relation ({@code predicate_modifier} "Not")
 * @param object the IRI that it is mapped to, or {@link #NO_TERM_FOUND}
 * @param justification why one may believe it, a term of SEMAPV
 * @param authors who made it
 * @param reviewers who looked it over
 * @param subjectSource the vocabulary that the subject is from, or in which none was found
 * @param objectSource the vocabulary that the object is from, or in which none was found
 * @param confidence from 0 to 1
 * @param date when it was made
 * @param comment a remark for people
 */
public record MappingRow(
    int line,
    String name,
    String subject,
    String predicate,
    boolean negated,
    String object,
    String justification,
    List<String> authors,
    List<String> reviewers,
    @Nullable String subjectSource,
    @Nullable String objectSource,
    @Nullable BigDecimal confidence,
    @Nullable LocalDate date,
    @Nullable String comment) {

  /** What stands for a subject or object when the other vocabulary has no counterpart. */
  public static final String NO_TERM_FOUND = "https://w3id.org/sssom/NoTermFound";

  public MappingRow {
    authors = List.copyOf(authors);
    reviewers = List.copyOf(reviewers);
  }

  /** Whether a counterpart was looked for and none was found. */
  public boolean isUnmapped() {
    return subject.equals(NO_TERM_FOUND) || object.equals(NO_TERM_FOUND);
  }

  /** Whether the row states a link: neither denied nor without counterpart. */
  public boolean isLink() {
    return !negated && !isUnmapped();
  }
}
