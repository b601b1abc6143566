package io.controlgraph.query;

/**
 * A file of the catalogue as it was found.
 *
 * @param name its path below its folder, with slashes and without the extension
 * @param origin where it lies, for messages
 * @param text what it says
 */
record QueryText(String name, String origin, String text) {

  /** Files below this folder are shared definitions, not questions. */
  static final String SHARED = "shared/";

  boolean isShared() {
    return name.startsWith(SHARED);
  }

  /** The first line, counted from 1, on which the variable is written; 1 if it is on none. */
  int lineOf(String variable) {
    var pattern = java.util.regex.Pattern.compile("[?$]" + variable + "(?![A-Za-z0-9_])");
    int line = 1;
    for (String content : text.lines().toList()) {
      if (!content.startsWith("#") && pattern.matcher(content).find()) {
        return line;
      }
      line++;
    }
    return 1;
  }
}
