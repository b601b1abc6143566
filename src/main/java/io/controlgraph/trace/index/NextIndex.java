package io.controlgraph.trace.index;

import io.controlgraph.trace.index.TraceIndex.Repeated;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** Makes the index of the next revision from that of the one before and what a commit changed. */
public final class NextIndex {
  private final TraceIndex before;
  private final Words names;
  private final Words literals;
  private final Map<Repeated, Integer> repeated;
  private final Changes links = new Changes();
  private final Changes values = new Changes();

  private NextIndex(TraceIndex before, Collection<Quad> added) {
    this.before = before;
    List<String> newNames = new ArrayList<>();
    List<String> newLiterals = new ArrayList<>();
    for (Quad quad : added) {
      if (Kept.isLink(quad)) {
        newNames.add(quad.getSubject().getURI());
        newNames.add(quad.getObject().getURI());
      } else if (Kept.isLiteral(quad)) {
        newNames.add(quad.getSubject().getURI());
        newLiterals.add(Literals.text(quad.getObject()));
      }
    }
    this.names = before.names().with(newNames);
    this.literals = before.words().with(newLiterals);
    this.repeated = new HashMap<>(before.repeated());
  }

  /**
   * The next index.
   *
   * @param added quads that were not there before
   * @param deleted quads that were
   */
  public static TraceIndex after(
      TraceIndex before, long revision, Collection<Quad> added, Collection<Quad> deleted) {
    NextIndex next = new NextIndex(before, added);
    deleted.forEach(quad -> next.change(quad, false));
    added.forEach(quad -> next.change(quad, true));
    return next.build(revision);
  }

  private void change(Quad quad, boolean isAdded) {
    Node property = quad.getPredicate();
    if (Kept.isLink(quad)) {
      int subject = names.number(quad.getSubject().getURI());
      int object = names.number(quad.getObject().getURI());
      Repeated statement = new Repeated(property, false, subject, object);
      change(statement, before.links(property), links, isAdded);
    } else if (Kept.isLiteral(quad)) {
      int subject = names.number(quad.getSubject().getURI());
      int literal = literals.number(Literals.text(quad.getObject()));
      Repeated statement = new Repeated(property, true, subject, literal);
      change(statement, before.literalLinks(property), values, isAdded);
    }
  }

  private void change(Repeated statement, Links old, Changes changes, boolean isAdded) {
    Node property = statement.property();
    boolean isThere = changes.has(property, old, statement.subject(), statement.object());
    if (!isFirstOrLast(statement, isThere, isAdded)) {
      return;
    }
    if (isAdded) {
      changes.add(property, old, statement.subject(), statement.object());
    } else {
      changes.remove(property, old, statement.subject(), statement.object());
    }
  }

  /** Counts the graphs in which a statement stands; whether it comes with this one, or goes. */
  private boolean isFirstOrLast(Repeated statement, boolean isThere, boolean isAdded) {
    int more = repeated.getOrDefault(statement, 0);
    if (isAdded && isThere) {
      repeated.put(statement, more + 1);
    } else if (!isAdded && more > 1) {
      repeated.put(statement, more - 1);
    } else if (!isAdded && more == 1) {
      repeated.remove(statement);
    }
    return isAdded ? !isThere : more == 0;
  }

  private TraceIndex build(long revision) {
    int[] worth = before.worth();
    if (literals.size() > worth.length) {
      int known = worth.length;
      worth = Arrays.copyOf(worth, literals.size());
      for (int number = known; number < worth.length; number++) {
        worth[number] = Literals.value(literals.text(number));
      }
    }
    return new TraceIndex(
        revision,
        names,
        literals,
        worth,
        links.applied(before.allLinks()),
        values.applied(before.allLiterals()),
        Map.copyOf(repeated));
  }
}
