package dev.swarm.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The form of every message on the wire, letter by letter. A change here breaks peers. */
class WireFormatTest {
  private static final String ID = "\"20261120-194512-k3f9/n1/storage\"";
  private static final String BUDGET =
      "{'turns':16,'toolCalls':64,'tokens':60000,'time':'PT30S','outputBytes':4194304}";
  private static final String SUBTASK =
      "{'id':ID,'run':'20261120-194512-k3f9','node':'n1','area':'storage',"
          + "'checks':['storage.space'],'budget':"
          + BUDGET
          + "}";
  private static final String HELLO =
      "{'node':'n1','instance':'i1','version':'0.1.0','protocolVersion':1,'platform':'linux',"
          + "'root':true,'sandbox':'bubblewrap 0.8.0',"
          + "'tools':[{'tool':'smart','missing':'smartctl is not installed'}],"
          + "'labels':{'rack':'r7'},'capacity':4,'address':'','facts':{}}";
  private static final String EVIDENCE =
      "{'call':'r1','tool':'filesystems','argv':['df','-PT'],'firstLine':2,'lastLine':3,"
          + "'quote':'/dev/vda 93%','sha256':'ab12'}";
  private static final String FINDING =
      "{'fingerprint':'0123456789abcdef','check':'storage.space','area':'storage','node':'n1',"
          + "'subject':'/var','severity':'critical','title':'/var is 98 % full',"
          + "'detail':'0.5 GB of 30.0 GB are left.','remedy':'Free space.','see':'df -h /var',"
          + "'measured':'98 % then, 98 % now','explanation':null,'mind':'playbook','evidence':["
          + EVIDENCE
          + "]}";
  private static final String DOUBT =
      "{'proof':'refuted','area':'storage','node':'n1','subject':'/',"
          + "'claimed':'the disk is 90 % full','measured':'used 12 %',"
          + "'reason':'a row says otherwise','mind':'a-model','cited':['r1:2']}";
  private static final String COVERAGE =
      "{'check':'storage.smart','area':'storage','node':'n1','state':'unknown',"
          + "'reason':'needs root','blindness':'privilege','hint':'run as root'}";
  private static final String SHARE =
      "{'model':'a-model','tier':'local','turns':3,'proven':1,'mended':0,'withdrawn':1,"
          + "'refuted':0,'unproven':2,'promptTokens':2400,'completionTokens':180,"
          + "'cachedTokens':2000,'cost':0.25}";
  private static final String ESCALATION =
      "{'from':'a-model','to':'a-strong-model','reason':'no progress','answer':'permitted'}";
  private static final String THINKING =
      "{'shares':["
          + SHARE
          + "],'escalations':["
          + ESCALATION
          + "],'lacking':'the router was away'}";
  private static final String COMPLETED =
      "{'kind':'completed','subtask':ID,'attempt':1,'mind':'playbook','findings':["
          + FINDING
          + "],'doubts':["
          + DOUBT
          + "],'coverage':["
          + COVERAGE
          + "],'effort':{'turns':2,'toolCalls':5,'time':'PT1.25S'},'thinking':"
          + THINKING
          + "}";
  private static final String FAILED =
      "{'kind':'failed','subtask':ID,'attempt':2,'cause':'timed-out','detail':'no outcome',"
          + "'effort':{'turns':0,'toolCalls':0,'time':'PT0S'}}";

  private final Set<Class<?>> pinned = new LinkedHashSet<>();

  @Test
  void every_message_has_its_form() throws Exception {
    messages();
    outcomes();
    events();
    FleetForms.ALL.forEach(form -> pin(form.message(), form.as(), form.json()));
    assertEquals(List.of(), unpinned(), "records whose form nothing pins");
  }

  private void messages() {
    var id = Samples.SUBTASK;
    pin(new Offer(Samples.subtask(), 1, 1), "{'subtask':" + SUBTASK + ",'attempt':1,'epoch':1}");
    pin(new Answer.Accepted(id, 1), Answer.class, "{'kind':'accepted','subtask':ID,'attempt':1}");
    pin(
        new Answer.Refused(id, 1, Cause.OVERLOADED, "no room", Duration.ofMillis(500)),
        Answer.class,
        "{'kind':'refused','subtask':ID,'attempt':1,'cause':'overloaded','reason':'no room',"
            + "'retryAfter':'PT0.5S'}");
    pin(new Receipt(id, 1), "{'subtask':ID,'attempt':1}");
    pin(new Cancel(Samples.RUN, "enough"), "{'run':'20261120-194512-k3f9','reason':'enough'}");
    pin(Samples.hello(), HELLO);
    pin(
        Samples.hello().tools().getFirst(),
        "{'tool':'smart','missing':'smartctl is not installed'}");
    pin(Samples.subtask(), SUBTASK);
    pin(Samples.budget(), BUDGET);
    pin(Samples.RUN, "'20261120-194512-k3f9'");
    pin(id, "ID");
    pin(new Area("storage"), "'storage'");
    pin(new CheckId("storage.space"), "'storage.space'");
    pin(new CallId("r1"), "'r1'");
    pin(new Fingerprint("0123456789abcdef"), "'0123456789abcdef'");
  }

  private void outcomes() {
    pin(Samples.completed(), Outcome.class, COMPLETED);
    pin(Samples.failed(), Outcome.class, FAILED);
    pin(Samples.finding(), FINDING);
    pin(Samples.evidence(), EVIDENCE);
    pin(Samples.doubt(), DOUBT);
    pin(Samples.coverage(), COVERAGE);
    pin(Samples.share(), SHARE);
    pin(Samples.escalation(), ESCALATION);
    pin(((Outcome.Completed) Samples.completed()).thinking(), THINKING);
    pin(Samples.EFFORT, "{'turns':2,'toolCalls':5,'time':'PT1.25S'}");
    var asked = new Event.ModelAsked(Samples.SUBTASK, 1, "m");
    pin(
        new Delivery(Samples.RUN, "n1", 1, Samples.completed(), List.of(asked)),
        "{'run':'20261120-194512-k3f9','node':'n1','epoch':1,'outcome':"
            + COMPLETED
            + ",'news':[{'event':'model-asked','subtask':ID,'turn':1,'model':'m'}]}");
  }

  private void events() {
    var id = Samples.SUBTASK;
    var started =
        new Event.RunStarted(
            "0.1.0",
            "playbook",
            List.of("n1"),
            List.of(new Area("storage")),
            List.of(new CheckId("storage.space")));
    pin(
        started,
        Event.class,
        "{'event':'run-started','version':'0.1.0','mind':'playbook','nodes':['n1'],"
            + "'areas':['storage'],'checks':['storage.space']}");
    event(new Event.NodeJoined(Samples.hello()), "node-joined", "'hello':" + HELLO);
    event(new Event.SubtaskQueued(Samples.subtask()), "subtask-queued", "'subtask':" + SUBTASK);
    event(new Event.SubtaskOffered(id, 1), "subtask-offered", "'subtask':ID,'attempt':1");
    event(new Event.SubtaskAccepted(id, 1), "subtask-accepted", "'subtask':ID,'attempt':1");
    event(
        new Event.SubtaskRefused(id, 1, Cause.REFUSED, "no"),
        "subtask-refused",
        "'subtask':ID,'attempt':1,'cause':'refused','reason':'no'");
    var called =
        new Event.ToolCalled(id, new CallId("r1"), "filesystems", List.of("df", "-PT"), true);
    var call = "'subtask':ID,'call':'r1','tool':'filesystems',";
    event(called, "tool-called", call + "'argv':['df','-PT'],'again':true");
    event(
        new Event.ToolReturned(
            id, new CallId("r1"), "filesystems", "ok", "", Duration.ofMillis(7), 3, "text", "ab12"),
        "tool-returned",
        call
            + "'ending':'ok','reason':'','took':'PT0.007S','rows':3,'text':'text','sha256':'ab12'");
    event(
        new Event.ClaimJudged(id, Proof.UNPROVEN, "claimed", "reason"),
        "claim-judged",
        "'subtask':ID,'proof':'unproven','claimed':'claimed','reason':'reason'");
    event(
        new Event.ModelAsked(id, 2, "a-model"),
        "model-asked",
        "'subtask':ID,'turn':2,'model':'a-model'");
    event(
        new Event.ModelReplied(
            id,
            2,
            "a-model",
            "local",
            900,
            40,
            800,
            Duration.ofMillis(3),
            Duration.ofMillis(350),
            "text",
            List.of("filesystems"),
            ""),
        "model-replied",
        "'subtask':ID,'turn':2,'model':'a-model','endpoint':'local','promptTokens':900,"
            + "'completionTokens':40,'cachedTokens':800,'waited':'PT0.003S','took':'PT0.35S',"
            + "'text':'text','calls':['filesystems'],'trouble':''");
    event(
        new Event.Escalated(id, Samples.escalation()),
        "escalated",
        "'subtask':ID,'escalation':" + ESCALATION);
    event(new Event.SubtaskEnded(Samples.failed()), "subtask-ended", "'outcome':" + FAILED);
    event(new Event.RunEnded(true), "run-ended", "'cancelled':true");
    pin(
        Samples.recorded(new Event.RunEnded(false)),
        "{'run':'20261120-194512-k3f9','epoch':1,'sequence':7,'at':'2026-11-20T19:45:12.345Z',"
            + "'event':{'event':'run-ended','cancelled':false}}");
  }

  @Test
  void every_value_of_every_enum_has_its_name() {
    assertEquals(
        "[\"lost\",\"refused\",\"overloaded\",\"timed-out\",\"cancelled\",\"needs-human\",\"internal\"]",
        Wire.encode(Cause.values()));
    assertEquals("[\"info\",\"warning\",\"critical\"]", Wire.encode(Severity.values()));
    assertEquals("[\"proven\",\"refuted\",\"unproven\"]", Wire.encode(Proof.values()));
    assertEquals(
        "[\"ok\",\"finding\",\"unknown\",\"not-applicable\",\"not-run\"]",
        Wire.encode(CoverageState.values()));
    assertEquals(
        "[\"privilege\",\"missing\",\"timed-out\",\"unparsable\",\"failed\",\"unlisted\","
            + "\"refused\",\"subtask\"]",
        Wire.encode(Blindness.values()));
  }

  @Test
  void messages_of_before_there_was_a_tempo_are_still_read() {
    var call = "{'session':'s1','coordinator':'ops','protocolVersion':1,'revocations':null}";
    var delivery = "{'run':'20261120-194512-k3f9','node':'n1','epoch':1,'outcome':" + FAILED + "}";
    assertEquals(Tempo.STANDARD, Wire.decode(text(call), RollCall.class).tempo());
    assertEquals(List.of(), Wire.decode(text(delivery), Delivery.class).news());
  }

  @Test
  void who_asked_for_a_run_is_told_where_it_is_known_and_absent_where_not() {
    var scheduled =
        new Event.RunStarted(
            "0.1.0",
            "playbook",
            List.of(),
            List.of(new Area("storage")),
            List.of(),
            Optional.of("schedule nightly"));
    var before =
        "{\"event\":\"run-started\",\"version\":\"0.1.0\",\"mind\":\"playbook\","
            + "\"nodes\":[],\"areas\":[\"storage\"],\"checks\":[]";
    assertEquals(before + ",\"by\":\"schedule nightly\"}", Wire.encode(scheduled));
    assertEquals(scheduled, Wire.decode(before + ",\"by\":\"schedule nightly\"}", Event.class));
    var old = (Event.RunStarted) Wire.decode(before + "}", Event.class);
    assertEquals(Optional.empty(), old.by());
  }

  @Test
  void an_outcome_of_before_models_had_a_part_in_it_is_still_read() {
    var before =
        "{\"kind\":\"completed\",\"subtask\":\"s\",\"attempt\":1,\"mind\":\"playbook\","
            + "\"findings\":[],\"doubts\":[],\"coverage\":[],"
            + "\"effort\":{\"turns\":2,\"toolCalls\":5,\"time\":\"PT1S\"}}";
    var outcome = (Outcome.Completed) Wire.decode(before, Outcome.class);
    assertEquals(Thinking.NONE, outcome.thinking());
  }

  @Test
  void a_question_and_its_answer_are_told_where_there_is_one() {
    var asked =
        new Subtask(
            Samples.SUBTASK,
            Samples.RUN,
            "n1",
            Area.QUESTION,
            List.of(),
            Samples.subtask().budget(),
            Optional.of("why is it slow?"));
    pin(
        asked,
        "{'id':ID,'run':'20261120-194512-k3f9','node':'n1','area':'question','checks':[],"
            + "'budget':"
            + BUDGET
            + ",'question':'why is it slow?'}");
    pin(
        Thinking.NONE.answering(Optional.of("the disk is full")),
        "{'shares':[],'escalations':[],'lacking':null,'answer':'the disk is full'}");
  }

  @Test
  void a_newer_peer_may_say_more() {
    assertEquals(
        new Receipt(new SubtaskId("s"), 1),
        Wire.decode("{\"subtask\":\"s\",\"attempt\":1,\"mood\":{\"good\":true}}", Receipt.class));
  }

  private void event(Event event, String name, String rest) {
    pin(event, Event.class, "{'event':'" + name + "'," + rest + "}");
  }

  private void pin(Object message, String json) {
    pin(message, message.getClass(), json);
  }

  /** Writes it, reads it back, and remembers that its form is pinned. */
  private void pin(Object message, Class<?> as, String json) {
    var text = text(json);
    assertEquals(text, Wire.encode(message));
    assertEquals(message, Wire.decode(text, as));
    assertTrue(pinned.add(message.getClass()), "pinned twice: " + message.getClass());
  }

  private static String text(String json) {
    return json.replace("'", "\"").replace("ID", ID).replace("\"\"2026", "\"2026");
  }

  private List<String> unpinned() throws IOException, ClassNotFoundException {
    var home = Wire.class.getProtectionDomain().getCodeSource().getLocation();
    try (Stream<Path> files = Files.list(Path.of(home.getPath(), "dev/swarm/protocol"))) {
      var names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".class"))
              .sorted()
              .toList();
      var records =
          names.stream()
              .map(WireFormatTest::type)
              .filter(Class::isRecord)
              .filter(type -> type != Verb.class) // it never crosses the bus
              .toList();
      assertFalse(records.isEmpty(), "there is something to check");
      return records.stream().filter(r -> !pinned.contains(r)).map(Class::getName).toList();
    }
  }

  private static Class<?> type(String file) {
    try {
      return Class.forName("dev.swarm.protocol." + file.replace(".class", ""));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(file, e);
    }
  }
}
