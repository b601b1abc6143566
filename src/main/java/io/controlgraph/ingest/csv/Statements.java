package io.controlgraph.ingest.csv;

import io.controlgraph.vocab.Cg;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** Checks rows, and turns rows that have been checked into statements. */
final class Statements {
  private final Names names;
  private final Things things;
  private final RowReader reader;
  private final Labels labels;

  /**
   * What a row says.
   *
   * @param content what it says of its thing
   * @param provenance where that was said
   */
  record OfRow(Thing thing, Set<Triple> content, List<Triple> provenance) {}

  Statements(Names names, Things things, RowReader reader, Labels labels) {
    this.names = names;
    this.things = things;
    this.reader = reader;
    this.labels = labels;
  }

  /**
   * Checks a row and reports everything that is wrong with it. A row that is known by its key
   * states its thing here, for a key may be written in more ways than one.
   */
  void check(Row row, Errors errors) {
    if (!row.whole()) {
      return;
    }
    Kind kind = row.table().kind();
    RowReader.Cellwise cellwise = reader.read(row, errors);
    if (cellwise != null && !kind.key().isEmpty()) {
      String id = cellwise.joined(kind.key());
      Row before = things.pool(row.table().organisation(), kind.name()).state(id, row);
      if (before != null) {
        errors.add(
            row, "has the same " + String.join(", ", kind.key()) + " as " + before.seenFrom(row));
      }
    }
  }

  /**
   * What a row says.
   *
   * @throws IllegalStateException if the row has not been checked, or is wrong
   */
  OfRow of(Row row) {
    Kind kind = row.table().kind();
    String organisation = row.table().organisation();
    RowReader.Cellwise cellwise = reader.read(row, new Errors());
    int idColumn = row.table().idColumn();
    Thing thing =
        cellwise == null
            ? null
            : things
                .pool(organisation, kind.name())
                .byId(idColumn >= 0 ? Ids.normal(row.cell(idColumn)) : cellwise.joined(kind.key()));
    if (cellwise == null || thing == null) {
      throw new IllegalStateException("row " + row.number() + " was not checked");
    }
    Node subject = thing.node();
    Set<Triple> content = new HashSet<>();
    content.add(Triple.create(subject, RDF.Nodes.type, kind.type()));
    content.add(
        Triple.create(subject, Terms.IDENTIFIER, NodeFactory.createLiteralString(thing.id())));
    content.add(
        Triple.create(
            subject, RDFS.Nodes.label, NodeFactory.createLiteralString(labels.of(thing))));
    content.add(Triple.create(subject, Cg.IN_ORGANISATION, names.organisation(organisation)));
    for (RowReader.Value value : cellwise.values()) {
      Node property = value.property() == null ? RDF.Nodes.type : value.property();
      content.add(Triple.create(subject, property, value.node()));
    }
    return new OfRow(thing, content, provenance(subject, row));
  }

  private static List<Triple> provenance(Node subject, Row row) {
    String file = row.table().source().file().name();
    Node number = NodeFactory.createLiteralDT(Long.toString(row.number()), XSDDatatype.XSDinteger);
    return List.of(
        Triple.create(subject, Cg.SOURCE_FILE, NodeFactory.createLiteralString(file)),
        Triple.create(subject, Cg.SOURCE_ROW, number));
  }
}
