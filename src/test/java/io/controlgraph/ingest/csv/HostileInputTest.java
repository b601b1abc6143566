package io.controlgraph.ingest.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.ingest.SourceFile;
import java.util.List;
import java.util.Random;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputTest {
  private static final ImportLab LAB = new ImportLab();

  @AfterAll
  static void close() {
    LAB.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://evil.example\")",
        "+cmd|' /C calc'!A0",
        "@SUM(1+1)",
        "<script>alert(1)</script>",
        "' . } DROP ALL #",
        "\u202Egnp.exe",
        "\ud83e\udda0 and \u4e2d\u6587"
      })
  void whateverATextLooksLikeItStaysThatText(String text) {
    LAB.good(
        ImportLab.organisation("texts"),
        SourceFile.of(
            "units.csv", "texts", "id,name\nU-1,\"" + text.replace("\"", "\"\"") + "\"\n"));
    assertTrue(
        LAB.quads("texts").stream()
            .map(Quad::getObject)
            .filter(Node::isLiteral)
            .anyMatch(node -> node.getLiteralLexicalForm().equals(text)));
  }

  @Test
  void controlCharactersAndHugeCellsAreRefused() {
    assertEquals(
        List.of(
            "units.csv, row 2, column name: name holds the control character U+0000 at place 2",
            "units.csv, row 3, column description: description has 32768 characters; at most 32767"
                + " are allowed"),
        LAB.bad(
            ImportLab.organisation("controls"),
            SourceFile.of(
                "units.csv",
                "controls",
                "id,name,description\nU-1,a\u0000b,\nU-2,b," + "x".repeat(32_768) + "\n")));
  }

  @Test
  void anIdThatLooksLikeAPathIsOneSegmentOrRefused() {
    LAB.good(
        ImportLab.organisation("paths"),
        SourceFile.of("units.csv", "paths", "id,name\na/../../b:c,Path\n"));
    assertTrue(
        LAB.quads("paths").stream()
            .anyMatch(
                quad ->
                    quad.getSubject()
                        .getURI()
                        .equals(ImportLab.BASE + "id/paths/units/a%2F..%2F..%2Fb%3Ac")));
    assertEquals(
        List.of(
            "units.csv, row 2, column id: id '../x': " + Ids.RULE,
            "units.csv, row 3, column id: id 'a b': " + Ids.RULE,
            "units.csv, row 4, column id: id '" + "y".repeat(60) + "...': " + Ids.RULE),
        LAB.bad(
            SourceFile.of(
                "units.csv",
                "paths",
                "id,name\n../x,One\na b,Two\n" + "y".repeat(101) + ",Three\n")));
  }

  @Test
  void noiseIsRejectedAndNeverAFault() {
    Random random = new Random(20260331);
    for (int i = 0; i < 60; i++) {
      byte[] noise = new byte[random.nextInt(2_000)];
      random.nextBytes(noise);
      LAB.bad(SourceFile.of("units.csv", "noise", noise));
    }
    String sheet = "id,name,partOf\nU-1,\"Radio;logy\",\nU-2,Wards,U-1\n";
    String signs = "\",;\t\n\r|\u0000\uFEFFx";
    for (int i = 0; i < 200; i++) {
      StringBuilder text = new StringBuilder(sheet);
      for (int k = 0; k < 4; k++) {
        text.insert(random.nextInt(text.length()), signs.charAt(random.nextInt(signs.length())));
      }
      LAB.run(
          ImportLab.OPTIONS.dry(),
          List.of(
              ImportLab.organisation("noise"),
              SourceFile.of("units.csv", "noise", text.toString())));
    }
  }
}
