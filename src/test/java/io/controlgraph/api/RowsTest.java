package io.controlgraph.api;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages, orders and spreadsheets of a question's rows. */
@Timeout(60)
final class RowsTest {
  private static final String ROWS = "/api/v1/queries/test/rows";
  private static final String HEADER = "thing,name,size,due,open\r\n";

  private Served served;

  @BeforeEach
  void serve(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("queries/test/rows.rq");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        #+ summary: Rows of every type
        #+ question: What is there?
        #+ tags: [test]
        #+ columns: { thing: iri, name: string, size: decimal, due: date, open: boolean }
        PREFIX ex: <http://example.org/>
        SELECT ?thing ?name ?size ?due ?open WHERE {
          ?thing ex:name ?name
          OPTIONAL { ?thing ex:size ?size } OPTIONAL { ?thing ex:due ?due } OPTIONAL { ?thing ex:open ?open }
        } ORDER BY ?thing
        """);
    served =
        Served.in(
                folder.resolve("store"),
                Served.Recipe.PLAIN.withQuestions(folder.resolve("queries")))
            .with(
                """
                PREFIX ex: <http://example.org/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                ex:g {
                  ex:a ex:name "=HYPERLINK(\\"http://evil.example\\")" ; ex:size 2.5 .
                  ex:b ex:name "+1" ; ex:size -3.0 ; ex:due "2026-03-31"^^xsd:date ; ex:open true .
                  ex:c ex:name "@SUM(A1)"@en ; ex:size 12345678901234567890 ;
                    ex:due "1850-01-02"^^xsd:date .
                  ex:d ex:name "plain, \\"quoted\\"" ; ex:size 2.5 ; ex:open false .
                  ex:e ex:name "-" ; ex:due "2026-03-31Z"^^xsd:date .
                }
                """);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void pages_follow_one_another_to_the_end_and_back() throws Exception {
    List<String> forth = new ArrayList<>();
    Answer page = served.get(ROWS + "?format=csv&limit=2");
    assertEquals("5", page.header("ControlGraph-Total"));
    assertEquals("", link(page, "prev"));
    while (true) {
      forth.addAll(things(page));
      if (link(page, "next").isEmpty()) {
        break;
      }
      page = served.get(link(page, "next"));
    }
    assertEquals(List.of("a", "b", "c", "d", "e"), forth);
    assertEquals(List.of("c", "d"), things(served.get(link(page, "prev"))));
    assertEquals(List.of("a", "b"), things(served.get(link(page, "first"))));
    assertEquals(List.of("e"), things(served.get(link(page, "last"))));
  }

  @Test
  void links_keep_what_was_asked() throws Exception {
    Answer page = served.get(ROWS + "?format=csv&limit=2&sort=-thing&day=2026-01-01");
    assertEquals(
        ROWS + "?format=csv&limit=2&sort=-thing&day=2026-01-01&offset=2", link(page, "next"));
    assertEquals(List.of("e", "d"), things(page));
  }

  @Test
  void a_page_beyond_the_end_is_empty_and_leads_back() throws Exception {
    Answer page = served.get(ROWS + "?format=csv&limit=2&offset=9");
    assertEquals(HEADER, page.body());
    assertEquals(List.of("d", "e"), things(served.get(link(page, "prev"))));
  }

  @Test
  void without_a_limit_all_rows_come_and_none_are_counted() throws Exception {
    Answer all = served.get(ROWS + "?format=csv&offset=1");
    assertEquals(List.of("b", "c", "d", "e"), things(all));
    assertEquals("", all.header("Link"));
    assertEquals("", all.header("ControlGraph-Total"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "size|e b a d c",
        "-size|c a d b e",
        "-size,-thing|c d a b e",
        "open,thing|a c e d b",
        "-thing|e d c b a",
      })
  void rows_come_in_the_order_asked_for_and_then_in_their_own(String sort, String things)
      throws Exception {
    assertEquals(List.of(things.split(" ")), things(served.get(ROWS + "?format=csv&sort=" + sort)));
  }

  @Test
  void what_cannot_be_done_is_said() throws Exception {
    assertTrue(
        assertProblem(served.get(ROWS + "?sort=nothing"), 400, "bad-parameter")
            .get("detail")
            .asText()
            .contains("thing, name, size, due, open"));
    assertProblem(served.get(ROWS + "?limit=10001"), 400, "bad-parameter");
  }

  @Test
  void an_answer_is_sent_again_only_when_it_may_have_changed() throws Exception {
    String tag = served.get(ROWS + "?format=csv").header("ETag");
    assertEquals(304, served.get(ROWS + "?format=csv", "If-None-Match", tag).status());
    assertEquals(200, served.get(ROWS + "?format=tsv", "If-None-Match", tag).status());
    assertEquals(200, served.get(ROWS + "?format=csv&limit=2", "If-None-Match", tag).status());
    served.with("<http://example.org/g> { <http://example.org/f> <http://example.org/name> 'F' }");
    assertEquals(200, served.get(ROWS + "?format=csv", "If-None-Match", tag).status());
  }

  @Test
  void csv_holds_no_formula() throws Exception {
    assertEquals(
        HEADER
            + "http://example.org/a,\"'=HYPERLINK(\"\"http://evil.example\"\")\",2.5,,\r\n"
            + "http://example.org/b,'+1,-3.0,2026-03-31,true\r\n"
            + "http://example.org/c,'@SUM(A1),12345678901234567890,1850-01-02,\r\n"
            + "http://example.org/d,\"plain, \"\"quoted\"\"\",2.5,,false\r\n"
            + "http://example.org/e,'-,,2026-03-31Z,\r\n",
        served.get(ROWS + "?format=csv").body());
  }

  @Test
  void a_workbook_has_numbers_days_and_texts_and_no_formula(@TempDir Path folder) throws Exception {
    var response =
        HttpClient.newHttpClient()
            .send(
                served.request(ROWS + "?format=xlsx").build(),
                BodyHandlers.ofFile(folder.resolve("rows.xlsx")));
    assertEquals(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        response.headers().firstValue("Content-Type").orElse(""));
    Map<String, String> parts = unzipped(response.body());
    String sheet = parts.getOrDefault("xl/worksheets/sheet1.xml", "");
    assertTrue(sheet.contains("state=\"frozen\""), sheet);
    assertTrue(!sheet.contains("<f>"), sheet);
    assertEquals("2.5", number(sheet, "C2"));
    assertEquals("-3.0", number(sheet, "C3"));
    // Days since 1899-12-30, as spreadsheets count them.
    assertEquals("46112", number(sheet, "D3").replaceAll("\\.0$", ""));
    assertTrue(cell(sheet, "B2").contains("t=\"inlineStr\""), cell(sheet, "B2"));
    assertTrue(cell(sheet, "C4").contains("t=\"inlineStr\""), "too many digits for a number");
    assertTrue(cell(sheet, "D4").contains("t=\"inlineStr\""), "too early for a day");
    assertTrue(cell(sheet, "D6").contains("t=\"inlineStr\""), "a day with a zone");
    assertTrue(cell(sheet, "E3").contains("t=\"b\""), cell(sheet, "E3"));
    assertTrue(cell(sheet, "B2").contains("<t>=HYPERLINK("), cell(sheet, "B2"));
    assertTrue(cell(sheet, "C4").contains("<t>12345678901234567890</t>"), cell(sheet, "C4"));
  }

  private static String number(String sheet, String name) {
    Matcher value = Pattern.compile("<v>([^<]*)</v>").matcher(cell(sheet, name));
    assertTrue(value.find(), name);
    return value.group(1);
  }

  private static String cell(String sheet, String name) {
    Matcher cell = Pattern.compile("<c r=\"" + name + "\".*?</c>").matcher(sheet);
    assertTrue(cell.find(), name + " in " + sheet);
    return cell.group();
  }

  private static Map<String, String> unzipped(Path file) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        parts.put(
            entry.getName(),
            new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  private static List<String> things(Answer answer) {
    assertEquals(200, answer.status(), answer.body());
    return answer
        .body()
        .lines()
        .skip(1)
        .map(line -> line.substring("http://example.org/".length(), line.indexOf(',')))
        .toList();
  }

  private static String link(Answer answer, String relation) {
    Matcher found =
        Pattern.compile("<([^>]*)>; rel=\"" + relation + "\"").matcher(answer.header("Link"));
    return found.find() ? found.group(1) : "";
  }
}
