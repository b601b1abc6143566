package io.controlgraph.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Files to send, as multipart/form-data (RFC 7578). Files are streamed, not held in memory. */
final class Upload {
  private final String boundary = "controlgraph-" + UUID.randomUUID();
  private final List<BodyPublisher> parts = new ArrayList<>();

  /**
   * The files named, and those of the folders named, each with its folder's name before its own.
   *
   * @throws CommandFailure if one cannot be read, or there are none
   */
  static Upload of(List<Path> paths) {
    Upload upload = new Upload();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        filesOf(path).forEach(upload::add);
      } else {
        upload.add(path);
      }
    }
    if (upload.parts.isEmpty()) {
      throw new CommandFailure(ExitCode.WRONG_USE, "There is no file in " + paths + ".");
    }
    return upload;
  }

  private static List<Path> filesOf(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.WRONG_USE, "Cannot read the folder " + folder + ".");
    }
  }

  private void add(Path file) {
    try {
      BodyPublisher content = BodyPublishers.ofFile(file);
      parts.add(
          text(
              "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                      .formatted(boundary, quotable(nameWithFolder(file)))
                  + "Content-Type: application/octet-stream\r\n\r\n"));
      parts.add(content);
      parts.add(text("\r\n"));
    } catch (FileNotFoundException e) {
      throw new CommandFailure(ExitCode.WRONG_USE, "There is no file " + file + ".");
    }
  }

  /** The folder's name is how an import knows the organisation. */
  private static String nameWithFolder(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    Path parent = whole.getParent();
    Path folder = parent == null ? null : parent.getFileName();
    return folder == null ? whole.getFileName().toString() : folder + "/" + whole.getFileName();
  }

  private static String quotable(String name) {
    return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static BodyPublisher text(String text) {
    return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  BodyPublisher body() {
    List<BodyPublisher> all = new ArrayList<>(parts);
    all.add(text("--" + boundary + "--\r\n"));
    return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
  }
}
