package io.controlgraph.graph;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ServiceListTest {
  private static final String ENDPOINT = "https://query.example.org/sparql";
  private static final ServiceList LIST =
      ServiceList.of(
          List.of(ENDPOINT, "http://bare.example.org", "http://q.example.org:8080/x?graph=1"));

  @ParameterizedTest
  @CsvSource({
    "https://query.example.org/sparql, https://query.example.org/sparql",
    "HTTPS://Query.Example.ORG:443/sparql, https://query.example.org/sparql",
    "http://bare.example.org/, http://bare.example.org",
    "http://bare.example.org:80, http://bare.example.org",
    "http://q.example.org:8080/x?graph=1, http://q.example.org:8080/x?graph=1",
  })
  void whatIsTheSameEndpointIsAskedAsItWasNamed(String asked, String named) {
    assertEquals(URI.create(named), LIST.require(NodeFactory.createURI(asked)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://query.example.org/sparql",
        "https://query.example.org:8443/sparql",
        "https://query.example.org/",
        "https://query.example.org/sparql/",
        "https://query.example.org/SPARQL",
        "https://query.example.org/x/../sparql",
        "https://query.example.org//sparql",
        "https://query.example.org/sparq%6c",
        "https://query.example.org/sparql?",
        "https://query.example.org/sparql?query=x",
        "https://query.example.org/sparql#x",
        "https://query.example.org/sparql#",
        "https://me@query.example.org/sparql",
        "https://@query.example.org/sparql",
        "https://query.example.org@evil.example/sparql",
        "https://query.example.org.evil.example/sparql",
        "https://query.example.org./sparql",
        "https://query.example.org\\@evil.example/sparql",
        "https:query.example.org/sparql",
        "//query.example.org/sparql",
        "http://q.example.org:8080/x",
        "http://q.example.org:8080/x?graph=2",
        "http://[::1/",
        ""
      })
  void anythingElseIsRefused(String asked) {
    GraphFailure.ServiceRefused refused =
        assertThrows(
            GraphFailure.ServiceRefused.class, () -> LIST.require(NodeFactory.createURI(asked)));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("<" + asked + ">"), refused.getMessage());
    assertTrue(
        String.valueOf(refused.getMessage()).contains("--allow-service"), refused.getMessage());
  }

  @Test
  void whatIsNoIriIsRefused() {
    assertThrows(
        GraphFailure.ServiceRefused.class,
        () -> LIST.require(NodeFactory.createLiteralString(ENDPOINT)));
    assertThrows(
        GraphFailure.ServiceRefused.class, () -> LIST.require(NodeFactory.createBlankNode()));
  }

  @Test
  void nothingIsAllowedByDefault() {
    assertTrue(ServiceList.NONE.isEmpty());
    assertFalse(LIST.isEmpty());
    assertThrows(
        GraphFailure.ServiceRefused.class,
        () -> ServiceList.NONE.require(NodeFactory.createURI(ENDPOINT)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "query.example.org/sparql",
        "ftp://query.example.org/sparql",
        "file:///etc/passwd",
        "https:///sparql",
        "https://me:secret@query.example.org/sparql",
        "https://query.example.org/sparql#x",
        "https://query.example.org:0/sparql",
        "http://0x7f.1/sparql",
        "https://query.example.org/a b",
        ""
      })
  void anEndpointThatIsNoneIsWrong(String text) {
    IllegalArgumentException wrong =
        assertThrows(IllegalArgumentException.class, () -> ServiceList.of(List.of(text)));
    assertTrue(String.valueOf(wrong.getMessage()).contains("'" + text + "'"), wrong.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",
        "169.254.169.254",
        "224.0.0.1",
        "::1",
        "::",
        "::ffff:127.0.0.1",
        "fe80::1",
        "ff02::1"
      })
  void aNameMustNotStandForThisMachineOrItsLink(String address) throws UnknownHostException {
    List<InetAddress> addresses =
        List.of(InetAddress.getByName("192.0.2.7"), InetAddress.getByName(address));
    for (String host : List.of("query.example.org", "0177.0.0.1", "2130706433")) {
      assertThrows(
          GraphFailure.ServiceRefused.class,
          () -> ServiceList.requireElsewhere(URI.create("http://" + host + "/"), addresses),
          host);
    }
    for (String host : List.of("127.0.0.1", "169.254.1.1", "[::1]", "localhost", "LocalHost")) {
      assertDoesNotThrow(
          () -> ServiceList.requireElsewhere(URI.create("http://" + host + "/"), addresses), host);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.7", "10.1.2.3", "192.168.1.1", "2001:db8::1", "fd00::1"})
  void aNameMayStandForAnotherMachine(String address) throws UnknownHostException {
    List<InetAddress> addresses = List.of(InetAddress.getByName(address));
    assertDoesNotThrow(() -> ServiceList.requireElsewhere(URI.create(ENDPOINT), addresses));
  }
}
