package io.controlgraph.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import io.controlgraph.testing.ServedHospital;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of the index are worked out once a revision, unless a client wants them anew. */
@Timeout(120)
final class KnownAnswersTest {
  private static final String WHAT_IF = "/api/v1/whatif?remove=SYS-CXR&day=";

  private static final Pattern WORKED_OUT =
      Pattern.compile(
          "(?m)^controlgraph_queries_seconds_count\\{name=\"/api/v1/whatif\",outcome=\"[a-z]+\"} "
              + "([0-9.]+)$");

  private static Served served;

  @BeforeAll
  static void serve(@TempDir Path folder) throws Exception {
    served = ServedHospital.in(folder);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void what_is_asked_again_is_sent_again() throws Exception {
    Answer first = served.get(WHAT_IF + "2026-01-01");
    double before = workedOut();
    Answer again = served.get(WHAT_IF + "2026-01-01");
    assertEquals(before, workedOut());
    assertEquals(first.body(), again.body());
    assertEquals(first.header("Content-Type"), again.header("Content-Type"));
    assertEquals(first.header("ETag"), again.header("ETag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-cache", "max-age=0, No-Cache", " no-cache ,no-store"})
  void a_client_may_have_it_worked_out_anew(String directives) throws Exception {
    Answer first = served.get(WHAT_IF + "2026-01-02");
    double before = workedOut();
    Answer anew = served.get(WHAT_IF + "2026-01-02", "Cache-Control", directives);
    assertEquals(before + 1, workedOut());
    assertEquals(first.body(), anew.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"max-age=0", "x-no-cache", "no-cache=\"ETag\""})
  void other_directives_change_nothing(String directives) throws Exception {
    served.get(WHAT_IF + "2026-01-03");
    double before = workedOut();
    served.get(WHAT_IF + "2026-01-03", "Cache-Control", directives);
    assertEquals(before, workedOut());
  }

  private static double workedOut() throws Exception {
    Matcher count = WORKED_OUT.matcher(served.get("/metrics").body());
    double sum = 0;
    while (count.find()) {
      sum += Double.parseDouble(count.group(1));
    }
    return sum;
  }
}
