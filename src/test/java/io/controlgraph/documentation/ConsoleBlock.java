package io.controlgraph.documentation;

import java.util.ArrayList;
import java.util.List;

/**
 * A command that a document shows, and what it says the command prints.
 *
 * @param line the line of the document, from 1
 * @param command the text after {@code $}, with the lines after {@code >} below it
 * @param output what is shown below it; empty if nothing is
 */
record ConsoleBlock(int line, String command, String output) {

  /** All commands in the {@code console} blocks of a Markdown document, in order. */
  static List<ConsoleBlock> in(String markdown) {
    List<ConsoleBlock> found = new ArrayList<>();
    List<String> lines = markdown.lines().toList();
    boolean inside = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("```")) {
        inside = line.equals("```console");
      } else if (inside && line.startsWith("$ ")) {
        int start = i;
        StringBuilder command = new StringBuilder(line.substring(2));
        while (lines.get(i + 1).startsWith("> ")) {
          command.append('\n').append(lines.get(++i).substring(2));
        }
        StringBuilder output = new StringBuilder();
        while (!lines.get(i + 1).startsWith("```") && !lines.get(i + 1).startsWith("$ ")) {
          output.append(lines.get(++i)).append('\n');
        }
        found.add(new ConsoleBlock(start + 1, command.toString(), output.toString()));
      }
    }
    return found;
  }
}
