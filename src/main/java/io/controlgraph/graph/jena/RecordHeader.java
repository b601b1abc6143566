package io.controlgraph.graph.jena;

import io.controlgraph.graph.Revision;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.PatchException;

/** The fields that stand at the head of a record. */
final class RecordHeader {
  static final String NUMBER = "revision";
  static final String PREVIOUS = "prev";
  static final String TIME = "time";
  static final String AUTHOR = "author";
  static final String MESSAGE = "message";
  static final String ADDED = "added";
  static final String DELETED = "deleted";

  private RecordHeader() {}

  /**
   * The revision that the fields tell of.
   *
   * @param hash the hash of the record, which cannot stand in it
   * @throws PatchException if a field is missing or not of its form
   */
  static Revision read(Map<String, Node> fields, String hash) {
    try {
      return new Revision(
          Long.parseLong(field(fields, NUMBER)),
          hash,
          field(fields, PREVIOUS),
          Instant.parse(field(fields, TIME)),
          field(fields, AUTHOR),
          field(fields, MESSAGE),
          Long.parseLong(field(fields, ADDED)),
          Long.parseLong(field(fields, DELETED)));
    } catch (NumberFormatException | DateTimeException e) {
      throw new PatchException("a header field is not of its form: " + e.getMessage(), e);
    }
  }

  private static String field(Map<String, Node> fields, String name) {
    Node value = fields.get(name);
    if (value == null || !value.isLiteral()) {
      throw new PatchException("the header field '" + name + "' is missing");
    }
    return value.getLiteralLexicalForm();
  }
}
