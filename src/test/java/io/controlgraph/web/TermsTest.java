package io.controlgraph.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.controlgraph.testing.Served;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages of the ontology. */
@Timeout(120)
final class TermsTest {
  @RegisterExtension private static final Browsing browsing = new Browsing();
  private static Served served;

  @BeforeAll
  static void start() {
    served = browsing.hospital();
  }

  @Test
  void the_iri_of_a_term_leads_a_browser_to_its_page() {
    Page page = open("/ontology/Implementation");
    assertThat(page).hasURL(Pattern.compile("/terms\\?term=Implementation$"));
    assertThat(page.locator("h1")).hasText("Implementation");
    assertThat(page.locator(".facts")).containsText("close match airo:Control");
    Locator rules = region(page, "What a record must say").locator("tbody tr");
    assertThat(rules.first()).containsText("at least one");
    assertThat(rules.filter(having("status"))).containsText("exactly one");
  }

  @Test
  void the_map_leads_to_what_it_draws_and_says_the_same_as_a_list() {
    Page page = open("/ontology");
    assertThat(page).hasURL(Pattern.compile("/terms$"));
    Locator map = region(page, "Map of the core classes");
    page.getByText("The same as a list").click();
    assertThat(page.locator(".as-list li").filter(having("Control finding incident Incident")))
        .hasCount(1);
    map.getByRole(AriaRole.LINK, exactly("Risk threatens Asset")).click();
    Browsing.settle(page);
    assertThat(page.locator("h1")).hasText("threatens");
    assertThat(page.locator(".facts")).containsText("Target");
  }

  @Test
  void the_tree_opens_and_closes_by_keyboard() {
    Page page = open("/terms");
    Locator tree = page.locator("cg-tree");
    Locator dataset = tree.getByRole(AriaRole.LINK, exactly("Dataset"));
    Locator twig = tree.getByRole(AriaRole.BUTTON, exactly("Kinds of Asset"));
    assertThat(dataset).isVisible();
    twig.press("ArrowLeft");
    assertThat(dataset).isHidden();
    assertThat(twig).hasAttribute("aria-expanded", "false");
    twig.press("ArrowRight");
    assertThat(dataset).isVisible();
    twig.press("Enter");
    assertThat(dataset).isHidden();
    tree.getByRole(AriaRole.BUTTON, exactly("Open all")).press("Enter");
    assertThat(dataset).isVisible();
  }

  @Test
  void properties_are_filtered_and_lead_to_their_pages() {
    Page page = open("/terms");
    Locator table = page.locator("cg-table[label=Properties]");
    table.getByRole(AriaRole.SEARCHBOX).fill("treatment option");
    assertThat(table.locator("tbody tr")).hasCount(2);
    table.getByRole(AriaRole.LINK, exactly("treatment option")).click();
    Browsing.settle(page);
    assertThat(page.locator("h1")).hasText("treatment option");
    assertThat(page.locator(".facts")).containsText("treatment option of");
    page.goBack();
    Browsing.settle(page);
    assertThat(page.locator("h1")).hasText("Ontology");
  }

  @Test
  void a_list_of_values_has_its_values_and_a_value_what_refers_to_it() {
    Page page = open("/terms?term=FindingResult&org=hospital");
    assertThat(region(page, "Values").locator("tbody tr")).hasCount(5);
    region(page, "Values").getByRole(AriaRole.LINK, exactly("Failed")).click();
    Browsing.settle(page);
    assertThat(page.locator("h1")).hasText("Failed");
    assertThat(page.locator("#things li").first()).containsText(" failed in ");
  }

  @Test
  void things_of_a_class_are_counted_for_the_organisation_too() {
    Page page = open("/terms?term=cg:AISystem&org=hospital");
    assertThat(page.locator("#things p"))
        .containsText("3 of 3 things belong to Riverside Hospital Group");
    assertThat(page.locator("#things li")).hasCount(3);
  }

  @Test
  void a_name_that_is_no_term_is_said_to_be_none() {
    Page page = open("/terms?term=Nonsense");
    assertThat(page.locator("main .state")).containsText("no term of this name");
    Browsing.assertSound(page);
  }

  private static Page open(String path) {
    return browsing.open(served.at(path));
  }

  private static Locator region(Page page, String name) {
    return page.getByRole(
        AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Locator.GetByRoleOptions exactly(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
