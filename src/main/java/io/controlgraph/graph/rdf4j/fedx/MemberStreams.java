package io.controlgraph.graph.rdf4j.fedx;

import io.controlgraph.graph.Intake;
import io.controlgraph.graph.PropertyStreams;
import io.controlgraph.graph.rdf4j.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.query.BindingSet;

/**
 * Reads the statements of some properties out of the default graphs of all members, one stream a
 * property and member, each member's one after the other and the members side by side. What several
 * members hold comes several times. Nothing is held, so there is no limit to how much is read.
 */
final class MemberStreams {
  private static final PropertyStreams READ = PropertyStreams.OF_THE_DEFAULT_GRAPH;

  private final Everyone everyone;

  MemberStreams(Everyone everyone) {
    this.everyone = everyone;
  }

  private record Counted(Node property, long statements) {}

  private record ToDo(Member member, List<PropertyStreams.Stream> streams) {}

  /**
   * Reads them.
   *
   * @param intake used by one thread at a time, which need not be the caller's
   * @throws io.controlgraph.graph.GraphFailure if a member fails and may not
   */
  void read(Intake intake) {
    Map<String, List<Counted>> counts = everyone.askAll(READ.counts(), MemberStreams::counted);
    List<ToDo> all = new ArrayList<>();
    long expected = 0;
    for (Member member : everyone.members()) {
      Map<Node, Long> held = new LinkedHashMap<>();
      counts.getOrDefault(member.name(), List.of()).stream()
          .filter(each -> each.statements() > 0)
          .forEach(each -> held.put(each.property(), each.statements()));
      List<PropertyStreams.Stream> streams = READ.wanted(held, intake::wanted);
      all.add(new ToDo(member, streams));
      expected += streams.stream().mapToLong(PropertyStreams.Stream::statements).sum();
    }
    intake.expect(expected);
    everyone.each(
        all.stream().map(todo -> (Runnable) () -> read(todo, new OneAtATime(intake))).toList());
  }

  private void read(ToDo todo, OneAtATime intake) {
    for (PropertyStreams.Stream stream : todo.streams()) {
      long[] sent = {0};
      everyone.follow(
          new Everyone.Request(todo.member(), stream.query()),
          row -> {
            intake.take(
                stream, node(row, PropertyStreams.SUBJECT), node(row, PropertyStreams.OBJECT));
            sent[0]++;
          });
      intake.passOver(Math.max(0, stream.statements() - sent[0]));
    }
  }

  /** Lets the threads of the members take turns. */
  private record OneAtATime(Intake intake) {
    void take(PropertyStreams.Stream stream, Node subject, Node object) {
      synchronized (intake) {
        intake.take(stream.statement(subject, object));
      }
    }

    void passOver(long statements) {
      synchronized (intake) {
        intake.passOver(statements);
      }
    }
  }

  /** Some engines answer for no statements at all with a row of no property. */
  private static Counted counted(BindingSet row) {
    return row.hasBinding(PropertyStreams.PROPERTY)
        ? new Counted(
            node(row, PropertyStreams.PROPERTY),
            Long.parseLong(node(row, PropertyStreams.COUNT).getLiteralLexicalForm()))
        : new Counted(Node.ANY, 0);
  }

  private static Node node(BindingSet row, String variable) {
    Value value = row.getValue(variable);
    if (value == null) {
      throw new IllegalArgumentException("a row without ?" + variable);
    }
    return Terms.node(value);
  }
}
