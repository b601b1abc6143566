package io.controlgraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.crosswalk.CarryOver;
import io.controlgraph.trace.crosswalk.CarryOver.ToDo;
import io.controlgraph.trace.crosswalk.Crosswalk;
import io.controlgraph.trace.crosswalk.Crosswalk.Row;
import io.controlgraph.trace.crosswalk.Crosswalk.Standing;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.vocab.Reference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The shipped crosswalk on the index, and what of it carries over for the sample organisations. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
final class CrosswalkIndexTest {
  private Samples samples;
  private TraceIndex index;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    samples = new Samples(folder);
    index = samples.read(Definitions::index);
  }

  @AfterAll
  void close() {
    samples.close();
  }

  /** new, and how many predecessors, as the question on the transition has them. */
  @Test
  void agrees_with_the_question_on_the_transition() {
    Map<String, Row> rows = new TreeMap<>();
    crosswalk("iso27001-2013", "iso27001-2022")
        .rows()
        .forEach(row -> rows.put(index.iri(row.requirement()), row));
    assertEquals(93 + 30, rows.size());
    Set<String> asked =
        samples.read(
            view ->
                Definitions.rows(
                    view,
                    Definitions.sparql("framework/transition-to-2022", Fixture.DAY, Map.of()),
                    "requirement",
                    "need",
                    "predecessors"));
    assertTrue(asked.size() > 30, asked::toString);
    for (String row : asked) {
      List<String> words = List.of(row.split(" ", -1));
      Row own = Objects.requireNonNull(rows.get(words.get(0)));
      assertEquals(words.get(2), String.valueOf(own.direct().size()), row);
      assertEquals(
          words.get(1).equals("new"),
          own.standing() == Standing.NO_MATCH && own.noMatches().size() == 1,
          row);
    }
    assertEquals(12, rows.values().stream().filter(r -> r.standing() == Standing.NO_MATCH).count());
    assertEquals(0, rows.values().stream().filter(r -> r.standing() == Standing.UNMAPPED).count());
  }

  /** Each requirement is in one list; the waiting risks are open ones, and come in order. */
  @Test
  void carries_over_for_each_organisation_what_its_work_answers() {
    Coverage coverage = new Coverage(index, Fixture.DAY);
    int answered = 0;
    int waiting = 0;
    for (int organisation : coverage.organisations()) {
      Crosswalk crosswalk = crosswalk("iso27001-2022", "iso27001-2013");
      CarryOver carryOver = CarryOver.of(crosswalk, coverage, organisation);
      Set<Integer> all = new TreeSet<>();
      crosswalk.rows().forEach(row -> all.add(row.requirement()));
      List<Integer> listed = new ArrayList<>();
      carryOver.answered().forEach(row -> listed.add(row.requirement()));
      carryOver.mayCarryOver().forEach(row -> listed.add(row.requirement()));
      carryOver.remediation().forEach(todo -> listed.add(todo.row().requirement()));
      assertEquals(all.size(), listed.size());
      assertEquals(all, new TreeSet<>(listed));
      int most = Integer.MAX_VALUE;
      for (ToDo todo : carryOver.remediation()) {
        assertTrue(todo.waiting().size() <= most, todo::toString);
        most = todo.waiting().size();
        waiting += most;
      }
      answered += carryOver.answered().size();
    }
    assertTrue(answered > 0, "nothing is answered");
    assertTrue(waiting > 0, "nobody waits for anything");
  }

  private Crosswalk crosswalk(String from, String to) {
    return new Crosswalk(index, number(from), number(to));
  }

  private int number(String framework) {
    return index.number(NodeFactory.createURI(Reference.framework(framework).getURI()));
  }
}
