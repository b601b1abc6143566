package io.controlgraph.ingest.reference;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.Transaction;
import io.controlgraph.graph.View;
import io.controlgraph.graph.WriteOutcome;
import io.controlgraph.packaged.PackagedFiles;
import io.controlgraph.vocab.Cg;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;

/**
 * Keeps a store's reference graphs at what this version of the program ships.
 *
 * <p>Each graph says which file it was made from and carries that file's hash, so that a start
 * finds out at once whether there is anything to do. What has changed is written as one revision.
 */
public final class ReferenceData {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String AGENT = "controlgraph";

  private ReferenceData() {}

  /**
   * Writes the reference graphs that are missing or differ from what is shipped.
   *
   * @return the outcome; unchanged if there was nothing to do
   */
  public static WriteOutcome bringUpToDate(GraphStore store, Clock clock) {
    List<ReferenceFile> stale =
        store.read(Scope.ALL, Deadline.after(PATIENCE), ReferenceData::stale);
    if (stale.isEmpty()) {
      return new WriteOutcome.Unchanged(store.revision());
    }
    return store.write(
        AGENT,
        "Bring the reference data up to date",
        transaction -> stale.forEach(file -> replace(transaction, file, clock)));
  }

  /** The shapes that make a graph well formed. */
  public static Graph shapes() {
    return RDFParser.source(new ByteArrayInputStream(PackagedFiles.bytes("ontology/shapes.ttl")))
        .lang(Lang.TURTLE)
        .toGraph();
  }

  /** The hashes of all that is shipped as reference data, joined. */
  public static String hash() {
    return ReferenceFile.SHIPPED.stream().map(ReferenceFile::hash).collect(Collectors.joining());
  }

  private static List<ReferenceFile> stale(View view) {
    List<ReferenceFile> stale = new ArrayList<>();
    for (ReferenceFile file : ReferenceFile.SHIPPED) {
      Node hash = NodeFactory.createLiteralString(file.hash());
      try (Stream<Quad> same = view.quads(file.graph(), file.graph(), Cg.SHA256, hash)) {
        if (same.findAny().isEmpty()) {
          stale.add(file);
        }
      }
    }
    return stale;
  }

  private static void replace(Transaction transaction, ReferenceFile file, Clock clock) {
    Set<Quad> shipped = new HashSet<>(ReferenceReader.read(file));
    about(shipped, file, Cg.SOURCE_FILE, NodeFactory.createLiteralString(file.path()));
    about(shipped, file, Cg.SHA256, NodeFactory.createLiteralString(file.hash()));
    about(shipped, file, Cg.SOURCE_AGENT, NodeFactory.createLiteralString(AGENT));
    about(
        shipped,
        file,
        DCTerms.modified.asNode(),
        NodeFactory.createLiteralDT(
            clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(), XSDDatatype.XSDdateTime));
    List<Quad> gone;
    try (Stream<Quad> present = transaction.quads(file.graph(), Node.ANY, Node.ANY, Node.ANY)) {
      gone = present.filter(quad -> !shipped.contains(quad)).toList();
    }
    gone.forEach(transaction::delete);
    shipped.forEach(transaction::add);
  }

  private static void about(Set<Quad> quads, ReferenceFile file, Node property, Node value) {
    quads.add(Quad.create(file.graph(), file.graph(), property, value));
  }
}
