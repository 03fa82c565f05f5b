package dev.swarm.tools.text;

import java.util.List;

/** Where code lives, is built, and is published. */
final class CodeRules {
  private CodeRules() {}

  static List<Token> tokens() {
    return List.of(
        Token.of("github-fine-grained-token", "github_pat_", "\\w{22,}"),
        Token.of("github-token", "ghp_ gho_ ghu_ ghs_ ghr_", "[A-Za-z0-9_]{20,}"),
        Token.of(
            "gitlab-token",
            "glpat- gldt- glrt- glrtr- glcbt- glptt- glft- glimt- glagent- gloas- glsoat- glffct-"
                + " glwt- GR1348941",
            "[\\w.-]{20,}"),
        Token.of("bitbucket-token", "ATBB ATCTT3", "[\\w=-]{24,}"),
        Token.of("atlassian-token", "ATATT3 ATSTT3", "[\\w=-]{40,}"),
        Token.of("npm-token", "npm_", "[A-Za-z0-9]{30,}"),
        Token.of("pypi-token", "pypi-AgE", "[\\w-]{40,}"),
        Token.of("rubygems-token", "rubygems_", "[a-f0-9]{40,}"),
        Token.of("crates-token", "cio", "[A-Za-z0-9]{32}\\b"),
        Token.of("nuget-key", "oy2", "[a-z0-9]{43}\\b"),
        Token.of("clojars-token", "CLOJARS_", "[a-z0-9]{50,}"),
        Token.of("docker-hub-token", "dckr_pat_ dckr_oat_", "[\\w-]{20,}"),
        Token.of("artifactory-key", "AKCp cmVmd", "[A-Za-z0-9]{59,}"),
        Token.of("buildkite-token", "bkua_ bkct_ bkat_", "[A-Za-z0-9]{32,}"),
        Token.of("circleci-token", "CCIPAT_ CCIPRJ_", "\\w{30,}"),
        Token.of("sonar-token", "sqp_ squ_ sqa_", "[a-f0-9]{40}"),
        Token.of("postman-key", "PMAK-", "[a-f0-9]{24}-[a-f0-9]{34}"),
        Token.of("linear-key", "lin_api_ lin_oauth_ lin_wh_", "[A-Za-z0-9]{32,}"),
        Token.of("notion-token", "ntn_ secret_", "[A-Za-z0-9]{43,}"),
        Token.of("figma-token", "figd_ figo_", "[\\w-]{32,}"));
  }
}
