package io.controlgraph.sparql;

import java.util.Objects;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the blocks of Turtle and TriG short. Jena's writer holds all it is given on one subject
 * until another comes, which may be the whole answer; told to finish, it writes what it holds, and
 * then takes more.
 */
final class ShortBlocks extends StreamRDFWrapper {
  private static final int LONGEST = 1000;

  private @Nullable Node subject;
  private int length;

  ShortBlocks(StreamRDF writer) {
    super(writer);
  }

  @Override
  public void triple(Triple triple) {
    count(triple.getSubject());
    super.triple(triple);
  }

  @Override
  public void quad(Quad quad) {
    count(quad.getSubject());
    super.quad(quad);
  }

  private void count(Node next) {
    if (!Objects.equals(next, subject)) {
      subject = next;
      length = 0;
    } else if (length == LONGEST) {
      super.finish();
      length = 0;
    }
    length++;
  }
}
