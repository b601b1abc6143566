package io.controlgraph.api.frames;

import io.controlgraph.graph.View;
import io.controlgraph.security.Refusal;
import io.controlgraph.vocab.Cg;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * The classes of a thing.
 *
 * @param own those that it is said to be of
 * @param all these and the classes above them in the ontology that the store holds
 */
public record Classes(Set<Node> own, Set<Node> all) {

  /** The classes of a thing in a view. */
  public static Classes of(View view, String iri) {
    Set<Node> own = objects(view, NodeFactory.createURI(iri), RDF.Nodes.type);
    Set<Node> all = new LinkedHashSet<>(own);
    Deque<Node> open = new ArrayDeque<>(own);
    while (!open.isEmpty()) {
      for (Node above : objects(view, open.remove(), RDFS.Nodes.subClassOf)) {
        if (all.add(above)) {
          open.add(above);
        }
      }
    }
    return new Classes(own, all);
  }

  /** The frames that are about things of such classes. */
  public List<Frame> frames() {
    return Arrays.stream(Frame.values()).filter(frame -> all.contains(frame.root())).toList();
  }

  /**
   * Holds a frame to the thing.
   *
   * @throws Refusal 400 if it is not about such things, with the frames that are
   */
  public void require(Frame frame, String iri) {
    List<Frame> fitting = frames();
    if (!fitting.contains(frame)) {
      List<String> classes = own.stream().map(Classes::shortName).sorted().toList();
      String isA = classes.isEmpty() ? "of no known class" : "of " + String.join(", ", classes);
      String instead =
          fitting.isEmpty() ? "No frame fits it." : "What fits it: " + Frame.labels(fitting) + ".";
      throw new Refusal(
              400,
              "frame-does-not-fit",
              "The frame '%s' is about things of %s; <%s> is %s. %s"
                  .formatted(frame.label(), shortName(frame.root()), iri, isA, instead))
          .with("classes", classes)
          .with("available", Frame.names(fitting));
    }
  }

  private static String shortName(Node node) {
    String iri = node.getURI();
    return iri.startsWith(Cg.NS) ? Cg.PREFIX + ":" + iri.substring(Cg.NS.length()) : iri;
  }

  private static Set<Node> objects(View view, Node subject, Node property) {
    List<Node> found = new ArrayList<>();
    try (Stream<Quad> quads = view.quads(Node.ANY, subject, property, Node.ANY)) {
      quads.map(Quad::getObject).filter(Node::isURI).forEach(found::add);
    }
    return new LinkedHashSet<>(found);
  }
}
