package dev.swarm.router.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.router.wire.Catalogue.Listed;
import dev.swarm.router.wire.Catalogue.Props;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  @Test
  void a_context_is_found_where_each_server_puts_it() {
    assertEquals(OptionalInt.of(8192), only("{\"id\":\"m\",\"meta\":{\"n_ctx\":8192}}").context());
    assertEquals(OptionalInt.of(4096), only("{\"id\":\"m\",\"max_model_len\":4096}").context());
    assertEquals(OptionalInt.of(200), only("{\"id\":\"m\",\"context_length\":200}").context());
    assertEquals(OptionalInt.empty(), only("{\"id\":\"m\",\"max_model_len\":null}").context());
    assertEquals(OptionalInt.empty(), only("{\"id\":\"m\",\"max_model_len\":-1}").context());
    assertEquals(OptionalInt.empty(), only("{\"id\":\"m\",\"max_model_len\":1e99}").context());
  }

  @Test
  void a_router_of_models_tells_which_are_loaded() {
    assertEquals(Optional.of(true), loaded("loaded"));
    assertEquals(Optional.of(false), loaded("unloaded"));
    assertEquals(Optional.empty(), only("{\"id\":\"m\"}").loaded());
  }

  @Test
  void aliases_are_names_too() {
    assertEquals(List.of("m", "n"), only("{\"id\":\"m\",\"aliases\":[\"m\",\"n\"]}").names());
  }

  @Test
  void entries_without_a_name_are_left_out() {
    assertEquals(
        Optional.of(List.of()), Catalogue.models("{\"data\":[null,7,{},{\"id\":null},[]]}"));
  }

  @Test
  void other_shapes_give_nothing() {
    for (var other :
        List.of("", "nonsense", "null", "[]", "7", "{\"data\":{}}", "{\"data\":", "{\"a\":1}")) {
      assertTrue(Catalogue.models(other).isEmpty(), other);
      assertTrue(Catalogue.tags(other).isEmpty(), other);
      assertTrue(Catalogue.props(other).isEmpty(), other);
    }
  }

  @Test
  void props_may_tell_half_of_it() {
    assertEquals(
        Optional.of(new Props(OptionalInt.empty(), OptionalInt.of(4))),
        Catalogue.props("{\"total_slots\":4}"));
  }

  private static Optional<Boolean> loaded(String value) {
    return only("{\"id\":\"m\",\"status\":{\"value\":\"" + value + "\"}}").loaded();
  }

  private static Listed only(String entry) {
    return Catalogue.models("{\"object\":\"list\",\"data\":[" + entry + "]}")
        .orElseThrow()
        .getFirst();
  }
}
