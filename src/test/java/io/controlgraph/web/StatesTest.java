package io.controlgraph.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.controlgraph.testing.Served;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page says when an answer fails, is late or empty, or the server is gone. */
@Timeout(300)
final class StatesTest {
  @RegisterExtension private static final Browsing browsing = new Browsing();

  private static Served served;
  private static Served empty;

  @BeforeAll
  static void start(@TempDir Path nothing) {
    served = browsing.hospital();
    empty = Served.in(nothing, Served.Recipe.PLAIN);
  }

  @AfterAll
  static void stop() {
    empty.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = PageAddress.class,
      mode = Mode.INCLUDE,
      names = {"OVERVIEW", "FRAMEWORK", "CELL", "GAPS", "WHAT_IF", "QUESTION", "THING", "TERMS"})
  void an_answer_that_fails_is_told_and_can_be_asked_for_again(PageAddress address) {
    Page page = browsing.open(served.at("/questions"));
    Predicate<String> answers = StatesTest::isAnswer;
    page.route(answers, StatesTest::fail);
    page.navigate(served.at(address.path()).toString());
    Locator problem = page.getByRole(AriaRole.ALERT).first();
    assertThat(problem).containsText("The disk is full");
    assertThat(problem).containsText("Free some room");
    Browsing.assertSound(page);
    page.unroute(answers);
    again(problem).click();
    Browsing.settle(page);
    assertThat(page.locator(".problem")).hasCount(0);
    browsing.forgetComplaints();
  }

  @Test
  void an_answer_that_is_late_is_waited_for_and_its_place_says_so() {
    Page page = browsing.open(served.at("/questions"));
    List<Route> held = new ArrayList<>();
    Predicate<String> ontology = url -> url.contains("/ontology/shapes");
    page.route(ontology, held::add);
    page.navigate(served.at("/terms").toString());
    assertThat(page.locator("main [role=status]")).hasText("Loading the ontology …");
    assertThat(page.locator("#main")).hasAttribute("aria-busy", "true");
    assertFalse(held.isEmpty());
    held.forEach(Route::resume);
    assertThat(page.locator("h1")).hasText("Ontology");
    Browsing.settle(page);
  }

  @Test
  void a_server_that_is_gone_is_told_and_the_page_comes_back_with_it() {
    Page page = browsing.open(served.at("/questions"));
    Predicate<String> everything = url -> true;
    page.route(everything, route -> route.abort("connectionrefused"));
    for (String view : List.of("Gaps", "Ontology")) {
      page.locator("#views").getByRole(AriaRole.LINK, exactly(view)).click();
      Locator problem = page.getByRole(AriaRole.ALERT);
      assertThat(problem).containsText("The server cannot be reached");
      assertThat(problem).containsText("Start it again");
    }
    page.unroute(everything);
    again(page.getByRole(AriaRole.ALERT)).click();
    assertThat(page.locator("h1")).hasText("Ontology");
    browsing.forgetComplaints();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/framework", "/gaps", "/trace", "/what-if", "/terms"})
  void an_empty_graph_is_no_error_and_the_page_says_what_is_missing(String path) {
    Page page = browsing.open(empty.at(path), 360, ColorScheme.LIGHT);
    assertThat(page.locator(".problem")).hasCount(0);
    assertThat(page.locator("main h1").first()).isVisible();
    assertThat(page.locator("main .state, main .lead").first()).isVisible();
    Browsing.assertSound(page);
  }

  private static void fail(Route route) {
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(500)
            .setContentType("application/problem+json")
            .setBody(
                """
                {"type": "about:blank", "title": "The disk is full", "status": 500,
                 "detail": "Free some room and try again.", "errors": []}
                """));
  }

  private static Locator again(Locator problem) {
    return problem.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Try again").setExact(true));
  }

  private static Locator.GetByRoleOptions exactly(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  /** Whether an address is asked for an answer, and not for what the frame of the page needs. */
  private static boolean isAnswer(String url) {
    return Pattern.compile("/api/v1/|/sparql|/ontology/").matcher(url).find()
        && !Pattern.compile("/api/v1/queries$|/engine|by=organisation").matcher(url).find();
  }
}
