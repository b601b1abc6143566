package io.controlgraph.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * What a server answered, octet by octet, to a request that a client library would not send, or
 * whose answer it would tidy up.
 *
 * @param head the status line and the headers
 * @param body all that follows them, as it came
 */
public record RawAnswer(int status, String head, String body) {

  /**
   * Sends a request and reads until the server closes.
   *
   * @param request the whole of it, without {@code Host} and {@code Connection: close}, which are
   *     added to its headers
   */
  public static RawAnswer to(Served served, String request) throws IOException {
    String authority = "127.0.0.1:" + served.port();
    String complete =
        request.replaceFirst("\r\n", "\r\nHost: " + authority + "\r\nConnection: close\r\n");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
      socket.getOutputStream().write(complete.getBytes(StandardCharsets.UTF_8));
      String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      int end = text.indexOf("\r\n\r\n");
      return new RawAnswer(
          Integer.parseInt(text.substring(9, 12)), text.substring(0, end), text.substring(end + 4));
    }
  }

  /** The value of a header, if it was sent. */
  public Optional<String> header(String name) {
    String start = name.toLowerCase(Locale.ROOT) + ":";
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .findFirst();
  }
}
