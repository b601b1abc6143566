package io.controlgraph.ingest.csv;

import io.controlgraph.vocab.Cg;
import io.controlgraph.vocab.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** The controls of a shipped framework, as a sheet lists them. */
final class FrameworkSheet {
  private static final String FOLDER = "ontology/frameworks/";

  /** The ids of the frameworks that are shipped; a class path has no folders to list. */
  static final List<String> SHIPPED = List.of("iso27001-2013", "iso27001-2022", "iso42001-2023");

  /** A control's id and short title. */
  record Control(String id, String title) {}

  private FrameworkSheet() {}

  /**
   * The controls of a framework, in the order in which they are published.
   *
   * @param framework one of the {@link #SHIPPED}
   */
  static List<Control> controls(String framework) {
    Graph graph = RDFDataMgr.loadGraph(FOLDER + framework + ".ttl");
    List<Control> controls = new ArrayList<>();
    graph
        .find(Node.ANY, Cg.FRAMEWORK_PROPERTY, Reference.framework(framework))
        .filterKeep(triple -> graph.contains(triple.getSubject(), RDF.Nodes.type, Cg.CONTROL))
        .forEach(
            triple ->
                controls.add(
                    new Control(
                        text(graph, triple.getSubject(), Terms.IDENTIFIER),
                        text(graph, triple.getSubject(), RDFS.Nodes.label))));
    controls.sort(Comparator.comparing(Control::id, FrameworkSheet::compareIds));
    return controls;
  }

  private static String text(Graph graph, Node subject, Node property) {
    return graph
        .find(subject, property, Node.ANY)
        .nextOptional()
        .map(triple -> triple.getObject().getLiteralLexicalForm())
        .orElseThrow(() -> new IllegalStateException(subject + " has no " + property));
  }

  /** Compares ids part by part, numbers as numbers: A.5.9 comes before A.5.10. */
  private static int compareIds(String a, String b) {
    String[] as = a.split("\\.", -1);
    String[] bs = b.split("\\.", -1);
    for (int i = 0; i < Math.min(as.length, bs.length); i++) {
      int byLength = Integer.compare(as[i].length(), bs[i].length());
      int order = byLength != 0 ? byLength : as[i].compareTo(bs[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(as.length, bs.length);
  }
}
