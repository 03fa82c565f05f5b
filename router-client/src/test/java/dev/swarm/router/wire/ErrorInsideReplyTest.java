package dev.swarm.router.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.swarm.router.Trouble.Kind;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 33 and 34: a reply with status 200 that may be none. */
class ErrorInsideReplyTest {
  /** Row 33 is a reply's: here it is only sure that it is no error. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"choices\":[]}",
        "{}",
        "[]",
        "null",
        "",
        "{",
        "{\"error\":null,\"choices\":[{\"message\":{\"content\":\"ok\"}}]}",
        "{\"error\":\"\",\"choices\":[]}",
        "{\"error\":{},\"choices\":[]}",
        "{\"choices\":[{\"message\":{\"content\":\"{\\\"error\\\":{\\\"code\\\":500}}\"}}]}"
      })
  void a_reply_without_an_error_is_not_taken_for_one(String json) {
    assertEquals(Optional.empty(), Refusals.inside("gpu", json));
  }

  /** Row 34: an error inside a 200 counts like its code. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "429 | OVERLOADED | {'error':{'code':429,'message':'Rate limit exceeded'}}",
        "502 | BROKEN | {'error':{'code':502,'message':'Provider returned error'}}",
        "503 | BROKEN | {'error':{'code':'503','message':'no provider'},'choices':[]}",
        "402 | UNPAID | {'error':{'code':402,'message':'Insufficient credits'}}",
        "401 | UNAUTHORIZED | {'error':{'code':401,'message':'No auth credentials found'}}",
        "404 | NO_MODEL | {'error':{'code':404,'message':'nothing here'}}",
        "400 | OVERFLOW | {'error':{'code':400,'message':'maximum context length is 8192'}}",
        "200 | OVERFLOW | {'error':'the request exceeds the available context size. try'}",
        "200 | REFUSED | {'error':{'message':'bad','type':'invalid_request_error','code':null}}",
        "200 | BROKEN | {'error':{'message':'oh','code':-32000}}",
        "200 | BROKEN | {'error':'something went wrong'}",
        "400 | REFUSED | {'object':'error','message':'bad','code':400}",
        "200 | BROKEN | {'status':'failure','message':'upstream reset'}",
        "200 | LOADING | {'error':{'message':'Loading model','type':'unavailable_error'}}",
        "200 | MODEL_FAULT | {'error':{'message':'x','code':'tool_use_failed'}}"
      })
  void an_error_inside_a_reply_counts_like_a_status(int status, Kind kind, String json) {
    var trouble = Refusals.inside("gpu", json.replace('\'', '"')).orElseThrow();
    assertEquals(kind, trouble.kind(), trouble.detail());
    assertEquals(OptionalInt.of(status), trouble.status());
  }
}
