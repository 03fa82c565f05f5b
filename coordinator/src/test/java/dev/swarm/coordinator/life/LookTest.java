package dev.swarm.coordinator.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookTest {
  @ParameterizedTest
  @ValueSource(strings = {"fleet", "twelve-nodes", "local", "models"})
  void a_look_misses_nothing_by_what_it_passes_over(String history) throws IOException {
    var file = Path.of("src/test/resources/histories/0.1.0", history + ".jsonl");
    List<Recorded> events =
        Files.readAllLines(file).stream().map(line -> Wire.decode(line, Recorded.class)).toList();
    var names =
        Arrays.stream(Event.class.getAnnotation(JsonSubTypes.class).value())
            .collect(Collectors.toMap(JsonSubTypes.Type::value, JsonSubTypes.Type::name));
    var gathering = new Look.Gathering();
    events.stream()
        .filter(each -> Look.concerns(names.get(each.event().getClass())))
        .forEach(gathering::add);
    var whole = Look.of(events);
    assertEquals(whole.found(), gathering.look().found());
    assertEquals(whole.judged(), gathering.look().judged());
    assertEquals(whole.at(), gathering.look().at());
    assertFalse(whole.judged().isEmpty());
  }
}
