package dev.swarm.protocol;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a fleet says to each other, and how it stands on the wire. */
final class FleetForms {
  private static final SubtaskId ID = Samples.SUBTASK;

  /** One message and its form; a quote stands for a double one. */
  record Form(Object message, Class<?> as, String json) {}

  static final List<Form> ALL =
      List.of(
          new Form(
              new Attempt(ID, 2),
              Attempt.class,
              "{'subtask':'20261120-194512-k3f9/n1/storage','number':2}"),
          new Form(
              new Beat(
                  "n1",
                  "i1",
                  7,
                  List.of("s1"),
                  1,
                  4,
                  0.5,
                  List.of(new Attempt(ID, 2)),
                  3,
                  Map.of("stale", 2),
                  List.of("10.0.0.9:5701")),
              Beat.class,
              "{'node':'n1','instance':'i1','number':7,'heard':['s1'],'busy':1,'capac"
                  + "ity':4,'load':0.5,'running':[{'subtask':'20261120-194512-k3f9/n1/stora"
                  + "ge','number':2}],'kept':3,'refused':{'stale':2},'strangers':['10.0.0.9"
                  + ":5701']}"),
          new Form(
              new RollCall("s1", "ops", 1, Optional.of("list"), Tempo.STANDARD),
              RollCall.class,
              "{'session':'s1','coordinator':'ops','protocolVersion':1,'revocations':'list',"
                  + "'tempo':{'beat':'PT2S','news':'PT0.15S'}}"),
          new Form(Tempo.STANDARD, Tempo.class, "{'beat':'PT2S','news':'PT0.15S'}"),
          new Form(
              new Presence(Samples.hello(), 7, Instant.EPOCH),
              Presence.class,
              "{'hello':{'node':'n1','instance':'i1','version':'0.1.0','protocolVersi"
                  + "on':1,'platform':'linux','root':true,'sandbox':'bubblewrap 0.8.0','too"
                  + "ls':[{'tool':'smart','missing':'smartctl is not installed'}],'labels':"
                  + "{'rack':'r7'},'capacity':4,'address':'','facts':{}},'beat':7,'clock':'"
                  + "1970-01-01T00:00:00Z'}"),
          new Form(
              new Offers("s1", List.of(new Offer(Samples.subtask(), 1, 1))),
              Offers.class,
              "{'session':'s1','offers':[{'subtask':{'id':'20261120-194512-k3f9/n1/st"
                  + "orage','run':'20261120-194512-k3f9','node':'n1','area':'storage','chec"
                  + "ks':['storage.space'],'budget':{'turns':16,'toolCalls':64,'tokens':600"
                  + "00,'time':'PT30S','outputBytes':4194304}},'attempt':1,'epoch':1}]}"),
          new Form(
              new Answers(List.of(new Answer.Accepted(ID, 1))),
              Answers.class,
              "{'answers':[{'kind':'accepted','subtask':'20261120-194512-k3f9/n1/stor"
                  + "age','attempt':1}]}"),
          new Form(new Noted(), Noted.class, "{}"),
          new Form(
              new Close(Samples.RUN, 2), Close.class, "{'run':'20261120-194512-k3f9','epoch':2}"),
          new Form(
              new Collect(Samples.RUN, 2, "s1"),
              Collect.class,
              "{'run':'20261120-194512-k3f9','epoch':2,'session':'s1'}"),
          new Form(
              new Holdings(List.of(), List.of(new Attempt(ID, 1)), List.of()),
              Holdings.class,
              "{'running':[],'kept':[{'subtask':'20261120-194512-k3f9/n1/storage','nu"
                  + "mber':1}],'begun':[]}"),
          new Form(
              new Reach("n2", "10.0.0.2", 5701),
              Reach.class,
              "{'node':'n2','host':'10.0.0.2','port':5701}"),
          new Form(
              new Reached(false, "connection refused"),
              Reached.class,
              "{'open':false,'detail':'connection refused'}"),
          new Form(
              new News(Samples.RUN, "n1", 1, List.of(new Event.RunEnded(true))),
              News.class,
              "{'run':'20261120-194512-k3f9','node':'n1','epoch':1,'events':[{'event'"
                  + ":'run-ended','cancelled':true}]}"),
          new Form(
              new SlotWish("n1", "local", 3, 1, 4, 8),
              SlotWish.class,
              "{'node':'n1','endpoint':'local','wanted':3,'used':1,'grant':4,'total':8}"),
          new Form(
              new SlotGrant("local", 5, 2, Duration.ofSeconds(10)),
              SlotGrant.class,
              "{'endpoint':'local','number':5,'slots':2,'lasts':'PT10S'}"),
          new Form(
              new PermitWish("w1", Samples.RUN, "n1", ID, "no progress", Duration.ofSeconds(5)),
              PermitWish.class,
              "{'wish':'w1','run':'20261120-194512-k3f9','node':'n1','subtask':'20261"
                  + "120-194512-k3f9/n1/storage','reason':'no progress','patience':'PT5S'}"),
          new Form(
              new PermitAnswer(false, "the hour is spent"),
              PermitAnswer.class,
              "{'permitted':false,'why':'the hour is spent'}"),
          new Form(
              new PermitSpent("w1", Samples.RUN, "n1", ID, 100, 10, new BigDecimal("0.25")),
              PermitSpent.class,
              "{'wish':'w1','run':'20261120-194512-k3f9','node':'n1','subtask':'20261"
                  + "120-194512-k3f9/n1/storage','promptTokens':100,'completionTokens':10,'"
                  + "cost':0.25}"),
          new Form(
              new CoordinatorBeat.Leading(Samples.RUN, 2),
              CoordinatorBeat.Leading.class,
              "{'run':'20261120-194512-k3f9','epoch':2}"),
          new Form(
              new CoordinatorBeat(
                  "s1",
                  "ops",
                  "0.1.0",
                  1,
                  9,
                  true,
                  List.of("s2"),
                  List.of(new CoordinatorBeat.Leading(Samples.RUN, 2))),
              CoordinatorBeat.class,
              "{'session':'s1','coordinator':'ops','version':'0.1.0','protocolVersion"
                  + "':1,'number':9,'stands':true,'heard':['s2'],'leading':[{'run':'2026112"
                  + "0-194512-k3f9','epoch':2}]}"),
          new Form(
              new Replica(Samples.RUN, 2, List.of()),
              Replica.class,
              "{'run':'20261120-194512-k3f9','epoch':2,'events':[]}"),
          new Form(
              new Replicated(Samples.RUN, 41, 2, false),
              Replicated.class,
              "{'run':'20261120-194512-k3f9','sequence':41,'epoch':2,'ended':false}"),
          new Form(
              new Refusal(409, "epoch 3 leads"),
              Refusal.class,
              "{'code':409,'reason':'epoch 3 leads'}"),
          new Form(new Submitted(Samples.RUN), Submitted.class, "{'run':'20261120-194512-k3f9'}"),
          new Form(
              new Follow(Samples.RUN, 41),
              Follow.class,
              "{'run':'20261120-194512-k3f9','after':41}"),
          new Form(
              new Followed(Samples.RUN, List.of()),
              Followed.class,
              "{'run':'20261120-194512-k3f9','events':[]}"),
          new Form(new Withdrawal(Samples.RUN), Withdrawal.class, "{'run':'20261120-194512-k3f9'}"),
          new Form(new Ping(7), Ping.class, "{'number':7}"),
          new Form(
              new FleetEvent.LimitChosen("10%", 30, List.of("n1")),
              Event.class,
              "{'event':'limit-chosen','limit':'10%','matching':30,'nodes':['n1']}"),
          new Form(
              new FleetEvent.NodeSuspected("n1", "silent for 8 s"),
              Event.class,
              "{'event':'node-suspected','node':'n1','reason':'silent for 8 s'}"),
          new Form(
              new FleetEvent.NodeReturned("n1"),
              Event.class,
              "{'event':'node-returned','node':'n1'}"),
          new Form(
              new FleetEvent.NodeLost("n1", "silent for 12 s"),
              Event.class,
              "{'event':'node-lost','node':'n1','reason':'silent for 12 s'}"),
          new Form(
              new FleetEvent.NeighbourAsked("n1", "n2", false, "no answer"),
              Event.class,
              "{'event':'neighbour-asked','node':'n1','peer':'n2','open':false,'detai"
                  + "l':'no answer'}"),
          new Form(
              new FleetEvent.ClockCompared("n1", Duration.ofMillis(250), Duration.ofMillis(2)),
              Event.class,
              "{'event':'clock-compared','node':'n1','offset':'PT0.25S','uncertainty'"
                  + ":'PT0.002S'}"),
          new Form(
              new FleetEvent.StrangerSeen("10.0.0.9:5701", "n1"),
              Event.class,
              "{'event':'stranger-seen','address':'10.0.0.9:5701','by':'n1'}"),
          new Form(
              new FleetEvent.CommandRefused("n1", "offer", "stale"),
              Event.class,
              "{'event':'command-refused','node':'n1','verb':'offer','reason':'stale'" + "}"),
          new Form(
              new FleetEvent.StandbyJoined("s2", "ops-2"),
              Event.class,
              "{'event':'standby-joined','session':'s2','coordinator':'ops-2'}"),
          new Form(
              new FleetEvent.StandbyLost("s2", "ops-2"),
              Event.class,
              "{'event':'standby-lost','session':'s2','coordinator':'ops-2'}"),
          new Form(
              new FleetEvent.TookOver(2, "ops-2", "ops"),
              Event.class,
              "{'event':'took-over','epoch':2,'by':'ops-2','from':'ops'}"),
          new Form(
              new Submission(
                  List.of("n1"),
                  Map.of("rack", "r7"),
                  Optional.of("10%"),
                  List.of(new Area("storage")),
                  List.of(),
                  Samples.budget(),
                  Duration.ofSeconds(60),
                  "playbook",
                  List.of(new CheckId("storage.space")),
                  Map.of("linux", List.of()),
                  Optional.empty()),
              Submission.class,
              "{'nodes':['n1'],'labels':{'rack':'r7'},'limit':'10%','areas':['storage"
                  + "'],'checks':[],'budget':{'turns':16,'toolCalls':64,'tokens':60000,'tim"
                  + "e':'PT30S','outputBytes':4194304},'deadline':'PT1M','mind':'playbook',"
                  + "'known':['storage.space'],'byPlatform':{'linux':[]},'question':null,'concurrency':null}"),
          new Form(
              new FleetEvent.LocalTermsSet(
                  Samples.budget(),
                  Duration.ofSeconds(60),
                  List.of(new CheckId("storage.space")),
                  Optional.empty()),
              Event.class,
              "{'event':'local-terms-set','budget':{'turns':16,'toolCalls':64,'tokens':60000,"
                  + "'time':'PT30S','outputBytes':4194304},'deadline':'PT1M',"
                  + "'known':['storage.space'],'question':null}"),
          new Form(
              new FleetEvent.TermsSet(
                  true,
                  Map.of("rack", "r7"),
                  "10%",
                  Samples.budget(),
                  Duration.ofSeconds(60),
                  List.of(new CheckId("storage.space")),
                  Map.of("linux", List.of()),
                  Optional.empty()),
              Event.class,
              "{'event':'terms-set','open':true,'labels':{'rack':'r7'},'limit':'10%',"
                  + "'budget':{'turns':16,'toolCalls':64,'tokens':60000,'time':'PT30S','out"
                  + "putBytes':4194304},'deadline':'PT1M','known':['storage.space'],'byPlat"
                  + "form':{'linux':[]}}"));

  private FleetForms() {}
}
