package io.controlgraph.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pipelines that the documentation shows do what it says. */
final class GateIT {
  private static final Pattern BLOCK = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

  private final Path scratch;

  GateIT(@TempDir Path scratch) {
    this.scratch = scratch;
  }

  @Test
  void bothPipelinesImportAndCheck() throws Exception {
    Path tools = Files.createDirectory(scratch.resolve("tools"));
    Path jar = Path.of("target/controlgraph.jar").toAbsolutePath();
    Files.createSymbolicLink(tools.resolve("controlgraph.jar"), jar);
    run(
        "java -jar tools/controlgraph.jar new-organisation 'Our Company'"
            + " --framework iso27001-2022 --as-dir register/our-company");
    List<JsonNode> blocks = blocks();
    List<String> actions = new ArrayList<>();
    blocks.get(1).at("/jobs/gate/steps").forEach(step -> actions.add(step.path("run").asText()));
    actions.removeIf(String::isEmpty);
    List<String> gitlab = new ArrayList<>();
    blocks.get(2).at("/controls/script").forEach(line -> gitlab.add(line.asText()));
    assertEquals(actions, gitlab);
    assertEquals(2, gitlab.size());
    assertTrue(run(gitlab.get(0)).out().contains("Imported as revision"));
    ShellResult check = run(gitlab.get(1));
    assertEquals(0, check.exitCode(), check.out() + check.err());
    assertTrue(check.out().contains("passed: 0 of "), check.out());
  }

  @Test
  void aProfileOfOnesOwnIsTaken() throws Exception {
    Matcher first = BLOCK.matcher(Files.readString(Path.of("src/docs/gate.md")));
    assertTrue(first.find());
    Files.writeString(scratch.resolve("ours.yaml"), first.group(1));
    ShellResult check =
        run(
            "java -jar %s check --demo --org hospital --profile ours.yaml --fail-on critical"
                .formatted(Path.of("target/controlgraph.jar").toAbsolutePath()));
    assertEquals(1, check.exitCode(), check.out() + check.err());
    assertTrue(check.out().contains("FAIL  critical: "), check.out());
    assertTrue(check.out().contains("of 3 rules broken"), check.out());
  }

  private ShellResult run(String command) throws Exception {
    return ShellResult.of(
        command, scratch, Map.of("XDG_CACHE_HOME", scratch.resolve("cache").toString()));
  }

  private static List<JsonNode> blocks() throws Exception {
    List<JsonNode> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(Path.of("src/docs/gate.md")));
    while (block.find()) {
      blocks.add(new YAMLMapper().readTree(block.group(1)));
    }
    return blocks;
  }
}
