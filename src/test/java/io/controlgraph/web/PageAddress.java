package io.controlgraph.web;

import io.controlgraph.testing.Served;
import java.util.Locale;

/**
 * Every page with an address in the sample organisations at which it has something to show. A new
 * page gets its line here, and with it a screenshot and the checks of {@link PagesTest}.
 */
enum PageAddress {
  OVERVIEW("/", "All organisations"),
  OVERVIEW_OF_ONE("/?org=hospital", "Riverside Hospital Group"),
  FRAMEWORK("/framework?framework=iso27001-2022&org=hospital", "ISO/IEC 27001:2022"),
  FRAMEWORK_CELLS(
      "/framework?framework=iso27001-2022&org=hospital&show=cells&standing=claimed",
      "ISO/IEC 27001:2022"),
  FRAMEWORK_APPLICABILITY(
      "/framework?framework=iso27001-2022&org=hospital&show=applicability", "ISO/IEC 27001:2022"),
  FRAMEWORK_CROSSWALK(
      "/framework?framework=iso27001-2013&org=secvendor&show=crosswalk&to=iso27001-2022",
      "ISO/IEC 27001:2013"),
  CELL(
      "/cell?org=hospital&framework=iso27001-2022&requirement="
          + encode(Ids.REFERENCE + "iso27001-2022/annex-a/A.5.19")
          + "&target="
          + encode(Ids.HOSPITAL + "assets/SVC-GPU"),
      "A.5.19"),
  GAPS("/gaps?org=hospital", "Gaps"),
  GAP(
      "/gaps?rule=coverage/uncovered-targets&org=hospital",
      "Targets that nothing effective covers"),
  TRACE_START("/trace?org=bank", "Trace"),
  TRACE("/trace?org=bank&node=" + encode(Ids.INCIDENT), "Account takeovers while the second check"),
  PATHS(
      "/trace?from="
          + encode(Ids.INCIDENT)
          + "&to="
          + encode(Ids.REFERENCE + "iso27001-2022/annex-a/A.8.5"),
      "How two things hang together"),
  EXPLORE_START("/explore?org=hospital", "Explore"),
  EXPLORE(
      "/explore?base=http://localhost:7070/id/&node=id:hospital/assets/SYS-CXR"
          + "&expand=0+cg:target+in&expand=0+cg:affects+in&expand=0+cg:concerns+in&org=hospital",
      "Explore"),
  WHAT_IF_START("/what-if?org=hospital", "What if"),
  WHAT_IF("/what-if?remove=" + encode(Ids.HOSPITAL + "posts/POST-CDO"), "Without"),
  QUESTIONS("/questions", "Questions"),
  QUESTION("/?question=coverage/by-requirement&org=hospital", "Coverage of each requirement"),
  EDITOR("/editor", "Editor"),
  IMPORT("/import?org=hospital", "Import"),
  HISTORY("/history", "History"),
  REVISION("/history?revision=1", "Bring the reference data up to date"),
  THING("/?thing=" + encode(Ids.HOSPITAL + "assets/DS-CXR-TRAIN"), "Chest"),
  TERMS("/terms", "Ontology"),
  TERM("/terms?term=Implementation", "Implementation"),
  NOTHING("/gaps?rule=gaps/excluded-yet-needed&org=hospital", "Exclu");

  private final String path;
  private final String heading;

  PageAddress(String path, String heading) {
    this.path = path;
    this.heading = heading;
  }

  /** Path and query, below the server's address. */
  String path() {
    return path;
  }

  /** What the heading of the page has in it. */
  String heading() {
    return heading;
  }

  /** A name for files. */
  String file() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String encode(String iri) {
    return Served.encode(iri);
  }

  /** Constants of an enum cannot use those of the enum itself. */
  private static final class Ids {
    static final String REFERENCE = "https://w3id.org/controlgraph/id/";
    static final String HOSPITAL = Served.BASE + "id/hospital/";
    static final String INCIDENT = Served.BASE + "id/bank/incidents/INC-2025-01";
  }
}
