package io.controlgraph.security;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class WriteSecretTest {
  private final WriteSecret secret = new WriteSecret("correct horse battery");

  @Test
  void theSecretPasses() {
    assertDoesNotThrow(() -> secret.check("Bearer correct horse battery"));
    assertDoesNotThrow(() -> secret.check("bearer correct horse battery"));
  }

  @Test
  void noCredentialsAreAskedForWithAChallenge() {
    for (String none : new String[] {null, "", "Basic Y29ycmVjdA==", "correct horse battery"}) {
      Refusal refusal = assertThrows(Refusal.class, () -> secret.check(none));
      assertEquals(401, refusal.status());
      assertEquals("Bearer realm=\"controlgraph\"", refusal.headers().get("WWW-Authenticate"));
    }
  }

  @Test
  void anyOtherSecretIsForbidden() {
    for (String wrong :
        new String[] {"", "correct", "correct horse battery!", "CORRECT HORSE BATTERY"}) {
      assertEquals(
          403, assertThrows(Refusal.class, () -> secret.check("Bearer " + wrong)).status());
    }
  }

  @Test
  void aSecretIsNewEachTimeAndNotPrinted() {
    WriteSecret one = WriteSecret.random();
    assertNotEquals(one.value(), WriteSecret.random().value());
    assertFalse(one.toString().contains(one.value()));
  }

  @Test
  void aShortSecretIsNone() {
    assertThrows(IllegalArgumentException.class, () -> new WriteSecret("short"));
  }
}
