package io.controlgraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.controlgraph.trace.gaps.Gaps;
import io.controlgraph.trace.index.TraceIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The index finds the gaps that the questions find in the sample organisations, row by row. */
@Timeout(300)
class GapsTest {
  private static final List<LocalDate> DAYS =
      List.of(Fixture.DAY, LocalDate.of(2025, 9, 30), LocalDate.of(2027, 1, 31));

  private static Samples samples;
  private static TraceIndex index;

  @BeforeAll
  static void load(@TempDir Path folder) throws IOException {
    samples = new Samples(folder);
    index = samples.read(GapAgreement::index);
  }

  @AfterAll
  static void close() {
    samples.close();
  }

  static Set<String> rules() {
    return new TreeSet<>(GapAgreement.gaps(index, Fixture.DAY).questions());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void finds_the_rows_of_the_question(String rule) {
    for (LocalDate day : DAYS) {
      Gaps gaps = GapAgreement.gaps(index, day);
      samples.read(view -> GapAgreement.assertAgree(view, samples.context(view), gaps, rule, day));
    }
  }

  @Test
  void answers_every_question_that_finds_gaps() {
    assertEquals(
        Rule.all(Catalogue.load(List.of())).stream()
            .map(rule -> rule.question().name())
            .collect(Collectors.toCollection(TreeSet::new)),
        rules());
  }
}
